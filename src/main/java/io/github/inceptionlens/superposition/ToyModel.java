package io.github.inceptionlens.superposition;

/**
 * A model that writes features down in fewer dimensions and reads them again: {@code x' = relu(WᵀWx
 * + b)}.
 *
 * @param problem what it was trained for
 * @param hidden the number of dimensions
 * @param weights [feature, dimension], row-major: the columns of W one after another
 * @param bias one per feature
 * @param loss the mean over draws and features of importance · (x − x')²
 * @see <a href="https://transformer-circuits.pub/2022/toy_model/">Elhage et al. 2022</a>
 */
public record ToyModel(ToyProblem problem, int hidden, float[] weights, float[] bias, double loss) {

  /** What each feature gives to each: WᵀW, [feature, feature], row-major, symmetric. */
  public float[] product() {
    final int features = problem.features();
    final float[] product = new float[features * features];
    for (int i = 0; i < product.length; i++) {
      double sum = 0;
      for (int dimension = 0; dimension < hidden; dimension++) {
        sum +=
            (double) weights[i / features * hidden + dimension]
                * weights[i % features * hidden + dimension];
      }
      product[i] = (float) sum;
    }
    return product;
  }

  /** How the features lie to each other. */
  public FeatureGeometry geometry() {
    return FeatureGeometry.of(weights, problem.features(), hidden);
  }
}
