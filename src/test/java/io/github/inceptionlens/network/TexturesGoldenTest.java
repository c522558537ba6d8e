package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.inceptionlens.Pictures;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.weights.BundledWeights;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The bundled network on a sample image against the figures of an independent implementation, made
 * by {@code src/test/python/textures_golden.py}.
 */
final class TexturesGoldenTest {

  private static final double ACTIVATIONS = 1e-4;
  private static final double GRADIENTS = 1e-3;
  private static final String GOLDEN = "/io/github/inceptionlens/golden/textures-scene-rgb.json";

  private static JsonObject golden;
  private static Picture picture;
  private static InceptionV1 network;
  private static Activations answers;

  @BeforeAll
  static void run() throws Exception {
    try (InputStream in = TexturesGoldenTest.class.getResourceAsStream(GOLDEN)) {
      golden = JsonParser.parseReader(new InputStreamReader(in)).getAsJsonObject();
    }
    picture = Pictures.read(Path.of(golden.get("sample").getAsString()));
    network =
        new InceptionV1(
            SmallNetworks.engine(), Training.TEXTURES.architecture(), BundledWeights.textures());
    final List<String> names = new ArrayList<>(golden.getAsJsonObject("layers").keySet());
    names.addAll(List.of(Architecture.LOGITS, Architecture.PROBABILITIES));
    answers = network.run(picture, names);
  }

  @AfterAll
  static void close() {
    if (network != null) {
      network.close();
    }
  }

  @Test
  void theGoldenWasMadeWithTheWeightsThatAreShipped() throws Exception {
    final byte[] file;
    try (InputStream in = BundledWeights.class.getResourceAsStream("textures.safetensors")) {
      file = in.readAllBytes();
    }
    final byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
    assertThat(HexFormat.of().formatHex(digest))
        .as("run src/test/python/textures_golden.py again after a change of the weights")
        .isEqualTo(golden.get("weights_sha256").getAsString());
  }

  @Test
  void everyLayerHasTheFigures() {
    final Map<String, JsonElement> layers = golden.getAsJsonObject("layers").asMap();
    assertThat(layers).hasSize(18);
    layers.forEach((name, figures) -> compareLayer(name, figures.getAsJsonObject()));
  }

  private static void compareLayer(final String name, final JsonObject figures) {
    final FeatureMap map = answers.map(name);
    final List<Double> shape = Figures.numbers(figures.get("shape"));
    assertThat(map.maps().dimensionsAsLongArray())
        .as(name)
        .containsExactly(
            shape.get(2).longValue(), shape.get(1).longValue(), shape.get(0).longValue());
    final List<Double> means = new ArrayList<>();
    double sum = 0;
    double max = Double.NEGATIVE_INFINITY;
    for (int channel = 0; channel < map.layer().channels(); channel++) {
      double total = 0;
      for (final float value : map.channel(channel)) {
        total += value;
        max = Math.max(max, value);
      }
      means.add(total / map.channel(channel).length);
      sum += total;
    }
    Figures.close(name + " channel means", means, figures.get("channel_means"), ACTIVATIONS);
    Figures.close(name + " sum", List.of(sum), figures.get("sum"), ACTIVATIONS);
    Figures.close(name + " max", List.of(max), figures.get("max"), ACTIVATIONS);
    comparePeak(name, map, figures);
  }

  private static void comparePeak(
      final String name, final FeatureMap map, final JsonObject figures) {
    final float[] values = map.channel(figures.get("strongest_channel").getAsInt());
    final List<Double> place = Figures.numbers(figures.get("its_peak_row_col"));
    final int width = map.geometry().x().size();
    final float peak = values[place.get(0).intValue() * width + place.get(1).intValue()];
    for (final float value : values) {
      assertThat(value).as(name + " peak").isLessThanOrEqualTo(peak * (float) (1 + ACTIVATIONS));
    }
  }

  @Test
  void logitsAndProbabilitiesAreTheSame() {
    Figures.close("logits", Figures.list(answers.logits()), golden.get("logits"), ACTIVATIONS);
    Figures.close(
        "probabilities",
        Figures.list(answers.probabilities()),
        golden.get("probabilities"),
        ACTIVATIONS);
    assertThat(network.architecture().labels().get(target()))
        .isIn("honeycomb epithelium", "branching trees", "concentric rings");
  }

  @Test
  void theGradientOfALogitReachesThePixelsUnchanged() {
    final JsonObject figures = golden.getAsJsonObject("pixel_gradient");
    final MapStack gradient = Gradients.of(network, picture, Objective.logit(target())).pixels();
    final int block = figures.get("block").getAsInt();
    Figures.compareStable(
        "block", blockMeans(gradient, block), figures.getAsJsonArray("block_means"), GRADIENTS);
    final List<Double> values = new ArrayList<>();
    for (final JsonElement place : figures.getAsJsonArray("places_channel_row_col")) {
      final List<Double> at = Figures.numbers(place);
      final int index = (int) (at.get(1) * gradient.dimension(0) + at.get(2));
      values.add((double) gradient.plane(at.get(0).intValue())[index]);
    }
    Figures.compareStable("pixel", values, figures.getAsJsonArray("values"), GRADIENTS);
    double largest = 0;
    for (int channel = 0; channel < 3; channel++) {
      for (final float value : gradient.plane(channel)) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    Figures.close("largest", List.of(largest), figures.get("largest_absolute"), GRADIENTS);
  }

  private static List<Double> blockMeans(final MapStack image, final int block) {
    final int width = image.width();
    final int columns = width / block;
    final List<Double> means = new ArrayList<>();
    for (int channel = 0; channel < 3; channel++) {
      final float[] plane = image.plane(channel);
      final double[] sums = new double[columns * (int) (image.dimension(1) / block)];
      for (int i = 0; i < plane.length; i++) {
        sums[i / width / block * columns + i % width / block] += plane[i];
      }
      for (final double sum : sums) {
        means.add(sum / (block * block));
      }
    }
    return means;
  }

  @Test
  void gradCamIsTheSame() {
    final Map<String, JsonElement> maps = golden.getAsJsonObject("grad_cam").asMap();
    assertThat(maps).hasSize(2);
    maps.forEach((layer, figures) -> compareGradCam(layer, figures.getAsJsonObject()));
  }

  private static void compareGradCam(final String layer, final JsonObject figures) {
    final FeatureMap map = answers.map(layer);
    final MapStack gradient = logitGradient(map);
    final List<Double> weights = new ArrayList<>();
    final double[] sums = new double[map.channel(0).length];
    for (int channel = 0; channel < map.layer().channels(); channel++) {
      double weight = 0;
      for (final float value : gradient.plane(channel)) {
        weight += value / sums.length;
      }
      weights.add(weight);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weight * map.channel(channel)[i];
      }
    }
    final List<Double> cam = new ArrayList<>();
    for (final double sum : sums) {
      cam.add(Math.max(0, sum));
    }
    assertThat(cam).as(layer).anyMatch(value -> value > 0);
    Figures.close(layer + " weights", weights, figures.get("weights"), GRADIENTS);
    Figures.close(layer + " map", cam, figures.get("map"), GRADIENTS);
  }

  private static MapStack logitGradient(final FeatureMap map) {
    final String layer = map.layer().name();
    final GradientRequest request =
        GradientRequest.layers(Objective.logit(target()), List.of(layer));
    return Gradients.of(network, List.of(picture), request)
        .get(0)
        .layers()
        .get(layer)
        .gradient()
        .maps();
  }

  private static int target() {
    return golden.get("target").getAsInt();
  }
}
