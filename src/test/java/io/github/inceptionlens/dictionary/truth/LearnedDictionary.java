package io.github.inceptionlens.dictionary.truth;

import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.Directions;
import io.github.inceptionlens.dictionary.autoencoder.FrozenPart;
import io.github.inceptionlens.dictionary.sparse.Checkpoints;
import io.github.inceptionlens.dictionary.sparse.SparseRequest;
import io.github.inceptionlens.dictionary.sparse.SparseTrainer;
import io.github.inceptionlens.dictionary.sparse.TrainedDictionary;
import io.github.inceptionlens.dictionary.sparse.TrainingWatcher;
import io.github.inceptionlens.dictionary.truth.TruthOptions.Setting;
import io.github.inceptionlens.dictionary.vectors.PictureSplit;
import io.github.inceptionlens.dictionary.vectors.SampleVectors;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.Optional;

/**
 * A dictionary that was learned, and with what.
 *
 * @param setting how
 */
record LearnedDictionary(Setting setting, TrainedDictionary trained) {

  private static final double HELD_OUT = 0.05;

  /** Learns one from a sample. */
  static LearnedDictionary of(final Setting setting, final ActivationSample sample) {
    final SampleVectors vectors = new SampleVectors(sample);
    final PictureSplit split = PictureSplit.of(vectors, HELD_OUT, setting.seed());
    final int size = setting.entries(vectors.channels());
    final int batch = SparseRequest.usualBatch(split.training().length);
    final int steps =
        setting.steps() > 0
            ? setting.steps()
            : SparseRequest.usualSteps(split.training().length, batch);
    final SparseRequest request =
        new SparseRequest(
            setting.method(),
            size,
            setting.k(),
            steps,
            batch,
            setting.pace() * SparseRequest.usualRate(size),
            setting.seed(),
            FrozenPart.NONE);
    return new LearnedDictionary(
        setting,
        new SparseTrainer(vectors, split, request)
            .train(Checkpoints.NONE, TrainingWatcher.NOBODY, Progress.NONE));
  }

  Directions directions() {
    return trained.directions();
  }

  /** Its atoms as plain directions: how far a vector goes along each. */
  Directions atoms() {
    final Directions own = directions();
    return new Directions(
        own.decoder().orElseThrow(),
        new float[own.bias().length],
        Nonlinearity.NONE,
        Optional.empty(),
        own.center(),
        own.entries());
  }
}
