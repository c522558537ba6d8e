package io.github.inceptionlens.evaluation.measure;

/**
 * How badly a map predicts what the target loses when the picture is perturbed (Yeh et al. 2019),
 * whatever the map's scale: E[(β·a − b)²] with a the predicted loss, b the real one, and β =
 * Σab/Σa².
 *
 * @param factor β, NaN for a map that predicts no loss anywhere
 * @param meanSquare E[(β·a − b)²] in squared units of the target, NaN as the factor
 * @param part the same divided by E[b²]: 0 when every loss is predicted, 1 when the map tells
 *     nothing; NaN as the factor, and when no perturbation changes the target
 */
public record Infidelity(double factor, double meanSquare, double part) {

  /**
   * The infidelity of predicted losses.
   *
   * @param predicted one per perturbation
   * @param real one per perturbation
   */
  public static Infidelity of(final double[] predicted, final double[] real) {
    if (predicted.length != real.length) {
      throw new IllegalArgumentException(predicted.length + " losses predicted of " + real.length);
    }
    final double factor = dot(predicted, real) / dot(predicted, predicted);
    double squares = 0;
    for (int i = 0; i < real.length; i++) {
      squares += Math.pow(factor * predicted[i] - real[i], 2);
    }
    return new Infidelity(factor, squares / real.length, squares / dot(real, real));
  }

  private static double dot(final double[] a, final double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
