package io.github.inceptionlens.command.sample;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.LUT;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.textures.Scene;
import java.awt.Color;
import java.util.Locale;
import java.util.Optional;

/** Generated pictures as the slices of a stack; for scenes a second one with their structures. */
final class SampleStack implements SampleTarget {

  private static final int COLORS = 256;
  private static final float GOLDEN = 0.618034f;

  private final SampleSeries series;
  private final String title;
  private final ImageStack pictures;
  private final ImageStack structures;

  /**
   * @param count how many pictures there will be
   * @throws io.github.inceptionlens.core.UserError when they do not fit into Java's memory
   */
  SampleStack(final SampleSeries series, final int count) {
    final long pixels = (long) series.size() * series.size() * count;
    HeapCheck.require(
        pixels * (series.depth().bytes() + (series.isScenes() ? 1 : 0)),
        String.format(
            Locale.ROOT, "a stack of %d x %d x %d pixels", series.size(), series.size(), count),
        "name a folder, which holds any number of pictures, or choose a smaller count or size");
    this.series = series;
    title = ResultImages.unique(series.title());
    pictures = new ImageStack(series.size(), series.size());
    structures = new ImageStack(series.size(), series.size());
  }

  @Override
  public void add(final SamplePicture picture) {
    pictures.addSlice(picture.subject().label(), picture.pixels());
    if (series.isScenes()) {
      structures.addSlice(picture.subject().label(), structures(picture));
    }
  }

  /** The index of each pixel's class. */
  private ByteProcessor structures(final SamplePicture picture) {
    final ByteProcessor indices = new ByteProcessor(series.size(), series.size());
    for (final Scene.Region region : picture.regions()) {
      final boolean[] extent = region.extent();
      for (int i = 0; i < extent.length; i++) {
        if (extent[i]) {
          indices.set(i, region.texture().ordinal());
        }
      }
    }
    return indices;
  }

  @Override
  public String image(final SampleSubject subject) {
    return title;
  }

  @Override
  public int slice() {
    return pictures.size();
  }

  @Override
  public void finish() {
    // all is in the stacks
  }

  /** The pictures; nothing before the first is there. */
  Optional<ImagePlus> pictures(final Provenance provenance) {
    return image(title, pictures, provenance);
  }

  /** The structures of scenes, each class in a color of its own. */
  Optional<ImagePlus> structures(final Provenance provenance) {
    final Optional<ImagePlus> image = image(title + "-structures", structures, provenance);
    image.ifPresent(
        one -> {
          one.setLut(colors());
          one.setDisplayRange(0, COLORS - 1);
        });
    return image;
  }

  private static Optional<ImagePlus> image(
      final String title, final ImageStack stack, final Provenance provenance) {
    if (stack.size() == 0) {
      return Optional.empty();
    }
    final ImagePlus image = new ImagePlus(ResultImages.unique(title), stack);
    if (stack.size() == 1) {
      image.setProp("Slice_Label", stack.getSliceLabel(1));
    }
    ResultImages.describe(image, provenance);
    return Optional.of(image);
  }

  /** Black, then colors of which neighbors differ. */
  private static LUT colors() {
    final byte[] red = new byte[COLORS];
    final byte[] green = new byte[COLORS];
    final byte[] blue = new byte[COLORS];
    for (int i = 1; i < COLORS; i++) {
      final Color color = Color.getHSBColor(i * GOLDEN, i % 2 == 0 ? 0.55f : 0.85f, 1);
      red[i] = (byte) color.getRed();
      green[i] = (byte) color.getGreen();
      blue[i] = (byte) color.getBlue();
    }
    return new LUT(red, green, blue);
  }
}
