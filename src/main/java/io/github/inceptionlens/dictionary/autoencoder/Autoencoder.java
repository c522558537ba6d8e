package io.github.inceptionlens.dictionary.autoencoder;

import io.github.inceptionlens.dictionary.vectors.FloatRows;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.util.stream.IntStream;

/**
 * The numbers of a sparse autoencoder: {@code z = encoder · (x − center) + bias}, {@code x̂ =
 * decoderᵀ · f + center}, where f is what of z is active.
 *
 * @param encoder [entry, channel], row-major
 * @param bias one per entry
 * @param decoder [entry, channel], row-major; rows of length 1
 * @param center one per channel
 */
public record Autoencoder(float[] encoder, float[] bias, float[] decoder, float[] center) {

  /** One whose numbers are 0. */
  public static Autoencoder empty(final int entries, final int channels) {
    return new Autoencoder(
        new float[entries * channels],
        new float[entries],
        new float[entries * channels],
        new float[channels]);
  }

  /** The number of latents. */
  public int entries() {
    return bias.length;
  }

  /** The number of the layer's channels. */
  public int channels() {
    return center.length;
  }

  /** Takes over the numbers of another. */
  public void set(final Autoencoder other) {
    System.arraycopy(other.encoder, 0, encoder, 0, encoder.length);
    System.arraycopy(other.bias, 0, bias, 0, bias.length);
    System.arraycopy(other.decoder, 0, decoder, 0, decoder.length);
    System.arraycopy(other.center, 0, center, 0, center.length);
  }

  /** Brings every row of the decoder to length 1. */
  public void normalize() {
    IntStream.range(0, entries())
        .parallel()
        .forEach(entry -> FloatRows.normalize(decoder, entry * channels(), channels()));
  }

  /**
   * Takes what would change an atom's length out of its derivatives.
   *
   * @param slopes by the atoms
   */
  public void removeStretch(final float[] slopes) {
    IntStream.range(0, entries())
        .parallel()
        .forEach(
            entry -> {
              final int at = entry * channels();
              final float along = FloatRows.product(slopes, at, decoder, at, channels());
              FloatRows.add(-along, decoder, at, slopes, at, channels());
            });
  }

  /** Takes the center off every row. */
  public void center(final float[] vectors, final int rows) {
    for (int i = 0; i < rows * center.length; i++) {
      vectors[i] -= center[i % center.length];
    }
  }

  /**
   * The strengths z before anything is left out.
   *
   * @param centered [row, channel], less the center
   * @param into [row, entry]
   */
  public void strengths(
      final MatrixProducts products, final float[] centered, final int rows, final float[] into) {
    products.timesTransposed(centered, rows, encoder, entries(), channels(), into);
    IntStream.range(0, rows)
        .parallel()
        .forEach(row -> FloatRows.add(1, bias, 0, into, row * bias.length, bias.length));
  }

  /** Adds the atoms of what is active, times a factor, to a row. */
  public void addDecoded(
      final ActiveLatents active, final float factor, final float[] to, final int start) {
    for (int i = 0; i < active.count(); i++) {
      final int from = active.entries()[i] * channels();
      FloatRows.add(factor * active.values()[i], decoder, from, to, start, channels());
    }
  }
}
