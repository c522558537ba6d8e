/**
 * Superposition: models that write more features down than they have dimensions, and how directions
 * share the dimensions of their space.
 *
 * <p>Knows no ImageJ and no files.
 *
 * <pre>{@code
 * List<ToyProblem> problems = List.of(ToyProblem.geometric(0.95, 5, 0.9));
 * ToyRequest request = new ToyRequest(problems, 2, 1, 10_000, 1024, 1e-3, 0);
 * try (ToyTraining training = new ToyTraining(request)) {
 *   training.run(Progress.NONE);
 *   FeatureGeometry pentagon = training.models().get(0).geometry();
 *   double twoFifths = pentagon.dimensionality(0);
 * }
 * }</pre>
 *
 * @see <a href="https://transformer-circuits.pub/2022/toy_model/">Elhage et al. 2022</a>
 */
package io.github.inceptionlens.superposition;
