package io.github.inceptionlens.attribution;

import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

/** Mean and variance of pictures, value by value, in one go (Welford 1962). */
public final class RunningMoments {

  private final PlanarImg<FloatType, FloatArray> like;
  private final double[][] means;
  private final double[][] deviations;
  private int count;

  public RunningMoments(final PlanarImg<FloatType, FloatArray> like) {
    this.like = like;
    means = new double[(int) like.dimension(2)][PlaneArithmetic.size(like)];
    deviations = new double[means.length][PlaneArithmetic.size(like)];
  }

  public void add(final PlanarImg<FloatType, FloatArray> picture) {
    count++;
    final float[][] values = PlaneArithmetic.arrays(picture);
    for (int channel = 0; channel < values.length; channel++) {
      for (int i = 0; i < values[channel].length; i++) {
        final double step = values[channel][i] - means[channel][i];
        means[channel][i] += step / count;
        deviations[channel][i] += step * (values[channel][i] - means[channel][i]);
      }
    }
  }

  public PlanarImg<FloatType, FloatArray> mean() {
    return PlaneArithmetic.map(like, (channel, i) -> means[channel][i]);
  }

  public PlanarImg<FloatType, FloatArray> sum() {
    return PlaneArithmetic.map(like, (channel, i) -> count * means[channel][i]);
  }

  /** The mean squared distance from the mean. */
  public PlanarImg<FloatType, FloatArray> variance() {
    return PlaneArithmetic.map(like, this::variance);
  }

  public PlanarImg<FloatType, FloatArray> meanSquare() {
    return PlaneArithmetic.map(
        like, (channel, i) -> variance(channel, i) + means[channel][i] * means[channel][i]);
  }

  private double variance(final int channel, final int index) {
    return deviations[channel][index] / count;
  }
}
