package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.architecture.Training;
import org.junit.jupiter.api.Test;

final class FeatureMapTest {

  private static final Layer LOWEST = Training.CAFFE.architecture().layer("conv2d0");

  @Test
  void aLayerTooLargeForJavaIsRefusedWithItsNameTheNumbersAndRemedies() {
    assertThatThrownBy(() -> FeatureMap.empty(LOWEST, 80_000, 60_000))
        .isInstanceOf(UserError.class)
        .hasMessageMatching(
            "conv2d0 \\(64 channels of 40000 x 30000 units\\) needs 292969 MB, but Java has \\d+ MB"
                + " left: choose a higher layer, a smaller scale or size, or a smaller selection"
                + " with crop, or give Java more memory \\(Edit > Options > Memory & Threads...\\)");
  }
}
