package io.github.inceptionlens.textures.structure;

import io.github.inceptionlens.textures.random.ExactTrigonometry;
import io.github.inceptionlens.textures.random.SeededRandom;

/** A smooth random field: plane waves of random directions and phases, mean 0 and deviation 1. */
public final class RandomWaves implements Canvas.Field {

  private final double[] perX;
  private final double[] perY;
  private final double[] phase;
  private final double scale;

  /**
   * @param waves how many, about 20 for a field without visible direction
   * @param shortest the shortest wavelength in pixels
   * @param longest the longest wavelength in pixels
   */
  public RandomWaves(
      final int waves, final double shortest, final double longest, final SeededRandom dice) {
    perX = new double[waves];
    perY = new double[waves];
    phase = new double[waves];
    scale = Math.sqrt(2.0 / waves);
    final double start = dice.unit();
    for (int i = 0; i < waves; i++) {
      final double turns = start + (i + dice.unit()) / waves;
      final double frequency = 1 / dice.between(shortest, longest);
      perX[i] = ExactTrigonometry.cos(turns) * frequency;
      perY[i] = ExactTrigonometry.sin(turns) * frequency;
      phase[i] = dice.unit();
    }
  }

  @Override
  public double at(final double x, final double y) {
    double sum = 0;
    for (int i = 0; i < phase.length; i++) {
      sum += ExactTrigonometry.cos(perX[i] * x + perY[i] * y + phase[i]);
    }
    return sum * scale;
  }
}
