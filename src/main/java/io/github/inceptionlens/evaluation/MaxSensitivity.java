package io.github.inceptionlens.evaluation;

import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.evaluation.measure.ControlMaps;
import java.util.List;
import java.util.Random;

/**
 * How far a map moves when the picture hardly does: the largest ‖φ(x+r) − φ(x)‖ / ‖φ(x)‖ over some
 * r, uniform within 2 % of the scale of pixels. The raw values count, with their signs and colors.
 *
 * @see <a href="https://arxiv.org/abs/1901.09392">Yeh et al. 2019</a>
 */
final class MaxSensitivity {

  private static final int DRAWS = 10;
  private static final double RADIUS = 0.02 * 255;

  private final MapUnderTest tested;

  MaxSensitivity(final MapUnderTest tested) {
    this.tested = tested;
  }

  Findings findings(final Progress progress) {
    final float[][] map = tested.attribution().map().values().arrays();
    final float[][] edges = {ControlMaps.sobel(tested.picture())};
    final Random random = new Random(tested.request().seed());
    double own = 0;
    double sobel = 0;
    for (int i = 0; i < DRAWS; i++) {
      final Picture noisy = noisy(random);
      own = Math.max(own, distance(map, map(noisy, progress.part(i, DRAWS))));
      sobel = Math.max(sobel, distance(edges, new float[][] {ControlMaps.sobel(noisy)}));
    }
    final String note = "low is good; " + DRAWS + " draws within 2 % of the scale 0-255";
    final Figure figure =
        new Figure("Sensitivity-max", own, 0, sobel, note)
            .undefinedFor("the map is zero everywhere, so no change is a part of it");
    return new Findings(List.of(figure), List.of());
  }

  private Picture noisy(final Random random) {
    final float[][] planes = tested.picture().arrays();
    return PlaneArithmetic.map(
        tested.picture(),
        (channel, i) -> planes[channel][i] + RADIUS * (2 * random.nextDouble() - 1));
  }

  private float[][] map(final Picture noisy, final Progress progress) {
    return tested.attribution(tested.network(), noisy, progress).map().values().arrays();
  }

  /** The length of the difference as a part of the first map's; NaN where that is zero. */
  private static double distance(final float[][] before, final float[][] after) {
    double difference = 0;
    double length = 0;
    for (int plane = 0; plane < before.length; plane++) {
      for (int i = 0; i < before[plane].length; i++) {
        difference += Math.pow((double) after[plane][i] - before[plane][i], 2);
        length += Math.pow(before[plane][i], 2);
      }
    }
    return length == 0 ? Double.NaN : Math.sqrt(difference / length);
  }
}
