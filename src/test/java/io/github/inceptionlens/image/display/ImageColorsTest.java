package io.github.inceptionlens.image.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import io.github.inceptionlens.image.Samples;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import java.awt.Color;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageColorsTest {

  @Test
  void grayBytesPassBitForBitAtTheirUsualRange() {
    final ImagePlus image = Samples.image(8);
    final float[] expected = (float[]) Samples.noise(8, 8).convertToFloat().getPixels();
    for (int color = 0; color < 3; color++) {
      assertThat(Samples.plane(Samples.frame(image), color)).isEqualTo(expected);
    }
    assertThat(input(image, "auto").provenance().entries())
        .containsEntry("range", "auto (0-255)")
        .containsEntry("colours", "gray");
  }

  @Test
  void theDisplayRangeOfBytesCountsAsThatOfAllTypes() {
    final ImagePlus image =
        new ImagePlus("", new ByteProcessor(4, 1, new byte[] {40, 50, 75, 100}));
    image.setDisplayRange(50, 100);
    assertThat(Samples.plane(Samples.frame(image), 1)).containsExactly(0, 0, 127.5F, 255);
    assertThat(input(image, "auto").provenance().entries()).containsEntry("range", "auto (50-100)");
  }

  @Test
  void aRangeThatWasNeverSetIsNotBelieved() {
    final ImagePlus image =
        new ImagePlus("", new ShortProcessor(4, 1, new short[] {0, 100, 1200, 4000}, null));
    image.setDisplayRange(0, 1);
    assertThat(Samples.plane(Samples.frame(image), 1))
        .containsExactly(0, 100 * 255F / 4000, 1200 * 255F / 4000, 255);
    assertThat(input(image, "auto").range()).isEqualTo("auto (0-4000, the data's own range)");
    assertThat(input(image, "0-1").range()).isEqualTo("0-1");
  }

  @Test
  void aNarrowRangeThatShowsSomethingIsBelieved() {
    final short[] sparse = new short[1000];
    Arrays.fill(sparse, (short) 90);
    sparse[0] = 3000;
    final ImagePlus image = new ImagePlus("", new ShortProcessor(1000, 1, sparse, null));
    image.setDisplayRange(500, 4000);
    assertThat(input(image, "auto").range()).isEqualTo("auto (500-4000)");
    image.setDisplayRange(80, 85);
    assertThat(input(image, "auto").range()).isEqualTo("auto (90-3000, the data's own range)");
  }

  @Test
  void aChannelOfACompositeIsNotBelievedByItself() {
    final CompositeImage image = Samples.composite(16, 2, 1, 1);
    image.setC(2);
    image.setDisplayRange(0, 1);
    image.setC(1);
    assertThat(input(image, "auto").range()).contains(", the data's own range)");
  }

  @Test
  void anInfinitePixelIsToldAtOnceAndNotFirstTheRange() {
    final ImagePlus image =
        new ImagePlus("", new FloatProcessor(3, 1, new float[] {0, Float.POSITIVE_INFINITY, 1}));
    image.setDisplayRange(0, Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> input(image, "auto").frames().get(0).picture())
        .hasMessageContaining("has the value Infinity at pixel (1, 0)");
  }

  @Test
  void anInfinitePixelOutsideTheSelectionDoesNotMatter() {
    final ImagePlus image =
        new ImagePlus("", new FloatProcessor(3, 1, new float[] {Float.POSITIVE_INFINITY, 2, 4}));
    image.setDisplayRange(0, Double.POSITIVE_INFINITY);
    image.setRoi(1, 0, 2, 1);
    assertThat(input(image, "auto").range()).isEqualTo("auto (2-4, the data's own range)");
    assertThat(Samples.plane(Samples.frame(image), 0)).containsExactly(0, 255);
  }

  @Test
  void aRangeThatWasNeverSetIsNotBelievedOfSignedValues() {
    final float[] signed = new float[1000];
    for (int i = 0; i < signed.length; i++) {
      signed[i] = i - 500.5F;
    }
    final ImagePlus image = new ImagePlus("", new FloatProcessor(1000, 1, signed));
    image.setDisplayRange(0, 1);
    assertThat(input(image, "auto").range()).isEqualTo("auto (-500.5-498.5, the data's own range)");
    image.setDisplayRange(-1, 1);
    assertThat(input(image, "auto").range()).isEqualTo("auto (-1-1)");
  }

  @Test
  void aBlackSliceDoesNotRaiseDoubtsAboutTheRangeOfItsStack() {
    final ImagePlus image = Samples.stack(16, 3);
    image.getStack().setProcessor(new ShortProcessor(Samples.WIDTH, Samples.HEIGHT), 2);
    image.setSlice(2);
    image.setDisplayRange(1000, 4000);
    assertThat(input(image, "auto").range()).isEqualTo("auto (1000-4000)");
    assertThat(Samples.plane(Samples.frame(image), 0)).containsOnly(0);
    image.setDisplayRange(6000, 7000);
    assertThat(input(image, "auto").range()).contains(", the data's own range)");
  }

  @Test
  void anImageOfNothingButNaNIsCalledSo() {
    final float[] nothing = new float[4];
    Arrays.fill(nothing, Float.NaN);
    final ImagePlus image = new ImagePlus("void", new FloatProcessor(4, 1, nothing));
    image.setDisplayRange(0, 1);
    assertThatThrownBy(() -> Samples.frame(image).picture())
        .hasMessageContaining("slice 1 of \"void\" is NaN everywhere");
  }

  @Test
  void theThreePlanesOfGrayAreNotOneArray() {
    final var picture = Samples.frame(Samples.image(8)).picture();
    assertThat(picture.plane(0)).isNotSameAs(picture.plane(1));
  }

  @Test
  void sixteenBitsGoThroughTheDisplayRangeWithoutRounding() {
    final ImagePlus image =
        new ImagePlus("", new ShortProcessor(4, 1, new short[] {99, 100, 1200, 4001}, null));
    image.setDisplayRange(100, 4000);
    assertThat(Samples.plane(Samples.frame(image), 1))
        .containsExactly(0, 0, 1100 * 255F / 3900, 255);
    assertThat(input(image, "auto").provenance().entries())
        .containsEntry("range", "auto (100-4000)");
  }

  @Test
  void floatsGoThroughTheDisplayRangeWithoutRounding() {
    final ImagePlus image = new ImagePlus("", new FloatProcessor(3, 1, new float[] {-1, 0.1F, 1}));
    assertThat(Samples.plane(Samples.frame(image), 2))
        .containsExactly(new float[] {0, 140.25F, 255}, within(1e-4F));
  }

  @Test
  void oneRangeHoldsForTheWholeStack() {
    final ImagePlus image = Samples.stack(16, 3);
    image.setDisplayRange(0, 10000);
    final var frames = input(image, "auto", true).frames();
    for (int i = 0; i < 3; i++) {
      final float[] expected = (float[]) Samples.noise(16, i).convertToFloat().getPixels();
      final float[] plane = Samples.plane(frames.get(i), 0);
      assertThat(plane[77]).isCloseTo(expected[77] * 0.0255F, within(1e-3F));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32})
  void explicitRangeReplacesTheDisplayRange(final int bitDepth) {
    final ImagePlus image = Samples.image(bitDepth);
    final float[] values = (float[]) image.getProcessor().convertToFloat().getPixels();
    final float[] plane = Samples.plane(input(image, "0.5-200").frames().get(0), 0);
    for (int i = 0; i < values.length; i++) {
      final double expected = Math.min(Math.max((values[i] - 0.5) / 199.5, 0), 1) * 255;
      assertThat(plane[i]).isCloseTo((float) expected, within(1e-4F));
    }
  }

  @Test
  void signedSixteenBitRangesAreCalibratedValues() {
    final short[] raw = {(short) (32768 - 1000), (short) (32768 - 300), (short) (32768 + 400)};
    final ImagePlus image = new ImagePlus("ct", new ShortProcessor(3, 1, raw, null));
    final Calibration calibration = new Calibration(image);
    calibration.setSigned16BitCalibration();
    image.setCalibration(calibration);
    image.setDisplayRange(32768 - 1000, 32768 + 400);
    for (final String range : new String[] {"auto", "-1000-400"}) {
      assertThat(Samples.plane(input(image, range).frames().get(0), 0))
          .containsExactly(0, 127.5F, 255);
    }
    assertThat(input(image, "auto").provenance().entries())
        .containsEntry("range", "auto (-1000-400)");
  }

  @Test
  void fallingCalibrationKeepsBlackBelowWhite() {
    final ImagePlus image =
        new ImagePlus("", new ByteProcessor(3, 1, new byte[] {0, 100, (byte) 200}));
    final Calibration calibration = new Calibration(image);
    calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] {255, -1}, "inverse");
    image.setCalibration(calibration);
    assertThat(Samples.plane(input(image, "55-255").frames().get(0), 0))
        .containsExactly(0, 127.5F, 255);
  }

  @Test
  void rgbPassesBitForBitAndItsRangeActsOnEachChannel() {
    final ImagePlus image = Samples.image(24);
    assertThat(Samples.packed(Samples.frame(image))).isEqualTo(Samples.shown(image));
    final ImagePlus pixel = new ImagePlus("", new ColorProcessor(1, 1, new int[] {0x326496}));
    final Frame frame = input(pixel, "50-100").frames().get(0);
    assertThat(Samples.plane(frame, 0)).containsExactly(0);
    assertThat(Samples.plane(frame, 1)).containsExactly(255);
    assertThat(Samples.plane(frame, 2)).containsExactly(255);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32})
  void invertingTableInverts(final int bitDepth) {
    final ImagePlus image = Samples.image(bitDepth);
    final float[] upright = Samples.plane(Samples.frame(image), 0);
    image.getProcessor().invertLut();
    final float[] inverted = Samples.plane(Samples.frame(image), 0);
    for (int i = 0; i < upright.length; i++) {
      assertThat(inverted[i]).isEqualTo(255 - upright[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32})
  void colorTableLooksAsInImageJ(final int bitDepth) {
    final ImagePlus image = Samples.image(bitDepth);
    image.setLut(LUT.createLutFromColor(new Color(255, 128, 20)));
    assertThat(Samples.packed(Samples.frame(image))).isEqualTo(Samples.shown(image));
  }

  @Test
  void colorTableOfBytesHeedsTheDisplayRangeAndAnExplicitOne() {
    final ImagePlus image = Samples.image(8);
    image.setLut(LUT.createLutFromColor(Color.GREEN));
    final int[] whole = Samples.shown(image);
    image.setDisplayRange(40, 90);
    final int[] narrow = Samples.shown(image);
    assertThat(Samples.packed(Samples.frame(image))).isEqualTo(narrow).isNotEqualTo(whole);
    assertThat(Samples.packed(input(image, "0-255").frames().get(0))).isEqualTo(whole);
  }

  @Test
  void indexedColorWithFewEntriesGoesThroughItsTable() {
    final byte[] red = {0, 10, (byte) 200};
    final byte[] green = {0, 90, 7};
    final byte[] blue = {5, 0, (byte) 255};
    final ByteProcessor values = new ByteProcessor(3, 1, new byte[] {2, 1, 0});
    values.setColorModel(new IndexColorModel(8, 3, red, green, blue));
    final Frame frame = Samples.frame(new ImagePlus("indexed", values));
    assertThat(Samples.packed(frame)).containsExactly(0xffc807ff, 0xff0a5a00, 0xff000005);
  }

  @ParameterizedTest
  @CsvSource({"8, 2", "8, 4", "16, 3", "16, 2", "32, 3"})
  void compositeLooksAsInImageJ(final int bitDepth, final int channels) {
    final CompositeImage image = Samples.composite(bitDepth, channels, 2, 2);
    for (final int[] position : new int[][] {{1, 1, 1}, {2, 2, 1}, {1, 1, 2}, {2, 2, 2}}) {
      image.setPosition(position[0], position[1], position[2]);
      assertThat(Samples.packed(Samples.frame(image))).isEqualTo(Samples.shown(image));
    }
  }

  @Test
  void compositeLooksAsWhenImageJFlattensIt() {
    final CompositeImage image = Samples.composite(16, 3, 1, 1);
    assertThat(Samples.packed(Samples.frame(image)))
        .isEqualTo((int[]) image.flatten().getProcessor().getPixels());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1010", "0110", "0001", "0000"})
  void compositeMergesActiveChannelsOnly(final String active) {
    final CompositeImage image = Samples.composite(8, 4, 1, 1);
    image.setActiveChannels(active);
    assertThat(Samples.packed(Samples.frame(image))).isEqualTo(Samples.shown(image));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Max", "Min", "Invert", "Sum"})
  void compositeProjectsAsImageJDoes(final String projection) {
    final CompositeImage image = Samples.composite(16, 3, 1, 1);
    image.setProp("CompositeProjection", projection);
    assertThat(Samples.packed(Samples.frame(image))).isEqualTo(Samples.shown(image));
  }

  @Test
  void explicitRangeHoldsForAllMergedChannels() {
    final CompositeImage image = Samples.composite(16, 2, 1, 1);
    final int[] merged = Samples.packed(input(image, "500-2500").frames().get(0));
    for (int c = 1; c <= 2; c++) {
      image.setPosition(c, 1, 1);
      image.setDisplayRange(500, 2500);
    }
    assertThat(merged).isEqualTo(Samples.shown(image));
  }

  @Test
  void compositeSaysWhichChannelsAndRangesItMerged() {
    final CompositeImage image = Samples.composite(16, 3, 1, 1);
    image.setActiveChannels("101");
    assertThat(input(image, "auto").provenance().entries())
        .containsEntry("colours", "composite of channels 1, 3")
        .containsEntry("range", "auto (200-3000, 600-4200)");
  }

  @Test
  void colorModeTakesTheCurrentChannelThroughItsTable() {
    final CompositeImage image = Samples.composite(16, 3, 2, 1);
    image.setMode(IJ.COLOR);
    image.setPosition(2, 2, 1);
    assertThat(Samples.packed(Samples.frame(image))).isEqualTo(Samples.shown(image));
  }

  @Test
  void grayscaleModeTakesTheCurrentChannelInGray() {
    final CompositeImage image = Samples.composite(16, 3, 2, 1);
    image.setMode(IJ.GRAYSCALE);
    image.setPosition(2, 2, 1);
    final float[] values = (float[]) image.getStack().getProcessor(5).convertToFloat().getPixels();
    final float[] plane = Samples.plane(Samples.frame(image), 0);
    final double expected = Math.min(Math.max((values[9] - 400) / 3200, 0), 1) * 255;
    assertThat(plane[9]).isCloseTo((float) expected, within(1e-3F));
  }

  @Test
  void channelsOfAPlainHyperstackAreNotMerged() {
    final ImagePlus image = Samples.hyperstack(8, 3, 2, 1);
    image.setPosition(3, 1, 1);
    final float[] expected = (float[]) Samples.noise(8, 2).convertToFloat().getPixels();
    assertThat(Samples.plane(Samples.frame(image), 0)).isEqualTo(expected);
  }

  @Test
  void constantFloatImageIsBlack() {
    final ImagePlus image = new ImagePlus("", new FloatProcessor(2, 1, new float[] {3, 3}));
    assertThat(Samples.plane(Samples.frame(image), 0)).containsExactly(0, 0);
  }

  private static ImageInput input(final ImagePlus image, final String range) {
    return input(image, range, false);
  }

  private static ImageInput input(final ImagePlus image, final String range, final boolean stack) {
    return ImageInput.of(
        image, new InputRequest(Fit.OWN_SIZE, 1, DisplayRange.parse(range), stack));
  }
}
