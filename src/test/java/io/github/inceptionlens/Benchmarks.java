package io.github.inceptionlens;

import io.github.inceptionlens.atlas.embedding.EmbeddingBenchmark;
import io.github.inceptionlens.atlas.mosaic.AtlasBenchmark;
import io.github.inceptionlens.attribution.AttributionBenchmark;
import io.github.inceptionlens.dictionary.sparse.SparseTrainingBenchmark;
import io.github.inceptionlens.network.BandBenchmark;
import io.github.inceptionlens.network.DictionaryBenchmark;
import io.github.inceptionlens.network.SpeedBenchmark;
import io.github.inceptionlens.superposition.ToyBenchmark;
import io.github.inceptionlens.textures.TexturesBenchmark;
import io.github.inceptionlens.visualization.feature.VisualizationBenchmark;
import io.github.inceptionlens.visualization.grid.GridBenchmark;
import io.github.inceptionlens.weights.WeightsBenchmark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs all benchmarks, each in a Java of its own; they print ratios. */
public final class Benchmarks {

  private static final List<Class<?>> ALL =
      List.of(
          SpeedBenchmark.class,
          BandBenchmark.class,
          DictionaryBenchmark.class,
          AttributionBenchmark.class,
          WeightsBenchmark.class,
          VisualizationBenchmark.class,
          SparseTrainingBenchmark.class,
          GridBenchmark.class,
          AtlasBenchmark.class,
          EmbeddingBenchmark.class,
          ToyBenchmark.class,
          TexturesBenchmark.class);

  private Benchmarks() {}

  /** The system property {@code inceptionlens.shared} names the folder of the ImageNet weights. */
  public static void main(final String... none) throws IOException, InterruptedException {
    final String shared = System.getProperty("inceptionlens.shared", "../shared");
    for (final Class<?> benchmark : ALL) {
      final List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Dinceptionlens.shared=" + shared,
                  "-cp",
                  System.getProperty("java.class.path"),
                  benchmark.getName()));
      if (benchmark == WeightsBenchmark.class) {
        command.add(shared + "/weights/bvlc_googlenet.caffemodel");
      }
      new ProcessBuilder(command).inheritIO().start().waitFor();
    }
  }
}
