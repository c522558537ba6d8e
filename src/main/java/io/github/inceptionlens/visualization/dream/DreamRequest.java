package io.github.inceptionlens.visualization.dream;

import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;

/**
 * How a picture dreams; {@link #STANDARD} is Mordvintsev's way.
 *
 * @param octaves at how many sizes the picture is changed, 1 to 16, smallest first
 * @param ratio how much larger each size is than the one before, above 1 and at most 4
 * @param steps how often it is changed at each size, 1 to 10000
 * @param rate by how much the mean pixel changes per step, on the scale of 0 to 255, above 0
 * @param jitter by how many pixels the picture is rolled at most before each step, from 0 up
 * @param tile the side in pixels of the largest piece that is differentiated at once, 128 to 4096
 * @param seed what rolls and pieces are drawn from
 */
public record DreamRequest(
    int octaves, double ratio, int steps, double rate, int jitter, int tile, long seed) {

  /** 4 octaves of ratio 1.4, 10 steps of 1.5 at each, jitter 32, pieces of 512 pixels. */
  public static final DreamRequest STANDARD = new DreamRequest(4, 1.4, 10, 1.5, 32, 512, 0);

  private static final int MOST_OCTAVES = 16;
  private static final double LARGEST_RATIO = 4;
  private static final int MOST_STEPS = 10_000;
  private static final int LARGEST = 4096;
  private static final int SMALLEST_TILE = 128;

  /** Refuses values out of range. */
  public DreamRequest {
    VisualizationRequest.checkRange("octaves", octaves, 1, MOST_OCTAVES);
    VisualizationRequest.checkRange("steps", steps, 1, MOST_STEPS);
    VisualizationRequest.checkRange("jitter", jitter, 0, LARGEST);
    VisualizationRequest.checkRange("tile", tile, SMALLEST_TILE, LARGEST);
    if (!(ratio > 1 && ratio <= LARGEST_RATIO)) {
      throw new UserError("ratio is " + ratio + ", expected a number above 1 and at most 4");
    }
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new UserError("rate is " + rate + ", expected a number above 0");
    }
  }

  /** The same with other octaves. */
  public DreamRequest octaves(final int other, final double otherRatio) {
    return new DreamRequest(other, otherRatio, steps, rate, jitter, tile, seed);
  }

  /** The same with other steps at each octave. */
  public DreamRequest steps(final int other, final double otherRate) {
    return new DreamRequest(octaves, ratio, other, otherRate, jitter, tile, seed);
  }

  /** The same with another jitter. */
  public DreamRequest jitter(final int other) {
    return new DreamRequest(octaves, ratio, steps, rate, other, tile, seed);
  }

  /** The same with another size of tiles. */
  public DreamRequest tile(final int other) {
    return new DreamRequest(octaves, ratio, steps, rate, jitter, other, seed);
  }

  /** The same with another seed. */
  public DreamRequest seed(final long other) {
    return new DreamRequest(octaves, ratio, steps, rate, jitter, tile, other);
  }

  /**
   * The length of a side at an octave.
   *
   * @param length of the whole picture in pixels
   * @param octave 0 for the whole picture, then smaller ones
   */
  int length(final int length, final int octave) {
    return (int) Math.max(1, Math.rint(length / Math.pow(ratio, octave)));
  }

  /** What dreams depend on, but for the objective and the picture. */
  Provenance provenance() {
    return Provenance.EMPTY
        .with("octaves", octaves)
        .with("ratio", ratio)
        .with("steps per octave", steps)
        .with("rate", rate)
        .with("jitter", jitter)
        .with("tile", tile)
        .with("seed", seed);
  }
}
