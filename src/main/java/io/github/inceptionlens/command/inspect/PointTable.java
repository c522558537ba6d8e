package io.github.inceptionlens.command.inspect;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.UnitValue;
import io.github.inceptionlens.network.architecture.EntryLabels;
import java.awt.geom.Point2D;
import java.util.List;

/** The table {@code InceptionV1 Point}: what the strongest channels give at places of images. */
final class PointTable {

  /** Its title. */
  static final String TITLE = "InceptionV1 Point";

  private static final int DECIMALS = 4;
  private static final double HALF = 0.5;

  private final ResultsTable table = new ResultsTable();

  PointTable() {
    table.setPrecision(DECIMALS);
  }

  /** The table itself. */
  ResultsTable table() {
    return table;
  }

  /**
   * Adds a row for each channel.
   *
   * @param slice from 1
   * @param at in pixels, whole numbers their centers
   */
  void add(
      final ImagePlus image,
      final int slice,
      final Point2D at,
      final List<UnitValue> values,
      final EntryLabels labels) {
    for (final UnitValue one : values) {
      table.addRow();
      table.addValue("Image", image.getTitle());
      table.addValue("Slice", slice);
      table.addValue("X", at.getX());
      table.addValue("Y", at.getY());
      table.addValue("Unit", one.unit().toString());
      table.addValue("Value", one.value());
      table.addValue("Label", labels.of(one.unit()).orElse(""));
      if (image.getCalibration().scaled()) {
        addCalibrated(image, at);
      }
    }
  }

  private void addCalibrated(final ImagePlus image, final Point2D at) {
    final Calibration calibration = image.getCalibration();
    table.addValue("Calibrated X", calibration.getX(at.getX() + HALF));
    table.addValue("Calibrated Y", calibration.getY(at.getY() + HALF, image.getHeight()));
    table.addValue("Length Unit", calibration.getUnits());
  }
}
