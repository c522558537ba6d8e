package io.github.inceptionlens.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ActivationMapsTest {

  private static InceptionV1 network;

  @BeforeAll
  static void start() {
    final Architecture narrow =
        Training.CAFFE
            .narrowed(16, "narrow", IntStream.range(0, 10).mapToObj(i -> "class " + i).toList())
            .architecture();
    network =
        new InceptionV1(TorchEngine.start(Progress.NONE), narrow, RandomWeights.of(narrow, 7));
  }

  @AfterAll
  static void stop() {
    network.close();
  }

  private static Picture picture(final long seed) {
    final Random random = new Random(seed);
    final List<float[]> planes = new ArrayList<>();
    for (int channel = 0; channel < 3; channel++) {
      final float[] plane = new float[96 * 64];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = random.nextInt(256);
      }
      planes.add(plane);
    }
    return new Picture(96, 64, planes);
  }

  private static ActivationMaps maps(
      final List<View> views, final String channels, final Registration registration) {
    return ActivationMaps.of(
        network,
        views,
        new ActivationMaps.Request("mixed3b", ChannelSelection.parse(channels), registration),
        planned -> {},
        Progress.NONE);
  }

  @Test
  void withoutRegistrationTheMapsAreTheLayersOwn() {
    final FeatureMap map = network.run(picture(1), List.of("mixed3b")).map("mixed3b");
    final ActivationMaps maps = maps(List.of(View.of(picture(1))), "7,2", Registration.NONE);
    assertThat(maps.units()).containsExactly(new Unit("mixed3b", 7), new Unit("mixed3b", 2));
    assertThat(maps.maps().plane(0)).isEqualTo(map.channel(7));
    assertThat(maps.maps().plane(1)).isEqualTo(map.channel(2));
  }

  @Test
  void alignedMapsHoldEachUnitAtItsCenter() {
    final FeatureMap map = network.run(picture(1), List.of("mixed3b")).map("mixed3b");
    final ActivationMaps maps = maps(List.of(View.of(picture(1))), "7", Registration.ALIGNED);
    assertThat(maps.maps().dimensionsAsLongArray()).containsExactly(96, 64, 1);
    final int width = maps.geometry().x().size();
    for (int i = 0; i < map.channel(7).length; i++) {
      final int x = (int) maps.geometry().x().center(i % width);
      final int y = (int) maps.geometry().y().center(i / width);
      assertThat(maps.maps().plane(0)[y * 96 + x])
          .isCloseTo(map.channel(7)[i], within(1e-4f * Math.abs(map.channel(7)[i]) + 1e-6f));
    }
  }

  @Test
  void theStrongestChannelsAreRankedOnceOverAllViews() {
    final List<View> views = List.of(View.of(picture(1)), View.of(picture(2)));
    final ActivationMaps ranked = maps(views, "strongest:4", Registration.NONE);
    final double[] strength = new double[30];
    for (long seed = 1; seed <= 2; seed++) {
      final FeatureMap map = network.run(picture(seed), List.of("mixed3b")).map("mixed3b");
      for (int channel = 0; channel < map.layer().channels(); channel++) {
        for (final float value : map.channel(channel)) {
          strength[channel] += value;
        }
      }
    }
    final List<Integer> expected =
        IntStream.range(0, strength.length)
            .boxed()
            .sorted((a, b) -> Double.compare(strength[b], strength[a]))
            .limit(4)
            .toList();
    assertThat(ranked.units().stream().map(Unit::channel)).containsExactlyElementsOf(expected);
    assertThat(ranked.maps().dimension(2)).isEqualTo(8);
    final FeatureMap second = network.run(picture(2), List.of("mixed3b")).map("mixed3b");
    assertThat(ranked.maps().plane(5)).isEqualTo(second.channel(expected.get(1)));
  }

  @Test
  void onlyTheSelectedPartIsRanked() {
    final View left = new Masked(View.of(picture(3)), 48);
    final FeatureMap map = network.run(picture(3), List.of("mixed3b")).map("mixed3b");
    final List<ChannelStatistics> all = ChannelStatistics.of(map, left);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < map.channel(5).length; i++) {
      if (map.geometry().x().center(i % map.geometry().x().size()) < 48) {
        sum += map.channel(5)[i];
        count++;
      }
    }
    assertThat(count).isBetween(1, map.channel(5).length - 1);
    assertThat(all.get(5).mean()).isCloseTo(sum / count, within(1e-9));
  }

  @Test
  void thePlanIsToldBeforeTheMapsAreMade() {
    final AtomicInteger planned = new AtomicInteger();
    ActivationMaps.of(
        network,
        List.of(View.of(picture(1))),
        new ActivationMaps.Request(
            "inception_3b/5x5", ChannelSelection.parse("all"), Registration.NONE),
        planned::set,
        Progress.NONE);
    assertThat(planned).hasValue(network.architecture().layer("mixed3b_5x5").channels());
  }

  @Test
  void classesAreRankedByLogitAndProbabilitiesSumToOne() {
    final List<ClassRanking.Score> scores = ClassRanking.of(network, picture(4), 10);
    assertThat(scores).isSortedAccordingTo((a, b) -> Float.compare(b.logit(), a.logit()));
    assertThat(scores.stream().mapToDouble(ClassRanking.Score::probability).sum())
        .isCloseTo(1, within(1e-5));
    assertThat(scores.get(0).label()).isEqualTo("class " + scores.get(0).index());
  }
}
