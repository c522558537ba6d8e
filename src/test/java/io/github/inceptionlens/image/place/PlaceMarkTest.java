package io.github.inceptionlens.image.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pixels places are. */
final class PlaceMarkTest {

  private static ImagePlus image() {
    return IJ.createImage("mine", "8-bit black", 200, 160, 1);
  }

  private static List<Point> pixels(final PlaceMark mark, final ImagePlus image) {
    return List.of(mark.on(image).orElseThrow().getContainedPoints());
  }

  @Test
  void wholePixelsAreThePixels() {
    assertThat(pixels(PlaceMark.pixels(120, 90), image())).containsExactly(new Point(120, 90));
    assertThat(pixels(PlaceMark.pixels(0, 159), image())).containsExactly(new Point(0, 159));
  }

  /** What our tables write of a pixel leads back to that pixel. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void calibratedPlacesAreThePixelThatTablesWroteDown(final boolean upwards) {
    final ImagePlus image = image();
    final Calibration calibration = image.getCalibration();
    calibration.pixelWidth = 0.65;
    calibration.pixelHeight = 0.25;
    calibration.xOrigin = 17;
    calibration.yOrigin = 5.5;
    calibration.setUnit("um");
    calibration.setInvertY(upwards);
    image.setRoi(30, 20, 100, 100);
    final ImageInput input = ImageInput.of(image, InputRequest.ownSize());
    for (final Point at : List.of(new Point(0, 0), new Point(7, 91), new Point(99, 3))) {
      final PlaceMark mark = PlaceMark.calibrated(input.calibratedX(at.x), input.calibratedY(at.y));
      assertThat(pixels(mark, image)).containsExactly(new Point(30 + at.x, 20 + at.y));
    }
  }

  @Test
  void aUnitAtTheBorderMayLookBeyondItAndNothingElseMay() {
    assertThat(pixels(PlaceMark.calibrated(-10, 200.5 - 16), image()))
        .containsExactly(new Point(0, 159));
    assertThatThrownBy(() -> PlaceMark.calibrated(-60, 5).on(image()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "the place (-60.5, 4.5) in pixels lies outside of \"mine\" of 200 x 160 pixels");
    assertThatThrownBy(() -> PlaceMark.pixels(200, 5).on(image()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the place (200, 5) in pixels lies outside");
    assertThatThrownBy(() -> PlaceMark.pixels(Double.NaN, 5).on(image()))
        .isInstanceOf(UserError.class);
  }

  @Test
  void anAreaIsARectangleOfTheImage() {
    final Rectangle area = new Rectangle(150, 100, 50, 60);
    final Roi roi = PlaceMark.area(area).on(image()).orElseThrow();
    assertThat(roi.getType()).isEqualTo(Roi.RECTANGLE);
    assertThat(roi.getBounds()).isEqualTo(area);
    assertThatThrownBy(() -> PlaceMark.area(new Rectangle(150, 100, 51, 60)).on(image()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("51 x 60 pixels at (150, 100), does not lie within \"mine\"");
    assertThat(PlaceMark.NOTHING.on(image())).isEmpty();
  }

  @Test
  void twoPointsAreSelectedTogether() {
    assertThat(pixels(PlaceMark.pixels(1, 2).and(PlaceMark.pixels(30, 40)), image()))
        .containsExactly(new Point(1, 2), new Point(30, 40));
  }
}
