package io.github.inceptionlens.textures.random;

/**
 * Cosines, angles and decays from tables and exact arithmetic: fast, and the same to the last bit
 * on every machine. Angles are in turns.
 */
public final class ExactTrigonometry {

  private static final int STEPS = 4096;
  private static final double[] COSINES = new double[STEPS + 2];
  private static final double DECAY_END = 32;
  private static final double[] DECAYS = new double[STEPS + 2];

  static {
    for (int i = 0; i < COSINES.length; i++) {
      COSINES[i] = StrictMath.cos(2 * Math.PI * i / STEPS);
      DECAYS[i] = StrictMath.exp(-DECAY_END * i / STEPS);
    }
  }

  private ExactTrigonometry() {}

  public static double cos(final double turns) {
    return at(COSINES, (turns - Math.floor(turns)) * STEPS);
  }

  public static double sin(final double turns) {
    return cos(turns - 0.25);
  }

  /** {@code exp(-x)} for {@code x >= 0}. */
  public static double decay(final double x) {
    return x >= DECAY_END ? 0 : at(DECAYS, x / DECAY_END * STEPS);
  }

  /** The direction of a vector in turns, -0.5 to 0.5, to within a thousandth. */
  public static double turns(final double y, final double x) {
    final double across = Math.abs(x);
    final double up = Math.abs(y);
    final double ratio = Math.min(across, up) / Math.max(Math.max(across, up), 1e-9);
    final double octant = ratio * (0.125 + 0.04345 * (1 - ratio));
    final double quadrant = up > across ? 0.25 - octant : octant;
    final double half = x < 0 ? 0.5 - quadrant : quadrant;
    return y < 0 ? -half : half;
  }

  /** 0 below the first edge, 1 above the second, smooth between. */
  public static double step(final double low, final double high, final double x) {
    final double t = clamp((x - low) / (high - low));
    return t * t * (3 - 2 * t);
  }

  public static double clamp(final double x) {
    return x < 0 ? 0 : x > 1 ? 1 : x;
  }

  private static double at(final double[] table, final double position) {
    final int index = (int) position;
    return table[index] + (position - index) * (table[index + 1] - table[index]);
  }
}
