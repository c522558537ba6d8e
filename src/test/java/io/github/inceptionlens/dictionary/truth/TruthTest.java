package io.github.inceptionlens.dictionary.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.dictionary.Directions;
import io.github.inceptionlens.dictionary.Directions.Entry;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.BundledWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scenes in whose layer one direction is where one structure is. */
final class TruthTest {

  private static final String LAYER = "mixed4c";
  private static final int SIDE = 128;
  private static final int SCENES = 24;
  private static final int STRUCTURES = TextureClass.values().length;
  private static final int EMPTY = TextureClass.EMPTY.ordinal();
  private static final int PLANTED = 1;
  private static final int ENTRIES = 4;

  private static InceptionV1 network;
  private static Layer layer;
  private static Contestants contestants;
  private static List<SeenScene> choosing;
  private static List<SeenScene> measuring;
  private static Contest contest;

  @BeforeAll
  static void look() {
    network =
        new InceptionV1(
            TorchEngine.start(Progress.NONE),
            Training.TEXTURES.architecture(),
            BundledWeights.textures());
    layer = network.architecture().layer(LAYER);
    contestants = new Contestants(network, layer);
    choosing = SeenScene.all(network, LAYER, 1, SCENES, SIDE);
    measuring = SeenScene.all(network, LAYER, 1_001, SCENES, SIDE);
    for (final List<SeenScene> half : List.of(choosing, measuring)) {
      half.forEach(TruthTest::plant);
    }
    contest = new Contest(STRUCTURES, choosing, measuring, 0);
  }

  @AfterAll
  static void close() {
    contestants.close();
    network.close();
  }

  /** Noise, and the planted direction where nothing is. */
  private static void plant(final SeenScene scene) {
    final Random dice = new Random(Arrays.hashCode(scene.logits()));
    final float[] direction = directions()[PLANTED];
    for (int channel = 0; channel < layer.channels(); channel++) {
      final float[] plane = scene.map().channel(channel);
      for (int place = 0; place < plane.length; place++) {
        final float planted = scene.shown()[place] == EMPTY ? 4 * direction[channel] : 0;
        plane[place] = planted + (float) dice.nextGaussian() / 4;
      }
    }
  }

  /** Of length 1. */
  private static float[][] directions() {
    final Random dice = new Random(1);
    final float[][] rows = new float[ENTRIES][layer.channels()];
    for (final float[] row : rows) {
      double squares = 0;
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) dice.nextGaussian();
        squares += row[i] * row[i];
      }
      for (int i = 0; i < row.length; i++) {
        row[i] /= (float) Math.sqrt(squares);
      }
    }
    return rows;
  }

  private static Directions dictionary(final float sign) {
    final float[] rows = new float[ENTRIES * layer.channels()];
    for (int entry = 0; entry < ENTRIES; entry++) {
      for (int i = 0; i < layer.channels(); i++) {
        rows[entry * layer.channels() + i] = sign * directions()[entry][i];
      }
    }
    final Entry entry = new Entry("", 0, Double.NaN, Double.NaN, Double.NaN);
    return new Directions(
        rows,
        new float[ENTRIES],
        Nonlinearity.topK(1),
        Optional.of(rows),
        new float[layer.channels()],
        Collections.nCopies(ENTRIES, entry));
  }

  private static double prevalence() {
    return measuring.stream()
        .flatMapToInt(scene -> Arrays.stream(scene.shown()))
        .mapToDouble(shown -> shown == EMPTY ? 1 : 0)
        .average()
        .orElseThrow();
  }

  @Test
  void whatIsPlantedIsFoundBeforeAndAfterTheChoiceOfActiveLatents() {
    for (final Contestant units :
        List.of(
            contestants.before("before", dictionary(1)),
            contestants.after("after", dictionary(1)))) {
      final BestUnit best = contest.best(units).get(EMPTY);
      assertThat(best.unit()).as(units.name()).isEqualTo(PLANTED);
      assertThat(best.not()).isFalse();
      assertThat(best.chosen()).isGreaterThan(0.99);
      assertThat(best.told().area()).isGreaterThan(0.99);
      assertThat(best.told().averagePrecision()).isGreaterThan(0.98);
      assertThat(best.told().prevalence()).isCloseTo(prevalence(), within(1e-12));
    }
  }

  @Test
  void whatIsPlantedTheOtherWayRoundTellsByItsAbsence() {
    final BestUnit best = contest.best(contestants.before("not", dictionary(-1))).get(EMPTY);
    assertThat(best.unit()).isEqualTo(PLANTED);
    assertThat(best.not()).isTrue();
    assertThat(best.told().area()).isGreaterThan(0.99);
  }

  @Test
  void permutedLabelsAndAConstantAreAsGoodAsTheTossOfACoin() {
    final double[] permuted = contest.permuted(contestants.before("before", dictionary(1)), 20, 1);
    assertThat(permuted[EMPTY]).isBetween(0.44, 0.56);
    final Contestant constant =
        new Contestant("constant", 1, scene -> stack(List.of(new float[scene.shown().length])));
    final BestUnit best = contest.best(constant).get(EMPTY);
    assertThat(best.told().area()).isEqualTo(0.5);
    assertThat(best.told().averagePrecision()).isCloseTo(prevalence(), within(1e-12));
  }

  private static MapStack stack(final List<float[]> planes) {
    final MapStack any = choosing.get(0).map().maps();
    return new MapStack(any.width(), any.height(), planes);
  }

  /** One knows the scenes by which is chosen, the other the structure. */
  @Test
  void whatIsChosenIsMeasuredOnOtherScenes() {
    final Random dice = new Random(2);
    final Contestant units =
        new Contestant(
            "learned by heart",
            1,
            scene -> {
              final boolean isKnown = choosing.contains(scene);
              final float[] plane = new float[scene.shown().length];
              for (int i = 0; i < plane.length; i++) {
                final boolean is = scene.shown()[i] == EMPTY;
                plane[i] = isKnown ? is ? 1 : 0 : dice.nextFloat();
              }
              return stack(List.of(plane));
            });
    final BestUnit best = contest.best(units).get(EMPTY);
    assertThat(best.chosen()).isEqualTo(1);
    assertThat(best.told().area()).isBetween(0.45, 0.55);
  }

  @Test
  void aLayerInPlaceOfItselfChangesNothingAndItsMeanExplainsNothing() {
    final List<SeenScene> scenes = SeenScene.all(network, LAYER, 1, 4, SIDE);
    assertThat(Downstream.of(network, scenes, contestants.channels()))
        .isEqualTo(new Downstream(1, 0));
    final List<float[]> means = new ArrayList<>();
    IntStream.range(0, layer.channels())
        .forEach(
            channel -> {
              final float[] plane = new float[scenes.get(0).shown().length];
              final double mean =
                  scenes.stream()
                      .flatMapToDouble(
                          scene ->
                              IntStream.range(0, plane.length)
                                  .mapToDouble(i -> scene.map().channel(channel)[i]))
                      .average()
                      .orElseThrow();
              Arrays.fill(plane, (float) mean);
              means.add(plane);
            });
    final Contestant mean = new Contestant("mean", layer.channels(), scene -> stack(means));
    assertThat(Downstream.of(network, scenes, mean).unexplained()).isCloseTo(1, within(1e-4));
  }
}
