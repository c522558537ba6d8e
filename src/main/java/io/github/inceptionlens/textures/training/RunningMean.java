package io.github.inceptionlens.textures.training;

/** A mean of the values added since it was last taken. */
final class RunningMean {

  private double sum;
  private int count;

  void add(final double value) {
    sum += value;
    count++;
  }

  double take() {
    final double mean = sum / count;
    sum = 0;
    count = 0;
    return mean;
  }
}
