package io.github.inceptionlens.network.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.SlowReference;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.Preprocessing;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Weights;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Single operations on arrays small enough to work out by hand. */
class LayerOperationsTest {

  private static final float INFINITE = Float.NEGATIVE_INFINITY;

  /** One row computed by operations that own an all-ones (or given) convolution and a norm. */
  private static NDArray compute(final Operation op, final NDArray x) {
    final int channels = (int) x.getShape().get(1);
    final Node node = new Node("node", "", op, List.of(Architecture.INPUT), channels);
    final Architecture table =
        new Architecture("one", List.of(node), Preprocessing.CAFFE, List.of());
    final Map<String, float[]> ones = new HashMap<>();
    for (final TensorSpec spec : table.tensors()) {
      final float[] values = new float[spec.count()];
      Arrays.fill(values, spec.shape().size() == 1 ? 0 : 1);
      ones.put(spec.name(), values);
    }
    try (LayerOperations operations =
        new LayerOperations(SmallNetworks.engine(), table, new Weights(table.tensors(), ones))) {
      final NDArray y = operations.compute(node, List.of(x));
      assertThat(operations.differentiable(node, List.of(x)).toFloatArray())
          .as("differentiable path")
          .isEqualTo(y.toFloatArray());
      return y;
    }
  }

  private static NDArray square(final NDManager manager, final int size, final float sign) {
    final float[] values = new float[size * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = sign * (i + 1);
    }
    return manager.create(values, new Shape(1, 1, size, size));
  }

  private static Operation convolution(
      final FrameworkConventions conventions, final int kernel, final int stride) {
    return new Operation.Convolution("node", 1, 1, conventions.convolution(kernel, stride));
  }

  @ParameterizedTest
  @EnumSource(FrameworkConventions.class)
  void aThreeByThreeConvolutionSumsWhatLiesInside(final FrameworkConventions conventions) {
    try (NDManager manager = SmallNetworks.engine().newManager()) {
      final NDArray y = compute(convolution(conventions, 3, 1), square(manager, 3, 1));

      assertThat(y.toFloatArray()).containsExactly(12, 21, 16, 27, 45, 33, 24, 39, 28);
    }
  }

  @Test
  void aStridedSameConvolutionPadsAnEvenSizeAtTheEndOnly() {
    try (NDManager manager = SmallNetworks.engine().newManager()) {
      final Operation op = convolution(FrameworkConventions.TENSORFLOW, 3, 2);

      assertThat(compute(op, square(manager, 4, 1)).toFloatArray()).containsExactly(54, 45, 72, 54);
      assertThat(compute(op, square(manager, 3, 1)).toFloatArray()).containsExactly(12, 16, 24, 28);
    }
  }

  @Test
  void aStridedCaffeConvolutionPadsBothSides() {
    try (NDManager manager = SmallNetworks.engine().newManager()) {
      final Operation op = convolution(FrameworkConventions.CAFFE, 3, 2);

      assertThat(compute(op, square(manager, 4, 1)).toFloatArray()).containsExactly(14, 30, 57, 99);
      assertThat(compute(op, square(manager, 3, 1)).toFloatArray()).containsExactly(12, 16, 24, 28);
    }
  }

  /** Pools of 1 to n², and of their negatives, where padding must not win. */
  @ParameterizedTest
  @CsvSource({
    "CAFFE, 4, 1, 11 12 15 16",
    "CAFFE, 4, -1, -1 -3 -9 -11",
    "CAFFE, 5, 1, 13 15 23 25",
    "CAFFE, 5, -1, -1 -3 -11 -13",
    "TENSORFLOW, 4, 1, 11 12 15 16",
    "TENSORFLOW, 4, -1, -1 -3 -9 -11",
    "TENSORFLOW, 5, 1, 7 9 10 17 19 20 22 24 25",
    "TENSORFLOW, 5, -1, -1 -2 -4 -6 -7 -9 -16 -17 -19"
  })
  void stridedPools(
      final FrameworkConventions conventions,
      final int size,
      final float sign,
      final String expected) {
    try (NDManager manager = SmallNetworks.engine().newManager()) {
      final NDArray y =
          compute(new Operation.MaxPool(conventions.pool(3, 2)), square(manager, size, sign));

      assertThat(y.toFloatArray()).containsExactly(floats(expected));
    }
  }

