package io.github.inceptionlens.visualization.transform;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Moves of the whole picture: gray all around, a crop, a scale, a turn about the center, another
 * crop.
 *
 * @param label the name in dialogs, macros and results
 * @param pad how many pixels of gray (0.5) are added on each side; beyond them it goes on
 * @param jitter by how many pixels the first crop is smaller, at a random place
 * @param scales one of them is drawn
 * @param angles in degrees; one of them is drawn
 * @param finalJitter by how many pixels the last crop is smaller, at a random place
 */
public record AffineTransforms(
    String label, int pad, int jitter, List<Double> scales, List<Integer> angles, int finalJitter)
    implements Transforms {

  /** Refuses empty lists and crops that would be larger than the picture. */
  public AffineTransforms {
    scales = List.copyOf(scales);
    angles = List.copyOf(angles);
    if (scales.isEmpty() || angles.isEmpty() || scales.stream().anyMatch(scale -> !(scale > 0))) {
      throw new IllegalArgumentException("no scales above 0 or no angles to draw from");
    }
    if (pad < 0 || jitter < 0 || finalJitter < 0 || jitter + finalJitter > 2 * pad) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "jitters of %d and %d do not fit into a pad of %d",
              jitter,
              finalJitter,
              pad));
    }
  }

  @Override
  public String description() {
    if (isIdentity()) {
      return label;
    }
    return String.format(
        Locale.ROOT,
        "%s: pad %d, jitter %d, scale %s, rotate %s, jitter %d",
        label,
        pad,
        jitter,
        range(scales),
        range(angles),
        finalJitter);
  }

  private static <T extends Comparable<T>> String range(final List<T> values) {
    final T least = Collections.min(values);
    final T most = Collections.max(values);
    return least.equals(most) ? least.toString() : least + " to " + most;
  }

  @Override
  public int output(final int length) {
    return length + 2 * pad - jitter - finalJitter;
  }

  @Override
  public int copies() {
    return 1;
  }

  /** Whether every draw leaves the picture as it is. */
  boolean isIdentity() {
    return equals(NONE);
  }

  /** Draws one set of transforms and composes it. */
  AffineMap draw(final SplittableRandom random, final int width, final int height) {
    final double x1 = offset(random, jitter);
    final double y1 = offset(random, jitter);
    final double scale = scales.get(random.nextInt(scales.size()));
    final double angle = Math.toRadians(angles.get(random.nextInt(angles.size())));
    final double x2 = offset(random, finalJitter);
    final double y2 = offset(random, finalJitter);
    return AffineMap.shift(-(output(width) - 1) / 2.0 + x2, -(output(height) - 1) / 2.0 + y2)
        .then(AffineMap.turn(-angle, 1 / scale))
        .then(AffineMap.shift((width - 1) / 2.0 + x1, (height - 1) / 2.0 + y1));
  }

  /** How far off its middle place a crop lies. */
  private static double offset(final SplittableRandom random, final int jitter) {
    return random.nextInt(jitter + 1) - jitter / 2.0;
  }
}
