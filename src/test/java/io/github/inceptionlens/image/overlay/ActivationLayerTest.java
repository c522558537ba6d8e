package io.github.inceptionlens.image.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.Undo;
import ij.WindowManager;
import ij.gui.ImageRoi;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.io.FileSaver;
import ij.plugin.Duplicator;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.Samples;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.display.ValueLimits;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.architecture.Training;
import java.awt.Point;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationLayerTest {

  private static final String UNIT = "mixed4c:447";
  private static final ActivationLayer.Look PLAIN = look("auto", false);

  @ParameterizedTest
  @CsvSource({
    "mixed4c, 224, 224, 0, 0, 224, 224, 1",
    "mixed4c, 225, 225, 0, 0, 225, 225, 1",
    "mixed4c, 300, 451, 0, 0, 300, 451, 1",
    "mixed3b, 300, 451, 0, 0, 300, 451, 1",
    "mixed5b, 300, 451, 0, 0, 300, 451, 1",
    "conv2d2, 225, 225, 0, 0, 225, 225, 1",
    "mixed4c_pre_relu, 300, 451, 31, 57, 201, 333, 1",
    "mixed4c, 300, 451, 31, 57, 201, 333, 2",
    "mixed4c, 300, 451, 31, 57, 201, 333, 1.37",
    "mixed3b, 300, 451, 0, 0, 300, 451, 0.6"
  })
  void theHottestPixelIsTheCenterOfWhatTheUnitSees(
      final String layer,
      final int width,
      final int height,
      final int x,
      final int y,
      final int w,
      final int h,
      final double scale) {
    final ImagePlus image = new ImagePlus("own", new ByteProcessor(width, height));
    final Roi roi = new Roi(x, y, w, h);
    image.setRoi(roi);
    final ImageInput input =
        ImageInput.of(image, new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.AUTO, false));
    final Geometry geometry =
        Geometry.of(
            Training.CAFFE.architecture().layer(layer),
            input.networkWidth(),
            input.networkHeight());
    for (int column = 1; column < geometry.x().size() - 1; column += 3) {
      final int row = Math.max(1, geometry.y().size() - 2 - column % geometry.y().size());
      layer(input, planted(input, geometry, column, row), PLAIN).show(image);
      final double centerX = x + (geometry.x().center(column) + 0.5) / scaled(w, scale) - 0.5;
      final double centerY = y + (geometry.y().center(row) + 0.5) / scaled(h, scale) - 0.5;
      assertThat(hottest(image.getOverlay()))
          .allSatisfy(
              pixel -> {
                assertThat((double) pixel[0]).isCloseTo(centerX, within(0.5 + 1e-6));
                assertThat((double) pixel[1]).isCloseTo(centerY, within(0.5 + 1e-6));
              })
          .isNotEmpty();
    }
    assertThat(image.getOverlay().size()).isBetween(1, 8);
    assertThat(image.getRoi()).isSameAs(roi);
  }

  private static double scaled(final int length, final double scale) {
    return Math.rint(length * scale) / length;
  }

  @Test
  void whatDoesNotExceedTheMinimumIsTransparentAndTheStrongestHasTheOpacityAskedFor() {
    final ImagePlus image = new ImagePlus("white", white(6, 1));
    final float[] values = {-1, 0, 3, 3.001f, 6, 99};
    final ActivationLayer layer =
        layer(ImageInput.of(image, InputRequest.ownSize()), plane(6, values), look("3-6", false));
    layer.show(image);
    final int[] seen = (int[]) image.flatten().getProcessor().getPixels();
    for (int i = 0; i < 3; i++) {
      assertThat(seen[i] & 0xffffff).as("value " + values[i]).isEqualTo(0xffffff);
    }
    final int highest = Luts.inferno().getRGB(255);
    for (int color = 0; color < 24; color += 8) {
      final double expected = 0.6 * (highest >> color & 0xff) + 0.4 * 255;
      assertThat((double) (seen[4] >> color & 0xff)).isCloseTo(expected, within(2.0));
    }
    assertThat(seen[5]).isEqualTo(seen[4]);
    assertThat(seen[3] & 0xff).as("weakest, blue").isBetween(0xff * 8 / 10, 0xff * 98 / 100);
    assertThat(layer.range()).isEqualTo(new ValueLimits(3, 6));
  }

  @Test
  void opacityGrowsWithTheValueAndNoStepIsSeen() {
    final ImagePlus image = new ImagePlus("white", white(700, 10));
    final float[] values = new float[7000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 700 / 700f;
    }
    layer(ImageInput.of(image, InputRequest.ownSize()), plane(700, values), look("0-1", false))
        .show(image);
    assertThat(image.getOverlay().size()).isBetween(4, 8);
    final int[] shown = pixels(image);
    final LayerColors colors = new LayerColors(Luts.inferno(), new ValueLimits(0, 1));
    for (int left = 0; left < 490; left += 20) {
      double opacity = 0;
      for (int i = 0; i < 7000; i++) {
        if (i % 700 >= left && i % 700 < left + 20) {
          final int color = colors.of(values[i]) & 0xff;
          opacity += (255.0 - (shown[i] & 0xff)) / (255 - color) / 200;
        }
      }
      assertThat(opacity)
          .as("from " + left)
          .isCloseTo(0.6 * (0.2 + 0.8 * (left + 10) / 490), within(0.015));
    }
  }

  @Test
  void whatLiesBeyondASignedRangeHasItsOutermostColorsAndWhatLiesBelowZeroElseHasNone() {
    final LayerColors signed = new LayerColors(Luts.diverging(), new ValueLimits(-2, 2));
    assertThat(signed.of(-2)).isEqualTo(signed.of(-9)).isEqualTo(0xff0571b0);
    assertThat(signed.of(9)).isEqualTo(0xffca0220);
    assertThat(signed.of(Float.NaN)).isZero();
    final LayerColors positive = new LayerColors(Luts.inferno(), new ValueLimits(0, 2));
    assertThat(positive.of(-9)).isEqualTo(positive.of(0)).isZero();
  }

  @Test
  void whatFiresEverywhereIsNoVeilAndWeakNoiseIsNotDrawn() {
    final ImagePlus image = new ImagePlus("white", white(20, 20));
    final float[] values = new float[400];
    Arrays.fill(values, 0, 300, 40);
    Arrays.fill(values, 300, 380, 5);
    Arrays.fill(values, 380, 400, 100);
    layer(ImageInput.of(image, InputRequest.ownSize()), plane(20, values), PLAIN).show(image);
    assertThat(drawn(image)).hasSize(20).allSatisfy(i -> assertThat(i).isGreaterThanOrEqualTo(380));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 25, 60, 100})
  void allElementsTogetherTakeFourTimesTheImageAtMost(final double opacity) {
    final ImagePlus image = new ImagePlus("white", white(60, 50));
    final float[] corners = new float[3000];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = i % 60 == i / 60 || i % 60 == 59 - i / 60 ? 10 : i % 10;
    }
    final ActivationLayer.Look look =
        ActivationLayer.Look.of(Luts.inferno(), opacity, DisplayRange.AUTO);
    layer(ImageInput.of(image, InputRequest.ownSize()), plane(60, corners), look).show(image);
    long pixels = 0;
    for (final Roi element : image.getOverlay().toArray()) {
      pixels +=
          element.getName().endsWith("bar")
              ? 0
              : element.getBounds().width * element.getBounds().height;
    }
    assertThat(pixels).isBetween(3000L, 4 * 3000L);
  }

  @Test
  void whatTheNetworkDidNotSeeIsFramedNotZero() {
    final ImagePlus image = new ImagePlus("white", white(300, 200));
    final ImageInput input =
        ImageInput.of(image, new InputRequest(Fit.CENTER_CROP, 1, DisplayRange.AUTO, false));
    final float[] values = new float[300 * 200];
    Arrays.fill(values, Float.NaN);
    layer(input, plane(300, values), PLAIN).show(image);
    final Roi border = image.getOverlay().get(1);
    assertThat(border.getName()).isEqualTo("InceptionV1 analyzed area");
    assertThat(border.getBounds()).isEqualTo(new Rectangle(50, 0, 200, 200));
    ActivationLayer.clear(image);
    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void aTinyImageHasNoBar() {
    final ImagePlus image = new ImagePlus("white", white(40, 40));
    layer(ImageInput.of(image, InputRequest.ownSize()), ramp(40, 40), look("auto", true))
        .show(image);
    assertThat(Arrays.stream(image.getOverlay().toArray()).map(Roi::getName))
        .containsOnly("InceptionV1 " + UNIT);
  }

  @ParameterizedTest
  @CsvSource({"35.21, 35.3", "0.00123456, 0.00124", "1234.5, 1240", "7, 7", "-3, 1", "0, 1"})
  void automaticRangeGoesFromZeroToTheLargestValueRoundedUp(final float max, final double top) {
    assertThat(ValueLimits.positive(List.of(new float[] {-9, max})))
        .isEqualTo(new ValueLimits(0, top));
  }

  @ParameterizedTest
  @CsvSource({"Grays", "Fire", "Ice", "Red", "inferno", "INFERNO", "3-3-2 RGB"})
  void noColorOfALookupTableIsTransparent(final String lut) {
    final LayerColors colors = new LayerColors(Luts.named(lut), new ValueLimits(0, 255));
    for (int value = 1; value < 256; value++) {
      final int color = colors.of(value);
      final int sum = (color >> 16 & 0xff) + (color >> 8 & 0xff) + (color & 0xff);
      assertThat(sum).isGreaterThanOrEqualTo(6);
    }
    assertThat(colors.of(0)).isZero();
  }

  @Test
  void aTableThatEndsInBlackIsNotTransparentThere() {
    final LayerColors colors =
        new LayerColors(Luts.named("Grays").createInvertedLut(), new ValueLimits(0, 255));
    assertThat(colors.of(255)).isEqualTo(0xff020202);
    assertThat(colors.of(1)).isEqualTo(0xffffffff);
  }

  @Test
  void aSecondRunReplacesOurLayerAndClearLeavesTheUsersElements() {
    final ImagePlus image = new ImagePlus("own", white(40, 30));
    final Roi users = new OvalRoi(3, 4, 5, 6);
    users.setName("InceptionV1 mixed4c:447");
    image.setOverlay(new Overlay(users));
    image.getOverlay().drawLabels(true);
    final ImageInput input = ImageInput.of(image, InputRequest.ownSize());
    layer(input, ramp(40, 30), look("auto", true)).show(image);
    assertThat(image.getOverlay().size()).isGreaterThan(5);
    layer(input, ramp(40, 30), PLAIN).show(image);
    assertThat(image.getOverlay().toArray()).hasSize(9).startsWith(users);
    assertThat(image.getOverlay().getDrawLabels()).isTrue();
    ActivationLayer.clear(image);
    assertThat(image.getOverlay().toArray()).containsExactly(users);
  }

  @Test
  void undoBringsTheOverlayBack() {
    final ImagePlus image = new ImagePlus("own", white(40, 30));
    WindowManager.setTempCurrentImage(image);
    try {
      final ImageInput input = ImageInput.of(image, InputRequest.ownSize());
      layer(input, ramp(40, 30), look("auto", true)).show(image);
      final int shown = image.getOverlay().size();
      Undo.undo();
      assertThat(image.getOverlay().size()).isZero();
      layer(input, ramp(40, 30), look("auto", true)).show(image);
      ActivationLayer.clear(image);
      assertThat(image.getOverlay()).isNull();
      Undo.undo();
      assertThat(image.getOverlay().size()).isEqualTo(shown);
    } finally {
      WindowManager.setTempCurrentImage(null);
    }
  }

  @Test
  void barTellsUnitAndRangeInsideTheImage() {
    final ImagePlus image = new ImagePlus("own", white(224, 224));
    layer(ImageInput.of(image, InputRequest.ownSize()), ramp(224, 224), look("0-35.3", true))
        .show(image);
    final List<String> texts = new ArrayList<>();
    for (final Roi element : image.getOverlay().toArray()) {
      assertThat(new Roi(0, 0, 224, 224).getBounds().contains(element.getBounds()))
          .as(element.toString())
          .isTrue();
      if (element instanceof TextRoi text) {
        texts.add(text.getText().strip());
      }
    }
    assertThat(texts).containsExactly(UNIT, "35.3", "17.7", "0");
  }

  @ParameterizedTest
  @CsvSource({"0, 0, right, top", "215, 10, right, bottom", "10, 215, right, top"})
  void barStandsInACornerWhereTheUnitDoesNotFire(
      final int x, final int y, final String horizontal, final String vertical) {
    final ImagePlus image = new ImagePlus("own", white(224, 224));
    final float[] values = new float[224 * 224];
    values[y * 224 + x] = 1;
    layer(ImageInput.of(image, InputRequest.ownSize()), plane(224, values), look("auto", true))
        .show(image);
    final Rectangle ground = image.getOverlay().get(1).getBounds();
    assertThat(ground.contains(x, y)).isFalse();
    assertThat(ground.x > 112 ? "right" : "left").isEqualTo(horizontal);
    assertThat(ground.y > 50 ? "bottom" : "top").isEqualTo(vertical);
  }

  @Test
  void duplicateCropSaveAndReopenKeepLayerLabelsAndProvenance(@TempDir final Path folder) {
    final ImagePlus image = new ImagePlus("own.tif", white(128, 96));
    image.setProp("Users", "own");
    layer(ImageInput.of(image, InputRequest.ownSize()), ramp(128, 96), look("auto", true))
        .show(image);
    final ImagePlus copy = image.duplicate();
    copy.setRoi(8, 0, 120, 90);
    final ImagePlus crop = copy.crop();
    final String file = folder.resolve("own.tif").toString();
    assertThat(new FileSaver(crop).saveAsTiff(file)).isTrue();
    final ImagePlus again = IJ.openImage(file);
    assertThat(again.getOverlay().size()).isEqualTo(image.getOverlay().size());
    final ImageRoi before = (ImageRoi) image.getOverlay().get(0);
    final ImageRoi after = (ImageRoi) again.getOverlay().get(0);
    assertThat(crop.getOverlay().get(0).getName()).isEqualTo("InceptionV1 mixed4c:447");
    assertThat(after.getProperty("InceptionLens.unit")).isEqualTo("mixed4c:447");
    final Roi last = again.getOverlay().get(again.getOverlay().size() - 1);
    assertThat(last.getName()).isEqualTo("InceptionV1 mixed4c:447 bar");
    assertThat(after.getBounds().getLocation()).isEqualTo(new Point(-8, before.getBounds().y));
    assertThat(after.getOpacity()).isEqualTo(before.getOpacity());
    assertThat(pixels(again)).isEqualTo(pixels(crop));
    assertThat(after.getZeroTransparent()).isTrue();
    assertThat(colors(after)).isEqualTo(colors(before));
    assertThat(after.getProperty("InceptionLens.macro")).isEqualTo("run(\"A b\", \"x=[c = d]\");");
    assertThat(after.getProperty("InceptionLens.image")).isEqualTo("own.tif");
    assertThat(after.getProperties()).isEqualTo(before.getProperties());
    assertThat(last).isInstanceOf(TextRoi.class);
    assertThat(again.getProp("Users")).isEqualTo("own");
    assertThat(Arrays.toString(image.getPropertiesAsArray())).doesNotContain("InceptionLens");
    ActivationLayer.clear(again);
    assertThat(again.getOverlay()).isNull();
  }

  @Test
  void everySliceOfAHyperstackShowsItsOwnLayer(@TempDir final Path folder) {
    final ImagePlus image = Samples.hyperstack(8, 2, 3, 2);
    image.setPosition(2, 1, 1);
    layers(image, true).show(image);
    assertThat(image.getOverlay().size()).isEqualTo(6);
    final String file = folder.resolve("h.tif").toString();
    assertThat(new FileSaver(image).saveAsTiffStack(file)).isTrue();
    for (final ImagePlus one : List.of(image, IJ.openImage(file))) {
      assertThat(places(one.getOverlay()))
          .containsExactly("2 1 1", "2 2 1", "2 3 1", "2 1 2", "2 2 2", "2 3 2");
    }
    for (int i = 0; i < 6; i++) {
      image.setPosition(2, i % 3 + 1, i / 3 + 1);
      assertThat(drawn(image)).containsExactly(i);
      image.setPosition(1, i % 3 + 1, i / 3 + 1);
      assertThat(drawn(image)).isEmpty();
    }
    final ImagePlus last = new Duplicator().run(image, 2, 2, 3, 3, 2, 2);
    assertThat(last.getOverlay().size()).isEqualTo(1);
    assertThat(colors((ImageRoi) last.getOverlay().get(0)))
        .isEqualTo(colors((ImageRoi) image.getOverlay().get(5)));
  }

  @Test
  void aCompositesLayerIsSeenWithAllItsChannels() {
    final ImagePlus image = Samples.composite(8, 3, 2, 1);
    image.setPosition(2, 2, 1);
    layers(image, false).show(image);
    assertThat(places(image.getOverlay())).containsExactly("0 2 1");
    image.setPosition(3, 2, 1);
    assertThat(drawn(image)).containsExactly(0);
    image.setPosition(3, 1, 1);
    assertThat(drawn(image)).isEmpty();
  }

  @Test
  void aRunOnOneSliceLeavesTheLayersOfOthers() {
    final ImagePlus image = Samples.stack(8, 3);
    layers(image, true).show(image);
    final Roi first = image.getOverlay().get(0);
    image.setSlice(2);
    layers(image, false).show(image);
    assertThat(Arrays.stream(image.getOverlay().toArray()).map(Roi::getPosition))
        .containsExactly(1, 3, 2);
    assertThat(image.getOverlay().get(0)).isSameAs(first);
    image.setSlice(3);
    assertThat(drawn(image)).containsExactly(2);
  }

  @Test
  void aBackslashNeverReachesTheSavedProperties() {
    final ImagePlus image = new ImagePlus("a\\b", white(4, 4));
    layer(ImageInput.of(image, InputRequest.ownSize()), ramp(4, 4), PLAIN).show(image);
    final Roi layer = image.getOverlay().get(0);
    assertThat(layer.getProperties()).doesNotContain("\\");
    assertThat(layer.getProperty("InceptionLens.activations")).isEqualTo("0-15");
  }

  private static ActivationLayer layers(final ImagePlus image, final boolean stack) {
    final ImageInput input =
        ImageInput.of(image, new InputRequest(Fit.OWN_SIZE, 1, DisplayRange.AUTO, stack));
    final List<float[]> planes = new ArrayList<>();
    for (int i = 0; i < input.frames().size(); i++) {
      planes.add(new float[Samples.WIDTH * Samples.HEIGHT]);
      planes.get(i)[i] = i + 10;
    }
    return layer(input, new MapStack(Samples.WIDTH, Samples.HEIGHT, planes), PLAIN);
  }

  /** The pixels that ImageJ draws otherwise because of the overlay. */
  private static List<Integer> drawn(final ImagePlus image) {
    final int[] with = (int[]) image.flatten().getProcessor().getPixels();
    final Overlay overlay = image.getOverlay();
    image.setOverlay((Overlay) null);
    final int[] without = (int[]) image.flatten().getProcessor().getPixels();
    image.setOverlay(overlay);
    return IntStream.range(0, with.length).filter(i -> with[i] != without[i]).boxed().toList();
  }

  private static List<String> places(final Overlay overlay) {
    return Arrays.stream(overlay.toArray())
        .map(e -> e.getCPosition() + " " + e.getZPosition() + " " + e.getTPosition())
        .toList();
  }

  private static ActivationLayer layer(
      final ImageInput input, final MapStack maps, final ActivationLayer.Look look) {
    final Provenance provenance = Provenance.EMPTY.with("macro", "run(\"A b\", \"x=[c = d]\");");
    return ActivationLayer.of(input, maps, UNIT, look, provenance);
  }

  private static ActivationLayer.Look look(final String range, final boolean bar) {
    return ActivationLayer.Look.of(Luts.inferno(), 60, DisplayRange.parse(range)).bar(bar);
  }

  /** The registered map of a layer whose unit at one place is the only one that fires. */
  private static MapStack planted(
      final ImageInput input, final Geometry geometry, final int column, final int row) {
    final float[] units = new float[geometry.x().size() * geometry.y().size()];
    units[row * geometry.x().size() + column] = 10;
    return plane(
        input.region().width, Registration.ALIGNED.place(units, geometry, input.placement()));
  }

  private static MapStack plane(final int width, final float[] values) {
    return new MapStack(width, values.length / width, List.of(values));
  }

  private static MapStack ramp(final int width, final int height) {
    final float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return plane(width, values);
  }

  private static ImageProcessor white(final int width, final int height) {
    final ByteProcessor white = new ByteProcessor(width, height);
    white.setColor(255);
    white.fill();
    return white;
  }

  private static int[] colors(final ImageRoi layer) {
    final ImageProcessor pixels = layer.getProcessor();
    final int[] colors = new int[pixels.getPixelCount()];
    for (int i = 0; i < colors.length; i++) {
      colors[i] = pixels.get(i) & 0xffffff;
    }
    return colors;
  }

  private static int[] pixels(final ImagePlus shown) {
    return (int[]) shown.flatten().getProcessor().getPixels();
  }

  /** The pixels of the image where the layer has its brightest color. */
  private static List<int[]> hottest(final Overlay overlay) {
    final ImageRoi layer = (ImageRoi) overlay.get(0);
    final int[] colors = colors(layer);
    int brightest = 0;
    for (final int color : colors) {
      brightest = Math.max(brightest, sum(color));
    }
    final List<int[]> pixels = new ArrayList<>();
    for (int i = 0; i < colors.length; i++) {
      if (sum(colors[i]) == brightest) {
        final int width = layer.getBounds().width;
        pixels.add(new int[] {layer.getBounds().x + i % width, layer.getBounds().y + i / width});
      }
    }
    return pixels;
  }

  private static int sum(final int color) {
    return (color >> 16 & 0xff) + (color >> 8 & 0xff) + (color & 0xff);
  }

  @Test
  void nothingIsDrawnOutsideTheSelectionsShape() {
    final ImagePlus image = IJ.createImage("plain", "8-bit ramp", 60, 60, 1);
    image.setRoi(new OvalRoi(10, 20, 30, 30));
    final ImageInput input = ImageInput.of(image, InputRequest.ownSize());
    final float[] plane = new float[30 * 30];
    Arrays.fill(plane, 2);
    plane[0] = 50; // outside the oval: neither drawn nor in the range
    final ActivationLayer layer =
        ActivationLayer.of(
            input, new MapStack(30, 30, List.of(plane)), "mixed4c:1", PLAIN, Provenance.EMPTY);
    final ImageProcessor drawn = ((ImageRoi) layer.over(null).get(0)).getProcessor();
    assertThat(drawn.get(0, 0) & 0xffffff).isZero();
    assertThat(drawn.get(29, 29) & 0xffffff).isZero();
    assertThat(drawn.get(15, 15) & 0xffffff).isNotZero();
    assertThat(layer.range().max()).isEqualTo(2);
  }
}
