package io.github.inceptionlens.dictionary.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.edit.Substitution;
import io.github.inceptionlens.weights.BundledWeights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DownstreamEffectTest {

  private static final List<Picture> PICTURES =
      List.of(
          SmallNetworks.noise(96, 80, 1),
          SmallNetworks.noise(96, 80, 2),
          SmallNetworks.picture(75, 66),
          SmallNetworks.noise(64, 64, 3));

  private static InceptionV1 network;

  @BeforeAll
  static void open() {
    network =
        new InceptionV1(
            SmallNetworks.engine(), Training.TEXTURES.architecture(), BundledWeights.textures());
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static Dictionary dictionary(
      final String layer, final float[] rows, final Nonlinearity nonlinearity) {
    final int channels = network.architecture().layer(layer).channels();
    final int entries = rows.length / channels;
    return new Dictionary(
        "tried",
        new Dictionary.Home(layer, network.architecture().name(), network.digest()),
        rows,
        new float[entries],
        nonlinearity,
        Optional.of(rows),
        new float[channels],
        1,
        Collections.nCopies(entries, ""),
        Map.of());
  }

  private static float[] identity(final String layer) {
    final int channels = network.architecture().layer(layer).channels();
    final float[] rows = new float[channels * channels];
    for (int c = 0; c < channels; c++) {
      rows[c * channels + c] = 1;
    }
    return rows;
  }

  private static List<DownstreamFigures> figures(
      final String layer, final List<SparseCode> codes, final float[] mean) {
    final List<View> views = PICTURES.stream().map(View::of).toList();
    final DownstreamEffect effect =
        new DownstreamEffect(
            network, layer, codes, mean, seen -> !seen.source().id().image().equals("00003"));
    final Scan<MemoryPicture> scan = new Scan<>(network, effect.names(), MemoryPictures.of(views));
    final Ride<MemoryPicture, ?, List<DownstreamFigures>> ride = scan.ride("effect", effect);
    scan.run(Optional.empty(), Progress.NONE);
    return ride.result();
  }

  private static float[] mean(final String layer) {
    return new float[network.architecture().layer(layer).channels()];
  }

  /** The last picture does not count. */
  @ParameterizedTest
  @ValueSource(strings = {"mixed4c", "mixed4c_3x3", "conv2d2"})
  void allChannelsChangeNothing(final String layer) {
    final SparseCode all = SparseCode.of(dictionary(layer, identity(layer), Nonlinearity.NONE));
    final DownstreamFigures figures = figures(layer, List.of(all), mean(layer)).get(0);
    assertThat(figures.pictures()).isEqualTo(3);
    assertThat(figures.agreement()).isOne();
    assertThat(figures.divergence()).isCloseTo(0, within(1e-9));
    assertThat(figures.recovered()).isCloseTo(1, within(1e-6));
  }

  @Test
  void whatTheClassifierDoesNotReadHasNoEffect() {
    assertThat(DownstreamEffect.isThere(network, "mixed4c")).isTrue();
    assertThat(DownstreamEffect.isThere(network, "mixed4c_3x3")).isTrue();
    assertThat(DownstreamEffect.isThere(network, "mixed4c_pre_relu")).isFalse();
  }

  @Test
  void theMeanRecoversNothing() {
    final SparseCode mean = NullCodes.constant(mean("mixed4c"));
    final DownstreamFigures figures = figures("mixed4c", List.of(mean), mean("mixed4c")).get(0);
    assertThat(figures.divergence()).isPositive();
    assertThat(figures.recovered()).isZero();
  }

  /** What the network itself computes with the dictionary in the layer's place. */
  @ParameterizedTest
  @ValueSource(strings = {"mixed4c", "mixed4c_3x3"})
  void theAnswerIsThatOfTheNetworkWithTheDictionaryInThePlace(final String layer) {
    final int channels = network.architecture().layer(layer).channels();
    final float[] rows = new float[7 * channels];
    final Random dice = new Random(2);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) (dice.nextGaussian() / Math.sqrt(channels));
    }
    final Dictionary dictionary = dictionary(layer, rows, Nonlinearity.topK(3));
    final DownstreamFigures figures =
        figures(layer, List.of(SparseCode.of(dictionary)), mean(layer)).get(0);
    double divergence = 0;
    double agreement = 0;
    try (InceptionV1 replaced =
        network.with(List.of(dictionary.graft(), new Substitution(layer, "tried")))) {
      for (final Picture picture : PICTURES.subList(0, 3)) {
        final double[] before = probabilities(network, picture);
        final double[] after = probabilities(replaced, picture);
        for (int i = 0; i < before.length; i++) {
          divergence += before[i] * Math.log(before[i] / after[i]) / 3;
        }
        agreement += top(before) == top(after) ? 1.0 / 3 : 0;
      }
    }
    assertThat(divergence).isPositive();
    assertThat(figures.divergence()).isCloseTo(divergence, within(1e-3 * divergence + 1e-7));
    assertThat(figures.agreement()).isCloseTo(agreement, within(1e-9));
  }

  private static double[] probabilities(final InceptionV1 of, final Picture picture) {
    final float[] logits = of.run(picture, List.of(Architecture.LOGITS)).logits();
    final double[] values = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      values[i] = Math.exp(logits[i]);
      sum += values[i];
    }
    for (int i = 0; i < logits.length; i++) {
      values[i] /= sum;
    }
    return values;
  }

  private static int top(final double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  @Test
  void partsMakeTheSameInAnyOrderAndAfterARestart() {
    final DownstreamEffect effect =
        new DownstreamEffect(
            network,
            "mixed4c",
            List.of(
                SparseCode.of(dictionary("mixed4c", identity("mixed4c"), Nonlinearity.topK(2)))),
            mean("mixed4c"),
            seen -> true);
    final List<DownstreamEffect.Sums> parts = new ArrayList<>();
    final DownstreamEffect.Sums whole = effect.supplier().get();
    final Scan<MemoryPicture> scan =
        new Scan<>(
            network, effect.names(), MemoryPictures.of(PICTURES.stream().map(View::of).toList()));
    final Ride<MemoryPicture, ?, List<DownstreamFigures>> ride = scan.ride("effect", effect);
    scan.run(Optional.empty(), Progress.NONE);
    for (final Picture picture : PICTURES) {
      final DownstreamEffect.Sums part = effect.supplier().get();
      final Seen<MemoryPicture> seen =
          new Seen<>(
              new MemoryPicture(MemoryPictures.id(0), "", View.of(picture)),
              View.of(picture),
              network.run(picture, effect.names()));
      effect.accumulator().accept(part, seen);
      parts.add(effect.restored(effect.keep(part)));
    }
    DownstreamEffect.Sums all = whole;
    for (final DownstreamEffect.Sums part : parts) {
      all = effect.combiner().apply(all, part);
    }
    final DownstreamFigures together = effect.finisher().apply(all).get(0);
    assertThat(together.pictures()).isEqualTo(4);
    assertThat(together.divergence()).isCloseTo(ride.result().get(0).divergence(), within(1e-6));
  }
}
