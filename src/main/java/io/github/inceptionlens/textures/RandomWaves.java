package io.github.inceptionlens.textures;

/** A smooth random field: plane waves of random directions and phases, mean 0 and deviation 1. */
final class RandomWaves implements Canvas.Field {

  private final double[] perX;
  private final double[] perY;
  private final double[] phase;
  private final double scale;

  /**
   * @param waves how many, about 20 for a field without visible direction
   * @param shortest the shortest wavelength in pixels
   * @param longest the longest wavelength in pixels
   */
  RandomWaves(final int waves, final double shortest, final double longest, final Dice dice) {
    perX = new double[waves];
    perY = new double[waves];
    phase = new double[waves];
    scale = Math.sqrt(2.0 / waves);
    final double start = dice.unit();
    for (int i = 0; i < waves; i++) {
      final double turns = start + (i + dice.unit()) / waves;
      final double frequency = 1 / dice.between(shortest, longest);
      perX[i] = Waves.cos(turns) * frequency;
      perY[i] = Waves.sin(turns) * frequency;
      phase[i] = dice.unit();
    }
  }

  @Override
  public double at(final double x, final double y) {
    double sum = 0;
    for (int i = 0; i < phase.length; i++) {
      sum += Waves.cos(perX[i] * x + perY[i] * y + phase[i]);
    }
    return sum * scale;
  }
}
