package io.github.inceptionlens.image.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.Samples;
import io.github.inceptionlens.image.display.DisplayRange;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Rows of the network's picture are those of the whole picture, made of what they need. */
final class FrameRowsTest {

  private enum Size {
    OWN(Fit.OWN_SIZE, 1),
    SMALL(Fit.OWN_SIZE, 0.37),
    HALF(Fit.OWN_SIZE, 0.5),
    LARGE(Fit.OWN_SIZE, 1.3),
    DOUBLE(Fit.OWN_SIZE, 2),
    CENTER(Fit.CENTER_CROP, 1),
    STRETCHED(Fit.STRETCH, 1);

    private final Fit fit;
    private final double scale;

    Size(final Fit fit, final double scale) {
      this.fit = fit;
      this.scale = scale;
    }
  }

  private enum Kind {
    GRAY_8,
    GRAY_16,
    GRAY_32,
    RGB,
    INVERTED,
    TABLE_8,
    TABLE_16,
    TABLE_32,
    TABLE_BLACK_FIRST,
    COMPOSITE_8,
    COMPOSITE_16,
    COMPOSITE_32,
    COMPOSITE_BLACK_FIRST,
    COMPOSITE_MAXIMUM;

    ImagePlus image() {
      return switch (this) {
        case GRAY_8 -> Samples.image(8);
        case GRAY_16 -> Samples.image(16);
        case GRAY_32 -> Samples.image(32);
        case RGB -> Samples.image(24);
        case INVERTED -> inverted();
        case TABLE_8 -> colored(Samples.image(8), 20, 200);
        case TABLE_16 -> colored(Samples.image(16), 100, 4000);
        case TABLE_32 -> colored(Samples.image(32), -0.5, 1.5);
        case TABLE_BLACK_FIRST -> colored(blackFirst(), 0, 0);
        case COMPOSITE_8 -> Samples.composite(8, 2, 1, 1);
        case COMPOSITE_16 -> Samples.composite(16, 3, 1, 1);
        case COMPOSITE_32 -> Samples.composite(32, 3, 1, 1);
        case COMPOSITE_BLACK_FIRST -> blackChannelFirst();
        case COMPOSITE_MAXIMUM -> maximum();
      };
    }

    private static ImagePlus inverted() {
      final ImagePlus image = Samples.image(8);
      image.getProcessor().invertLut();
      return image;
    }

    private static ImagePlus colored(final ImagePlus image, final double min, final double max) {
      final LUT table = LUT.createLutFromColor(new Color(255, 120, 30));
      table.min = min;
      table.max = max;
      image.setLut(table);
      return image;
    }

    /** The display range, 0 to 0, is that of the first slice, which is black. */
    private static ImagePlus blackFirst() {
      final ImageStack stack = new ImageStack(Samples.WIDTH, Samples.HEIGHT);
      stack.addSlice(new ShortProcessor(Samples.WIDTH, Samples.HEIGHT));
      stack.addSlice(sparse());
      return new ImagePlus("black.tif", stack);
    }

    private static ImagePlus blackChannelFirst() {
      final ImagePlus image = Samples.hyperstack(16, 3, 1, 2);
      image.getStack().setProcessor(new ShortProcessor(Samples.WIDTH, Samples.HEIGHT), 2);
      image.getStack().setProcessor(sparse(), 5);
      return new CompositeImage(image, IJ.COMPOSITE);
    }

    private static ImageProcessor sparse() {
      final ImageProcessor values = Samples.noise(16, 3);
      for (int i = 0; i < values.getPixelCount(); i += 3) {
        values.set(i, 0);
      }
      return values;
    }

    private static ImagePlus maximum() {
      final CompositeImage image = Samples.composite(16, 3, 1, 1);
      image.setProp("CompositeProjection", "Max");
      return image;
    }
  }

  private static View view(final ImagePlus image, final Fit fit, final double scale) {
    final InputRequest request = new InputRequest(fit, scale, DisplayRange.AUTO, true);
    final List<View> views = ImageInput.of(image, request).views();
    return views.get(views.size() - 1);
  }

  @Property(tries = 600)
  void bandsAreTheWholePicture(
      @ForAll final Kind kind,
      @ForAll final Size size,
      @ForAll final boolean selected,
      @ForAll final long seed) {
    final ImagePlus image = kind.image();
    if (selected) {
      image.setRoi(new Roi(5, 1, 23, 22));
    }
    final View view = view(image, size.fit, size.scale);
    final Picture whole = view.picture();
    final Random dice = new Random(seed);
    for (int top = 0; top < view.height(); ) {
      final int count = 1 + dice.nextInt(Math.min(view.height() - top, 40));
      requireRows(view.rows(top, count), whole, top);
      top += count;
    }
    final int top = dice.nextInt(view.height());
    requireRows(view.rows(top, 1), whole, top);
  }

