package io.github.inceptionlens.superposition;

import io.github.inceptionlens.core.Progress;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How long the sweep of the introduction of the paper takes, and what comes out. */
final class ToyBenchmark {

  private ToyBenchmark() {}

  /** Arguments: features, hidden, factor, tries, steps, batch, learning rate. */
  public static void main(final String[] arguments) {
    final int features = Integer.parseInt(arguments[0]);
    final double factor = Double.parseDouble(arguments[2]);
    final List<ToyProblem> problems =
        IntStream.range(0, 10)
            .mapToObj(i -> ToyProblem.geometric(1 - Math.pow(20, -i / 9.0), features, factor))
            .toList();
    final long start = System.nanoTime();
    try (ToyTraining training =
        new ToyTraining(
            new ToyRequest(
                problems,
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                Integer.parseInt(arguments[5]),
                Double.parseDouble(arguments[6]),
                Long.parseLong(arguments[7])))) {
      training.run(Progress.NONE);
      print((System.nanoTime() - start) / 1e9, training.models());
    }
  }

  private static void print(final double seconds, final List<ToyModel> models) {
    System.out.printf(Locale.ROOT, "sweep of 10 sparsities: %.1f s%n", seconds);
    for (final ToyModel model : models) {
      final FeatureGeometry geometry = model.geometry();
      System.out.printf(
          Locale.ROOT,
          "sparsity %.3f: loss %.5f, dimensions per feature %.3f, dimensionalities",
          model.problem().sparsity(),
          model.loss(),
          geometry.dimensionsPerFeature());
      for (int i = 0; i < Math.min(10, geometry.norms().length); i++) {
        System.out.printf(
            Locale.ROOT, " %.2f(%.2f)", geometry.dimensionality(i), geometry.norms()[i]);
      }
      System.out.println();
    }
  }
}
