package io.github.inceptionlens.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LayerCostTest {

  private static final Architecture CAFFE = Training.CAFFE.architecture();

  @Test
  void theTrainingsHaveTheirPublishedParameters() {
    assertThat(LayerCost.of(CAFFE, 224, 224).parameters()).isEqualTo(6_998_552);
    assertThat(LayerCost.of(Training.TENSORFLOW.architecture(), 224, 224).parameters())
        .isEqualTo(7_066_380);
  }

  @Test
  void onePassTakes1580MillionMultiplyAdds() {
    assertThat((double) LayerCost.of(CAFFE, 224, 224).multiplyAdds())
        .isCloseTo(1.58e9, Percentage.withPercentage(1));
  }

  @Test
  void theFirstConvolution() {
    final long weights = 7 * 7 * 3 * 64;

    assertThat(LayerCost.of(CAFFE, "conv2d0", 224, 224))
        .isEqualTo(new LayerCost(weights + 64, weights * 112 * 112));
    assertThat(LayerCost.of(CAFFE, "conv1/7x7_s2", 113, 225))
        .isEqualTo(new LayerCost(weights + 64, weights * 57 * 113));
  }

  @Test
  void aModuleIsTheSumOfItsBranches() {
    final long weights = 192 * 64 + 192 * 96 + 9 * 96 * 128 + 192 * 16 + 25 * 16 * 32 + 192 * 32;
    final long biases = 64 + 96 + 128 + 16 + 32 + 32;

    for (final String name : List.of("mixed3a", "mixed3a_pre_relu", "inception_3a")) {
      assertThat(LayerCost.of(CAFFE, name, 224, 224))
          .isEqualTo(new LayerCost(weights + biases, weights * 28 * 28));
    }
  }

  @Test
  void aBranchIsCountedWithoutItsBottleneck() {
    final long weights = 9 * 96 * 128;
    final LayerCost expected = new LayerCost(weights + 128, weights * 28 * 28);

    assertThat(LayerCost.of(CAFFE, "mixed3a_3x3", 224, 224)).isEqualTo(expected);
    assertThat(LayerCost.of(CAFFE, "mixed3a_3x3_pre_relu", 224, 224)).isEqualTo(expected);
  }

  @Test
  void aRunUpToALayerMakesWhatLiesOnItsWayAndTheWholeNetworkUpToTheLogits() {
    assertThat(LayerCost.upTo(CAFFE, List.of("conv2d1"), 224, 224))
        .isEqualTo(
            new LayerCost(
                7 * 7 * 3 * 64 + 64 + 64 * 64 + 64, 7 * 7 * 3 * 64 * 12544L + 4096 * 3136L));
    assertThat(LayerCost.upTo(CAFFE, List.of(Architecture.LOGITS), 224, 224))
        .isEqualTo(LayerCost.of(CAFFE, 224, 224));
  }

  @Test
  void theClassifierCostsTheSameOnEverySize() {
    final LayerCost expected = new LayerCost(1024 * 1000 + 1000, 1024 * 1000);

    assertThat(LayerCost.of(CAFFE, Architecture.LOGITS, 224, 224)).isEqualTo(expected);
    assertThat(LayerCost.of(CAFFE, Architecture.LOGITS, 600, 300)).isEqualTo(expected);
  }

  @Test
  void layersWithoutWeightsCostNothing() {
    for (final String layer :
        List.of("maxpool0", "localresponsenorm1", "mixed3a_pool", "avgpool0", "softmax2")) {
      assertThat(LayerCost.of(CAFFE, layer, 224, 224)).as(layer).isEqualTo(new LayerCost(0, 0));
    }
  }

  @Test
  void theLayersAddUpToTheWhole() {
    final List<String> parts = new ArrayList<>(CAFFE.mainLayers());
    parts.add(Architecture.LOGITS);

    assertThat(
            parts.stream()
                .mapToLong(part -> LayerCost.of(CAFFE, part, 225, 113).multiplyAdds())
                .sum())
        .isCloseTo(LayerCost.of(CAFFE, 225, 113).multiplyAdds(), within(0L));
  }
}
