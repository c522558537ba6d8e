package io.github.inceptionlens.network.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import io.github.inceptionlens.Golden;
import io.github.inceptionlens.Needs;
import io.github.inceptionlens.core.FloatPlanes;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.WeightFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RelevanceTest {

  private static final List<String> LAYERS =
      List.of(
          "conv2d0", "maxpool0", "conv2d2", "maxpool1", "mixed3a", "mixed3b", "mixed4a", "mixed4c");

  private static InceptionV1 withoutBiases(final Architecture table, final Weights weights) {
    final Map<String, float[]> values = new HashMap<>();
    weights
        .tensors()
        .forEach(
            (spec, tensor) ->
                values.put(
                    spec.name(), spec.shape().size() == 1 ? new float[tensor.length] : tensor));
    return new InceptionV1(SmallNetworks.engine(), table, new Weights(table.tensors(), values));
  }

  private static double sum(final FloatPlanes<?> planes) {
    double sum = 0;
    for (int plane = 0; plane < planes.planes(); plane++) {
      for (final float value : planes.plane(plane)) {
        sum += value;
      }
    }
    return sum;
  }

  private static void checkConserved(
      final InceptionV1 network,
      final Picture picture,
      final Objective objective,
      final List<String> layers) {
    final Relevance relevance = Relevance.of(network, picture, objective, layers);
    final double tolerance = 0.01 * Math.abs(relevance.value());
    assertThat(tolerance).isPositive();
    assertThat(sum(relevance.pixels())).isCloseTo(relevance.value(), within(tolerance));
    assertThat(relevance.layers()).containsOnlyKeys(layers);
    relevance
        .layers()
        .forEach(
            (name, map) ->
                assertThat(sum(map.maps()))
                    .as(name)
                    .isCloseTo(relevance.value(), within(tolerance)));
  }

  @ParameterizedTest
  @EnumSource(FrameworkConventions.class)
  void withoutBiasesEveryLayerHoldsTheTarget(final FrameworkConventions conventions) {
    final Architecture table = SmallNetworks.narrowTable(conventions);
    final Picture picture = SmallNetworks.noise(96, 80, 1);
    try (InceptionV1 network = withoutBiases(table, SmallNetworks.weightsOfBothSigns(table))) {
      checkConserved(network, picture, Objective.logit(3), LAYERS);
      checkConserved(
          network, picture, Objective.logit(3).plus(Objective.logit(1).times(-2)), LAYERS);
      checkConserved(network, picture, Objective.channel("mixed4d", 5), LAYERS);
      checkConserved(network, picture, Objective.energy("mixed4d"), LAYERS);
    }
  }

  @Test
  void withoutBiasesGoogLeNetHandsItsLogitDownToThePixels() {
    final Architecture table = Training.CAFFE.architecture();
    final Weights weights =
        WeightFiles.read(Needs.shared("weights/bvlc_googlenet.caffemodel"), table);
    try (InceptionV1 network = withoutBiases(table, weights)) {
      checkConserved(network, Golden.picture(), Objective.logit(285), LAYERS);
    }
  }

  @Test
  void everySharePerPixelIsThatOfPlainSumsAndBiasesAbsorbTheRest() {
    final int side = 12;
    final Picture picture = SmallNetworks.noise(side, side, 3);
    try (InceptionV1 network = SmallNetworks.mixed()) {
      final PlainRelevance expected = new PlainRelevance(network, picture, side);
      final Relevance relevance =
          Relevance.of(network, picture, Objective.logit(PlainRelevance.CLASS), List.of());
      final double largest = expected.largest();
      assertThat(relevance.value()).isCloseTo(expected.value, within(1e-3));
      assertThat(largest).isPositive();
      for (int channel = 0; channel < 3; channel++) {
        final float[] actual = relevance.pixels().plane(channel);
        for (int i = 0; i < actual.length; i++) {
          assertThat((double) actual[i])
              .isCloseTo(expected.pixel(channel, i), within(1e-3 * largest));
        }
      }
      assertThat(expected.absorbed).isNotZero();
      assertThat(relevance.value() - sum(relevance.pixels()))
          .isCloseTo(expected.absorbed, within(1e-3 * Math.abs(relevance.value())));
    }
  }

  /** The rules written out as sums over every pair of input and output. */
  private static final class PlainRelevance {

    private static final int CLASS = 1;
    private static final int WIDTH = 4;
    private static final double[] MEANS = {104, 117, 123};

    private final int side;
    private final double[] input;
    private final double[] relevance;
    private final double value;
    private double absorbed;

    private PlainRelevance(final InceptionV1 network, final Picture picture, final int side) {
      this.side = side;
      input = new double[3 * side * side];
      for (int i = 0; i < input.length; i++) {
        final int channel = i / (side * side);
        input[i] = picture.plane(2 - channel)[i % (side * side)] - MEANS[channel];
      }
      final float[] first = values(network.operations().weight("conv2d0"));
      final float[] firstBias = values(network.operations().bias("conv2d0"));
      final float[] second = values(network.operations().weight("conv2d1"));
      final float[] secondBias = values(network.operations().bias("conv2d1"));
      final float[] last = values(network.operations().weight("softmax2"));
      final int half = side / 2;
      final Convolution low = new Convolution(3, side, 7, 2, 3);
      final Convolution high = new Convolution(WIDTH, half, 3, 1, 1);
      final double[] h = rectified(low.sums(input, first, firstBias, 0));
      final double[] k = rectified(high.sums(h, second, secondBias, 0));
      double logit = values(network.operations().bias("softmax2"))[CLASS];
      for (int i = 0; i < k.length; i++) {
        logit += last[CLASS * WIDTH + i / (half * half)] * k[i] / (half * half);
      }
      value = logit;
      final double[] ofK = new double[k.length];
      for (int i = 0; i < k.length; i++) {
        ofK[i] = last[CLASS * WIDTH + i / (half * half)] * k[i] / (half * half);
      }
      absorbed += values(network.operations().bias("softmax2"))[CLASS];
      final double[] divisors = high.sums(h, second, secondBias, 0.25);
      final double[] perUnit = new double[k.length];
      for (int i = 0; i < k.length; i++) {
        perUnit[i] = ofK[i] == 0 ? 0 : ofK[i] / divisors[i];
        final float bias = secondBias[i / (half * half)];
        absorbed += perUnit[i] * (bias + 0.25 * Math.max(bias, 0));
      }
      final double[] ofH = new double[h.length];
      high.visit(
          (from, to, at) ->
              ofH[from] += h[from] * (second[at] + 0.25 * Math.max(second[at], 0)) * perUnit[to]);
      final double[] divisor = new double[h.length];
      low.visit((from, to, at) -> divisor[to] += part(from, first[at]));
      relevance = new double[input.length];
      low.visit(
          (from, to, at) ->
              relevance[from] += ofH[to] == 0 ? 0 : part(from, first[at]) * ofH[to] / divisor[to]);
    }

    /** A contribution counted from the darkest or the brightest value. */
    private double part(final int from, final double weight) {
      final double mean = MEANS[from / (side * side)];
      return input[from] * weight + mean * Math.max(weight, 0) - (255 - mean) * Math.min(weight, 0);
    }

    /** Of a color in the order red, green, blue. */
    private double pixel(final int channel, final int index) {
      return relevance[(2 - channel) * side * side + index];
    }

    private double largest() {
      double largest = 0;
      for (final double one : relevance) {
        largest = Math.max(largest, Math.abs(one));
      }
      return largest;
    }

    private static float[] values(final NDArray array) {
      return array.toFloatArray();
    }

    private static double[] rectified(final double[] values) {
      final double[] result = values.clone();
      for (int i = 0; i < result.length; i++) {
        result[i] = Math.max(result[i], 0);
      }
      return result;
    }
  }

  /** Hears of every pair of an input and an output with the weight between them. */
  @FunctionalInterface
  private interface Pair {
    void hear(int from, int to, int weight);
  }

  /** A convolution to four channels as a list of pairs. */
  private record Convolution(int channels, int side, int kernel, int stride, int pad) {

    private void visit(final Pair pair) {
      final int size = side / stride;
      for (int to = 0; to < PlainRelevance.WIDTH * size * size; to++) {
        for (int tap = 0; tap < channels * kernel * kernel; tap++) {
          final int column = to % size * stride - pad + tap % kernel;
          final int row = to / size % size * stride - pad + tap / kernel % kernel;
          if (column >= 0 && row >= 0 && column < side && row < side) {
            final int channel = tap / (kernel * kernel);
            pair.hear(
                (channel * side + row) * side + column,
                to,
                to / (size * size) * channels * kernel * kernel + tap);
          }
        }
      }
    }

    private double[] sums(
        final double[] input, final float[] weights, final float[] biases, final double favor) {
      final int size = side / stride;
      final double[] sums = new double[PlainRelevance.WIDTH * size * size];
      for (int i = 0; i < sums.length; i++) {
        final float bias = biases[i / (size * size)];
        sums[i] = bias + favor * Math.max(bias, 0);
      }
      visit(
          (from, to, at) ->
              sums[to] += input[from] * (weights[at] + favor * Math.max(weights[at], 0)));
      return sums;
    }
  }
}
