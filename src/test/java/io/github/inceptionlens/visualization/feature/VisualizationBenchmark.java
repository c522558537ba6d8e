package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.Golden;
import io.github.inceptionlens.Ratios;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.SpeedBenchmark;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.visualization.parameterization.Spectrum;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a step of a visualization costs beside the bare network, beside PyTorch's Python on a whole
 * picture, and in company, as ratios of the medians of alternating runs with two threads.
 */
public final class VisualizationBenchmark {

  private static final int STEPS = 64;
  private static final int FEW = 8;
  private static final int ROUNDS = 7;
  private static final int UNITS = 16;

  private VisualizationBenchmark() {}

  /** Prints the ratios. */
  public static void main(final String[] arguments) throws IOException {
    try (InceptionV1 network = Golden.network()) {
      TorchEngine.start(Progress.NONE).useThreads(2);
      final Picture moved = SmallNetworks.noise(140, 140, 1);
      for (final String layer : List.of("mixed3a", "mixed4c")) {
        besideTheNetwork(network, layer, VisualizationRequest.STANDARD, List.of(moved));
      }
      final Picture still = SmallNetworks.noise(128, 128, 1);
      besideTheNetwork(network, "mixed4c", usual(Parameterization.CPPN), List.of(still));
      final VisualizationRequest maco = usual(Parameterization.maco(Spectrum.INVERSE_FREQUENCY));
      besideTheNetwork(
          network, "mixed4c", maco, Collections.nCopies(maco.transforms().copies(), still));
      Ratios.print(
          UNITS + " units at once / one after another, mixed4c",
          () -> run(network, units(), 8),
          () -> units().forEach(unit -> run(network, List.of(unit), 8)));
      for (final String layer : List.of("mixed3a", "mixed4c")) {
        besideTheReference(network, layer);
      }
    }
    System.exit(0);
  }

  private static VisualizationRequest usual(final Parameterization kind) {
    return VisualizationRequest.STANDARD
        .parameterization(kind)
        .rate(kind.usualRate())
        .transforms(kind.usualTransforms());
  }

  /**
   * Steps in the middle of a run: a longer one less a shorter one.
   *
   * @param shown what a step shows the network
   */
  private static void besideTheNetwork(
      final InceptionV1 network,
      final String layer,
      final VisualizationRequest request,
      final List<Picture> shown) {
    final GradientRequest bare = GradientRequest.pixels(Objective.channel(layer + "_pre_relu", 7));
    final List<String> unit = List.of(layer + ":7");
    final double[] ratios = new double[ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      final double few = Ratios.seconds(() -> run(network, unit, request, FEW));
      final double passes =
          Ratios.seconds(
              () -> {
                for (int i = 0; i < STEPS; i++) {
                  Gradients.of(network, shown, bare);
                }
              });
      final double many = Ratios.seconds(() -> run(network, unit, request, FEW + STEPS));
      if (round >= 0) {
        ratios[round] = (many - few) / passes;
      }
    }
    System.out.printf(
        "%s step to %s / forward and backward of %d at %d to the same layer: %.2f%n",
        request.parameterization(),
        layer,
        shown.size(),
        shown.get(0).dimension(0),
        Ratios.median(ratios));
  }

  private static List<String> units() {
    final List<String> units = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      units.add("mixed4c:" + i);
    }
    return units;
  }

  private static void besideTheReference(final InceptionV1 network, final String layer)
      throws IOException {
    final double[] ratios = new double[3];
    for (int round = 0; round < ratios.length; round++) {
      final double other = SpeedBenchmark.reference(224)[1];
      final double ours =
          Ratios.seconds(() -> run(network, List.of(layer + ":7"), STEPS)) / STEPS * 1000;
      ratios[round] = ours / other;
    }
    System.out.printf(
        "step to %s / reference's forward and backward at 224: %.2f%n",
        layer, Ratios.median(ratios));
  }

  private static void run(
      final InceptionV1 network, final List<String> objectives, final int steps) {
    run(network, objectives, VisualizationRequest.STANDARD, steps);
  }

  private static void run(
      final InceptionV1 network,
      final List<String> objectives,
      final VisualizationRequest request,
      final int steps) {
    final List<OptimizationTarget> targets = new ArrayList<>();
    objectives.forEach(text -> targets.add(new OptimizationTarget(Target.parse(text), 1)));
    Visualizer.visualize(network, targets, request.steps(steps), StepListener.NONE, Progress.NONE);
  }
}
