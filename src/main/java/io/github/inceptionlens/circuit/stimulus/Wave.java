package io.github.inceptionlens.circuit.stimulus;

import io.github.inceptionlens.core.geometry.Turn;

/** A sine wave over the plane, as the mean over each pixel's area. */
final class Wave {

  private final double acrossX;
  private final double acrossY;
  private final double phase;
  private final double damping;

  /**
   * @param stripes their direction
   * @param frequency in cycles per pixel
   * @param phase in degrees: where the wave is at the origin, 0 for its crest
   */
  Wave(final Turn stripes, final double frequency, final double phase) {
    acrossX = -2 * Math.PI * frequency * stripes.sine();
    acrossY = 2 * Math.PI * frequency * stripes.cosine();
    this.phase = Math.toRadians(phase);
    damping = mean(acrossX) * mean(acrossY);
  }

  /** What a wave's crest is, averaged over a pixel's width. */
  private static double mean(final double radians) {
    return radians == 0 ? 1 : Math.sin(radians / 2) / (radians / 2);
  }

  /** The value of a pixel, -1 to 1. */
  double at(final double x, final double y) {
    return damping * Math.cos(acrossX * x + acrossY * y + phase);
  }
}
