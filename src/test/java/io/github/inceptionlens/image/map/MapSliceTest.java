package io.github.inceptionlens.image.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MapSliceTest {

  private static ImagePlus map(final String... rows) {
    final FloatProcessor pixels = new FloatProcessor(rows[0].length(), rows.length);
    for (int i = 0; i < pixels.getPixelCount(); i++) {
      final char digit = rows[i / pixels.getWidth()].charAt(i % pixels.getWidth());
      pixels.setf(i, digit - '0');
    }
    return new ImagePlus("map", pixels);
  }

  private static MapSlice cut(final ImagePlus map, final String threshold) {
    return MapSlice.of(map, 1, MapThreshold.parse(threshold), 1);
  }

  private static int kept(final ImagePlus map, final String threshold) {
    return cut(map, threshold).whole().pixels().length;
  }

  private static ImagePlus noise(final ImageProcessor pixels) {
    final Random random = new Random(4);
    for (int i = 0; i < pixels.getPixelCount(); i++) {
      pixels.setf(i, (float) (i % 3 == 0 ? 150 : 60) + (float) (15 * random.nextGaussian()));
    }
    return new ImagePlus("noise", pixels);
  }

  @Test
  void connectedRegionsAreMeasuredLargestSumFirst() {
    final ImagePlus map =
        map(
            "0000000", //
            "0200000", "0020990", "0000090");
    final List<MapRegion> regions = cut(map, "fraction:0.2").regions();
    assertThat(regions).hasSize(2);
    assertThat(regions.get(0).pixels()).containsExactly(18, 19, 26);
    assertThat(regions.get(0).sum()).isEqualTo(27);
    assertThat(regions.get(0).mean()).isEqualTo(9);
    assertThat(regions.get(0).x()).isEqualTo((4.5 + 5.5 + 5.5) / 3);
    assertThat(regions.get(0).y()).isEqualTo((2.5 + 2.5 + 3.5) / 3);
    assertThat(regions.get(1).pixels()).containsExactly(8, 16);
    assertThat(regions.get(1).largest()).isEqualTo(2);
    final MapRegion whole = cut(map, "fraction:0.2").whole();
    assertThat(whole.pixels()).containsExactly(8, 16, 18, 19, 26);
    assertThat(whole.sum()).isEqualTo(31);
    assertThat(MapSlice.of(map, 1, MapThreshold.parse("fraction:0.2"), 3).regions()).hasSize(1);
  }

  @Test
  void aRegionsOutlineHoldsItsPixelsAndNotItsHoles() {
    final ImagePlus map =
        map(
            "00000000", //
            "00999000",
            "00909000",
            "00999900");
    final MapRegion ring = cut(map, "fraction:1").regions().get(0);
    final Roi roi = ring.roi();
    assertThat(roi.getContainedPoints()).hasSize(9);
    for (int i = 0; i < 32; i++) {
      final boolean in = map.getProcessor().getf(i) == 9;
      assertThat(roi.contains(i % 8, i / 8)).as("pixel " + i).isEqualTo(in);
    }
    assertThat(cut(map, "fraction:1").mask().getStats().histogram[255]).isEqualTo(9);
  }

  @Test
  void aPercentileKeepsWhatLiesAboveIt() {
    final FloatProcessor ramp = new FloatProcessor(20, 10);
    for (int i = 0; i < 200; i++) {
      ramp.setf(i, 1000 - i);
    }
    assertThat(kept(new ImagePlus("ramp", ramp), "percentile:95")).isEqualTo(10);
    assertThat(kept(new ImagePlus("ramp", ramp), "percentile:50")).isEqualTo(100);
    assertThat(kept(map("0000000001", "0000000002"), "percentile:10")).isEqualTo(2);
  }

  @Test
  void otsuIsImageJsOwn() {
    for (final ImageProcessor pixels :
        List.of(new ByteProcessor(60, 50), new FloatProcessor(60, 50))) {
      final ImagePlus map = noise(pixels);
      final ImageProcessor copy = pixels.duplicate();
      copy.setAutoThreshold("Otsu dark");
      int expected = 0;
      for (int i = 0; i < copy.getPixelCount(); i++) {
        expected += copy.getf(i) >= copy.getMinThreshold() ? 1 : 0;
      }
      assertThat(expected).isBetween(900, 1100);
      assertThat(kept(map, "otsu")).isBetween(expected - 5, expected + 5);
    }
  }

  @Test
  void onlyTheSelectionCounts() {
    final ImagePlus map = noise(new FloatProcessor(60, 50));
    map.getProcessor().setf(0, 1e6f);
    map.setRoi(new OvalRoi(10, 10, 20, 20));
    final MapRegion kept = cut(map, "percentile:80").whole();
    for (final int i : kept.pixels()) {
      assertThat(map.getRoi().contains(i % 60, i / 60)).isTrue();
    }
    final int area = map.getRoi().getContainedPoints().length;
    assertThat(kept.pixels().length).isBetween(area / 5 - 1, area / 5);
  }

  @Test
  void theMapIsNotTouched() {
    final ImagePlus map = noise(new FloatProcessor(60, 50));
    final float[] before = ((float[]) map.getProcessor().getPixels()).clone();
    cut(map, "otsu").mask();
    assertThat((float[]) map.getProcessor().getPixels()).containsExactly(before);
  }

  @Test
  void calibratedValuesAreMeasured() {
    final ImagePlus map = new ImagePlus("map", new ByteProcessor(2, 1, new byte[] {1, 3}));
    map.getCalibration().setFunction(ij.measure.Calibration.STRAIGHT_LINE, new double[] {5, 2}, "");
    assertThat(cut(map, "fraction:1").whole().sum()).isEqualTo(11);
  }

  @Test
  void mapsThatCannotBeCutAreRefused() {
    check(map("000", "000"), "otsu", "slice 1 of \"map\" is 0.0 everywhere");
    final ImagePlus broken = map("001", "230");
    broken.getProcessor().setf(4, Float.NaN);
    check(broken, "otsu", "has the value NaN at pixel (1, 1)");
    final ImagePlus negative = map("001", "230");
    negative.getProcessor().subtract(9);
    check(negative, "fraction:0.5", "has no value above zero (the largest is -6.0)");
    check(map("0111", "1111"), "percentile:50", "has no region of at least 1 pixel(s)");
    check(new ImagePlus("rgb", new ColorProcessor(3, 3)), "otsu", "\"rgb\" is a color image");
    final ImagePlus selected = map("0001", "0002");
    selected.setRoi(0, 0, 2, 2);
    check(selected, "otsu", "everywhere in the selection");
  }

  private static void check(final ImagePlus map, final String threshold, final String sentence) {
    assertThatThrownBy(() -> cut(map, threshold))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "95",
        "percentile",
        "percentile:100",
        "percentile:-1",
        "percentile:x",
        "fraction:0",
        "fraction:1.5",
        "otsu:3",
        "percentile:NaN",
        "mean"
      })
  void otherThresholdsAreRefused(final String text) {
    assertThatThrownBy(() -> MapThreshold.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("threshold is \"" + text + "\", expected percentile:p");
    assertThat(MapThreshold.parse(" Percentile:97.5 ")).hasToString("percentile:97.5");
  }
}
