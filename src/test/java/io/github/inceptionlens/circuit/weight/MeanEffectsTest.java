package io.github.inceptionlens.circuit.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.PlantedCircuit;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Effects on pictures beside values of the network. */
class MeanEffectsTest {

  private static List<UnitKernels> effects(
      final InceptionV1 network, final String from, final String to, final Picture... pictures) {
    final MeanEffects effects =
        new MeanEffects(
            network,
            KernelEnd.parse(network.architecture(), "from", from),
            KernelEnd.parse(network.architecture(), "to", to));
    MeanEffects.Sums sums = effects.supplier().get();
    for (final Picture picture : pictures) {
      final MeanEffects.Sums one = effects.supplier().get();
      effects
          .accumulator()
          .accept(
              one,
              new Seen<SourcePicture>(
                  null, View.of(picture), network.run(picture, effects.names())));
      sums = effects.combiner().apply(effects.restored(effects.keep(sums)), one);
    }
    return effects.finisher().apply(sums);
  }

  private static double sum(final UnitKernels kernels) {
    return kernels.kernels().stream().mapToDouble(WeightKernel::sum).sum();
  }

  private static float largest(final InceptionV1 network, final Unit unit, final Picture picture) {
    final float[] map =
        network.run(picture, List.of(unit.layer())).map(unit.layer()).channel(unit.channel());
    float largest = Float.NEGATIVE_INFINITY;
    for (final float value : map) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  @ParameterizedTest
  @CsvSource({
    "CAFFE, mixed4c_3x3_bottleneck, mixed4c_3x3, 100",
    "TENSORFLOW, mixed4c_5x5_bottleneck, mixed4c_5x5, 100",
    "CAFFE, mixed3b, mixed4a_1x1, 100",
    "CAFFE, mixed3b, mixed4a_pool_reduce, 97",
    "TENSORFLOW, mixed3b, mixed4a_1x1, 90",
    "TENSORFLOW, mixed3b, mixed4a_1x1, 101",
    "CAFFE, input, conv2d0, 64",
    "TENSORFLOW, input, conv2d0, 65"
  })
  void contributionsSumToTheValueLessTheBias(
      final FrameworkConventions conventions, final String from, final String to, final int side) {
    try (InceptionV1 network = SmallNetworks.narrow(conventions)) {
      final String before = to + "_pre_relu";
      final float[] biases = network.operations().values(to + "_b");
      final Picture picture = SmallNetworks.picture(side, side + 8);
      for (final UnitKernels one : effects(network, from, before, picture)) {
        final float value = largest(network, one.to(), picture);
        assertThat(sum(one))
            .isCloseTo(value - biases[one.to().channel()], within(1e-4 * (1 + Math.abs(value))));
      }
    }
  }

  @Test
  void aUnitThatIsOffGetsNothing() {
    try (InceptionV1 network = SmallNetworks.silent()) {
      for (final UnitKernels one :
          effects(network, "conv2d0", "conv2d1", SmallNetworks.picture(64, 64))) {
        assertThat(sum(one)).isZero();
        assertThat(one.strongest(2)).extracting(WeightKernel::norm).containsOnly(0.0);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "128", "255"})
  void strengthsOnConstantPicturesAreFinite(final int gray) {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.TENSORFLOW)) {
      final Picture flat = SmallNetworks.picture(96, 96, (column, row) -> gray);
      for (final UnitKernels one : effects(network, "mixed3b", "mixed4b", flat, flat)) {
        for (final float value : one.values()) {
          assertThat(value).isFinite();
        }
      }
    }
  }

  @Test
  void aBranchActsBesideItsSiblings() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final Picture picture = SmallNetworks.picture(112, 96);
      final List<UnitKernels> module = effects(network, "mixed4b", "mixed4c", picture);
      final List<UnitKernels> branch = effects(network, "mixed4b_3x3", "mixed4c", picture);
      final int first = network.architecture().node("mixed4b_1x1").channels();
      for (int unit = 0; unit < module.size(); unit++) {
        final UnitKernels own = branch.get(unit);
        for (int i = 0; i < own.from().size(); i++) {
          assertThat(own.kernel(i).values())
              .containsExactly(module.get(unit).kernel(first + i).values(), within(1e-4f));
        }
      }
    }
  }

  @Test
  void theMeanIsOverAllPictures() {
    try (InceptionV1 network = SmallNetworks.mixed()) {
      final Picture one = SmallNetworks.noise(40, 40, 1);
      final Picture other = SmallNetworks.noise(56, 32, 2);
      final double first = sum(effects(network, "conv2d0", "conv2d1:1", one).get(0));
      final double second = sum(effects(network, "conv2d0", "conv2d1:1", other).get(0));
      final double both = sum(effects(network, "conv2d0", "conv2d1:1", one, other).get(0));
      assertThat(both).isCloseTo((first + second) / 2, within(1e-3 * Math.abs(both)));
    }
  }

  @Test
  void thePlantedEdgeActsAndTheDecoyDoesNot() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final List<UnitKernels> all = effects(network, "conv2d0", "conv2d1", PlantedCircuit.edge(0));
      final List<WeightKernel> line = all.get(PlantedCircuit.LINE.channel()).strongest(6);
      assertThat(line.get(0).from()).isEqualTo(PlantedCircuit.EDGE);
      assertThat(line.get(0).norm()).isPositive();
      assertThat(line.get(0).positive())
          .isCloseTo(largest(network, PlantedCircuit.LINE, PlantedCircuit.edge(0)), within(1e-3));
      assertThat(line.get(1).norm()).isZero();
      assertThat(all.get(PlantedCircuit.DECOY.channel()).strongest(1).get(0).norm()).isZero();
    }
  }

  @Test
  void anEntryThatIsAChannelActsAsTheChannel() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final int channels = network.architecture().node("mixed4b").channels();
      final float[] unit = new float[channels * channels];
      for (int i = 0; i < channels; i++) {
        unit[i * channels + i] = 1;
      }
      final Graft.Affine same = new Graft.Affine(unit, new float[channels]);
      final Graft graft = new Graft("same", "mixed4b", same, Nonlinearity.RELU, Optional.of(same));
      try (InceptionV1 edited = network.edited(graft)) {
        final Picture picture = SmallNetworks.picture(96, 96);
        assertThat(effects(edited, "same:3,9", "mixed4c:0-4", picture))
            .usingRecursiveComparison()
            .ignoringFields("from")
            .isEqualTo(effects(edited, "mixed4b:3,9", "mixed4c:0-4", picture));
        assertThat(effects(edited, "mixed4a", "same:5", picture).get(0).values())
            .containsExactly(
                effects(edited, "mixed4a", "mixed4b:5", picture).get(0).values(), within(1e-5f));
      }
    }
  }

  @Test
  void whatIsKeptIsRestoredExactly() {
    final double[] values = {Math.PI, -1e-300, 0};
    assertThat(KeptJson.gson().fromJson(KeptJson.gson().toJson(values), double[].class))
        .isEqualTo(values);
  }

  @Test
  void classesHaveNoPlaces() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      assertThatThrownBy(() -> effects(network, "mixed5b", "softmax2_pre_activation"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("no positions");
    }
  }
}
