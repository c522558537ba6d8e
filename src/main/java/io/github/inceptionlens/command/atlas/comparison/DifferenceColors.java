package io.github.inceptionlens.command.atlas.comparison;

import ij.process.LUT;
import io.github.inceptionlens.atlas.comparison.CellComparison;
import io.github.inceptionlens.image.display.Luts;
import java.util.Arrays;

/**
 * The colors of differences between shares: red where the treated have more, blue where the control
 * has, near white at 0, and gray for nothing.
 *
 * @param limit the difference of the reddest color, above 0
 */
record DifferenceColors(double limit) {

  /** What stands for nothing. */
  static final int GRAY = 0x60;

  /** The first color stands for NaN; no value comes so near to the lowest one. */
  private static final double ROOM = 1.02;

  private static final double NOTHING = 1e-6;
  private static final int LAST = 255;

  /** The colors that reach from the largest difference of any cell to its opposite. */
  static DifferenceColors of(final CellComparison comparison) {
    final double most =
        comparison.cells().stream()
            .mapToDouble(cell -> Math.abs(cell.difference()))
            .max()
            .orElse(0);
    return new DifferenceColors(ROOM * Math.max(most, NOTHING));
  }

  /** The color of a difference, RGB. */
  int of(final double difference) {
    final double part = (difference + limit) / (2 * limit);
    return Luts.diverging().getRGB((int) Math.max(1, Math.min(LAST, Math.round(part * LAST))));
  }

  /** All of them, from the lowest difference to the highest, the first for NaN. */
  LUT table() {
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
}
