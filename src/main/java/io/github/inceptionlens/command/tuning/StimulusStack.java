package io.github.inceptionlens.command.tuning;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.circuit.stimulus.Stimulus;
import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.image.result.ResultImages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Stimuli as the slices of a stack, and a table of what they are. */
final class StimulusStack {

  private static final int DECIMALS = 4;

  private final List<Stimulus> stimuli;
  private final int side;

  /**
   * @param stimuli all of one kind
   * @param side width and height of each in pixels
   */
  StimulusStack(final List<Stimulus> stimuli, final int side) {
    this.stimuli = stimuli;
    this.side = side;
  }

  /**
   * Draws all.
   *
   * @param gray whether they are 8-bit, not RGB
   * @throws io.github.inceptionlens.core.UserError when they do not fit into Java's memory
   */
  ImagePlus image(
      final Function<Stimulus, Picture> painter,
      final boolean gray,
      final Provenance provenance,
      final Progress progress) {
    HeapCheck.require(
        (long) side * side * stimuli.size() * (gray ? 1 : Integer.BYTES),
        String.format(Locale.ROOT, "a stack of %d x %d x %,d pixels", side, side, stimuli.size()),
        "choose a smaller size or shorter lists");
    final ImageStack stack = new ImageStack(side, side);
    for (final Stimulus one : stimuli) {
      progress.at(
          (double) stack.size() / stimuli.size(),
          String.format(
              Locale.ROOT, "Drawing picture %,d of %,d ...", stack.size() + 1, stimuli.size()));
      stack.addSlice(one.label(), pixels(painter.apply(one), gray));
    }
    final String title = "stimuli-" + stimuli.get(0).kind().label();
    final ImagePlus image = new ImagePlus(ResultImages.unique(title), stack);
    ResultImages.nameSingle(image);
    ResultImages.describe(image, provenance);
    return image;
  }

  private static ImageProcessor pixels(final Picture picture, final boolean gray) {
    if (!gray) {
      return PictureStack.colors(picture);
    }
    final float[] values = picture.plane(0);
    final byte[] levels = new byte[values.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) Math.round(values[i]);
    }
    return new ByteProcessor(picture.width(), picture.height(), levels);
  }

  /** Whether a picture has no color. */
  static boolean isGray(final Picture picture) {
    return Arrays.equals(picture.plane(0), picture.plane(1))
        && Arrays.equals(picture.plane(0), picture.plane(2));
  }

  /**
   * A row per slice.
   *
   * @param title of the stack
   */
  ResultsTable table(final String title) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final Stimulus one : stimuli) {
      table.addRow();
      table.addValue("Image", title);
      table.addValue("Slice", table.size());
      table.addValue("Kind", one.kind().label());
      for (final StimulusParameter parameter : one.kind().parameters()) {
        table.addValue(parameter.heading(), one.value(parameter));
      }
    }
    return table;
  }
}
