package io.github.inceptionlens.image.result;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.LUT;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import java.awt.Color;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * A 16-bit image of numbers, such as those of cells, where they belong on the analyzed image: a
 * slice for each frame, 0 where nothing was put.
 */
public final class LabelResult {

  private static final int COLORS = 256;
  private static final int MOST = 65535;

  private final ImageInput input;
  private final ResultImages on;
  private final short[][] planes;

  /**
   * An image of zeros, one pixel per pixel of the analyzed region.
   *
   * @throws io.github.inceptionlens.core.UserError when it does not fit into Java's memory
   */
  public LabelResult(final ImageInput input) {
    this.input = input;
    on = ResultImages.onRegion(input);
    on.requireRoom(1);
    planes = new short[input.frames().size()][on.width() * on.height()];
  }

  /** What was analyzed. */
  public ImageInput input() {
    return input;
  }

  /**
   * Puts the numbers of a frame.
   *
   * @param frame index from 0
   * @param numbers whole numbers from 0 to 65535, one per pixel
   */
  public void put(final int frame, final int[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0 || numbers[i] > MOST) {
        throw new IllegalArgumentException(numbers[i] + " is no 16-bit number");
      }
      planes[frame][i] = (short) numbers[i];
    }
  }

  /**
   * The image.
   *
   * @param what what it shows, for its title
   * @param most the largest number that there is
   * @param colors of each number from 1; ImageJ shows 256 colors at once, so that of more numbers
   *     neighboring ones share one
   * @param made how it was made; the input's provenance precedes it
   */
  public ImagePlus image(
      final String what, final int most, final IntFunction<Color> colors, final Provenance made) {
    final ImagePlus image = image(what, planes, made);
    final int range = Math.max(most, COLORS - 1);
    image.setLut(lut(most, range, colors));
    image.setDisplayRange(0, range);
    return image;
  }

  /** Whether the label image shows each number in a color of its own. */
  public static boolean showsAll(final int most) {
    return most < COLORS;
  }

  /**
   * The RGB image of the same: each number in its own color, black where there is none.
   *
   * @param what what it shows, for its title
   * @param colors of each number from 1
   * @param made how it was made; the input's provenance precedes it
   */
  public ImagePlus colored(
      final String what, final IntFunction<Color> colors, final Provenance made) {
    final int[][] colored = new int[planes.length][];
    for (int i = 0; i < planes.length; i++) {
      colored[i] = new int[planes[i].length];
      for (int pixel = 0; pixel < colored[i].length; pixel++) {
        final int number = Short.toUnsignedInt(planes[i][pixel]);
        colored[i][pixel] = number == 0 ? 0 : colors.apply(number).getRGB() & 0xffffff;
      }
    }
    return image(what, colored, made);
  }

  /**
   * The 8-bit mask of some numbers: 255 where they are, else 0.
   *
   * @param what what it shows, for its title
   * @param made how it was made; the input's provenance precedes it
   */
  public ImagePlus mask(final String what, final IntPredicate numbers, final Provenance made) {
    final byte[][] masks = new byte[planes.length][];
    for (int i = 0; i < planes.length; i++) {
      masks[i] = new byte[planes[i].length];
      for (int pixel = 0; pixel < masks[i].length; pixel++) {
        masks[i][pixel] = (byte) (numbers.test(Short.toUnsignedInt(planes[i][pixel])) ? 255 : 0);
      }
    }
    return image(what, masks, made);
  }

  /**
   * @param slices the pixels of each frame
   */
  private ImagePlus image(final String what, final Object[] slices, final Provenance made) {
    final List<Frame> frames = input.frames();
    final ImageStack stack = new ImageStack(on.width(), on.height());
    for (int i = 0; i < slices.length; i++) {
      stack.addSlice(frames.get(i).label(), slices[i]);
    }
    final ImagePlus image =
        new ImagePlus(ResultImages.unique(input.shortTitle() + "-" + what), stack);
    image.setCalibration(on.calibration());
    ResultImages.nameSingle(image);
    ResultImages.describe(image, GrowingResult.provenance(on, made, frames));
    GrowingResult.arrange(on, image, 1);
    return image;
  }

  private static LUT lut(final int most, final int range, final IntFunction<Color> colors) {
    final byte[][] levels = new byte[3][COLORS];
    for (int i = 1; i < COLORS; i++) {
      final int number = (i * (range + 1) + COLORS - 1) / COLORS;
      if (number <= most) {
        final Color color = colors.apply(number);
        levels[0][i] = (byte) color.getRed();
        levels[1][i] = (byte) color.getGreen();
        levels[2][i] = (byte) color.getBlue();
      }
    }
    return new LUT(levels[0], levels[1], levels[2]);
  }
}