  @ParameterizedTest
  @EnumSource(FrameworkConventions.class)
  void aModulesPoolKeepsTheSize(final FrameworkConventions conventions) {
    try (NDManager manager = SmallNetworks.engine().newManager()) {
      final NDArray y =
          compute(new Operation.MaxPool(conventions.pool(3, 1)), square(manager, 3, -1));

      assertThat(y.toFloatArray()).containsExactly(floats("-1 -1 -2 -1 -1 -2 -4 -4 -5"));
    }
  }

  private static float[] floats(final String text) {
    final String[] words = text.split(" ");
    final float[] values = new float[words.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(words[i]);
    }
    return values;
  }

  @ParameterizedTest
  @EnumSource(FrameworkConventions.class)
  void separablePoolsEqualTheEnginesBitForBit(final FrameworkConventions conventions) {
    final Random random = new Random(5);
    try (NDManager manager = SmallNetworks.engine().newManager()) {
      for (final int stride : new int[] {1, 2}) {
        final SlidingWindow window = conventions.pool(3, stride);
        for (int height = 3; height <= 12; height++) {
          for (int width = 3; width <= 12; width++) {
            final float[] values = new float[5 * width * height];
            for (int i = 0; i < values.length; i++) {
              values[i] = (float) random.nextGaussian() - 1;
            }
            values[random.nextInt(values.length)] = INFINITE;
            final NDArray x = manager.create(values, new Shape(1, 5, height, width));
            assertThat(compute(new Operation.MaxPool(window), x).getShape())
                .isEqualTo(new Shape(1, 5, window.outputs(height), window.outputs(width)));
          }
        }
      }
    }
  }

  /** An interior channel of a constant c: all neighbors present. */
  @Test
  void theNormOfAConstantHasAClosedForm() {
    final double c = 120;
    try (NDManager manager = SmallNetworks.engine().newManager()) {
      final NDArray x = manager.full(new Shape(1, 20, 1, 1), (float) c);

      final float[] caffe =
          compute(FrameworkConventions.CAFFE.norm().orElseThrow(), x).toFloatArray();
      final float[] tensorFlow =
          compute(FrameworkConventions.TENSORFLOW.norm().orElseThrow(), x).toFloatArray();

      assertThat((double) caffe[10])
          .isCloseTo(c / Math.pow(1 + 1e-4 * c * c, 0.75), within(1e-5 * c));
      assertThat((double) caffe[0])
          .isCloseTo(c / Math.pow(1 + 0.6e-4 * c * c, 0.75), within(1e-5 * c));
      assertThat((double) tensorFlow[10])
          .isCloseTo(c / Math.sqrt(2 + 11e-4 * c * c), within(1e-5 * c));
      assertThat((double) tensorFlow[19])
          .isCloseTo(c / Math.sqrt(2 + 6e-4 * c * c), within(1e-5 * c));
    }
  }

  @Test
  void aNormWithAnotherExponentIsComputedByThePower() {
    try (NDManager manager = SmallNetworks.engine().newManager()) {
      final NDArray x = manager.full(new Shape(1, 3, 1, 1), 2f);

      assertThat(compute(new Operation.ResponseNorm(1, 1, 0.5, 1), x).toFloatArray())
          .containsExactly(new float[] {2f / 5, 2f / 7, 2f / 5}, within(1e-6f));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CAFFE", "TENSORFLOW"})
  void theNormEqualsPlainLoops(final FrameworkConventions conventions) {
    final Random random = new Random(3);
    final double[][][] x = new double[30][4][5];
    final float[] flat = new float[30 * 4 * 5];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) (200 * random.nextGaussian());
      x[i / 20][i / 5 % 4][i % 5] = flat[i];
    }
    final Architecture narrow = SmallNetworks.narrowTable(conventions);
    final double[][][] expected =
        new SlowReference(conventions, SmallNetworks.weightsOfBothSigns(narrow)).norm(x);
    try (NDManager manager = SmallNetworks.engine().newManager()) {
      final float[] y =
          compute(conventions.norm().orElseThrow(), manager.create(flat, new Shape(1, 30, 4, 5)))
              .toFloatArray();

      for (int i = 0; i < y.length; i++) {
        assertThat((double) y[i]).isCloseTo(expected[i / 20][i / 5 % 4][i % 5], within(2e-4));
      }
    }
  }
}
