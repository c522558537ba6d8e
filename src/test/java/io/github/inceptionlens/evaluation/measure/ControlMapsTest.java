package io.github.inceptionlens.evaluation.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.core.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ControlMapsTest {

  @Test
  void aRampHasOneSlopeAndHalfOfItAtItsEnds() {
    final float[] ramp = {0, 1, 2, 0, 1, 2, 0, 1, 2};

    final float[] edges = ControlMaps.sobel(new Picture(3, 3, List.of(ramp, ramp, ramp)));

    assertThat(edges).containsExactly(4, 8, 4, 4, 8, 4, 4, 8, 4);
  }

  @Test
  void aSlopeAcrossIsSeenLikeOneAlong() {
    final float[] ramp = {0, 0, 3, 3, 6, 6};

    final float[] edges = ControlMaps.sobel(new Picture(2, 3, List.of(ramp)));

    assertThat(edges).containsExactly(12, 12, 24, 24, 12, 12);
  }

  @Test
  void randomNumbersFollowTheirSeed() {
    assertThat(ControlMaps.random(100, 3)).isEqualTo(ControlMaps.random(100, 3));
    assertThat(ControlMaps.random(100, 3)).isNotEqualTo(ControlMaps.random(100, 4));
    assertThat(ControlMaps.random(100, 3)).doesNotHaveDuplicates();
  }
}
