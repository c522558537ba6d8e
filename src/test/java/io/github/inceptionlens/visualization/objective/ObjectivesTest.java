package io.github.inceptionlens.visualization.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.gradient.ParameterGradient;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.network.objective.TargetBinding.Bound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ObjectivesTest {

  private static final int SIDE = 64;

  private static InceptionV1 network;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static Bound bind(final String objective, final int facets) {
    return TargetBinding.optimized(Target.parse(objective), network, SIDE, SIDE, facets);
  }

  private static List<Picture> noise(final int... seeds) {
    final List<Picture> pictures = new ArrayList<>();
    for (final int seed : seeds) {
      pictures.add(SmallNetworks.noise(SIDE, SIDE, seed));
    }
    return pictures;
  }

  /** The objective's values on pictures of random noise, by their seeds. */
  private static float[] values(final String objective, final int... seeds) {
    return values(objective, noise(seeds));
  }

  private static float[] values(final String objective, final List<Picture> pictures) {
    final Bound bound = bind(objective, pictures.size());
    try (NDManager manager = network.newManager()) {
      final NDList all = new NDList();
      for (final Picture picture : pictures) {
        for (int channel = 0; channel < 3; channel++) {
          all.add(manager.create(picture.plane(channel)).div(255));
        }
      }
      final NDArray batch =
          NDArrays.concat(all)
              .reshape(pictures.size(), 3, picture(pictures, 1), picture(pictures, 0));
      return ParameterGradient.values(
          network,
          List.of(batch),
          leaves -> {
            final Map<String, NDArray> places = new HashMap<>();
            places.put(Architecture.INPUT, leaves.get(0));
            places.put(Penalties.PICTURE, leaves.get(0));
            return places;
          },
          bound.objective());
    }
  }

  private static long picture(final List<Picture> pictures, final int axis) {
    return pictures.get(0).dimension(axis);
  }

  private static float channel(final String layer, final int channel, final int seed) {
    float sum = 0;
    final float[] map = network.run(noise(seed).get(0), List.of(layer)).map(layer).channel(channel);
    for (final float value : map) {
      sum += value / map.length;
    }
    return sum;
  }

  @Test
  void unitsAreReadBeforeTheirRectifierAndResultsSaySo() {
    assertThat(bind("mixed4c:3", 1).target()).hasToString("mixed4c_pre_relu:3");
    assertThat(bind("relu(mixed4c:3)", 1).target()).hasToString("relu(mixed4c:3)");
    assertThat(bind("maxpool4:3", 1).target()).hasToString("maxpool4:3");
    assertThat(bind("inception_4c/output:3@1,2", 1).target()).hasToString("mixed4c_pre_relu:3@1,2");
    assertThat(values("mixed4c:3", 1)[0])
        .isCloseTo(channel("mixed4c_pre_relu", 3, 1), within(1e-3f));
    assertThat(values("relu(mixed4c:3)", 1)[0]).isCloseTo(channel("mixed4c", 3, 1), within(1e-3f));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mixed4c:3 | direction(mixed4c:3)",
        "2*mixed4c:3 - mixed4c:5 | direction(2*mixed4c:3 - mixed4c:5)",
        "-mixed4c:3 | direction(-mixed4c:3)",
        "mixed4c:3@2,2 | neuron(mixed4c:3)",
        "mixed4c:3@2,2 - mixed4c:5@2,2 | neuron(mixed4c:3 - mixed4c:5)",
        "mixed4c:3@1,0 | neuron(mixed4c:3@1,0)",
        "mixed4c | 512*deepdream(mixed4c)"
      })
  void theseAreTheSame(final String one, final String other) {
    final float value = values(one, 1)[0];
    assertThat(value).isNotZero();
    assertThat(values(other, 1)[0]).isCloseTo(value, within(2e-4f * Math.abs(value)));
  }

  /** With a power, the same values where the layer points along the direction; less elsewhere. */
  @Test
  void thePowerIsThatOfTheCosine() {
    final String layer = "mixed3a";
    final float[] maps = new float[16];
    final FeatureMap map =
        network.run(noise(1).get(0), List.of(layer + "_pre_relu")).map(layer + "_pre_relu");
    double expected = 0;
    final int positions = map.channel(0).length;
    for (int i = 0; i < positions; i++) {
      double square = 0;
      for (int channel = 0; channel < maps.length; channel++) {
        square += Math.pow(map.channel(channel)[i], 2);
      }
      final double dot = map.channel(1)[i] + 2 * map.channel(2)[i];
      final double cosine = dot / Math.sqrt(square) / Math.sqrt(5);
      expected += dot * Math.pow(Math.max(0.1, cosine), 2) / positions;
    }
    assertThat(network.architecture().layer(layer).channels()).isEqualTo(maps.length);
    assertThat(values("direction(mixed3a:1 + 2*mixed3a:2, 2)", 1)[0])
        .isCloseTo((float) expected, within((float) Math.abs(1e-3 * expected)));
  }

  @Test
  void interpolationGoesFromOneToTheOther() {
    final float[] first = values("mixed4c:3", 1, 2, 3);
    final float[] second = values("class:2", 1, 2, 3);
    final float[] between = values("interpolate(mixed4c:3, class:2)", 1, 2, 3);
    assertThat(between[0]).isCloseTo(first[0], within(1e-3f));
    assertThat(between[1]).isCloseTo((first[1] + second[1]) / 2, within(1e-3f));
    assertThat(between[2]).isCloseTo(second[2], within(1e-3f));
  }

  @Test
  void likenessOfTheSamePictureIsOneLessThanItsCopies() {
    for (final float value : values("diversity(mixed4a)", 1, 1, 1, 1)) {
      assertThat(value).isCloseTo(3, within(1e-4f));
    }
    assertThat(values("diversity(mixed4a)", 1, 2, 3, 4)[0]).isBetween(0f, 2.999f);
  }

  @Test
  void alignmentIsMinusTheMeanSquaredDifferenceOfNeighbors() {
    assertThat(values("alignment(mixed3a)", 5, 5, 5)[0]).isCloseTo(0, within(1e-9f));
    final float ab = values("alignment(conv2d0)", 1, 2)[0];
    final float bc = values("alignment(conv2d0)", 2, 3)[0];
    final float ac = values("alignment(conv2d0)", 1, 3)[0];
    assertThat(ab).isNegative();
    assertThat(values("alignment(conv2d0)", 1, 2, 3)[0])
        .isCloseTo(ab + bc + ac / 2, within(1e-3f * Math.abs(ab)));
  }

  /** A white pixel in black, at (20, 30). */
  @ParameterizedTest
  @CsvSource({"tv(), 12", "l1(0), 3", "l2(0), 1.7320517", "blur(), 1.08", "boundary(8), 0"})
  void penaltiesOfASinglePixel(final String penalty, final double expected) {
    final Picture picture =
        SmallNetworks.picture(SIDE, SIDE, (x, y) -> x == 20 && y == 30 ? 255 : 0);
    final double black = penalty.startsWith("boundary") ? 0.8 * 0.25 * 3 * (64 * 64 - 48 * 48) : 0;
    final String nothing = "0*mixed3a:1 + ";
    assertThat(values(nothing + penalty, List.of(picture))[0] - black)
        .isCloseTo(expected, within(2e-3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tv() | reads nothing of the network",
        "top | there is none here",
        "mixed4c:3@roi | needs a selection",
        "mixed4c:99 | channel is 99",
        "mixed9c:9 | layer is \"mixed9c\"",
        "mixed4c:3@9,9 | has columns 0 to",
        "magic(mixed4c:3) | function is \"magic\", expected one of: neuron, direction",
        "direction(mixed4c:3 + mixed4b:3) | expected a sum of a layer's channels",
        "direction(mixed4c:3, -1) | a power from 0 up",
        "direction(class:3) | expected a sum of a layer's channels",
        "mixed4c:1 - tv(3) | the objective has \"tv(3)\", expected no argument",
        "mixed4c:1 - l1('x') | at most a level",
        "mixed4c:1 - boundary(0.5) | the margin's pixels",
        "deepdream(mixed4c:3) | expected a layer",
        "interpolate(mixed4c:3, mixed4c:4) | ask for facets=2 or more",
        "mixed4c:3 - diversity(mixed4c) | ask for facets=2 or more",
        "mixed4c:3 + | column 12"
      })
  void whatCannotBeIsSaidInOneSentence(final String objective, final String sentence) {
    assertThatThrownBy(() -> bind(objective, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  /** What a result says is read as the same objective. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "direction(mixed4c:3 - 2*mixed4c:4, 2) - 0.25*tv()",
        "relu(neuron(mixed4c:3)) - 0.05*l1(0.5)",
        "-interpolate(mixed4c:3, mixed4b:3) + alignment(mixed3b)"
      })
  void canonicalTextsReadAsThemselves(final String objective) {
    final Target known = bind(objective, 2).target();
    assertThat(bind(known.toString(), 2).target()).isEqualTo(known);
  }
}
