package io.github.inceptionlens.textures;

/** Multinomial logistic regression on standardised features, by full-batch gradient descent. */
final class LinearClassifier {

  private static final double PENALTY = 1e-4;

  private final int classes;
  private final double[] mean;
  private final double[] deviation;
  private final double[][] weights;

  LinearClassifier(
      final double[][] features, final int[] labels, final int classes, final int steps) {
    this.classes = classes;
    final int n = features[0].length;
    mean = new double[n];
    deviation = new double[n];
    weights = new double[classes][n + 1];
    standardise(features);
    final double[][] inputs = new double[features.length][];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = input(features[i]);
    }
    descend(inputs, labels, steps);
  }

  double accuracy(final double[][] features, final int[] labels) {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      final double[] p = probabilities(input(features[i]));
      int best = 0;
      for (int k = 1; k < classes; k++) {
        best = p[k] > p[best] ? k : best;
      }
      right += best == labels[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  private void standardise(final double[][] features) {
    for (int j = 0; j < mean.length; j++) {
      double sum = 0;
      double squares = 0;
      for (final double[] row : features) {
        sum += row[j];
        squares += row[j] * row[j];
      }
      mean[j] = sum / features.length;
      deviation[j] = Math.sqrt(Math.max(1e-12, squares / features.length - mean[j] * mean[j]));
    }
  }

  private double[] input(final double[] features) {
    final double[] input = new double[mean.length + 1];
    for (int j = 0; j < mean.length; j++) {
      input[j] = (features[j] - mean[j]) / deviation[j];
    }
    input[mean.length] = 1;
    return input;
  }

  /** Adam on the whole batch: quick, and without a rate to tune. */
  private void descend(final double[][] inputs, final int[] labels, final int steps) {
    final int n = mean.length + 1;
    final double[][] first = new double[classes][n];
    final double[][] second = new double[classes][n];
    for (int step = 1; step <= steps; step++) {
      final double[][] gradient = gradient(inputs, labels);
      final double rate = 0.05 * 0.5 * (1 + Math.cos(Math.PI * step / (steps + 1)));
      for (int k = 0; k < classes; k++) {
        for (int j = 0; j < n; j++) {
          final double g = gradient[k][j] + PENALTY * weights[k][j];
          first[k][j] += 0.1 * (g - first[k][j]);
          second[k][j] += 0.001 * (g * g - second[k][j]);
          final double m = first[k][j] / (1 - Math.pow(0.9, step));
          final double v = second[k][j] / (1 - Math.pow(0.999, step));
          weights[k][j] -= rate * m / (Math.sqrt(v) + 1e-8);
        }
      }
    }
  }

  private double[][] gradient(final double[][] inputs, final int[] labels) {
    final double[][] gradient = new double[classes][mean.length + 1];
    for (int i = 0; i < inputs.length; i++) {
      final double[] p = probabilities(inputs[i]);
      p[labels[i]] -= 1;
      for (int k = 0; k < classes; k++) {
        for (int j = 0; j < inputs[i].length; j++) {
          gradient[k][j] += p[k] * inputs[i][j] / inputs.length;
        }
      }
    }
    return gradient;
  }

  private double[] probabilities(final double[] input) {
    final double[] p = new double[classes];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      for (int j = 0; j < input.length; j++) {
        p[k] += weights[k][j] * input[j];
      }
      largest = Math.max(largest, p[k]);
    }
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      p[k] = Math.exp(p[k] - largest);
      sum += p[k];
    }
    for (int k = 0; k < classes; k++) {
      p[k] /= sum;
    }
    return p;
  }
}
