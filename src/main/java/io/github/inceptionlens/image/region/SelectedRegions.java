package io.github.inceptionlens.image.region;

import ij.ImagePlus;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.MeasuredRegion;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import java.util.List;

/** What is selected on each image, or all of it: one region per slice. */
record SelectedRegions(Layer layer) implements PictureRegions {

  @Override
  public ImageInput see(final String path, final ImagePlus image, final InputRequest request) {
    return ImageInput.inside(image, request, layer);
  }

  @Override
  public List<MeasuredRegion> of(final InputPicture picture) {
    final ImageInput input = picture.input();
    final PixelSums sums = new PixelSums();
    for (int y = 0; y < input.region().height; y++) {
      for (int x = 0; x < input.region().width; x++) {
        if (input.contains(x, y)) {
          sums.add(x, y);
        }
      }
    }
    return List.of(sums.region(input.selection(), input, picture.view()));
  }

  /** The selection is part of the images' own state. */
  @Override
  public String state() {
    return SELECTION;
  }
}
