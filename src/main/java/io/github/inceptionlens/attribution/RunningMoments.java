package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.FloatPlanes;
import io.github.inceptionlens.core.MapStack;

/** Mean and variance of pictures, value by value, in one go (Welford 1962). */
public final class RunningMoments {

  private final FloatPlanes<?> like;
  private final double[][] means;
  private final double[][] deviations;
  private int count;

  public RunningMoments(final FloatPlanes<?> like) {
    this.like = like;
    means = new double[like.planes()][PlaneArithmetic.size(like)];
    deviations = new double[means.length][PlaneArithmetic.size(like)];
  }

  public void add(final FloatPlanes<?> picture) {
    count++;
    final float[][] values = picture.arrays();
    for (int channel = 0; channel < values.length; channel++) {
      for (int i = 0; i < values[channel].length; i++) {
        final double step = values[channel][i] - means[channel][i];
        means[channel][i] += step / count;
        deviations[channel][i] += step * (values[channel][i] - means[channel][i]);
      }
    }
  }

  public MapStack mean() {
    return PlaneArithmetic.maps(like, (channel, i) -> means[channel][i]);
  }

  public MapStack sum() {
    return PlaneArithmetic.maps(like, (channel, i) -> count * means[channel][i]);
  }

  /** The mean squared distance from the mean. */
  public MapStack variance() {
    return PlaneArithmetic.maps(like, this::variance);
  }

  public MapStack meanSquare() {
    return PlaneArithmetic.maps(
        like, (channel, i) -> variance(channel, i) + means[channel][i] * means[channel][i]);
  }

  private double variance(final int channel, final int index) {
    return deviations[channel][index] / count;
  }
}
