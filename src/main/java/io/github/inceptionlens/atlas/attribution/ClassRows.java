package io.github.inceptionlens.atlas.attribution;

import io.github.inceptionlens.core.LargestIndex;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The embedded vectors that make up the atlas of a class: those that contribute more to it than to
 * any other, and of all others that raise it the strongest.
 *
 * @see <a href="https://distill.pub/2019/activation-atlas">Carter et al. 2019</a>
 */
public final class ClassRows {

  /** So many that raise the class are taken besides. */
  public static final int STRONGEST = 2_000;

  private static final double CLIP = 0.99;

  private ClassRows() {}

  /**
   * The rows of a class.
   *
   * @param index of the class
   * @param most how many that raise it are taken besides those that raise it most of all classes
   * @return rows of the embedding, ascending
   */
  public static int[] of(final ClassAttribution attribution, final int index, final int most) {
    final int[] all = attribution.rows();
    final IntStream top =
        Arrays.stream(all).filter(row -> LargestIndex.of(values(attribution, row)) == index);
    final IntStream raising =
        Arrays.stream(all)
            .filter(row -> values(attribution, row)[index] > 0)
            .boxed()
            .sorted((a, b) -> Float.compare(at(attribution, b, index), at(attribution, a, index)))
            .limit(most)
            .mapToInt(Integer::intValue);
    return IntStream.concat(top, raising).distinct().sorted().toArray();
  }

  /**
   * Which of two classes each row raises more: the difference of what it contributes over the 99th
   * percentile of the differences' magnitudes.
   *
   * @param rows of the embedding, all of them attributed
   * @return [row], from -1 for the second to 1 for the first
   */
  public static float[] difference(
      final ClassAttribution attribution, final int[] rows, final int first, final int second) {
    final double[] differences =
        Arrays.stream(rows)
            .mapToDouble(row -> at(attribution, row, first) - at(attribution, row, second))
            .toArray();
    final double[] sizes = Arrays.stream(differences).map(Math::abs).sorted().toArray();
    final double clip = sizes.length == 0 ? 0 : sizes[(int) (CLIP * (sizes.length - 1))];
    final float[] scaled = new float[rows.length];
    for (int i = 0; i < scaled.length && clip > 0; i++) {
      scaled[i] = (float) Math.max(-1, Math.min(1, differences[i] / clip));
    }
    return scaled;
  }

  private static float at(final ClassAttribution attribution, final int row, final int index) {
    return values(attribution, row)[index];
  }

  private static float[] values(final ClassAttribution attribution, final int row) {
    return attribution.of(row).orElseThrow();
  }
}
