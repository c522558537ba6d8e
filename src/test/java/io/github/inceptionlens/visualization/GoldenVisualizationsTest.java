package io.github.inceptionlens.visualization;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.inceptionlens.Golden;
import io.github.inceptionlens.Needs;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.visualization.feature.StepListener;
import io.github.inceptionlens.visualization.feature.Visualization;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.visualization.feature.Visualizer;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On ImageNet's network, units are driven as far as by a plain implementation of Lucid's way. */
@Tag("slow")
final class GoldenVisualizationsTest {

  private static final int SEEDS = 3;

  private static JsonObject golden;
  private static InceptionV1 network;

  @BeforeAll
  static void load() throws IOException {
    golden =
        JsonParser.parseString(
                Files.readString(Needs.shared("golden/visualizations.bvlc_googlenet.json")))
            .getAsJsonObject()
            .getAsJsonObject("units");
    network = Golden.network();
  }

  @AfterAll
  static void close() {
    if (network != null) {
      network.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"mixed3b, 379", "mixed4b, 300", "mixed4c, 447"})
  void theMeanOverSeedsReachesTheGoldenOne(final String layer, final int channel) {
    final String unit = layer + ":" + channel;
    double sum = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      final Visualization seen =
          Visualizer.visualize(
              network,
              unit,
              VisualizationRequest.STANDARD.seed(seed),
              StepListener.NONE,
              Progress.NONE);
      sum +=
          network
              .values(
                  seen.results().stream().map(Visualization.Frame::picture).toList(),
                  Objective.channel(layer + "_pre_relu", channel))[0];
    }
    assertThat(sum / SEEDS)
        .isGreaterThanOrEqualTo(
            golden.getAsJsonObject(unit).get("pre_relu_mean_over_seeds").getAsDouble());
  }
}
