package io.github.inceptionlens.visualization.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.inceptionlens.InceptionLens;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrainTest {

  private static final int SIDE = 64;

  @Test
  void aLittleSmoothingHalvesTheGrainAndKeepsTheObjective() {
    try (InceptionLens lens = InceptionLens.open()) {
      final VisualizationRequest request = VisualizationRequest.STANDARD.size(SIDE).steps(96);
      double lucid = 0;
      double smoothed = 0;
      double before = 0;
      double after = 0;
      for (final String unit : List.of("mixed3b:100", "mixed4c:44", "mixed4e:5")) {
        final GrainTable.Grain one = GrainTable.of(lens, unit, request, 0);
        final GrainTable.Grain other =
            GrainTable.of(lens, unit, request, Parameterization.LITTLE_GRAIN);
        lucid += one.grain();
        smoothed += other.grain();
        before += one.value();
        after += other.value();
      }
      assertTrue(smoothed < lucid / 2, smoothed + " is not half of " + lucid);
      assertTrue(after > 0.8 * before, after + " is far below " + before);
    }
  }

  @Test
  void onlyFreeFourierCoefficientsAreSmoothed() {
    assertEquals("fourier", Parameterization.named("fourier").smoothed(1).label());
    assertEquals(Parameterization.PIXEL, Parameterization.PIXEL.smoothed(0));
    final UserError error =
        assertThrows(UserError.class, () -> Parameterization.PIXEL.smoothed(0.6));
    assertTrue(error.getMessage().contains("parameterization=pixel"), error.getMessage());
    assertThrows(UserError.class, () -> Parameterization.FOURIER.smoothed(2.5));
    assertThrows(UserError.class, () -> Parameterization.FOURIER.smoothed(-1));
  }
}
