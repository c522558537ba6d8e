package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.LeakProbe;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.visualization.parameterization.Spectrum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes long visualizations and counts what stays; what {@link VisualizationLeakTest} runs. */
public final class VisualizationProbe {

  private static final int STEPS = 512;

  private VisualizationProbe() {}

  /** Prints how many managed arrays and kilobytes a run of 512 steps left, after one before it. */
  public static void main(final String[] arguments) throws IOException {
    final VisualizationRequest request =
        VisualizationRequest.STANDARD.size(64).steps(STEPS).facets(2, 10);
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      for (final Parameterization kind :
          List.of(
              Parameterization.FOURIER,
              Parameterization.ALPHA,
              Parameterization.CPPN,
              Parameterization.maco(Spectrum.INVERSE_FREQUENCY))) {
        final VisualizationRequest own =
            request
                .parameterization(kind)
                .rate(kind.usualRate())
                .transforms(kind.usualTransforms());
        run(network, own.steps(64));
        final int arrays = LeakProbe.arrays();
        final long[] kilobytes = new long[2];
        Visualizer.visualize(
            network,
            List.of(new OptimizationTarget(Target.parse("mixed3b:3 - 0.01*tv()"), 1)),
            own,
            StepListener.NONE,
            (fraction, what) -> kilobytes[fraction < 0.25 ? 0 : 1] = resident());
        System.out.printf(
            "%s %d %d%n", kind.label(), LeakProbe.arrays() - arrays, kilobytes[1] - kilobytes[0]);
      }
    }
    System.exit(0);
  }

  private static void run(final InceptionV1 network, final VisualizationRequest request) {
    Visualizer.visualize(network, "mixed3b:3", request, StepListener.NONE, Progress.NONE);
  }

  private static long resident() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
