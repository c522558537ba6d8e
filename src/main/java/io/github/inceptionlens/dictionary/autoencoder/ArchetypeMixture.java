package io.github.inceptionlens.dictionary.autoencoder;

import io.github.inceptionlens.dictionary.vectors.FloatRows;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Atoms as convex mixtures of real places: each is the direction of {@code Σ w · (x − center)} with
 * weights of 0 and above that sum to 1.
 *
 * @param weights [entry, place], row-major
 * @param places [place, channel], less the center, in the units of the training
 * @param count of places
 */
public record ArchetypeMixture(float[] weights, float[] places, int count) {

  /** Of so many places an atom is mixed at most. */
  public static final int PARTS = 32;

  /** Smaller weights are left out in the end. */
  private static final float LEAST = 0.01f;

  private static final float HALF = 0.5f;

  /** An atom per place; where there are more atoms, halves of two places each. */
  public static ArchetypeMixture start(
      final int entries, final float[] places, final int count, final Random dice) {
    final float[] weights = new float[entries * count];
    for (int entry = 0; entry < entries; entry++) {
      weights[entry * count + entry % count] += HALF;
      final int other = entry < count ? entry : dice.nextInt(count);
      weights[entry * count + other] += HALF;
    }
    return new ArchetypeMixture(weights, places, count);
  }

  private int entries() {
    return weights.length / count;
  }

  /** Makes a decoder's rows of the mixtures, before they are brought to length 1. */
  private void mix(final MatrixProducts products, final float[] into) {
    final int channels = places.length / count;
    products.times(weights, entries(), places, channels, count, into);
  }

  /** Makes an autoencoder's atoms. */
  public void decode(final MatrixProducts products, final Autoencoder model) {
    mix(products, model.decoder());
    model.normalize();
  }

  /**
   * The derivatives by the weights.
   *
   * @param slopes by the atoms, along each of which there is none
   */
  public float[] slopes(
      final MatrixProducts products, final Autoencoder model, final float[] slopes) {
    final int channels = model.channels();
    final float[] mixed = new float[slopes.length];
    mix(products, mixed);
    final float[] unscaled = slopes.clone();
    for (int entry = 0; entry < entries(); entry++) {
      final double length = Math.sqrt(FloatRows.squares(mixed, entry * channels, channels));
      for (int i = entry * channels; i < (entry + 1) * channels; i++) {
        unscaled[i] = length > 0 ? (float) (unscaled[i] / length) : 0;
      }
    }
    final float[] result = new float[weights.length];
    products.timesTransposed(unscaled, entries(), places, count, channels, result);
    return result;
  }

  /**
   * Brings each row to the nearest weights of 0 and above that sum to 1, of which at most {@value
   * #PARTS} are not 0.
   *
   * @see <a href="https://arxiv.org/abs/1206.1529">Kyrillidis et al. 2013</a>
   */
  public void project() {
    final int[] all = IntStream.range(0, count).toArray();
    IntStream.range(0, entries())
        .parallel()
        .forEach(
            entry -> {
              final int from = entry * count;
              final ActiveLatents parts = ActiveLatents.largest(weights, from, all, PARTS);
              final float[] values = parts.values();
              toSimplex(values);
              Arrays.fill(weights, from, from + count, 0);
              for (int i = 0; i < values.length; i++) {
                weights[from + parts.entries()[i]] = values[i];
              }
            });
  }

  /**
   * Lowers positive numbers by the same amount, those below it to 0, so that they sum to 1.
   *
   * @see <a href="https://doi.org/10.1007/BF00938486">Michelot 1986</a>
   */
  private static void toSimplex(final float[] values) {
    double lowered = Double.NEGATIVE_INFINITY;
    int before = -1;
    int above = values.length;
    while (above != before) {
      before = above;
      double sum = 0;
      above = 0;
      for (final float value : values) {
        if (value > lowered) {
          sum += value;
          above++;
        }
      }
      lowered = (sum - 1) / above;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.max(0, values[i] - lowered);
    }
  }

  /** The same without the smallest weights. */
  public ArchetypeMixture pruned() {
    final float[] kept = weights.clone();
    for (int entry = 0; entry < entries(); entry++) {
      final int from = entry * count;
      float largest = 0;
      for (int i = from; i < from + count; i++) {
        largest = Math.max(largest, kept[i]);
      }
      double sum = 0;
      for (int i = from; i < from + count; i++) {
        kept[i] = kept[i] < Math.min(LEAST, largest) ? 0 : kept[i];
        sum += kept[i];
      }
      for (int i = from; i < from + count; i++) {
        kept[i] = (float) (kept[i] / sum);
      }
    }
    return new ArchetypeMixture(kept, places, count);
  }

  /** The weights of an entry, one per place. */
  public float[] of(final int entry) {
    return Arrays.copyOfRange(weights, entry * count, (entry + 1) * count);
  }
}
