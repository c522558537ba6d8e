package io.github.inceptionlens.command.atlas.comparison;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.TextRoi;
import ij.process.FloatProcessor;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;

/**
 * The map of an atlas, on which every vector is a disc that has the difference of its cell's
 * shares; NaN, shown in gray, where there is none.
 */
record DifferenceImage(ComparisonReport report) {

  private static final int SIDE = 512;
  private static final double LEAST_RADIUS = 3;
  private static final double LARGEST_RADIUS = 12;

  private static final Font FONT = new Font(Font.SANS_SERIF, Font.BOLD, 14);

  /** Draws it. */
  ImagePlus image(final String title, final Provenance provenance) {
    final FloatProcessor values = new FloatProcessor(SIDE, SIDE, pixels());
    final ImagePlus image = new ImagePlus(ResultImages.unique(title), values);
    final DifferenceColors colors = DifferenceColors.of(report.comparison());
    image.setLut(colors.table());
    image.setDisplayRange(-colors.limit(), colors.limit());
    image.setOverlay(numbers());
    ResultImages.describe(image, provenance);
    return image;
  }

  /** Each pixel belongs to the nearest vector, if one is near. */
  private float[] pixels() {
    final float[] pixels = new float[SIDE * SIDE];
    final double[] nearest = new double[SIDE * SIDE];
    Arrays.fill(pixels, Float.NaN);
    final float[] map = report.atlas().map();
    final int[] cells = report.atlas().cellOf();
    final double radius =
        Math.max(LEAST_RADIUS, Math.min(LARGEST_RADIUS, SIDE / Math.sqrt(cells.length)));
    Arrays.fill(nearest, radius);
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] >= 0) {
        final float value = (float) report.comparison().cells().get(cells[i]).difference();
        draw(pixels, nearest, map[2 * i] * SIDE - 0.5, map[2 * i + 1] * SIDE - 0.5, radius, value);
      }
    }
    return pixels;
  }

  private static void draw(
      final float[] pixels,
      final double[] nearest,
      final double x,
      final double y,
      final double radius,
      final float value) {
    for (int row = (int) Math.max(0, y - radius); row <= Math.min(SIDE - 1, y + radius); row++) {
      for (int at = (int) Math.max(0, x - radius); at <= Math.min(SIDE - 1, x + radius); at++) {
        final double distance = Math.hypot(at - x, row - y);
        if (distance < nearest[row * SIDE + at]) {
          nearest[row * SIDE + at] = distance;
          pixels[row * SIDE + at] = value;
        }
      }
    }
  }

  /** Of the cells that differ, each at the mean place of its vectors. */
  private Overlay numbers() {
    final Overlay numbers = new Overlay();
    for (final int index : report.differing()) {
      final AtlasCell cell = report.atlas().cells().get(index);
      final TextRoi number = new TextRoi(0, 0, String.valueOf(cell.number()), FONT);
      number.setStrokeColor(Color.BLACK);
      number.setFillColor(Color.WHITE);
      number.setLocation(
          cell.x() * SIDE - number.getFloatWidth() / 2,
          cell.y() * SIDE - number.getFloatHeight() / 2);
      numbers.add(number);
    }
    return numbers;
  }
}
