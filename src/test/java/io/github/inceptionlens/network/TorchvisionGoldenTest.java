package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.weights.WeightFiles;
import io.github.inceptionlens.weights.format.TorchvisionFiles;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PyTorch's GoogLeNet with weights that are formulas, read from a file as torchvision names them,
 * against the figures of an independent implementation with batch normalizations, made by {@code
 * src/test/python/torchvision_golden.py}.
 */
final class TorchvisionGoldenTest {

  private static final double TOLERANCE = 1e-4;
  private static final String GOLDEN = "/io/github/inceptionlens/golden/torchvision.json";
  private static final int WIDTH = 131;
  private static final int HEIGHT = 97;

  @TempDir private static Path folder;

  private static JsonObject golden;
  private static InceptionV1 network;
  private static Activations answers;

  @BeforeAll
  static void run() throws Exception {
    try (InputStream in = TorchvisionGoldenTest.class.getResourceAsStream(GOLDEN)) {
      golden = JsonParser.parseReader(new InputStreamReader(in)).getAsJsonObject();
    }
    final Path file = folder.resolve("googlenet.safetensors");
    Files.write(file, TorchvisionFiles.write(10));
    final Training training = WeightFiles.training(file);
    assertThat(training.name()).isEqualTo("imagenet-torch with 10 classes");
    network =
        new InceptionV1(
            SmallNetworks.engine(),
            training.architecture(),
            WeightFiles.read(file, training.architecture()));
    final List<String> names = new ArrayList<>(golden.getAsJsonObject("layers").keySet());
    names.add("fc");
    answers = network.run(picture(), names);
  }

  @AfterAll
  static void close() {
    if (network != null) {
      network.close();
    }
  }

  private static Picture picture() {
    final List<float[]> planes = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      final float[] plane = new float[WIDTH * HEIGHT];
      for (int i = 0; i < plane.length; i++) {
        final int x = i % WIDTH;
        final int y = i / WIDTH;
        plane[i] = (7 * x + 13 * y + 29 * c + x * y * (c + 1)) % 256;
      }
      planes.add(plane);
    }
    return new Picture(WIDTH, HEIGHT, planes);
  }

  @Test
  void everyLayerHasTheFiguresUnderTorchvisionsName() {
    final Map<String, JsonElement> layers = golden.getAsJsonObject("layers").asMap();
    assertThat(layers).hasSize(16);
    layers.forEach((name, figures) -> compare(name, figures.getAsJsonObject()));
  }

  private static void compare(final String name, final JsonObject figures) {
    final FeatureMap map = answers.map(name);
    final List<Double> shape = Figures.numbers(figures.get("shape"));
    assertThat(map.maps().dimensionsAsLongArray())
        .as(name)
        .containsExactly(
            shape.get(2).longValue(), shape.get(1).longValue(), shape.get(0).longValue());
    final List<Double> means = new ArrayList<>();
    double max = 0;
    for (int channel = 0; channel < map.layer().channels(); channel++) {
      double sum = 0;
      for (final float value : map.channel(channel)) {
        sum += value;
        max = Math.max(max, value);
      }
      means.add(sum / map.channel(channel).length);
    }
    final double mean = means.stream().mapToDouble(one -> one).average().orElseThrow();
    Figures.close(name, means.subList(0, 12), figures.get("channel_means"), TOLERANCE);
    Figures.close(name + " mean", List.of(mean), figures.get("mean"), TOLERANCE);
    Figures.close(name + " max", List.of(max), figures.get("max"), TOLERANCE);
  }

  @Test
  void theNamesAreThoseOfTheLiterature() {
    assertThat(network.architecture().node("inception4c.branch3.1").name())
        .isEqualTo("mixed4c_5x5")
        .isEqualTo(network.architecture().node("inception_4c/5x5").name());
    assertThat(network.architecture().node("conv3").name()).isEqualTo("conv2d2");
  }

  @Test
  void logitsAreTheSame() {
    Figures.close("logits", Figures.list(answers.logits()), golden.get("logits"), TOLERANCE);
  }

  @Test
  void theGradientReachesThePixelsAsOneOfValuesUpTo255() {
    final JsonObject figures = golden.getAsJsonObject("gradient");
    final Objective logit = Objective.logit(golden.get("class").getAsInt());
    final MapStack gradient = Gradients.of(network, picture(), logit).pixels();
    final List<Double> magnitudes =
        IntStream.range(0, 3).mapToObj(c -> magnitude(gradient.plane(c))).toList();
    Figures.close("magnitude", magnitudes, figures.get("mean_magnitude"), TOLERANCE);
    final List<Double> values = new ArrayList<>();
    for (final JsonElement place : figures.getAsJsonArray("places")) {
      final List<Double> at = Figures.numbers(place);
      final int index = (int) (at.get(1) * WIDTH + at.get(2));
      values.add((double) gradient.plane(at.get(0).intValue())[index]);
    }
    Figures.close("values", values, figures.get("values"), TOLERANCE);
  }

  private static double magnitude(final float[] plane) {
    double sum = 0;
    for (final float value : plane) {
      sum += Math.abs(value);
    }
    return sum / plane.length;
  }
}
