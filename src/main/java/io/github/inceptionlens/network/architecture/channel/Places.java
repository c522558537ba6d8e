package io.github.inceptionlens.network.architecture.channel;

import io.github.inceptionlens.core.UserError;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.Locale;

/**
 * Some positions of a layer on a picture of one size.
 *
 * @param columns the layer's width in units
 * @param rows its height
 * @param chosen row-major; shared, not copied
 */
public record Places(int columns, int rows, BitSet chosen) {

  /**
   * @param chosen row-major
   */
  public static Places of(final int columns, final int rows, final boolean[] chosen) {
    final BitSet bits = new BitSet(chosen.length);
    for (int i = 0; i < chosen.length; i++) {
      bits.set(i, chosen[i]);
    }
    return new Places(columns, rows, bits);
  }

  /** Those on some rows, counted from the first of these. */
  public Places onRows(final int first, final int count) {
    return new Places(columns, count, chosen.get(first * columns, (first + count) * columns));
  }

  /**
   * Refuses a layer of another size.
   *
   * @param width the layer's, in units
   * @param height the layer's, in units
   */
  public void require(final long width, final long height) {
    if (width != columns || height != rows) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the edited places are of a layer of %d x %d units, but on this picture it has %d x"
                  + " %d: edit everywhere, or choose places of this picture",
              columns,
              rows,
              width,
              height));
    }
  }

  /** 1 for the chosen positions, 0 for others, row-major. */
  public float[] toArray() {
    final float[] values = new float[columns * rows];
    chosen.stream().forEach(i -> values[i] = 1);
    return values;
  }

  /** The size and the chosen positions, as hexadecimal digits. */
  @Override
  public String toString() {
    return columns + "x" + rows + "/" + new BigInteger(1, chosen.toByteArray()).toString(16);
  }
}
