package io.github.inceptionlens.circuit.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.PlantedCircuit;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.edit.ChannelSplice;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.edit.UnitSet;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.network.memory.MemoryBudget;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kernels beside products of stored weights, and beside gradients of the linearized network. */
class UnitWeightsTest {

  private static KernelEnd end(final InceptionV1 network, final String text) {
    return KernelEnd.parse(network.architecture(), "from", text);
  }

  private static List<UnitKernels> expanded(
      final InceptionV1 network, final String from, final String to) {
    return UnitWeights.expanded(network, end(network, from), end(network, to)).all(Progress.NONE);
  }

  private static List<UnitKernels> direct(
      final InceptionV1 network, final String from, final String to) {
    return UnitWeights.direct(network, end(network, from), end(network, to)).all(Progress.NONE);
  }

  @Test
  void kernelsStayWhatTheyAreWhenJavaFreesMemoryMeanwhile() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final UnitWeights weights =
          UnitWeights.expanded(network, end(network, "mixed4b"), end(network, "mixed4c"));
      final List<ByteBuffer> others = new ArrayList<>();
      final List<UnitKernels> meanwhile =
          weights.all(
              (part, what) -> {
                System.gc();
                for (int i = 0; i < 200; i++) {
                  others.add(noise(1 << (8 + i % 8)));
                }
              });
      assertThat(meanwhile).usingRecursiveComparison().isEqualTo(weights.all(Progress.NONE));
      assertThat(others).isNotEmpty();
    }
  }

  private static ByteBuffer noise(final int bytes) {
    final ByteBuffer buffer = ByteBuffer.allocateDirect(bytes);
    while (buffer.hasRemaining()) {
      buffer.put((byte) 0x4e);
    }
    return buffer;
  }

  @ParameterizedTest
  @CsvSource({
    "CAFFE, mixed4c_3x3, 3",
    "TENSORFLOW, mixed4c_3x3, 3",
    "CAFFE, mixed4c_5x5, 5",
    "TENSORFLOW, mixed4c_5x5, 5"
  })
  void aBranchIsTheProductOfItsTwoConvolutions(
      final FrameworkConventions conventions, final String branch, final int side) {
    try (InceptionV1 network = SmallNetworks.narrow(conventions)) {
      final float[] upper = network.operations().values(branch + "_w");
      final float[] lower = network.operations().values(branch + "_bottleneck_w");
      final int inputs = network.architecture().node("mixed4b").channels();
      final int between = lower.length / inputs;
      final int area = side * side;
      for (final UnitKernels one : expanded(network, "mixed4b", branch)) {
        assertThat(one.span()).isEqualTo(new KernelSpan(-(side / 2), side, 1));
        for (int i = 0; i < inputs; i++) {
          for (int place = 0; place < area; place++) {
            double expected = 0;
            for (int b = 0; b < between; b++) {
              expected +=
                  (double) upper[(one.to().channel() * between + b) * area + place]
                      * lower[b * inputs + i];
            }
            assertThat(one.kernel(i).values()[place]).isCloseTo((float) expected, within(1e-4f));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"CAFFE", "TENSORFLOW"})
  void aBranchOfOneConvolutionHasItsWeights(final FrameworkConventions conventions) {
    try (InceptionV1 network = SmallNetworks.narrow(conventions)) {
      final float[] weights = network.operations().values("mixed4c_1x1_w");
      final List<UnitKernels> branch = expanded(network, "mixed4b", "mixed4c_1x1");
      final List<UnitKernels> module = expanded(network, "mixed4b", "mixed4c");
      final int inputs = branch.get(0).from().size();
      for (final UnitKernels one : branch) {
        assertThat(one.span()).isEqualTo(KernelSpan.PLACE);
        for (int i = 0; i < inputs; i++) {
          final float weight = weights[one.to().channel() * inputs + i];
          assertThat(one.kernel(i).values()).containsExactly(weight);
          final WeightKernel wide = module.get(one.to().channel()).kernel(i);
          assertThat(wide.span()).isEqualTo(new KernelSpan(-2, 5, 1));
          assertThat(wide.center()).isEqualTo(weight);
          assertThat(wide.norm()).isCloseTo(Math.abs(weight), within(1e-6));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CAFFE, mixed4b, mixed4c",
    "TENSORFLOW, mixed4b, mixed4c",
    "CAFFE, mixed3b, mixed4a",
    "TENSORFLOW, mixed3b, mixed4a",
    "TENSORFLOW, mixed4e, mixed5b",
    "CAFFE, conv2d1, mixed3b_5x5",
    "TENSORFLOW, conv2d0, mixed3a_pool_reduce",
    "CAFFE, conv2d0, conv2d2",
    "TENSORFLOW, mixed4b_5x5, mixed4d",
    "CAFFE, mixed4b_5x5_bottleneck, mixed4c_3x3"
  })
  void kernelsAreTheGradientsOfTheLinearizedNetwork(
      final FrameworkConventions conventions, final String from, final String to) {
    try (InceptionV1 network = SmallNetworks.narrow(conventions)) {
      final int last = network.architecture().node(to).channels() - 1;
      for (final UnitKernels one : expanded(network, from, to + ":0," + last)) {
        final KernelSpan span = one.span();
        final int side = 8 * (2 * span.size() / 8 + 4);
        final int middle = side / span.stride() / 2;
        final float[] gradient = gradient(network, from, one.to(), side, middle);
        final int first = span.stride() * middle + span.first();
        double beyond = 0;
        for (final float value : gradient) {
          beyond += Math.abs(value);
        }
        for (int i = 0; i < one.values().length; i++) {
          final int channel = i / span.area();
          final int row = first + i % span.area() / span.size();
          final int column = first + i % span.size();
          final float expected = gradient[(channel * side + row) * side + column];
          beyond -= Math.abs(expected);
          assertThat(one.values()[i]).isCloseTo(expected, within(1e-4f * (1 + Math.abs(expected))));
        }
        assertThat(beyond).isCloseTo(0, within(1e-2));
      }
    }
  }

  /** With respect to the values of a lower row, which are noise: they have no influence. */
  private static float[] gradient(
      final InceptionV1 network,
      final String from,
      final Unit unit,
      final int side,
      final int middle) {
    final int channels = network.architecture().node(from).channels();
    final float[] values = random(channels * side * side);
    return Gradients.exclusively(
        () -> {
          try (NDManager manager = network.newManager();
              GradientCollector collector = network.engine().newGradientCollector()) {
            final NDArray x = manager.create(values, new Shape(1, channels, side, side));
            x.setRequiresGradient(true);
            final NDArray y = LinearizedNetwork.run(network, from, x, unit.layer());
            collector.backward(y.get(new NDIndex(":, {}, {}, {}", unit.channel(), middle, middle)));
            return x.getGradient().toFloatArray();
          }
        });
  }

  private static float[] random(final int length) {
    final Random random = new Random(3);
    final float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Test
  void storedWeightsAreShownAsTheyAre() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final float[] weights = network.operations().values("mixed4c_5x5_w");
      final List<UnitKernels> all = direct(network, "mixed4c_5x5_bottleneck", "mixed4c_5x5");
      final int length = weights.length / all.size();
      for (int i = 0; i < all.size(); i++) {
        assertThat(all.get(i).values())
            .containsExactly(Arrays.copyOfRange(weights, i * length, (i + 1) * length));
      }
      final float[] pooled = network.operations().values("mixed4a_pool_reduce_w");
      final float[] plain = network.operations().values("mixed4a_1x1_w");
      assertThat(direct(network, "mixed3b", "mixed4a_pool_reduce:0").get(0).values())
          .containsExactly(Arrays.copyOf(pooled, 30));
      assertThat(direct(network, "mixed3b_1x1", "mixed4a:0").get(0).values())
          .containsExactly(Arrays.copyOf(plain, 8));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mixed4b, mixed4c, mixed4c_3x3_bottleneck",
    "mixed4b, mixed4c_5x5, mixed4c_5x5_bottleneck",
    "mixed4a, mixed4c_1x1, mixed4b",
    "mixed4c_5x5, mixed4c, no weights"
  })
  void whereLayersDoNotTouchThereAreNoDirectWeights(
      final String from, final String to, final String named) {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      assertThatThrownBy(() -> direct(network, from, to))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(to + " does not touch " + from)
          .hasMessageContaining(named)
          .hasMessageContaining("how=expanded");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mixed5a, mixed4c, does not read",
    "mixed4c, mixed4c, does not read",
    "mixed4c, mixed4c_pre_relu, does not read",
    "mixed4b, softmax2, has no weights",
    "mixed9, mixed4c, from is \"mixed9\"",
    "mixed4b:99, mixed4c, from is \"mixed4b:99\"",
    "'', mixed4c, from is empty"
  })
  void whatCannotBeIsSaid(final String from, final String to, final String sentence) {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      assertThatThrownBy(() -> expanded(network, from, to))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(sentence);
    }
  }

  @Test
  void someUnitsAreThoseOfAll() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.TENSORFLOW)) {
      final List<UnitKernels> all = expanded(network, "mixed3a", "mixed4a");
      final List<UnitKernels> some = expanded(network, "mixed3a:2,7-8", "mixed4a:30,3");
      assertThat(some).extracting(one -> one.to().channel()).containsExactly(3, 30);
      for (final UnitKernels one : some) {
        assertThat(one.from()).extracting(Unit::channel).containsExactly(2, 7, 8);
        for (final WeightKernel kernel : one.kernels()) {
          final WeightKernel same = all.get(one.to().channel()).kernel(kernel.from().channel());
          assertThat(kernel.norm()).isCloseTo(same.norm(), within(1e-5));
          assertThat(kernel.sum()).isCloseTo(same.sum(), within(1e-5));
        }
      }
    }
  }

  @Test
  void theStrongestHaveTheLargestNorms() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final UnitKernels unit = expanded(network, "mixed4b", "mixed4c:1").get(0);
      assertThat(unit.strongest(5)).hasSize(5);
      assertThat(unit.strongest(1000)).hasSize(unit.from().size());
      assertThat(unit.strongest(1000))
          .isSortedAccordingTo((one, other) -> Double.compare(other.norm(), one.norm()));
    }
  }

  @Test
  void aPlantedUnitIsTheDifferenceOfTwoShiftedEdges() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final List<UnitKernels> all = expanded(network, "conv2d0", "conv2d1:0,1");
      final List<WeightKernel> line = all.get(0).strongest(6);
      final List<WeightKernel> decoy = all.get(1).strongest(6);
      assertThat(line.get(0).from()).isEqualTo(PlantedCircuit.EDGE);
      assertThat(decoy.get(0).from()).isEqualTo(PlantedCircuit.SILENT);
      assertThat(decoy.get(0).norm()).isEqualTo(line.get(0).norm());
      assertThat(line.get(1).norm()).isZero();
      final float[] values = line.get(0).values();
      assertThat(values[2 * 5 + 4]).isEqualTo(PlantedCircuit.WEIGHT);
      assertThat(values[2 * 5]).isEqualTo(-PlantedCircuit.WEIGHT);
      assertThat(line.get(0).positive()).isEqualTo(PlantedCircuit.WEIGHT);
      assertThat(line.get(0).negative()).isEqualTo(-PlantedCircuit.WEIGHT);
      assertThat(line.get(0).center()).isZero();
      final UnitKernels image = expanded(network, "input", "conv2d1:0").get(0);
      assertThat(image.from()).hasSize(3);
      assertThat(image.span()).isEqualTo(new KernelSpan(-5, 11, 1));
    }
  }

  private static Graft dictionary(
      final String name, final String layer, final int channels, final boolean acts) {
    final float[] encoder = random(2 * channels);
    final float[] decoder = random(3 * channels);
    final Optional<Graft.Affine> back =
        acts
            ? Optional.of(
                new Graft.Affine(
                    Arrays.copyOfRange(decoder, channels, 3 * channels), new float[channels]))
            : Optional.empty();
    return new Graft(name, layer, new Graft.Affine(encoder, new float[2]), Nonlinearity.RELU, back);
  }

  @Test
  void entriesActByTheirDecodersAndReadByTheirEncoders() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.TENSORFLOW)) {
      final int below = network.architecture().node("mixed4a").channels();
      final int above = network.architecture().node("mixed4c").channels();
      final Graft lower = dictionary("lower", "mixed4a", below, true);
      final Graft upper = dictionary("upper", "mixed4c", above, false);
      final List<UnitKernels> channels = expanded(network, "mixed4a", "mixed4c");
      try (InceptionV1 edited = network.with(List.of(lower, upper))) {
        final float[] decoder = edited.operations().values("lower_decoded_w");
        final float[] encoder = edited.operations().values("upper_w");
        for (final UnitKernels one : expanded(edited, "lower:1", "upper")) {
          assertThat(one.from()).containsExactly(new Unit("lower", 1));
          final double[] expected = new double[one.span().area()];
          for (int c = 0; c < above; c++) {
            for (int b = 0; b < below; b++) {
              final float factor = encoder[one.to().channel() * above + c] * decoder[b * 2 + 1];
              final float[] kernel = channels.get(c).kernel(b).values();
              for (int i = 0; i < kernel.length; i++) {
                expected[i] += factor * kernel[i];
              }
            }
          }
          for (int i = 0; i < expected.length; i++) {
            assertThat((double) one.values()[i]).isCloseTo(expected[i], within(1e-4));
          }
        }
        assertThatThrownBy(() -> expanded(edited, "upper", "mixed5a"))
            .isInstanceOf(UserError.class)
            .hasMessageContaining("upper")
            .hasMessageContaining("no decoder")
            .hasMessageContaining("mixed4c");
      }
    }
  }

  @Test
  void whatIsTakenOutBetweenLetsNothingPass() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final int channels = network.architecture().node("mixed4c").channels();
      final UnitSet all = UnitSet.parse("mixed4c:0-" + (channels - 1));
      try (InceptionV1 edited = network.edited(new ChannelSplice(all, ChannelChange.ZERO))) {
        assertThat(expanded(edited, "mixed4b", "mixed4d:0").get(0).kernel(3).norm()).isZero();
        assertThat(expanded(edited, "mixed4b", "mixed4c:0").get(0).values())
            .isEqualTo(expanded(network, "mixed4b", "mixed4c:0").get(0).values());
      }
    }
  }

  @Test
  void classesReadTheLastLayer() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final float[] weights = network.operations().values("softmax2_w");
      final UnitKernels third = expanded(network, "mixed5b", Architecture.LOGITS + ":3").get(0);
      final int channels = third.from().size();
      assertThat(third.values())
          .containsExactly(Arrays.copyOfRange(weights, 3 * channels, 4 * channels));
    }
  }

  @Test
  void theMemoryIsKeptToOrItIsSaid() {
    final String before = System.getProperty(MemoryBudget.PROPERTY);
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      System.setProperty(MemoryBudget.PROPERTY, "1");
      assertThat(expanded(network, "mixed4b", "mixed4c")).hasSize(32);
      assertThatThrownBy(() -> expanded(network, "conv2d0", "mixed4e"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("budget is 1 MB")
          .hasMessageContaining("nearer to mixed4e");
    } finally {
      if (before == null) {
        System.clearProperty(MemoryBudget.PROPERTY);
      } else {
        System.setProperty(MemoryBudget.PROPERTY, before);
      }
    }
  }

  @Test
  void itStopsWhenAsked() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final UnitWeights weights =
          UnitWeights.expanded(network, end(network, "mixed3a"), end(network, "mixed4c"));
      final List<UnitKernels> taken = new ArrayList<>();
      assertThatThrownBy(
              () ->
                  weights.forEach(
                      taken::add,
                      (part, what) -> {
                        throw new CancellationException();
                      }))
          .isInstanceOf(CancellationException.class);
      assertThat(taken).isEmpty();
    }
  }
}
