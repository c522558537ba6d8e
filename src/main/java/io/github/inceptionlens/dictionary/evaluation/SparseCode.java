package io.github.inceptionlens.dictionary.evaluation;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.Directions;
import io.github.inceptionlens.dictionary.autoencoder.Autoencoder;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.util.stream.IntStream;

/**
 * A way to write vectors down as strengths of entries and to read them again: {@code z = encoder ·
 * (x − center) + bias}, f is what of z is active, {@code x̂ = decoderᵀ · f + center}, all in units
 * of the activation.
 *
 * @param model encoder, bias, decoder and center; atoms of any length
 * @param rule what is active
 */
public record SparseCode(Autoencoder model, ActiveRule rule) {

  /**
   * That of a dictionary.
   *
   * @throws UserError when it has no way back
   */
  public static SparseCode of(final Dictionary dictionary) {
    final float[] back =
        dictionary
            .decoder()
            .orElseThrow(
                () ->
                    new UserError(
                        "names has "
                            + dictionary.name()
                            + ", which has no way back to its layer (no decoder), so that nothing"
                            + " can be rebuilt from it: choose one that has, such as a dictionary of"
                            + " Train Dictionary..."));
    return of(
        dictionary.encoder(),
        dictionary.bias(),
        back,
        dictionary.center(),
        dictionary.nonlinearity());
  }

  /** That of directions with a way back. */
  static SparseCode of(final Directions found) {
    return of(
        found.encoder(),
        found.bias(),
        found.decoder().orElseThrow(),
        found.center(),
        found.nonlinearity());
  }

  private static SparseCode of(
      final float[] encoder,
      final float[] bias,
      final float[] decoder,
      final float[] center,
      final Nonlinearity nonlinearity) {
    return new SparseCode(
        new Autoencoder(encoder, bias, decoder, center), ActiveRule.of(nonlinearity));
  }

  /** The number of entries. */
  public int entries() {
    return model.entries();
  }

  /** The number of the layer's channels. */
  public int channels() {
    return model.channels();
  }

  /**
   * Writes vectors down.
   *
   * @param vectors [row, channel]; the center is taken off them
   * @param into [row, entry], takes the strengths: 0 for what is not active
   */
  void encode(
      final MatrixProducts products, final float[] vectors, final int rows, final float[] into) {
    model.center(vectors, rows);
    model.strengths(products, vectors, rows, into);
    IntStream.range(0, rows)
        .parallel()
        .forEach(row -> rule.apply(into, row * entries(), entries()));
  }

  /**
   * Reads vectors again, less the center.
   *
   * @param strengths [row, entry]
   * @param into [row, channel]
   */
  void decode(
      final MatrixProducts products, final float[] strengths, final int rows, final float[] into) {
    products.times(strengths, rows, model.decoder(), channels(), entries(), into);
  }

  /**
   * What vectors become on the way there and back.
   *
   * @param vectors [row, channel], in units of the activation; takes the result
   */
  void rebuild(final MatrixProducts products, final float[] vectors, final int rows) {
    final float[] strengths = new float[Math.multiplyExact(rows, entries())];
    encode(products, vectors, rows, strengths);
    decode(products, strengths, rows, vectors);
    for (int i = 0; i < rows * channels(); i++) {
      vectors[i] += model.center()[i % channels()];
    }
  }
}
