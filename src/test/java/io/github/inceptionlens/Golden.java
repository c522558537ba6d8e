package io.github.inceptionlens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.WeightFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Figures that another implementation computed, with the picture and the network they are of. */
public final class Golden {

  private static final double TOLERANCE = 1e-3;

  private final JsonObject figures;

  private Golden(final JsonObject figures) {
    this.figures = figures;
  }

  /** The figures of the sample cat under BVLC GoogLeNet. */
  public static Golden cat() {
    try {
      final String text = Files.readString(Needs.shared("golden/cat-224.bvlc_googlenet.json"));
      return new Golden(JsonParser.parseString(text).getAsJsonObject());
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** BVLC GoogLeNet; the caller closes it. */
  public static InceptionV1 network() {
    final Architecture architecture = Training.CAFFE.architecture();
    return new InceptionV1(TorchEngine.start(Progress.NONE), architecture, weights(architecture));
  }

  private static Weights weights(final Architecture architecture) {
    return WeightFiles.read(Needs.shared("weights/bvlc_googlenet.caffemodel"), architecture);
  }

  /** One value of a tensor of {@link #network}. */
  public static double weight(final String tensor, final int index) {
    return weights(Training.CAFFE.architecture()).tensors().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(tensor))
        .mapToDouble(entry -> entry.getValue()[index])
        .findFirst()
        .orElseThrow();
  }

  /** The sample cat, 224 x 224 x 3. */
  public static Picture picture() {
    try {
      return Pictures.read(Needs.shared("images/cat-224.png"));
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the layers with figures, as Caffe has them. */
  public List<String> layers() {
    return List.copyOf(figures.getAsJsonObject("layers").keySet());
  }

  /** One figure. */
  public double number(final String... path) {
    return element(path).getAsDouble();
  }

  /** Several figures. */
  public double[] numbers(final String... path) {
    return element(path).getAsJsonArray().asList().stream()
        .mapToDouble(JsonElement::getAsDouble)
        .toArray();
  }

  /** A table of figures. */
  public List<double[]> rows(final String... path) {
    return element(path).getAsJsonArray().asList().stream()
        .map(
            row ->
                row.getAsJsonArray().asList().stream()
                    .mapToDouble(JsonElement::getAsDouble)
                    .toArray())
        .toList();
  }

  private JsonElement element(final String... path) {
    JsonElement element = figures;
    for (final String key : path) {
      element = element.getAsJsonObject().get(key);
    }
    return element;
  }

  /**
   * Checks figures of one kind.
   *
   * @param largest what a thousandth is taken of
   */
  public static void check(
      final String what, final double actual, final double expected, final double largest) {
    assertThat(Math.abs(actual - expected))
        .as("%s: %s, golden %s", what, actual, expected)
        .isLessThanOrEqualTo(TOLERANCE * Math.abs(largest));
  }
}
