package io.github.inceptionlens.circuit.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.edit.ChannelSplice;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.edit.UnitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Expanded weights beside what the network gives with all that is not linear off. */
class ExpandedWeightsTest {

  private static final int SIDE = 48;

  @ParameterizedTest
  @CsvSource({
    "CAFFE, mixed4c, mixed4b",
    "TENSORFLOW, mixed4c, mixed4b",
    "TORCH, mixed4c, mixed4b",
    "CAFFE, mixed4a, mixed3b",
    "TENSORFLOW, mixed4a, mixed3b",
    "TORCH, mixed5a, mixed4e",
    "CAFFE, mixed3a, conv2d2",
    "TENSORFLOW, mixed3a, conv2d2",
    "CAFFE, conv2d2, conv2d1",
    "TENSORFLOW, conv2d1, conv2d0",
    "CAFFE, conv2d0, input",
    "TENSORFLOW, conv2d0, input",
    "CAFFE, mixed4d_5x5, mixed4c",
    "CAFFE, mixed4d_5x5_bottleneck, mixed4c"
  })
  void aUnitIsTheSumOfWhatItReadsTimesItsWeights(
      final FrameworkConventions conventions, final String layer, final String below) {
    try (InceptionV1 network = SmallNetworks.narrow(conventions);
        NDManager manager = network.newManager()) {
      final int inputs =
          below.equals(Architecture.INPUT) ? 3 : network.architecture().node(below).channels();
      final float[] values = random(inputs * SIDE * SIDE);
      final NDArray x = manager.create(values, new Shape(1, inputs, SIDE, SIDE));
      final NDArray answer = LinearizedNetwork.run(network, below, x, layer);
      for (int channel = 0; channel < answer.getShape().get(1); channel++) {
        final List<WeightKernel> weights =
            ExpandedWeights.incoming(network, new Unit(layer, channel));
        assertThat(weights).hasSize(inputs);
        assertThat(weights).extracting(one -> one.from().layer()).containsOnly(below);
        final int middle = (int) answer.getShape().get(2) / 2;
        final double expected = answer.getFloat(0, channel, middle, middle);
        assertThat(sum(weights, values, middle))
            .isCloseTo(expected, within(1e-4 * (1 + Math.abs(expected))));
      }
    }
  }

  private static double sum(
      final List<WeightKernel> weights, final float[] values, final int place) {
    double sum = 0;
    for (final WeightKernel one : weights) {
      final int origin = one.span().stride() * place + one.span().first();
      for (int i = 0; i < one.values().length; i++) {
        final int row = origin + i / one.span().size();
        final int column = origin + i % one.span().size();
        sum +=
            (double) one.values()[i] * values[(one.from().channel() * SIDE + row) * SIDE + column];
      }
    }
    return sum;
  }

