package io.github.inceptionlens.command.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.CommandTrial;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedding of a sample, run from Java and stopped. */
final class EmbedActivationsCommandTest extends CommandTrial {

  private static final int ROWS = 300;
  private static final int CHANNELS = 64;

  @TempDir private Path folder;

  EmbedActivationsCommandTest() {
    super(EmbedActivationsCommand.class);
  }

  @BeforeEach
  void start() throws IOException {
    final float[] values = new float[ROWS * CHANNELS];
    final Random dice = new Random();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) dice.nextGaussian();
    }
    give(
        "sample",
        Files.write(
                folder.resolve("s.safetensors"),
                SafetensorsWriter.exact(
                    Map.of(new TensorSpec("vectors", List.of(ROWS, CHANNELS)), values),
                    Map.of("layer", "mixed3a")))
            .toString());
    give("layer", "mixed3a");
    give("neighbors", 10);
  }

  private static int kept() throws IOException {
    final Path samples = NetworkStore.standard().folder().resolve(".samples");
    return Files.isDirectory(samples) ? samples.toFile().list().length : 0;
  }

  @Test
  void whatIsStoppedLeavesNothingAndIsDoneByTheNextCall() throws IOException {
    final int before = kept();
    runUntil("Laying out, round 100");
    assertThat(command().getOutput("table")).isNull();
    assertThat(kept()).isEqualTo(before);
    command().run();
    assertThat(((ResultsTable) command().getOutput("table")).size()).isEqualTo(ROWS);
    assertThat(command().getOutput("notes").toString()).doesNotContain("made before");
    assertThat(kept()).isEqualTo(before + 1);
  }

  @Test
  void thePlotSaysHowItCameAboutAndHowGoodItIs() {
    give("color", "picture");
    command().run();
    final Plot plot = (Plot) command().getOutput("plot");
    final String info = String.join("\n", plot.getImagePlus().getPropertiesAsArray());
    assertThat(info)
        .contains("umap, neighbors 10, min_dist 0.05, cosine, seed 0")
        .contains("300 vectors of mixed3a, of 300 pictures")
        .contains("trustworthiness 0.")
        .contains("Embed Activations...");
  }
}
