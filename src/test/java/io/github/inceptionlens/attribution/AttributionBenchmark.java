package io.github.inceptionlens.attribution;

import io.github.inceptionlens.Golden;
import io.github.inceptionlens.Ratios;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import java.util.Collections;
import java.util.List;

/**
 * What methods cost beside the bare passes through the network, as ratios of the medians of
 * alternating runs.
 */
public final class AttributionBenchmark {

  private AttributionBenchmark() {}

  /** Prints Gradient and Grad-CAM per bare pass, and Integrated Gradients per step. */
  public static void main(final String[] arguments) {
    final Picture cat = Golden.picture();
    final AttributionRequest request = AttributionRequest.of("class:285");
    try (InceptionV1 network = Golden.network()) {
      final GradientRequest bare = GradientRequest.pixels(Objective.logit(285));
      final Runnable pass = () -> Gradients.of(network, List.of(cat), bare);
      for (final String method : List.of("Gradient", "Grad-CAM")) {
        Ratios.print(
            method + " / forward and backward", () -> run(method, network, cat, request), pass);
      }
      final int batch = Gradients.batch(network, bare, 224, 224);
      final List<Picture> pictures = Collections.nCopies(batch, cat);
      final int steps = 2 * batch;
      Ratios.print(
          "Integrated Gradients per step / batched forward and backward per picture",
          () -> run("Integrated Gradients", network, cat, request.steps(steps)),
          () -> {
            Gradients.of(network, pictures, bare);
            Gradients.of(network, pictures, bare);
            network.values(List.of(cat, cat), bare.objective());
          });
    }
    System.exit(0);
  }

  private static void run(
      final String method,
      final InceptionV1 network,
      final Picture cat,
      final AttributionRequest request) {
    AttributionMethods.named(method).attribute(network, cat, request, Progress.NONE);
  }
}
