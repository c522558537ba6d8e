package io.github.inceptionlens.dictionary.evaluation;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.Vectors;
import io.github.inceptionlens.dictionary.autoencoder.FrozenPart;
import io.github.inceptionlens.dictionary.evaluation.EvaluatedCode.Kind;
import io.github.inceptionlens.dictionary.sparse.Checkpoints;
import io.github.inceptionlens.dictionary.sparse.SparseRequest;
import io.github.inceptionlens.dictionary.sparse.SparseTrainer;
import io.github.inceptionlens.dictionary.sparse.TrainingWatcher;
import io.github.inceptionlens.dictionary.vectors.BatchSampler;
import io.github.inceptionlens.dictionary.vectors.PictureSplit;
import io.github.inceptionlens.dictionary.vectors.VectorSource;
import io.github.inceptionlens.network.edit.Dictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes the codes that a dictionary is compared with. */
final class CodeMaker {

  /** Factors, means and components are learned from so many vectors at most. */
  static final int MOST_VECTORS = 5_000;

  /** There are so many factors and means at most. */
  static final int MOST_ENTRIES = 64;

  private static final int LOOKED_AT = 2_000;

  private final Dictionary dictionary;
  private final VectorSource vectors;
  private final PictureSplit split;
  private final EvaluationRequest request;
  private final Optional<SparseRequest> recipe;
  private final SparseCode own;
  private final Vectors some;
  private final int k;

  /**
   * Something to be made.
   *
   * @param isGiven whether there is nothing without it
   */
  record Task(
      Kind kind, OptionalLong seed, int k, boolean isGiven, Function<Progress, SparseCode> make) {}

  CodeMaker(
      final Dictionary dictionary,
      final VectorSource vectors,
      final PictureSplit split,
      final String layer,
      final EvaluationRequest request) {
    this.dictionary = dictionary;
    this.vectors = vectors;
    this.split = split;
    this.request = request;
    dictionary.requireChannels(vectors.channels());
    recipe = TrainingRecipe.of(dictionary);
    own = SparseCode.of(dictionary);
    some = new Vectors(layer, vectors.channels(), drawn());
    k = recipe.map(SparseRequest::k).orElseGet(this::active);
  }

  private float[] drawn() {
    final int[] rows = split.training();
    final int count = Math.min(MOST_VECTORS, rows.length);
    final int[] drawn =
        IntStream.range(0, count).map(i -> rows[(int) ((long) i * rows.length / count)]).toArray();
    final float[] values = new float[Math.multiplyExact(count, vectors.channels())];
    BatchSampler.read(vectors, drawn, 0, count, values);
    return values;
  }

  private int active() {
    final double active =
        CodeFigures.of(own, vectors, split.heldOut(), LOOKED_AT, Progress.NONE).active();
    return (int) Math.max(1, Math.round(active));
  }

  /** The mean of vectors that are learned from. */
  float[] mean() {
    return new NullCodes(some, k).mean();
  }

  /** What cannot be made. */
  List<String> notes() {
    return recipe.isPresent()
        ? List.of()
        : List.of(
            dictionary.name()
                + " does not say how it was trained (it is none of Train Dictionary...), so that it"
                + " is not trained again: no stability, no curve of it, and no frozen decoder and"
                + " encoder");
  }

  /** The dictionary, and what it is measured beside. */
  List<Task> tasks() {
    final List<Task> tasks = new ArrayList<>();
    tasks.add(new Task(Kind.DICTIONARY, ownSeed(), k, true, progress -> own));
    recipe.ifPresent(
        one -> {
          for (int i = 1; i < request.seeds(); i++) {
            tasks.add(trained(Kind.DICTIONARY, one.seeded(one.seed() + i)));
          }
        });
    if (request.nulls()) {
      recipe.ifPresent(one -> addFrozen(tasks, one));
      addLinear(tasks);
    }
    return tasks;
  }

  private OptionalLong ownSeed() {
    return recipe.map(one -> OptionalLong.of(one.seed())).orElse(OptionalLong.empty());
  }

  private void addFrozen(final List<Task> tasks, final SparseRequest one) {
    for (int i = 0; i < request.seeds(); i++) {
      final SparseRequest seeded = one.seeded(one.seed() + i);
      tasks.add(trained(Kind.FROZEN_DECODER, seeded.freezing(FrozenPart.DECODER)));
    }
    for (int i = 0; i < request.seeds(); i++) {
      final SparseRequest seeded = one.seeded(one.seed() + i);
      tasks.add(trained(Kind.FROZEN_ENCODER, seeded.freezing(FrozenPart.ENCODER)));
    }
  }

  private Task trained(final Kind kind, final SparseRequest training) {
    return new Task(
        kind,
        OptionalLong.of(training.seed()),
        training.k(),
        false,
        progress ->
            SparseCode.of(
                new SparseTrainer(vectors, split, training)
                    .train(Checkpoints.NONE, TrainingWatcher.NOBODY, progress)
                    .directions()));
  }

  private void addLinear(final List<Task> tasks) {
    final NullCodes codes = new NullCodes(some, k);
    tasks.add(plain(Kind.PCA, k, codes::components));
    final int factors = Math.min(MOST_ENTRIES, Math.min(own.entries(), own.channels()));
    addSeeded(tasks, Kind.NMF, (seed, progress) -> codes.factors(factors, seed, progress));
    final int means = Math.min(MOST_ENTRIES, own.entries());
    addSeeded(tasks, Kind.K_MEANS, (seed, progress) -> codes.means(means, seed, progress));
    addSeeded(tasks, Kind.RANDOM, (seed, progress) -> codes.random(own.entries(), seed));
    tasks.add(plain(Kind.CHANNELS, k, progress -> codes.channels()));
    tasks.add(plain(Kind.MEAN, 0, progress -> codes.constant()));
  }

  private static Task plain(
      final Kind kind, final int k, final Function<Progress, SparseCode> make) {
    return new Task(kind, OptionalLong.empty(), k, false, make);
  }

  /** Makes a code from a seed. */
  @FunctionalInterface
  private interface Seeded {
    SparseCode make(long seed, Progress progress);
  }

  private void addSeeded(final List<Task> tasks, final Kind kind, final Seeded seeded) {
    for (int i = 0; i < request.seeds(); i++) {
      final long seed = request.seed() + i;
      tasks.add(
          new Task(kind, OptionalLong.of(seed), k, false, progress -> seeded.make(seed, progress)));
    }
  }

  /** The same training, components, channels and random directions with other numbers active. */
  List<Task> curve() {
    final List<Task> tasks = new ArrayList<>();
    for (final int active : request.curve()) {
      final NullCodes codes = new NullCodes(some, active);
      recipe
          .filter(one -> active <= one.size())
          .map(one -> one.keeping(active))
          .ifPresent(one -> tasks.add(trained(Kind.DICTIONARY, one)));
      tasks.add(plain(Kind.PCA, active, codes::components));
      tasks.add(plain(Kind.CHANNELS, active, progress -> codes.channels()));
      tasks.add(
          plain(Kind.RANDOM, active, progress -> codes.random(own.entries(), request.seed())));
    }
    return tasks;
  }
}
