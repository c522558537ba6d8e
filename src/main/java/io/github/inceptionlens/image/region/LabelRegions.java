package io.github.inceptionlens.image.region;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.MeasuredRegion;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;

/** The labels of a label image: the pixels of each value above 0 are a region. */
final class LabelRegions implements PictureRegions {

  private final LabelImages labels;

  /** The label image of each image that was seen, as long as its pictures are used. */
  private final Map<ImageInput, ImagePlus> seen = Collections.synchronizedMap(new WeakHashMap<>());

  LabelRegions(final LabelImages labels) {
    this.labels = labels;
  }

  /**
   * Those of an open image, of a file, or of the files of a folder.
   *
   * @throws UserError when there is nothing of that name
   */
  static PictureRegions named(final String name, final ImagePlus analyzed) {
    return new LabelRegions(LabelImages.named(name, analyzed));
  }

  @Override
  public ImageInput see(final String path, final ImagePlus image, final InputRequest request) {
    final ImagePlus own = labels.of(path);
    if (own == image) {
      throw new UserError("it is the label image itself");
    }
    final ImageInput input = ImageInput.whole(image, request);
    require(own, image, input);
    seen.put(input, own);
    return input;
  }

  private static void require(
      final ImagePlus labels, final ImagePlus image, final ImageInput input) {
    if (labels.getType() == ImagePlus.COLOR_RGB) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the label image \"%s\" is RGB, expected one number per pixel (8-bit, 16-bit or"
                  + " 32-bit)",
              labels.getTitle()));
    }
    if (labels.getWidth() != image.getWidth() || labels.getHeight() != image.getHeight()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the label image \"%s\" is %d x %d pixels, but \"%s\" %d x %d",
              labels.getTitle(),
              labels.getWidth(),
              labels.getHeight(),
              image.getTitle(),
              image.getWidth(),
              image.getHeight()));
    }
    final int slices = labels.getStackSize();
    if (slices != 1 && slices != image.getStackSize() && slices != input.frames().size()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the label image \"%s\" has %d slices, but \"%s\" %d",
              labels.getTitle(),
              slices,
              image.getTitle(),
              image.getStackSize()));
    }
  }

  @Override
  public List<MeasuredRegion> of(final InputPicture picture) {
    final ImageProcessor pixels = slice(seen.get(picture.input()), picture);
    final Map<Float, PixelSums> all = new TreeMap<>();
    for (int y = 0; y < pixels.getHeight(); y++) {
      for (int x = 0; x < pixels.getWidth(); x++) {
        final float value = pixels.getf(x, y);
        if (value > 0) {
          all.computeIfAbsent(value, any -> new PixelSums()).add(x, y);
        }
      }
    }
    final List<MeasuredRegion> regions = new ArrayList<>();
    all.forEach(
        (value, sums) ->
            regions.add(
                sums.region(
                    written(value),
                    picture.input(),
                    picture.view(),
                    (x, y) -> pixels.getf(x, y) == value)));
    return regions;
  }

  /** The same slice, or of a label image without slices its only one. */
  private static ImageProcessor slice(final ImagePlus labels, final InputPicture picture) {
    final int slices = labels.getStackSize();
    final boolean perFrame = slices == picture.input().frames().size();
    final int slice = perFrame ? picture.index() + 1 : picture.frame().slice();
    return labels.getStack().getProcessor(slices == 1 ? 1 : slice);
  }

  private static String written(final float value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.valueOf(value);
  }

  @Override
  public String state() {
    return labels.state();
  }
}
