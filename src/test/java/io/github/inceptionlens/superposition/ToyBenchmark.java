package io.github.inceptionlens.superposition;

import io.github.inceptionlens.core.Progress;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How long toy models take, and what they come to. */
public final class ToyBenchmark {

  private static final int COUNT = 10;
  private static final double RAREST = 20;
  private static final int SIDE = 20;
  private static final double NANO = 1e-9;

  private final PrintStream out;

  private ToyBenchmark(final PrintStream out) {
    this.out = out;
  }

  /**
   * The sweep of the paper's introduction, its features in 20 dimensions, and the phase diagram.
   *
   * @param arguments {@code quick} for the first alone
   */
  public static void main(final String... arguments) {
    final ToyBenchmark benchmark = new ToyBenchmark(System.out);
    benchmark.sweep(5, 2, 0.9, 4);
    if (arguments.length == 0) {
      benchmark.sweep(100, 20, Math.pow(100, -1.0 / 99), 1);
      benchmark.phases();
    }
  }

  private void sweep(final int features, final int hidden, final double factor, final int tries) {
    final List<ToyProblem> problems =
        IntStream.range(0, COUNT)
            .mapToObj(i -> 1 - Math.pow(RAREST, -(double) i / (COUNT - 1)))
            .map(sparsity -> ToyProblem.geometric(sparsity, features, factor))
            .toList();
    final long start = System.nanoTime();
    final List<ToyModel> models =
        trained(new ToyRequest(problems, hidden, tries, 10_000, 1_024, 1e-3, 0));
    out.printf(
        Locale.ROOT,
        "toy models: %d features in %d dimensions, %d sparsities, %d starts: %.1f s%n",
        features,
        hidden,
        COUNT,
        tries,
        (System.nanoTime() - start) * NANO);
    models.forEach(this::print);
  }

  private void print(final ToyModel model) {
    final FeatureGeometry geometry = model.geometry();
    out.printf(
        Locale.ROOT,
        "  sparsity %.3f: loss %.6f, dimensions per feature %.3f, mean dimensionality %.3f%n",
        model.problem().sparsity(),
        model.loss(),
        geometry.dimensionsPerFeature(),
        Arrays.stream(geometry.dimensionalities()).average().orElseThrow());
  }

  private void phases() {
    final long start = System.nanoTime();
    trained(new ToyRequest(new PhaseGrid(SIDE).problems(), 1, 6, 1_000, 256, 1e-2, 0));
    out.printf(
        Locale.ROOT,
        "phase diagram of %d x %d models: %.1f s%n",
        SIDE,
        SIDE,
        (System.nanoTime() - start) * NANO);
  }

  private static List<ToyModel> trained(final ToyRequest request) {
    try (ToyTraining training = new ToyTraining(request)) {
      training.run(Progress.NONE);
      return training.models();
    }
  }
}
