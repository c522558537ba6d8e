package io.github.inceptionlens.command.atlas.comparison;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.TextRoi;
import ij.process.FloatProcessor;
import ij.process.LUT;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.Luts;
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

  /** The first color stands for NaN; no value comes so near to the lowest one. */
  private static final double ROOM = 1.02;

  private static final double NOTHING = 1e-6;
  private static final int GRAY = 0x60;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.BOLD, 14);

  /** Draws it. */
  ImagePlus image(final String title, final Provenance provenance) {
    final FloatProcessor values = new FloatProcessor(SIDE, SIDE, pixels());
    final ImagePlus image = new ImagePlus(ResultImages.unique(title), values);
    image.setLut(table());
    final double most =
        report.comparison().cells().stream()
            .mapToDouble(cell -> Math.abs(cell.difference()))
            .max()
            .orElse(0);
    image.setDisplayRange(-ROOM * Math.max(most, NOTHING), ROOM * Math.max(most, NOTHING));
    image.setOverlay(numbers());
    ResultImages.describe(image, provenance);
    return image;
  }

  private static LUT table() {
    final byte[] colors = new byte[3 * 256];
    final LUT diverging = Luts.diverging();
    for (int i = 0; i < 256; i++) {
      colors[i] = (byte) (i == 0 ? GRAY : diverging.getRed(i));
      colors[256 + i] = (byte) (i == 0 ? GRAY : diverging.getGreen(i));
      colors[512 + i] = (byte) (i == 0 ? GRAY : diverging.getBlue(i));
    }
    return new LUT(
        Arrays.copyOfRange(colors, 0, 256),
        Arrays.copyOfRange(colors, 256, 512),
        Arrays.copyOfRange(colors, 512, 768));
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
