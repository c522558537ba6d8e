package io.github.inceptionlens.attribution.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.Golden;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.cam.ChannelAttribution.Part;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.BundledWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChannelAttributionTest {

  private static final Picture PICTURE = SmallNetworks.picture(75, 66);
  private static final double STEP = 1e-3;
  private static final String CLASS = "class:3";

  private static InceptionV1 network;

  @BeforeAll
  static void open() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static ChannelAttribution of(
      final InceptionV1 of, final String target, final String layer) {
    return ChannelAttribution.of(of, PICTURE, AttributionRequest.of(target).layer(layer));
  }

  private static double bias(final InceptionV1 of, final Target target) {
    final Operation.Dense dense =
        (Operation.Dense) of.architecture().node(Architecture.LOGITS).op();
    return of.operations().values(dense.parameters() + "_b")[((Target.ClassIndex) target).index()];
  }

  private static void assertLogitLessBias(final InceptionV1 of, final Picture picture) {
    final ChannelAttribution all =
        ChannelAttribution.of(of, picture, AttributionRequest.of("top").layer("mixed5b"));
    final double expected = all.value() - bias(of, all.target());
    final double tolerance = 1e-4 * Math.max(1, Math.abs(expected));
    assertThat(expected).isGreaterThan(0.1);
    assertThat(all.sum()).isCloseTo(expected, within(tolerance));
    assertThat(Arrays.stream(all.channels()).sum()).isCloseTo(expected, within(tolerance));
    assertThat(sum(all.places())).isCloseTo(expected, within(tolerance));
  }

  private static double sum(final float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
  }

  @Test
  void atTheLastModuleAllIsTheLogitLessItsBias() {
    assertLogitLessBias(network, PICTURE);
    try (InceptionV1 textures =
        new InceptionV1(
            TorchEngine.start(Progress.NONE),
            Training.TEXTURES.architecture(),
            BundledWeights.textures())) {
      assertLogitLessBias(textures, Golden.picture());
      assertLogitLessBias(textures, SmallNetworks.picture(300, 260));
    }
    try (InceptionV1 imagenet = Golden.network()) {
      assertLogitLessBias(imagenet, Golden.picture());
    }
  }

  /** What scaling the activations up and down a little does to the target. */
  private static double slope(
      final String layer, final String target, final boolean[] channels, final int place) {
    final FeatureMap map = network.run(PICTURE, List.of(layer)).map(layer);
    return (value(map, target, channels, place, 1 + STEP)
            - value(map, target, channels, place, 1 - STEP))
        / (2 * STEP);
  }

  private static double value(
      final FeatureMap map,
      final String target,
      final boolean[] channels,
      final int place,
      final double factor) {
    final List<float[]> planes = new ArrayList<>();
    for (int channel = 0; channel < channels.length; channel++) {
      final float[] plane = map.channel(channel).clone();
      for (int i = 0; i < plane.length; i++) {
        if (channels[channel] && (place < 0 || i == place)) {
          plane[i] *= (float) factor;
        }
      }
      planes.add(plane);
    }
    final MapStack scaled = map.maps().withPlanes(planes);
    final FeatureMap changed = new FeatureMap(map.layer(), map.geometry(), scaled);
    if (target.startsWith("class:")) {
      final int index = Integer.parseInt(target.substring("class:".length()));
      return network.runOn(changed, List.of(Architecture.LOGITS)).logits()[index];
    }
    final String[] unit = target.split(":");
    final float[] of =
        network.runOn(changed, List.of(unit[0])).map(unit[0]).channel(Integer.parseInt(unit[1]));
    return sum(of) / of.length;
  }

  @ParameterizedTest
  @CsvSource({"class:3, mixed4d", "class:0, conv2d2", "mixed4e:2, mixed4a", "mixed5a:7, mixed4d"})
  void contributionsAreWhatScalingTheActivationsDoes(final String target, final String layer) {
    final ChannelAttribution all = of(network, target, layer);
    final boolean[] every = new boolean[network.architecture().layer(layer).channels()];
    Arrays.fill(every, true);
    final double whole = slope(layer, target, every, -1);
    final double tolerance =
        0.01 * Arrays.stream(all.channels()).map(Math::abs).sum() + 1e-3 * Math.abs(all.value());
    assertThat(all.sum()).isCloseTo(whole, within(tolerance));
    for (final Part part : ChannelAttribution.strongest(all.channels(), 4)) {
      final boolean[] one = new boolean[every.length];
      one[part.channel()] = true;
      assertThat(part.value())
          .as("channel %d", part.channel())
          .isCloseTo(slope(layer, target, one, -1), within(tolerance));
    }
    final int middle = all.places().length / 2;
    assertThat((double) all.places()[middle])
        .isCloseTo(slope(layer, target, every, middle), within(tolerance));
    assertThat(Arrays.stream(all.at(middle)).sum()).isCloseTo(all.places()[middle], within(1e-4));
  }

  @Test
  void beforeAModulesRectifiersContributionsAreThoseBehindThem() {
    assertThat(of(network, CLASS, "mixed4c_pre_relu").channels())
        .containsExactly(of(network, CLASS, "mixed4c").channels(), within(1e-5));
    assertThat(of(network, CLASS, "mixed4c_5x5_pre_relu").channels())
        .containsExactly(of(network, CLASS, "mixed4c_5x5").channels(), within(1e-5));
  }

  @Test
  void placesAreThoseOfHiResCam() {
    final AttributionRequest request = AttributionRequest.of(CLASS).layer("mixed4d");
    final float[] map =
        new HiResCam().attribute(network, PICTURE, request, Progress.NONE).map().values().plane(0);
    assertThat(ChannelAttribution.of(network, PICTURE, request).places())
        .containsExactly(map, within(1e-5f));
  }

  @Test
  void theStrongestComeFirstWithTheirPartOfAllMagnitudes() {
    final List<Part> parts = ChannelAttribution.strongest(new double[] {1, -4, 0, 3, 0, -2}, 3);
    assertThat(parts)
        .containsExactly(new Part(1, -4, -0.4), new Part(3, 3, 0.3), new Part(5, -2, -0.2));
    assertThat(ChannelAttribution.strongest(new double[3], 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mixed3a:1          | mixed4c          | does not depend on it: choose a lower layer",
        "mixed4c:1          | mixed4c          | reads this layer itself: choose a lower layer",
        "mixed4c_pre_relu:1 | mixed4c          | does not depend on it: choose a lower layer",
        "class:3            | softmax2         | which has no positions",
        "class:3            | mixed9z          | layer is \"mixed9z\"",
        "class:3            | dict_pre_relu    | does not depend on it",
        "class:3            | dict_decoded     | does not depend on it",
        "dict:1             | dict             | reads this layer itself",
        "mixed4a:1          | dict             | layer is \"mixed4c\", but the target reads mixed4a",
      })
  void whatCannotBeAttributedIsToldInOneSentence(
      final String target, final String layer, final String sentence) {
    try (InceptionV1 grafted =
        with("mixed4c", Nonlinearity.RELU, random(5, 0), Optional.of(random(5, 1)))) {
      assertThatThrownBy(() -> of(grafted, target, layer))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(sentence);
    }
  }

  private static int channels(final String layer) {
    return network.architecture().layer(layer).channels();
  }

  private static float[] random(final int entries, final long seed) {
    final Random random = new Random(seed);
    final float[] rows = new float[entries * channels("mixed4c")];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    return rows;
  }

  private static InceptionV1 with(
      final String layer,
      final Nonlinearity nonlinearity,
      final float[] encoder,
      final Optional<float[]> decoder) {
    final int entries = encoder.length / channels(layer);
    return network.with(
        List.of(
            new Graft(
                "dict",
                layer,
                new Graft.Affine(encoder, new float[entries]),
                nonlinearity,
                decoder.map(
                    rows ->
                        new Graft.Affine(transposed(rows, entries), new float[channels(layer)])))));
  }

  private static float[] transposed(final float[] rows, final int entries) {
    final int channels = rows.length / entries;
    final float[] columns = new float[rows.length];
    for (int entry = 0; entry < entries; entry++) {
      for (int channel = 0; channel < channels; channel++) {
        columns[channel * entries + entry] = rows[entry * channels + channel];
      }
    }
    return columns;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixed4c", "mixed4c_pre_relu"})
  void entriesThatAreTheChannelsContributeWhatTheChannelsDo(final String home) {
    final int channels = channels("mixed4c");
    final float[] identity = new float[channels * channels];
    for (int i = 0; i < channels; i++) {
      identity[i * channels + i] = 1;
    }
    final Nonlinearity after = home.equals("mixed4c") ? Nonlinearity.NONE : Nonlinearity.RELU;
    for (final Optional<float[]> decoder :
        List.of(Optional.<float[]>empty(), Optional.of(identity))) {
      try (InceptionV1 grafted = with(home, after, identity, decoder)) {
        final ChannelAttribution entries = of(grafted, CLASS, "dict");
        final ChannelAttribution direct = of(network, CLASS, "mixed4c");
        assertThat(entries.channels()).containsExactly(direct.channels(), within(1e-5));
        assertThat(entries.places()).containsExactly(direct.places(), within(1e-5f));
        assertThat(entries.parts().layer().name()).isEqualTo("dict");
      }
    }
  }

  @Test
  void anEntryContributesItsStrengthAlongItsDecoderOrElseItsEncoder() {
    final float[] encoder = random(4, 2);
    final float[] decoder = random(4, 3);
    final LayerGradients.Slopes direct =
        LayerGradients.slopes(network, PICTURE, Objective.logit(3), "mixed4c");
    try (InceptionV1 both = with("mixed4c", Nonlinearity.RELU, encoder, Optional.of(decoder));
        InceptionV1 alone = with("mixed4c", Nonlinearity.RELU, encoder, Optional.empty())) {
      final float[] strengths = both.run(PICTURE, List.of("dict")).map("dict").channel(2);
      assertThat(sum(strengths)).isPositive();
      assertThat(of(both, CLASS, "dict").parts().channel(2))
          .containsExactly(byHand(strengths, decoder, direct), within(1e-4f));
      assertThat(of(alone, CLASS, "dict").parts().channel(2))
          .containsExactly(byHand(strengths, overSquares(encoder, 2), direct), within(1e-4f));
    }
  }

  /** With one row over its squared length. */
  private static float[] overSquares(final float[] rows, final int entry) {
    final int channels = channels("mixed4c");
    final float[] scaled = rows.clone();
    double square = 0;
    for (int i = entry * channels; i < (entry + 1) * channels; i++) {
      square += rows[i] * rows[i];
    }
    for (int i = entry * channels; i < (entry + 1) * channels; i++) {
      scaled[i] /= (float) square;
    }
    return scaled;
  }

  private static float[] byHand(
      final float[] strengths, final float[] rows, final LayerGradients.Slopes slopes) {
    final float[] products = new float[strengths.length];
    for (int place = 0; place < products.length; place++) {
      double along = 0;
      for (int channel = 0; channel < channels("mixed4c"); channel++) {
        along += rows[2 * channels("mixed4c") + channel] * slopes.gradient(channel)[place];
      }
      products[place] = (float) (strengths[place] * along);
    }
    return products;
  }
}
