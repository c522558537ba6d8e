package io.github.inceptionlens.image.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import java.awt.Rectangle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells side by side over an image. */
final class CellGridTest {

  private static final int CELL = 12;
  private static final Geometry UNITS =
      new Geometry(
          new Geometry.Axis(64, 4, 16, 7.5, 91, 1), new Geometry.Axis(48, 3, 16, 7.5, 91, 1));

  private static ImagePlus image() {
    final ImagePlus image = IJ.createImage("a.tif", "8-bit ramp", 64, 48, 2);
    image.getCalibration().pixelWidth = 0.5;
    image.getCalibration().pixelHeight = 0.25;
    image.getCalibration().setUnit("um");
    image.setSlice(2);
    return image;
  }

  private static ImagePlus shown(final CellGrid grid) {
    final int pixels = 4 * CELL * 3 * CELL;
    final Picture mosaic =
        new Picture(
            4 * CELL, 3 * CELL, List.of(new float[pixels], new float[pixels], new float[pixels]));
    return grid.picture(mosaic, "cells").image("cells", Provenance.EMPTY.with(grid.provenance()));
  }

  private static ImageInput input(final ImagePlus image, final double scale) {
    return ImageInput.of(image, new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.AUTO, false));
  }

  /** The places of borders in both, in calibrated units. */
  @Test
  void aMosaicOfAllUnitsCoversTheImage() {
    final ImagePlus image = image();
    final ImagePlus seen = shown(new CellGrid(input(image, 1), UNITS, CELL));
    assertThat(seen.getCalibration().getUnit()).isEqualTo("µm");
    assertThat(seen.getCalibration().getX(0.0)).isCloseTo(0, within(1e-9));
    assertThat(seen.getCalibration().getY(0.0, seen.getHeight())).isCloseTo(0, within(1e-9));
    assertThat(seen.getCalibration().getX(4.0 * CELL)).isCloseTo(32, within(1e-9));
    assertThat(seen.getCalibration().getY(3.0 * CELL, seen.getHeight()))
        .isCloseTo(12, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 0.5})
  void aCellIsCenteredOnWhatItsUnitSees(final double scale) {
    final ImagePlus image = image();
    image.setRoi(new Roi(8, 4, 40, 30));
    final ImageInput input = input(image, scale);
    final ImagePlus seen = shown(new CellGrid(input, UNITS, CELL));
    final double x = seen.getCalibration().getX(2.5 * CELL);
    final double y = seen.getCalibration().getY(1.5 * CELL, seen.getHeight());
    assertThat(x)
        .isCloseTo(input.calibratedX(input.placement().regionX(UNITS.x().center(2))), within(1e-9));
    assertThat(y)
        .isCloseTo(input.calibratedY(input.placement().regionY(UNITS.y().center(1))), within(1e-9));
  }

  @Test
  void cellsLeadToPartsOfTheImageThatMeet() {
    final CellGrid grid = new CellGrid(input(image(), 1), UNITS, CELL);
    assertThat(grid.on(0)).isEqualTo(new Rectangle(0, 0, 16, 16));
    assertThat(grid.on(6)).isEqualTo(new Rectangle(32, 16, 16, 16));
    assertThat(grid.at(6)).isEqualTo(new Rectangle(2 * CELL, CELL, CELL, CELL));
  }

  @Test
  void anOutlineOnTheMosaicIsOneOnTheImagesSlice() {
    final ImagePlus seen = shown(new CellGrid(input(image(), 1), UNITS, CELL));
    final MapGrid grid = MapGrid.of(seen).orElseThrow();
    assertThat(grid.onImage(new Roi(CELL, 0, CELL, 2 * CELL)).getBounds())
        .isEqualTo(new Rectangle(16, 0, 16, 32));
    final Roi outline = new Roi(0, 0, 3, 3);
    MapGrid.place(outline, seen, 1);
    assertThat(outline.getPosition()).isEqualTo(2);
  }
}
