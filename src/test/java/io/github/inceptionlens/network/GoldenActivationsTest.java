package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.inceptionlens.Needs;
import io.github.inceptionlens.Pictures;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.WeightFiles;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real network on a real picture against an independent implementation's figures. */
final class GoldenActivationsTest {

  private static final double TOLERANCE = 1e-4;

  private static JsonObject golden;
  private static InceptionV1 network;
  private static Activations answers;

  @BeforeAll
  static void run() throws Exception {
    golden =
        JsonParser.parseString(Files.readString(Needs.shared("golden/cat-224.bvlc_googlenet.json")))
            .getAsJsonObject();
    final Architecture architecture = Training.CAFFE.architecture();
    final Weights weights =
        WeightFiles.read(Needs.shared("weights/bvlc_googlenet.caffemodel"), architecture);
    network = new InceptionV1(TorchEngine.start(Progress.NONE), architecture, weights);
    final List<String> names = new ArrayList<>(golden.getAsJsonObject("layers").keySet());
    names.add(Architecture.LOGITS);
    names.add(Architecture.PROBABILITIES);
    answers = network.run(Pictures.read(Needs.shared("images/cat-224.png")), names);
  }

  @AfterAll
  static void close() {
    if (network != null) {
      network.close();
    }
  }

  @Test
  void everyLayerHasTheReferencesFigures() {
    final Map<String, JsonElement> layers = golden.getAsJsonObject("layers").asMap();
    assertThat(layers).hasSize(12);
    layers.forEach((name, figures) -> compare(name, figures.getAsJsonObject()));
  }

  private static void compare(final String name, final JsonObject figures) {
    final FeatureMap map = answers.map(name);
    assertThat(map.maps().dimensionsAsLongArray()).as(name).isEqualTo(shape(figures));
    final List<ChannelFigures> channels = ChannelFigures.of(map);
    compareMeans(name, channels, figures.getAsJsonArray("channel_means"));
    final double sum = channels.stream().mapToDouble(ChannelFigures::sum).sum();
    assertRelative(name + " sum", sum, figures.get("sum").getAsDouble());
    final double max = channels.stream().mapToDouble(ChannelFigures::max).max().orElseThrow();
    assertRelative(name + " max", max, figures.get("max").getAsDouble());
    compareStrongest(name, channels, figures);
  }

  private static long[] shape(final JsonObject figures) {
    final JsonArray shape = figures.getAsJsonArray("shape");
    return new long[] {
      shape.get(2).getAsLong(), shape.get(1).getAsLong(), shape.get(0).getAsLong()
    };
  }

  private static void compareMeans(
      final String name, final List<ChannelFigures> channels, final JsonArray means) {
    double largest = 0;
    for (final JsonElement mean : means) {
      largest = Math.max(largest, Math.abs(mean.getAsDouble()));
    }
    for (int i = 0; i < means.size(); i++) {
      assertThat(channels.get(i).mean())
          .as(name + ":" + i)
          .isCloseTo(means.get(i).getAsDouble(), within(TOLERANCE * largest));
    }
  }

  private static void compareStrongest(
      final String name, final List<ChannelFigures> channels, final JsonObject figures) {
    final int strongest = figures.get("strongest_channel").getAsInt();
    final double best = channels.stream().mapToDouble(ChannelFigures::mean).max().orElseThrow();
    assertThat(channels.get(strongest).mean()).as(name + " strongest").isEqualTo(best);
    final JsonArray peak = figures.getAsJsonArray("its_peak_row_col");
    assertThat(channels.get(strongest).peak())
        .as(name + " peak")
        .containsExactly(peak.get(0).getAsInt(), peak.get(1).getAsInt());
  }

  @Test
  void logitAndTopFiveAreTheReferences() {
    final int target = golden.get("target").getAsInt();
    assertRelative("logit", answers.logits()[target], golden.get("target_logit").getAsDouble());
    for (final JsonElement entry : golden.getAsJsonArray("top5")) {
      final int index = entry.getAsJsonArray().get(0).getAsInt();
      assertThat((double) answers.probabilities()[index])
          .isCloseTo(entry.getAsJsonArray().get(1).getAsDouble(), within(TOLERANCE));
    }
    assertThat(network.architecture().labels().get(target)).isEqualTo("Egyptian cat");
  }

  private static void assertRelative(final String what, final double actual, final double golden) {
    assertThat(actual).as(what).isCloseTo(golden, within(TOLERANCE * Math.abs(golden)));
  }

  /**
   * @param peak row and column of the largest value
   */
  private record ChannelFigures(double sum, double mean, double max, int[] peak) {

    static List<ChannelFigures> of(final FeatureMap map) {
      final List<ChannelFigures> all = new ArrayList<>();
      for (int channel = 0; channel < map.layer().channels(); channel++) {
        all.add(of(map.channel(channel), map.geometry().x().size()));
      }
      return all;
    }

    private static ChannelFigures of(final float[] values, final int width) {
      double sum = 0;
      int peak = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[i];
        peak = values[i] > values[peak] ? i : peak;
      }
      return new ChannelFigures(
          sum, sum / values.length, values[peak], new int[] {peak / width, peak % width});
    }
  }
}
