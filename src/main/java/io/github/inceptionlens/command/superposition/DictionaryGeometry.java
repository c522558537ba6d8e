package io.github.inceptionlens.command.superposition;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.RandomTrainer;
import io.github.inceptionlens.dictionary.Vectors;
import io.github.inceptionlens.dictionary.evaluation.FiringPlaces;
import io.github.inceptionlens.dictionary.vectors.VectorSource;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.superposition.ClusterDirections;
import io.github.inceptionlens.superposition.CoFiring;
import io.github.inceptionlens.superposition.FeatureCluster;
import io.github.inceptionlens.superposition.FeatureGeometry;
import java.util.List;
import java.util.Optional;

/** Measures how a dictionary's directions lie: those of its decoder, else of its encoder. */
final class DictionaryGeometry {

  /** So many places are looked at, at most. */
  static final int MOST_PLACES = 32_768;

  private static final int PARTS = 4;

  private final Dictionary dictionary;
  private final float[] rows;
  private final FeatureGeometry geometry;
  private final float[] random;
  private final long seed;

  DictionaryGeometry(final Dictionary dictionary, final long seed, final Progress progress) {
    this.dictionary = dictionary;
    this.seed = seed;
    rows = dictionary.decoder().orElse(dictionary.encoder());
    geometry = FeatureGeometry.of(rows, dictionary.entries(), dictionary.channels(), progress);
    random = random();
  }

  /** As many random directions, each as long as its entry. */
  private float[] random() {
    final float[] drawn =
        new RandomTrainer()
            .train(
                Vectors.none(dictionary.home().layer(), dictionary.channels()),
                dictionary.entries(),
                seed,
                Progress.NONE)
            .encoder()
            .clone();
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] *= (float) geometry.norms()[i / dictionary.channels()];
    }
    return drawn;
  }

  /** Without images. */
  GeometryResult result(final Progress progress) {
    return result(Optional.empty(), progress);
  }

  private GeometryResult result(
      final Optional<GeometryResult.Firing> firing, final Progress progress) {
    final FeatureGeometry ofRandom =
        FeatureGeometry.of(random, dictionary.entries(), dictionary.channels(), progress);
    return new GeometryResult(dictionary, geometry, ofRandom, firing);
  }

  /**
   * With what fires together at places of images.
   *
   * @param least what clusters have at least; where there is none, what chance does not reach
   */
  GeometryResult result(
      final VectorSource vectors, final Optional<Double> least, final Progress progress) {
    final FiringPlaces places =
        FiringPlaces.of(dictionary, vectors, MOST_PLACES, progress.part(0, PARTS));
    final CoFiring together = CoFiring.of(places, seed, progress.part(1, PARTS));
    final double threshold = least.orElse(together.chance());
    final List<FeatureCluster> clusters =
        new ClusterDirections(rows, dictionary.channels())
            .of(together, threshold, seed, progress.part(2, PARTS));
    return result(
        Optional.of(
            new GeometryResult.Firing(
                places,
                together,
                threshold,
                clusters,
                new ClusterDirections(random, dictionary.channels()))),
        progress.part(PARTS - 1, PARTS));
  }
}
