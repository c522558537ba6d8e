package io.github.inceptionlens.network.architecture.channel;

import java.math.BigInteger;
import java.util.BitSet;

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
