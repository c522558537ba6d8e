package io.github.inceptionlens.collection.scan;

import ij.ImagePlus;
import ij.io.FileSaver;
import io.github.inceptionlens.activation.example.DatasetExamples;
import io.github.inceptionlens.activation.example.ExampleRequest;
import io.github.inceptionlens.activation.example.LayerUnits;
import io.github.inceptionlens.activation.statistics.LayerStatistics;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.textures.Textures;
import io.github.inceptionlens.weights.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * What a scan of many pictures costs beside the bare passes of the network, and that its memory
 * stays flat.
 */
public final class ScanBenchmark {

  private static final String LAYER = "mixed4c";
  private static final int SIDE = 256;
  private static final int WARM_UP = 160;
  private static final int IN_MEMORY = 64;
  private static final double NANOS = 1e9;
  private static final int PERCENT = 100;
  private static final int ROUNDS = 4;

  /** After so many pictures, and then whenever they are twice as many, memory is looked at. */
  private static final int FIRST_LOOK = 250;

  private ScanBenchmark() {}

  /**
   * Prints memory on the way, pictures per second, and the part of the time that the network works.
   *
   * @param arguments network, folder (filled with generated pictures where it is not there), number
   *     of pictures
   */
  public static void main(final String... arguments) throws IOException {
    final Path folder = Path.of(arguments[1]);
    final int count = Integer.parseInt(arguments[2]);
    if (!Files.exists(folder)) {
      write(folder, count);
    }
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    engine.useThreads(Runtime.getRuntime().availableProcessors());
    try (InceptionV1 network = TrainedNetwork.named(arguments[0]).open(engine)) {
      bare(network, WARM_UP);
      compare(network, folder, count, "statistics", ScanBenchmark::statistics);
      compare(network, folder, count, "examples", ScanBenchmark::examples);
      look(network, folder);
    }
    Runtime.getRuntime().halt(0);
  }

  /**
   * Scans all pictures once to show the memory, then some of them in turn with bare passes, as the
   * machine is not equally fast all the time.
   */
  private static void compare(
      final InceptionV1 network,
      final Path folder,
      final int count,
      final String what,
      final BiFunction<InceptionV1, ImageCollection<InputPicture>, Scan<InputPicture>> riders) {
    final ImageCollection<InputPicture> all = UserImages.selected("images", folder.toString());
    final double whole = scan(riders.apply(network, all));
    final int some = count / ROUNDS;
    final double[] ratios = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      final double before = bare(network, some);
      final double scan = scan(riders.apply(network, all.limited(OptionalInt.of(some), i)));
      ratios[i] = (before + bare(network, some)) / 2 / scan;
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "%d pictures, %s: %.1f/s; of %d rounds, scan beside bare passes: median %.3f, from %.3f to"
            + " %.3f%n",
        count,
        what,
        count / whole,
        ROUNDS,
        (ratios[(ROUNDS - 1) / 2] + ratios[ROUNDS / 2]) / 2,
        ratios[0],
        ratios[ROUNDS - 1]);
  }

  private static Scan<InputPicture> statistics(
      final InceptionV1 network, final ImageCollection<InputPicture> pictures) {
    final Scan<InputPicture> scan = new Scan<>(network, List.of(LAYER), pictures);
    scan.ride("statistics", new LayerStatistics(network.architecture().layer(LAYER)));
    return scan;
  }

  /** Examples of all channels, top, bottom and quantiles, and their statistics. */
  private static Scan<InputPicture> examples(
      final InceptionV1 network, final ImageCollection<InputPicture> pictures) {
    final Layer layer = network.architecture().layer(LAYER);
    final LayerUnits units =
        LayerUnits.of(
            network.architecture(), LAYER, IntStream.range(0, layer.channels()).boxed().toList());
    final Scan<InputPicture> scan = new Scan<>(network, units.names(), pictures);
    scan.ride("statistics", new LayerStatistics(layer));
    scan.ride(
        "examples",
        new DatasetExamples(
            units, new ExampleRequest(9, 1, List.of(0.0, 0.25, 0.5, 0.75, 1.0), 0)));
    return scan;
  }

  private static void write(final Path folder, final int count) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < count; i++) {
      final Picture picture = Textures.sample(i, SIDE).image();
      final ImagePlus image = new ImagePlus("", PictureStack.colors(picture));
      final Path file = folder.resolve(String.format(Locale.ROOT, "%05d.tif", i));
      if (!new FileSaver(image).saveAsTiff(file.toString())) {
        throw new IOException(file + " cannot be written");
      }
    }
  }

  /** Seconds of so many passes without anything else, of different pictures in memory. */
  private static double bare(final InceptionV1 network, final int count) {
    final List<Picture> pictures =
        IntStream.range(0, IN_MEMORY).mapToObj(i -> Textures.sample(i, SIDE).image()).toList();
    final int batch = network.batch(List.of(LAYER), SIDE, SIDE);
    final long start = System.nanoTime();
    for (int i = 0; i < count; i += batch) {
      final int from = i % (IN_MEMORY - batch + 1);
      network.run(pictures.subList(from, from + batch), List.of(LAYER));
    }
    return (System.nanoTime() - start) / NANOS;
  }

  /** Seconds of a scan, with the memory on the way. */
  private static double scan(final Scan<InputPicture> scan) {
    final long start = System.nanoTime();
    final int[] next = {FIRST_LOOK};
    scan.run(
        Optional.empty(),
        (fraction, what) -> {
          if (scan.pictures() >= next[0]) {
            System.out.println(memory(scan.pictures()));
            next[0] += next[0];
          }
        });
    return (System.nanoTime() - start) / NANOS;
  }

  /** Looks at a scan's thread, which takes time: not while the time is measured. */
  private static void look(final InceptionV1 network, final Path folder) {
    final Scan<InputPicture> scan =
        statistics(network, UserImages.selected("images", folder.toString()));
    final Busy busy = new Busy(Thread.currentThread());
    scan.run(Optional.empty(), Progress.NONE);
    System.out.printf(
        Locale.ROOT, "the network is at work %.1f %% of the time%n", PERCENT * busy.stop());
  }

  /** How much of the time a thread spends in the network, by looking at it now and then. */
  private static final class Busy {

    private static final long PAUSE_MILLIS = 3;

    private final Thread looker;
    private int looks;
    private int inside;
    private volatile boolean isDone;

    Busy(final Thread thread) {
      looker = new Thread(() -> look(thread));
      looker.setDaemon(true);
      looker.start();
    }

    private void look(final Thread thread) {
      while (!isDone) {
        looks++;
        for (final StackTraceElement one : thread.getStackTrace()) {
          if (one.getClassName().equals(InceptionV1.class.getName())) {
            inside++;
            break;
          }
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
      }
    }

    double stop() {
      isDone = true;
      return (double) inside / looks;
    }
  }

  private static String memory(final int pictures) {
    final Runtime java = Runtime.getRuntime();
    System.gc();
    final long used = java.totalMemory() - java.freeMemory();
    return String.format(
        Locale.ROOT,
        "after %d pictures: Java %d MB, process %d MB",
        pictures,
        used >> 20,
        resident() >> 10);
  }

  private static long resident() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (final IOException e) {
      return 0;
    }
  }
}