  private static float[] random(final int length) {
    final Random random = new Random(5);
    final float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "CAFFE, mixed4b, mixed4c",
    "TENSORFLOW, mixed3b, mixed4a",
    "CAFFE, mixed4e, mixed5a",
    "TENSORFLOW, conv2d2, mixed3a",
    "CAFFE, mixed4c_5x5, mixed4d",
    "CAFFE, mixed4c_5x5_bottleneck, mixed4c"
  })
  void whatReadsAUnitIsWhatTheOthersRead(
      final FrameworkConventions conventions, final String layer, final String above) {
    try (InceptionV1 network = SmallNetworks.narrow(conventions)) {
      final Unit unit = new Unit(layer, 0);
      final List<WeightKernel> readers = ExpandedWeights.outgoing(network, unit);
      assertThat(readers).hasSize(network.architecture().node(above).channels());
      for (final WeightKernel reader : readers) {
        assertThat(reader.to().layer()).isEqualTo(above);
        if (network.architecture().mainLayers().contains(layer)) {
          final WeightKernel read =
              ExpandedWeights.incoming(network, reader.to()).stream()
                  .filter(one -> one.from().equals(unit))
                  .findFirst()
                  .orElseThrow();
          assertThat(read.span().stride()).isEqualTo(reader.span().stride());
          for (int place = -8; place < 16; place++) {
            assertThat(at(reader, place, 1)).isCloseTo(at(read, place, 1), within(1e-5f));
            assertThat(at(reader, 0, place)).isCloseTo(at(read, 0, place), within(1e-5f));
          }
        }
      }
      assertThat(readers)
          .isSortedAccordingTo((one, other) -> Double.compare(other.norm(), one.norm()));
    }
  }

  /** The weight of a place, counted from that of the unit above; 0 beyond the kernel. */
  private static float at(final WeightKernel kernel, final int column, final int row) {
    final KernelSpan span = kernel.span();
    final int x = column - span.first();
    final int y = row - span.first();
    final boolean inside = x >= 0 && y >= 0 && x < span.size() && y < span.size();
    return inside ? kernel.values()[y * span.size() + x] : 0;
  }

  @Test
  void theLastLayerIsReadByTheClassifier() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final int channels = network.architecture().node("mixed5b").channels();
      final float[] weights = network.operations().values("softmax2_w");
      final List<WeightKernel> readers = ExpandedWeights.outgoing(network, new Unit("mixed5b", 2));
      assertThat(readers).hasSize(10);
      for (final WeightKernel one : readers) {
        assertThat(one.to().layer()).isEqualTo(Architecture.LOGITS);
        assertThat(one.values()).containsExactly(weights[one.to().channel() * channels + 2]);
        assertThat(one.sum()).isEqualTo(one.values()[0]);
      }
    }
  }

  @Test
  void anEntryReadsByItsDirectionAndActsByItsDecoder() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final int channels = network.architecture().layer("mixed4c").channels();
      final float[] encoder = random(3 * channels);
      final float[] decoder = new float[3 * channels];
      decoder[7 * 3 + 1] = 2;
      final Graft graft =
          new Graft(
              "dict",
              "mixed4c",
              new Graft.Affine(encoder, new float[3]),
              Nonlinearity.RELU,
              Optional.of(new Graft.Affine(decoder, new float[channels])));
      try (InceptionV1 edited = network.edited(graft)) {
        final Unit entry = new Unit("dict", 1);
        final List<WeightKernel> inputs = ExpandedWeights.incoming(edited, entry);
        assertThat(inputs).hasSize(channels);
        assertThat(inputs)
            .allSatisfy(
                one -> {
                  assertThat(one.from().layer()).isEqualTo("mixed4c");
                  assertThat(one.values())
                      .containsExactly(encoder[channels + one.from().channel()]);
                });
        final List<WeightKernel> readers = ExpandedWeights.outgoing(edited, entry);
        final List<WeightKernel> channel = ExpandedWeights.outgoing(edited, new Unit("mixed4c", 7));
        assertThat(readers).extracting(WeightKernel::to).isEqualTo(others(channel));
        assertThat(readers.get(0).norm()).isCloseTo(2 * channel.get(0).norm(), within(1e-6));
      }
    }
  }

  private static List<Unit> others(final List<WeightKernel> weights) {
    return weights.stream().map(WeightKernel::to).toList();
  }

  @Test
  void aDictionaryWithoutADecoderIsReadByNothing() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final int channels = network.architecture().layer("mixed4c").channels();
      final Graft graft =
          new Graft(
              "dict",
              "mixed4c",
              new Graft.Affine(random(2 * channels), new float[2]),
              Nonlinearity.NONE,
              Optional.empty());
      try (InceptionV1 edited = network.edited(graft)) {
        assertThat(ExpandedWeights.outgoing(edited, new Unit("dict", 1))).isEmpty();
        assertThat(ExpandedWeights.incoming(edited, new Unit("dict", 1))).hasSize(channels);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FrameworkConventions.class,
      names = {"CAFFE", "TENSORFLOW"})
  void weightsToAndFromAnAblatedUnitStayAsTheyAre(final FrameworkConventions conventions) {
    try (InceptionV1 network = SmallNetworks.narrow(conventions);
        InceptionV1 edited =
            network.edited(new ChannelSplice(UnitSet.parse("mixed4c:0-3"), ChannelChange.ZERO))) {
      final Unit unit = new Unit("mixed4c", 1);
      assertThat(ExpandedWeights.incoming(edited, unit).get(0).values())
          .isEqualTo(ExpandedWeights.incoming(network, unit).get(0).values());
      final Unit reader = ExpandedWeights.outgoing(network, unit).get(0).to();
      assertThat(ExpandedWeights.incoming(edited, reader))
          .extracting(one -> one.from().layer())
          .containsOnly("mixed4c");
    }
  }
}
