package io.github.inceptionlens.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.textures.Scene;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.BundledWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Channels of the bundled network stand for structures: one that was chosen on some scenes finds
 * its class, pixel by pixel, on others, and no channel of an untrained network does as well.
 */
final class ChannelsMeanSomethingTest {

  private static final long CHOSEN_ON = 1_000_000_000L;
  private static final long CHECKED_ON = 2_000_000_000L;
  private static final int SIDE = 192;
  private static final double FOUND = 0.9;
  private static final double CLEARLY = 0.1;

  @Test
  void atLeastFiveClassesHaveAChannelThatFindsThemOnOtherScenes() {
    final List<Scene> chosenOn = scenes(CHOSEN_ON);
    final List<Scene> checkedOn = scenes(CHECKED_ON);
    final Architecture architecture = Training.TEXTURES.architecture();
    final Figures trained = figures(BundledWeights.textures(), chosenOn, checkedOn);
    final Figures untrained = figures(RandomWeights.of(architecture, 1), chosenOn, checkedOn);
    int found = 0;
    final StringBuilder table =
        new StringBuilder("channel (chosen on other scenes), AUC, untrained\n");
    for (final TextureClass texture : trained.areas().keySet()) {
      final double area = trained.areas().get(texture);
      final double chance = untrained.areas().getOrDefault(texture, 0.5);
      found += area >= FOUND && area >= chance + CLEARLY ? 1 : 0;
      table.append(
          String.format(
              Locale.ROOT,
              "%-28s %-12s %.3f %.3f%n",
              texture.label(),
              trained.units().get(texture),
              area,
              chance));
    }
    System.out.println(table);
    assertThat(found).as(table.toString()).isGreaterThanOrEqualTo(5);
  }

  private record Figures(Map<TextureClass, Unit> units, Map<TextureClass, Double> areas) {}

  private static Figures figures(
      final Weights weights, final List<Scene> chosenOn, final List<Scene> checkedOn) {
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    engine.useThreads(1);
    try (InceptionV1 network = new InceptionV1(engine, Training.TEXTURES.architecture(), weights)) {
      final ChannelTruth truth = new ChannelTruth(network);
      final Map<TextureClass, Unit> units = truth.choose(chosenOn);
      return new Figures(units, truth.areas(units, checkedOn));
    }
  }

  /** Three classes in each scene, each class in three scenes, no two classes together twice. */
  private static List<Scene> scenes(final long seed) {
    final List<TextureClass> all = new ArrayList<>(List.of(TextureClass.values()));
    all.remove(TextureClass.EMPTY);
    final int count = all.size();
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Scene.of(
                    seed + i,
                    List.of(all.get(i), all.get((i + 5) % count), all.get((i + 14) % count)),
                    SIDE,
                    SIDE))
        .toList();
  }
}