  private static void requireRows(final Picture rows, final Picture whole, final int top) {
    final int width = whole.width();
    assertThat(rows.width()).isEqualTo(width);
    for (int plane = 0; plane < 3; plane++) {
      final float[] expected =
          Arrays.copyOfRange(whole.plane(plane), top * width, (top + rows.height()) * width);
      assertThat(Arrays.equals(rows.plane(plane), expected)).isTrue();
    }
    assertThat(rows.grid()).isEqualTo(whole.grid().fromRow(top));
  }

  @Test
  void aPictureOfSeveralStripsIsResampledAsAWhole() {
    for (final int[] size : new int[][] {{5003, 1999}, {1201, 5003}}) {
      final ShortProcessor values = new ShortProcessor(size[0], size[1]);
      final Random dice = new Random(7);
      for (int i = 0; i < values.getPixelCount(); i++) {
        values.set(i, dice.nextInt(4096));
      }
      values.setMinAndMax(100, 3000);
      final ImagePlus image = new ImagePlus("large.tif", values);
      for (final double scale : new double[] {1, 0.37, 1.25}) {
        final View view = view(image, Fit.OWN_SIZE, scale);
        final Picture picture = view.picture();
        final float[] expected = resampled(values, picture.width(), picture.height());
        for (int plane = 0; plane < 3; plane++) {
          assertThat(Arrays.equals(picture.plane(plane), expected)).isTrue();
        }
      }
    }
  }

  private static float[] resampled(final ImageProcessor values, final int width, final int height) {
    final float[] gray = new float[values.getPixelCount()];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = (float) Math.min(Math.max((values.getf(i) - 100.0) * (255.0 / 2900), 0), 255);
    }
    return new Resampling(
            FilterWeights.triangle(values.getWidth(), width, 0, width),
            FilterWeights.triangle(values.getHeight(), height, 0, height))
        .apply(gray);
  }

  @Test
  void aBadPixelIsNamedAsOnTheWholePicture() {
    final FloatProcessor values = (FloatProcessor) Samples.noise(32, 1);
    values.setf(7, 14, Float.NaN);
    for (int x = 0; x < Samples.WIDTH; x++) {
      values.setf(x, 19, Float.NaN);
    }
    final ImagePlus image = new ImagePlus("gaps.tif", values);
    image.setRoi(new OvalRoi(5, 3, 20, 18));
    final View view = view(image, Fit.OWN_SIZE, 1);
    assertThat(view.rows(0, 11).height()).isEqualTo(11);
    for (final int top : new int[] {11, 16}) {
      assertThatThrownBy(() -> view.rows(top, 1))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith(
              "\"gaps.tif\" has the value NaN at pixel (7, 14) of slice 1: remove");
    }
  }

  @Test
  void aSliceThatIsNaNEverywhereIsNamedAsSuch() {
    final float[] values = new float[30];
    Arrays.fill(values, Float.NaN);
    final View view =
        view(new ImagePlus("nothing.tif", new FloatProcessor(5, 6, values)), Fit.OWN_SIZE, 1);
    assertThatThrownBy(() -> view.rows(2, 1))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("slice 1 of \"nothing.tif\" is NaN everywhere");
  }

  @Test
  void aSliceOfAVirtualStackIsReadOnceForAllItsRows() {
    final Counting stack = new Counting();
    final ImageInput input =
        ImageInput.of(
            new ImagePlus("virtual.tif", stack),
            new InputRequest(Fit.OWN_SIZE, 1, DisplayRange.AUTO, true));
    final int before = stack.reads;
    for (final View view : input.views()) {
      for (int top = 0; top < view.height(); top++) {
        view.rows(top, 1);
      }
    }
    assertThat(stack.reads - before).isEqualTo(3);
    input.views().get(0).picture();
    assertThat(stack.reads - before).isEqualTo(4);
  }

  private static final class Counting extends VirtualStack {

    private int reads;

    Counting() {
      super(Samples.WIDTH, Samples.HEIGHT, null, null);
    }

    @Override
    public ImageProcessor getProcessor(final int n) {
      reads++;
      return Samples.noise(16, n);
    }

    @Override
    public int getSize() {
      return 3;
    }
  }
}
