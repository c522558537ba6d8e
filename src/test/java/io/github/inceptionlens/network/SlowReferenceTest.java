package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole network against plain loops, at an odd, non-square size. */
class SlowReferenceTest {

  @ParameterizedTest
  @EnumSource(FrameworkConventions.class)
  void everyLayerAndTheLogitsAgree(final FrameworkConventions conventions) {
    final Architecture architecture =
        SmallNetworks.training(conventions)
            .narrowed(8, "narrow", Collections.nCopies(10, "class"))
            .architecture();
    final Picture picture = SmallNetworks.picture(75, 101);
    final SlowReference slow =
        new SlowReference(conventions, SmallNetworks.weightsOfBothSigns(architecture));
    final double[] expected = slow.run(picture);

    try (InceptionV1 network = SmallNetworks.ofBothSigns(architecture)) {
      final List<String> names = new ArrayList<>(slow.layers().keySet());
      assertThat(names).containsAll(architecture.mainLayers()).contains("mixed4c_5x5");
      names.add(Architecture.LOGITS);
      final Activations answers = network.run(picture, names);

      slow.layers().forEach((layer, values) -> assertClose(answers.map(layer), values));
      final double largest = largest(expected);
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) answers.logits()[i]).isCloseTo(expected[i], within(1e-4 * largest));
      }
    }
  }

  private static void assertClose(final FeatureMap map, final double[][][] expected) {
    final int width = expected[0][0].length;
    final int height = expected[0].length;
    assertThat(map.maps().dimensionsAsLongArray())
        .as(map.layer().name())
        .containsExactly(width, height, expected.length);
    final double tolerance = 1e-4 * largest(expected);
    assertThat(tolerance).as(map.layer().name()).isPositive();
    for (int channel = 0; channel < expected.length; channel++) {
      for (int i = 0; i < width * height; i++) {
        assertThat((double) map.channel(channel)[i])
            .as("%s:%d at %d", map.layer(), channel, i)
            .isCloseTo(expected[channel][i / width][i % width], within(tolerance));
      }
    }
  }

  private static double largest(final double[][][] values) {
    double largest = 0;
    for (final double[][] plane : values) {
      for (final double[] row : plane) {
        largest = Math.max(largest, largest(row));
      }
    }
    return largest;
  }

  private static double largest(final double[] values) {
    double largest = 0;
    for (final double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
