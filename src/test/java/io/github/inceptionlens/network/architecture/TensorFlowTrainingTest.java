package io.github.inceptionlens.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SlowReference;
import io.github.inceptionlens.network.SmallNetworks;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** inception5h at its full width. */
class TensorFlowTrainingTest {

  private static final Architecture TENSORFLOW = Training.TENSORFLOW.architecture();

  @Test
  void hasThePublishedParametersAndWidths() {
    assertThat(LayerCost.of(TENSORFLOW, 224, 224).parameters()).isEqualTo(7_066_380);
    final List<Integer> widths =
        TENSORFLOW.mainLayers().stream().map(layer -> TENSORFLOW.layer(layer).channels()).toList();
    assertThat(widths).containsExactly(64, 64, 192, 256, 480, 508, 512, 512, 528, 832, 832, 1024);
  }

  @Test
  void outputsHaveNumbersUntilTheFileNamesThem() {
    assertThat(TENSORFLOW.labels())
        .hasSize(1008)
        .startsWith("class 0", "class 1")
        .endsWith("unused 1006", "unused 1007")
        .contains("class 1000", "unused 1001");
  }

  @Test
  void labelsOverrideTheBlueprints() {
    final List<String> names = ClassLabels.tensorflow(Collections.nCopies(1001, "cat"));
    final Training named = Training.TENSORFLOW.withLabels(names);
    assertThat(named.architecture().labels()).startsWith("cat").endsWith("unused 1007");
    assertThat(named.name()).isEqualTo("imagenet-tf");
    assertThatThrownBy(() -> Training.TENSORFLOW.withLabels(List.of("cat")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @Tag("slow")
  @CsvSource({"45, 61", "224, 224", "113, 225"})
  void agreesWithPlainLoops(final int width, final int height) {
    check(SmallNetworks.picture(width, height));
  }

  private static void check(final Picture picture) {
    final Weights weights = SmallNetworks.weightsOfBothSigns(TENSORFLOW);
    final SlowReference slow = new SlowReference(FrameworkConventions.TENSORFLOW, weights);
    final double[] expected = slow.run(picture);
    try (InceptionV1 network = new InceptionV1(SmallNetworks.engine(), TENSORFLOW, weights)) {
      final Activations answers =
          network.run(picture, List.of("conv2d0", "mixed4a", Architecture.LOGITS));
      assertClose(answers.map("conv2d0"), slow.layers().get("conv2d0"));
      assertClose(answers.map("mixed4a"), slow.layers().get("mixed4a"));
      double largest = 0;
      for (final double logit : expected) {
        largest = Math.max(largest, Math.abs(logit));
      }
      assertThat(expected).hasSize(1008);
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) answers.logits()[i]).isCloseTo(expected[i], within(1e-4 * largest));
      }
    }
  }

  private static void assertClose(final FeatureMap map, final double[][][] expected) {
    final int width = expected[0][0].length;
    double largest = 0;
    double error = 0;
    for (int channel = 0; channel < expected.length; channel++) {
      final float[] plane = map.channel(channel);
      assertThat(plane).hasSize(expected[channel].length * width);
      for (int i = 0; i < plane.length; i++) {
        final double value = expected[channel][i / width][i % width];
        largest = Math.max(largest, Math.abs(value));
        error = Math.max(error, Math.abs(plane[i] - value));
      }
    }
    assertThat(largest).isPositive();
    assertThat(error).as(map.layer().name()).isLessThan(1e-4 * largest);
  }
}
