package io.github.inceptionlens.network;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.network.gradient.Gradients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times InceptionV1, forward and forward with backward, in turns with the Python reference on the
 * same computer, two threads each.
 *
 * <p>Arguments: the picture's side (224) and the number of rounds (5). The reference lies below the
 * folder in the system property {@code inceptionlens.shared}.
 */
public final class SpeedBenchmark {

  private static final String PYTHON = "/usr/bin/python3";
  private static final int RUNS = 15;

  /** Milliseconds of one round; the reference's are not a number where it is absent. */
  private record Round(double forward, double both, double otherForward, double otherBoth) {

    @Override
    public String toString() {
      return String.format(
          "forward %.1f ms / %.1f ms = %.2f, forward+backward %.1f ms / %.1f ms = %.2f",
          forward, otherForward, forward / otherForward, both, otherBoth, both / otherBoth);
    }
  }

  private final InceptionV1 network;
  private final Picture picture;
  private final int side;

  private SpeedBenchmark(final InceptionV1 network, final int side) {
    this.network = network;
    this.side = side;
    this.picture = SmallNetworks.picture(side, side);
  }

  /** Prints each round and the medians over all rounds: ours / the reference's = ratio. */
  public static void main(final String[] arguments) throws IOException {
    final int side = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 224;
    final int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    final Architecture architecture = Training.CAFFE.architecture();
    try (InceptionV1 network = SmallNetworks.ofBothSigns(architecture)) {
      TorchEngine.start(Progress.NONE).useThreads(2);
      new SpeedBenchmark(network, side).compare(rounds);
    }
  }

  private void compare(final int count) throws IOException {
    final List<Round> rounds = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      rounds.add(round());
      System.out.println("round " + i + ": " + rounds.get(i - 1));
    }
    System.out.println("overall: " + median(rounds));
  }

  private Round round() throws IOException {
    final double[] other = reference(side);
    final double forward = time(() -> network.run(picture, List.of(Architecture.LOGITS)));
    final double both = time(() -> Gradients.of(network, picture, Objective.logit(0)));
    return new Round(forward, both, other[0], other[1]);
  }

  private static Round median(final List<Round> rounds) {
    return new Round(
        median(rounds.stream().mapToDouble(Round::forward).toArray()),
        median(rounds.stream().mapToDouble(Round::both).toArray()),
        median(rounds.stream().mapToDouble(Round::otherForward).toArray()),
        median(rounds.stream().mapToDouble(Round::otherBoth).toArray()));
  }

  /**
   * The reference's medians in milliseconds, forward and forward with backward; not numbers where
   * it is absent.
   *
   * @param side of the picture
   */
  public static double[] reference(final int side) throws IOException {
    final Path script =
        Path.of(
            System.getProperty("inceptionlens.shared", "../shared"), "tools/torch_reference.py");
    if (!Files.isRegularFile(script) || !Files.isExecutable(Path.of(PYTHON))) {
      System.out.println("The reference " + script + " or " + PYTHON + " is absent: no ratios.");
      return new double[] {Double.NaN, Double.NaN};
    }
    final List<String> command = List.of(PYTHON, script.toString(), "bench", String.valueOf(side));
    final ChildJvm.Result result = ChildJvm.run(command, Map.of());
    if (result.exit() != 0) {
      System.out.println("The reference fails: " + result.output().lines().reduce("", (a, b) -> b));
      return new double[] {Double.NaN, Double.NaN};
    }
    return new double[] {
      number("\"forward_ms\"", result.output()), number("\"forward_backward_ms\"", result.output())
    };
  }

  private static double number(final String key, final String json) {
    final Matcher matcher = Pattern.compile(key + ": ([0-9.eE+-]+)").matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException(key + " is not in " + json);
    }
    return Double.parseDouble(matcher.group(1));
  }

  private static double time(final Runnable run) {
    final double[] milliseconds = new double[RUNS];
    for (int i = -3; i < RUNS; i++) {
      final long start = System.nanoTime();
      run.run();
      if (i >= 0) {
        milliseconds[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    return median(milliseconds);
  }

  private static double median(final double[] values) {
    final double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
