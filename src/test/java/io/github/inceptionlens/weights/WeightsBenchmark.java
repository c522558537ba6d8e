package io.github.inceptionlens.weights;

import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Prints how long a file of weights takes to open, itself and as the conversion that is kept of it,
 * as a ratio to reading its bytes and in milliseconds: medians of alternating runs. Argument: the
 * file.
 */
public final class WeightsBenchmark {

  private static final int RUNS = 15;
  private static final Architecture ARCHITECTURE = Training.CAFFE.architecture();

  private WeightsBenchmark() {}

  public static void main(final String[] args) throws IOException {
    final Path file = Path.of(args[0]);
    final ConvertedWeightsCache conversions =
        new ConvertedWeightsCache(Files.createTempDirectory("converted"));
    final Origin origin = Origin.OnDisk.of(file);
    conversions.read(origin, ARCHITECTURE);
    final double[] converted = new double[RUNS];
    final double[] bytes = new double[RUNS];
    final double[] open = new double[RUNS];
    final double[] digest = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      bytes[run] = milliseconds(() -> bytes(file));
      final Weights[] weights = new Weights[1];
      open[run] = milliseconds(() -> weights[0] = WeightFiles.read(file, ARCHITECTURE));
      converted[run] = milliseconds(() -> conversions.read(origin, ARCHITECTURE).digest());
      digest[run] = milliseconds(() -> weights[0].digest());
    }
    System.out.printf("first open %.0f ms, warm %.1f ms%n", open[0], median(open));
    System.out.printf(
        "conversion, both digests known: first %.0f ms, warm %.1f ms%n",
        converted[0], median(converted));
    conversions.clear();
    final double cpu = cpuMilliseconds(() -> WeightFiles.read(file, ARCHITECTURE));
    System.out.printf("one more open took %.1f ms of processor time%n", cpu);
    System.out.printf("open / bytes %.2f (%.1f ms)%n", median(open) / median(bytes), median(bytes));
    System.out.printf(
        "digest / bytes %.2f (%.1f ms)%n", median(digest) / median(bytes), median(digest));
  }

  private static void bytes(final Path file) {
    try {
      Files.readAllBytes(file);
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double milliseconds(final Runnable work) {
    final long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double cpuMilliseconds(final Runnable work) {
    final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    final long start = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - start) / 1e6;
  }

  private static double median(final double[] values) {
    final double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
