package io.github.inceptionlens.network;

import io.github.inceptionlens.core.LargestIndex;

/** What follows from the scores of all classes. */
public final class Logits {

  private Logits() {}

  /** The most probable class, by index; of equal ones the first. */
  public static int top(final float[] logits) {
    return LargestIndex.of(logits);
  }

  /** The natural logarithms of the classes' probabilities; none overflows. */
  public static double[] logProbabilities(final float[] logits) {
    final double largest = logits[top(logits)];
    double sum = 0;
    for (final float logit : logits) {
      sum += Math.exp(logit - largest);
    }
    final double[] logs = new double[logits.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = logits[i] - largest - Math.log(sum);
    }
    return logs;
  }
}
