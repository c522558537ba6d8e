package io.github.inceptionlens.image.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.macro.Interpreter;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.Samples;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.display.ValueLimits;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultImagesTest {

  private static final List<String> UNITS = List.of("mixed4c:447", "mixed4c:3");

  @Test
  void planesAreTheSlicesThemselves() {
    final ResultImages results = ResultImages.onRegion(input(Samples.image(8), false));
    final var planes = planes(results, 2);
    final ImagePlus image = results.image(planes, UNITS, "maps", Provenance.EMPTY);
    for (int i = 0; i < 2; i++) {
      assertThat(image.getStack().getPixels(i + 1)).isSameAs(planes.plane(i));
    }
    image.setSlice(1);
    image.getProcessor().setf(5, 6, 123);
    assertThat(planes.plane(0)[6 * Samples.WIDTH + 5]).isEqualTo(123);
    planes.plane(1)[0] = -7;
    assertThat(image.getStack().getProcessor(2).getf(0, 0)).isEqualTo(-7);
  }

  @Test
  void unitsAreChannelsAndFramesKeepDepthAndTime() {
    final ResultImages results = ResultImages.onRegion(input(Samples.hyperstack(8, 3, 2, 2), true));
    final ImagePlus image = results.image(planes(results, 8), UNITS, "maps", Provenance.EMPTY);
    assertThat(image.getDimensions()).containsExactly(Samples.WIDTH, Samples.HEIGHT, 2, 2, 2);
    assertThat(image.isHyperStack()).isTrue();
    assertThat(image.getBitDepth()).isEqualTo(32);
    final int slice = image.getStackIndex(2, 1, 2);
    assertThat(image.getStack().getSliceLabel(slice)).isEqualTo("mixed4c:3 c:1/3 z:1/2 t:2/2");
    assertThat(image.getStack().getProcessor(slice).getf(0)).isEqualTo(slice - 1);
  }

  @Test
  void oneFrameIsLabeledByItsUnitsAlone() {
    final ResultImages results = ResultImages.onRegion(input(Samples.stack(8, 3), false));
    final ImagePlus image = results.image(planes(results, 2), UNITS, "maps", Provenance.EMPTY);
    assertThat(image.getStack().getSliceLabel(1)).isEqualTo("mixed4c:447");
    assertThat(image.getDimensions()[3]).isEqualTo(2);
    assertThat(image.getTitle()).isEqualTo("stack-maps");
  }

  @Test
  void titleIsNewAmongBatchImages() {
    final ResultImages results = ResultImages.onRegion(input(Samples.image(8), false));
    final ImagePlus open = new ImagePlus("noise8-maps", new ByteProcessor(1, 1));
    Interpreter.batchMode = true;
    try {
      open.show();
      final ImagePlus image = results.image(planes(results, 2), UNITS, "maps", Provenance.EMPTY);
      assertThat(image.getTitle()).isEqualTo("noise8-maps-1");
    } finally {
      Interpreter.removeBatchModeImage(open);
      WindowManager.setTempCurrentImage(null);
      Interpreter.batchMode = false;
    }
  }

  @Test
  void wrongNumberOfPlanesIsAProgrammingError() {
    final ResultImages results = ResultImages.onRegion(input(Samples.image(8), false));
    final var planes = planes(results, 3);
    assertThatThrownBy(() -> results.image(planes, UNITS, "maps", Provenance.EMPTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 units");
  }

  @Test
  void oneDisplayRangeHoldsForAllSlices() {
    final ResultImages results = ResultImages.onRegion(input(Samples.image(8), false));
    final ImagePlus image = results.image(planes(results, 2), UNITS, "maps", Provenance.EMPTY);
    assertThat(image.getDisplayRangeMin()).isZero();
    assertThat(image.getDisplayRangeMax()).isEqualTo(1);
    image.setSlice(2);
    assertThat(image.getDisplayRangeMax()).isEqualTo(1);
    assertThat(image.getProcessor().getLut().getBytes()).isEqualTo(Luts.inferno().getBytes());
  }

  @Test
  void displayRangesAreNeverEmpty() {
    assertThat(displaying(0, 0)).isEqualTo(new ValueLimits(0, 1));
    assertThat(displaying(3, 3)).isEqualTo(new ValueLimits(0, 3));
    assertThat(displaying(-4, 2)).isEqualTo(new ValueLimits(-4, 2));
    assertThat(displaying(-4, -4)).isEqualTo(new ValueLimits(-4, 0));
    assertThat(displaying(Float.NaN, 2)).isEqualTo(new ValueLimits(0, 2));
  }

  @Test
  void cropKeepsCalibratedCoordinates() {
    final ImagePlus source = calibrated(Samples.stack(8, 4));
    source.setSlice(3);
    source.setRoi(new Roi(10, 7, 12, 9));
    final ResultImages results = ResultImages.onRegion(input(source, false));
    final ImagePlus image = results.image(planes(results, 2), UNITS, "maps", Provenance.EMPTY);
    final Calibration before = source.getCalibration();
    final Calibration after = image.getCalibration();
    assertThat(after.getX(2.5)).isCloseTo(before.getX(12.5), within(1e-9));
    assertThat(after.getY(4.5, 9)).isCloseTo(before.getY(11.5, Samples.HEIGHT), within(1e-9));
    assertThat(after.getZ(0)).isCloseTo(before.getZ(2), within(1e-9));
    assertThat(after.getUnit()).isEqualTo("mm");
    assertThat(after.frameInterval).isEqualTo(1.5);
    assertThat(after.getTimeUnit()).isEqualTo("min");
    assertThat(after.calibrated()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 4})
  void cropKeepsCoordinatesThatCountFromTheBottom(final double origin) {
    final ImagePlus source = calibrated(Samples.image(8));
    source.getCalibration().setInvertY(true);
    source.getCalibration().yOrigin = origin;
    source.setRoi(new Roi(10, 7, 12, 9));
    final Calibration after = input(source, false).calibration();
    assertThat(after.getY(4, 9))
        .isCloseTo(source.getCalibration().getY(11, Samples.HEIGHT), within(1e-9));
  }

  @Property(tries = 100)
  void unitOnTheLayersGridLiesOnTheCenterOfItsReceptiveField(
      @ForAll @IntRange(min = 1, max = 32) final int stride,
      @ForAll @IntRange(min = -3, max = 30) final int offset,
      @ForAll @IntRange(min = 0, max = 6) final int unit,
      @ForAll final Fit fit) {
    final ImagePlus source = calibrated(new ImagePlus("source", new ByteProcessor(600, 500)));
    source.setRoi(new Roi(31, 17, 448, 333));
    final ImageInput input =
        ImageInput.of(source, new InputRequest(fit, 1, DisplayRange.AUTO, false));
    final Geometry.Axis axis = new Geometry.Axis(224, 7, stride, offset, 1, 1);
    final ResultImages results = ResultImages.onLayer(input, new Geometry(axis, axis));
    final ImagePlus image =
        results.image(planes(results, 1), UNITS.subList(0, 1), "grid", Provenance.EMPTY);
    final Calibration grid = image.getCalibration();
    final Calibration before = source.getCalibration();
    final Placement placement = input.placement();
    final double x = placement.regionX(axis.center(unit)) + 31 + 0.5;
    final double y = placement.regionY(axis.center(unit)) + 17 + 0.5;
    assertThat(grid.getX(unit + 0.5)).isCloseTo(before.getX(x), within(1e-6));
    assertThat(grid.getY(unit + 0.5)).isCloseTo(before.getY(y), within(1e-6));
    assertThat(grid.pixelWidth).isCloseTo(0.25 * stride / placement.scaleX(), within(1e-9));
  }

  @Test
  void registrationChoosesTheGrid() {
    final Geometry geometry =
        new Geometry(
            new Geometry.Axis(Samples.WIDTH, 7, 4, 3, 1, 1),
            new Geometry.Axis(Samples.HEIGHT, 5, 4, 3, 1, 1));
    final ImageInput input = input(Samples.image(8), false);
    assertThat(ResultImages.of(input, geometry, Registration.NONE).width()).isEqualTo(7);
    assertThat(ResultImages.of(input, geometry, Registration.ALIGNED).width())
        .isEqualTo(Samples.WIDTH);
    assertThat(ResultImages.of(input, geometry, Registration.RESIZED).height())
        .isEqualTo(Samples.HEIGHT);
  }

  @Test
  void provenanceLabelsAndCalibrationSurviveTiff(@TempDir final Path folder) {
    final ImagePlus source = calibrated(Samples.hyperstack(8, 1, 2, 2));
    source.setProp("Secret", "of the source");
    final ResultImages results = ResultImages.onRegion(input(source, true));
    final Provenance provenance =
        Provenance.EMPTY.with("method", "activation").with("macro", "run(\"A b\", \"x=[c = d]\");");
    final ImagePlus image = results.image(planes(results, 8), UNITS, "maps", provenance);
    final String file = folder.resolve("maps.tif").toString();
    assertThat(new FileSaver(image).saveAsTiffStack(file)).isTrue();
    final ImagePlus again = IJ.openImage(file);
    assertThat(again.getProp("InceptionLens.method")).isEqualTo("activation");
    assertThat(again.getProp("InceptionLens.macro")).isEqualTo("run(\"A b\", \"x=[c = d]\");");
    assertThat(again.getProp("InceptionLens.image")).isEqualTo("stack.tif");
    assertThat(again.getProp("InceptionLens.range")).isEqualTo("auto (1-511)");
    assertThat(again.getProp("Secret")).isNull();
    assertThat(again.getDimensions()).isEqualTo(image.getDimensions());
    assertThat(again.getStack().getSliceLabel(4)).isEqualTo(image.getStack().getSliceLabel(4));
    assertThat(again.getCalibration().pixelWidth).isCloseTo(0.25, within(1e-6));
    assertThat(again.getCalibration().xOrigin).isCloseTo(3.5, within(1e-3));
  }

  @Test
  void singleSliceKeepsItsLabelInTiff(@TempDir final Path folder) {
    final ResultImages results = ResultImages.onRegion(input(Samples.image(8), false));
    final ImagePlus image =
        results.image(planes(results, 1), UNITS.subList(0, 1), "map", Provenance.EMPTY);
    final String file = folder.resolve("map.tif").toString();
    assertThat(new FileSaver(image).saveAsTiff(file)).isTrue();
    assertThat(IJ.openImage(file).getStack().getSliceLabel(1)).isEqualTo("mixed4c:447");
  }

  @Test
  void resultBeyondTheHeapIsRefusedWithNumbersAndARemedy() {
    final ResultImages results = ResultImages.onRegion(input(Samples.image(8), false));
    assertThatThrownBy(() -> results.requireRoom(Integer.MAX_VALUE))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("a result of 2147483647 slices of 31 x 23 pixels needs 5840896 MB,")
        .hasMessageContaining("MB left: ask for fewer channels");
    results.requireRoom(512);
  }

  private static ValueLimits displaying(final float... values) {
    return ValueLimits.displaying(List.of(values));
  }

  private static ImageInput input(final ImagePlus image, final boolean stack) {
    return ImageInput.of(image, new InputRequest(Fit.OWN_SIZE, 1, DisplayRange.AUTO, stack));
  }

  private static ImagePlus calibrated(final ImagePlus image) {
    final Calibration calibration = new Calibration(image);
    calibration.pixelWidth = 0.25;
    calibration.pixelHeight = 0.5;
    calibration.pixelDepth = 2;
    calibration.xOrigin = 3.5;
    calibration.yOrigin = -2;
    calibration.zOrigin = 1;
    calibration.frameInterval = 1.5;
    calibration.setTimeUnit("min");
    calibration.setUnit("mm");
    calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] {1, 2}, "OD");
    image.setCalibration(calibration);
    return image;
  }

  /** Planes that begin with their own index. */
  private static MapStack planes(final ResultImages results, final int count) {
    final List<float[]> planes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      planes.add(new float[results.width() * results.height()]);
      planes.get(i)[0] = i;
    }
    return new MapStack(results.width(), results.height(), planes);
  }
}
