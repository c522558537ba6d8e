package io.github.inceptionlens.dictionary.sparse;

import io.github.inceptionlens.dictionary.autoencoder.AdamMoments;
import io.github.inceptionlens.dictionary.autoencoder.ArchetypeMixture;
import io.github.inceptionlens.dictionary.autoencoder.Autoencoder;
import io.github.inceptionlens.dictionary.autoencoder.FrozenPart;
import io.github.inceptionlens.dictionary.vectors.FloatRows;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How an autoencoder's numbers change by derivatives: Adam, with atoms that keep length 1. What
 * would change an atom's length alone is taken out of its derivatives before, and its length
 * restored after.
 */
final class ModelSteps {

  private static final double LARGEST = 1;

  private final SparseRequest request;
  private final LearningPace pace;
  private final Autoencoder model;
  private final Optional<ArchetypeMixture> mixture;
  private final MatrixProducts products;
  private final AdamMoments encoder;
  private final AdamMoments bias;
  private final AdamMoments atoms;
  private final AdamMoments center;

  ModelSteps(
      final SparseRequest request,
      final Autoencoder model,
      final Optional<ArchetypeMixture> mixture,
      final MatrixProducts products) {
    this.request = request;
    this.model = model;
    this.mixture = mixture;
    this.products = products;
    pace = new LearningPace(request.learningRate(), request.steps());
    encoder = AdamMoments.of(model.encoder().length);
    bias = AdamMoments.of(model.bias().length);
    atoms = AdamMoments.of(mixture.map(ArchetypeMixture::weights).orElse(model.decoder()).length);
    center = AdamMoments.of(model.center().length);
  }

  /**
   * Makes a step.
   *
   * @param slopes the derivatives; those of the atoms are changed
   * @param step from 0
   */
  void descend(final Autoencoder slopes, final int step) {
    model.removeStretch(slopes.decoder());
    final double rate = pace.at(step);
    final double factor = factor(slopes);
    if (request.frozen() != FrozenPart.ENCODER) {
      encoder.descend(model.encoder(), slopes.encoder(), factor, rate, step + 1);
    }
    bias.descend(model.bias(), slopes.bias(), factor, rate, step + 1);
    if (mixture.isPresent()) {
      final ArchetypeMixture mixed = mixture.get();
      final float[] byWeight = mixed.slopes(products, model, slopes.decoder());
      atoms.descend(mixed.weights(), byWeight, factor, rate, step + 1);
      mixed.project();
      mixed.decode(products, model);
    } else {
      center.descend(model.center(), slopes.center(), factor, rate, step + 1);
      if (request.frozen() != FrozenPart.DECODER) {
        atoms.descend(model.decoder(), slopes.decoder(), factor, rate, step + 1);
        model.normalize();
      }
    }
  }

  /** What brings all derivatives together to a length of 1 at most. */
  private static double factor(final Autoencoder slopes) {
    final int channels = slopes.channels();
    final double[] squares = new double[slopes.entries()];
    IntStream.range(0, squares.length)
        .parallel()
        .forEach(
            entry ->
                squares[entry] =
                    FloatRows.squares(slopes.encoder(), entry * channels, channels)
                        + FloatRows.squares(slopes.decoder(), entry * channels, channels));
    double sum =
        FloatRows.squares(slopes.bias(), 0, squares.length)
            + FloatRows.squares(slopes.center(), 0, channels);
    for (final double one : squares) {
      sum += one;
    }
    return sum > LARGEST ? Math.sqrt(LARGEST / sum) : 1;
  }

  void keep(final StateWriter state) {
    state.put("adam.encoder", encoder);
    state.put("adam.bias", bias);
    state.put("adam.atoms", atoms);
    state.put("adam.center", center);
  }

  void restore(final StateReader state) {
    state.into("adam.encoder", encoder);
    state.into("adam.bias", bias);
    state.into("adam.atoms", atoms);
    state.into("adam.center", center);
  }
}
