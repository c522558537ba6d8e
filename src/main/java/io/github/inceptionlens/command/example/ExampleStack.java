package io.github.inceptionlens.command.example;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Crops as the slices of an RGB image, each in the middle of its slice. */
final class ExampleStack {

  private static final Color BESIDE = new Color(0xdddddd);

  private final Function<String, String> described;
  private final List<ColorProcessor> crops = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final List<CropPlaces.Crop> places = new ArrayList<>();
  private int width;
  private int height;

  /**
   * @param described what a reader is shown of a unit's name
   */
  ExampleStack(final Function<String, String> described) {
    this.described = described;
  }

  /**
   * Adds a slice.
   *
   * @param from from where the crop is
   */
  void add(final UnitPlace place, final ShownCrop crop, final CropPlaces.Crop from) {
    crops.add(crop.full());
    labels.add(label(place));
    places.add(from);
    width = Math.max(width, crop.full().getWidth());
    height = Math.max(height, crop.full().getHeight());
  }

  private String label(final UnitPlace place) {
    return String.format(
        Locale.ROOT,
        "%s %s %d, %.4g, %s",
        described.apply(place.unit()),
        place.kind(),
        place.rank(),
        place.example().value(),
        place.example().picture());
  }

  /** The bytes of so many slices as there are. */
  long bytes() {
    return (long) crops.size() * width * height * Integer.BYTES;
  }

  int size() {
    return crops.size();
  }

  /** The image; the crops are no longer held afterwards. */
  ImagePlus image(final String title) {
    final ImageStack stack = new ImageStack(width, height);
    final List<CropPlaces.Crop> at = new ArrayList<>();
    for (int i = 0; i < crops.size(); i++) {
      final ColorProcessor crop = crops.get(i);
      final int left = (width - crop.getWidth()) / 2;
      final int top = (height - crop.getHeight()) / 2;
      stack.addSlice(labels.get(i), placed(crop, left, top));
      crops.set(i, null);
      final CropPlaces.Box box = new CropPlaces.Box(left, top, crop.getWidth(), crop.getHeight());
      at.add(places.get(i).shownAt(box, i + 1));
    }
    final ImagePlus image = new ImagePlus(title, stack);
    ResultImages.nameSingle(image);
    CropPlaces.write(image, at);
    return image;
  }

  private ColorProcessor placed(final ColorProcessor crop, final int left, final int top) {
    if (crop.getWidth() == width && crop.getHeight() == height) {
      return crop;
    }
    final ColorProcessor slice = new ColorProcessor(width, height);
    slice.setColor(BESIDE);
    slice.fill();
    slice.insert(crop, left, top);
    return slice;
  }
}
