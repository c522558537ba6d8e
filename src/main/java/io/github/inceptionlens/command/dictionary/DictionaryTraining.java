package io.github.inceptionlens.command.dictionary;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.dictionary.sparse.SparseRequest;
import io.github.inceptionlens.dictionary.sparse.SparseTrainer;
import io.github.inceptionlens.dictionary.vectors.PictureSplit;
import io.github.inceptionlens.dictionary.vectors.SampleVectors;
import io.github.inceptionlens.dictionary.vectors.VectorCensus;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.weights.NetworkStore;
import java.util.List;
import java.util.function.Consumer;

/**
 * A training on some vectors, watched in a window where there is one, that goes on where the same
 * one was ended.
 *
 * @param name of the dictionary
 * @param heldOut the part of the pictures that is held out
 */
record DictionaryTraining(String name, TrainingKeys keys, double heldOut) {

  private static final int CENSUS = 20;

  /** Refuses a part that is none. */
  DictionaryTraining {
    PictureSplit.requireShare(heldOut);
  }

  /**
   * Trains. What is kept of the training is forgotten after the result was taken over: where that
   * fails, as on a full disk, the same training has nothing to do but that.
   *
   * @param taker keeps the result
   * @throws io.github.inceptionlens.core.UserError when the vectors do not allow it
   * @throws java.util.concurrent.CancellationException when the user stopped it before anything was
   *     learned
   */
  void run(
      final LearnedSample from,
      final InceptionV1 network,
      final Layer layer,
      final Consumer<TrainingReport> taker,
      final Progress progress) {
    final SampleVectors vectors = new SampleVectors(from.sample());
    final PictureSplit split = PictureSplit.of(vectors, heldOut, keys.seed());
    final VectorCensus census =
        VectorCensus.of(vectors, split.training(), progress.part(0, CENSUS));
    final SparseRequest request = keys.request(layer.channels(), split.training().length, census);
    final TrainingCheckpoints checkpoints = checkpoints(from, network, layer, request);
    final TrainingPlot live = new TrainingPlot(name + "-Training", request.steps());
    try {
      taker.accept(
          new TrainingReport(
              name,
              layer.name(),
              from,
              split,
              request,
              new SparseTrainer(vectors, split, request).train(census, checkpoints, live, progress),
              keys.size().note(layer.channels(), census.effectiveRank(), keys.k())));
      checkpoints.discard();
    } finally {
      live.close();
    }
  }

  private TrainingCheckpoints checkpoints(
      final LearnedSample from,
      final InceptionV1 network,
      final Layer layer,
      final SparseRequest request) {
    return new TrainingCheckpoints(
        NetworkStore.standard().kept().trainings(),
        String.join(
            "\n",
            network.digest(List.of(layer.name())),
            layer.name(),
            from.key(),
            String.valueOf(heldOut),
            request.toString()),
        TrainingCheckpoints.USUAL_PAUSE);
  }
}
