package io.github.inceptionlens.network;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.band.RunPlan;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.BundledWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times a layer of pictures of growing size, per megapixel, beside one of a megapixel: the ratio
 * says what size costs. On Linux it also prints the process's largest memory.
 *
 * <p>Arguments: the layer (mixed4c), and sides of square pictures (1024 2048 4096 8192). Each
 * network runs on two threads.
 */
public final class BandBenchmark {

  private static final int ONE = 1024;
  private static final int ROUNDS = 7;

  private BandBenchmark() {}

  /** Made row by row, so that it takes no memory as a whole. */
  private record Checks(int width, int height) implements PictureRows {

    @Override
    public Picture rows(final int top, final int count) {
      final List<float[]> planes = new ArrayList<>();
      for (int channel = 0; channel < 3; channel++) {
        final float[] plane = new float[width * count];
        for (int i = 0; i < plane.length; i++) {
          plane[i] = (i % width * (channel + 3) ^ (top + i / width) * 5) & 255;
        }
        planes.add(plane);
      }
      return new Picture(width, count, planes);
    }
  }

  /** Prints each picture's size, plan, seconds per megapixel and ratio, of both networks. */
  public static void main(final String[] arguments) throws IOException {
    final String layer = arguments.length > 0 ? arguments[0] : "mixed4c";
    final int[] sides =
        arguments.length > 1
            ? Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray()
            : new int[] {ONE, 2048, 4096, 8192};
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    engine.useThreads(2);
    final Training bundled = Training.TEXTURES;
    try (InceptionV1 network =
        new InceptionV1(engine, bundled.architecture(), BundledWeights.textures())) {
      measure(network, layer, sides);
    }
    try (InceptionV1 network =
        new InceptionV1(
            engine,
            Training.CAFFE.architecture(),
            SmallNetworks.weightsOfBothSigns(Training.CAFFE.architecture()))) {
      measure(network, layer, sides);
    }
  }

  private static void measure(final InceptionV1 network, final String layer, final int[] sides)
      throws IOException {
    seconds(network, layer, ONE);
    for (final int side : sides) {
      final double one = seconds(network, layer, ONE);
      forget();
      final double own = seconds(network, layer, side) * ONE * ONE / side / side;
      System.out.println(
          String.format(
              Locale.ROOT,
              "%s, %s, %d x %d %s: %.3f s / %.3f s per megapixel = %.2f, process %d MB",
              network.architecture().name(),
              layer,
              side,
              side,
              RunPlan.of(network.architecture(), List.of(layer), side, side)
                  .bands()
                  .map(bands -> "in bands of " + bands.rows() + " rows")
                  .orElse("as a whole"),
              own,
              one,
              own / one,
              MemoryProbe.status("VmHWM") / 1024));
    }
  }

  private static void forget() throws IOException {
    final Path peaks = Path.of("/proc/self/clear_refs");
    if (Files.isWritable(peaks)) {
      Files.writeString(peaks, "5");
    }
  }

  /** The median of a few rounds of small pictures, the only one of large pictures. */
  private static double seconds(final InceptionV1 network, final String layer, final int side) {
    final double[] rounds = new double[side > ONE ? 1 : ROUNDS];
    for (int round = 0; round < rounds.length; round++) {
      final long start = System.nanoTime();
      network.run(new Checks(side, side), List.of(layer), Progress.NONE);
      rounds[round] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(rounds);
    return rounds[rounds.length / 2];
  }
}
