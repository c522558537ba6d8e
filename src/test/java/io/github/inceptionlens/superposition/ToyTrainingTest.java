package io.github.inceptionlens.superposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Toy models learn what the paper says that they learn. */
final class ToyTrainingTest {

  private static final int STEPS = 2_500;
  private static final int BATCH = 256;
  private static final double RATE = 4e-3;

  private static List<ToyModel> trained(
      final int hidden, final int tries, final long seed, final ToyProblem... problems) {
    try (ToyTraining training =
        new ToyTraining(
            new ToyRequest(List.of(problems), hidden, tries, STEPS, BATCH, RATE, seed))) {
      training.run(Progress.NONE);
      return training.models();
    }
  }

  private static double[] all(final double value, final int count) {
    final double[] all = new double[count];
    Arrays.fill(all, value);
    return all;
  }

  @Test
  void veryRareFeaturesMakeAPentagon() {
    final ToyModel model = trained(2, 4, 0, ToyProblem.geometric(0.95, 5, 1)).get(0);
    assertThat(model.geometry().dimensionalities()).containsExactly(all(2.0 / 5, 5), within(0.03));
    final double[] angles = new double[5];
    Arrays.setAll(
        angles,
        i -> Math.toDegrees(Math.atan2(model.weights()[2 * i + 1], model.weights()[2 * i])));
    Arrays.sort(angles);
    for (int i = 0; i < 5; i++) {
      final double gap = i < 4 ? angles[i + 1] - angles[i] : angles[0] + 360 - angles[4];
      assertThat(gap).isCloseTo(72, within(6.0));
    }
  }

  @Test
  void ofRatherRareFeaturesPairsLieOppositeEachOther() {
    final ToyModel model = trained(2, 6, 0, ToyProblem.geometric(0.8, 4, 1)).get(0);
    final FeatureGeometry geometry = model.geometry();
    assertThat(geometry.dimensionalities()).containsExactly(all(0.5, 4), within(0.03));
    final float[] product = model.product();
    for (int i = 0; i < 4; i++) {
      float least = 0;
      for (int j = 0; j < 4; j++) {
        least = Math.min(least, product[4 * i + j]);
      }
      assertThat(least / (geometry.norms()[i] * geometry.norms()[i])).isBetween(-1.1, -0.9);
    }
  }

  @Test
  void denseFeaturesAreKeptInTheOrderOfTheirImportance() {
    final ToyModel model = trained(3, 2, 0, ToyProblem.geometric(0, 6, 0.7)).get(0);
    final float[] product = model.product();
    for (int i = 0; i < 36; i++) {
      final double expected = i % 6 == i / 6 && i / 6 < 3 ? 1 : 0;
      assertThat((double) product[i]).isCloseTo(expected, within(0.05));
    }
    for (int i = 0; i < 6; i++) {
      assertThat((double) model.bias()[i]).isCloseTo(i < 3 ? 0 : 0.5, within(0.05));
      assertThat(FeaturePhase.of(model.geometry(), i))
          .isEqualTo(i < 3 ? FeaturePhase.DEDICATED : FeaturePhase.IGNORED);
    }
    final double ignored = (Math.pow(0.7, 3) + Math.pow(0.7, 4) + Math.pow(0.7, 5)) / 12 / 6;
    assertThat(model.loss()).isCloseTo(ignored, within(0.02 * ignored));
  }

  @Test
  void theExtraFeatureIsIgnoredKeptOrSuperposedWhereTheoryHasTheLeastLoss() {
    final double[][] points = {{1, 0.3}, {1, 3}, {0.05, 1}, {0.05, 3}, {0.3, 0.15}};
    final ToyProblem[] problems =
        Arrays.stream(points)
            .map(one -> new ToyProblem(1 - one[0], new double[] {1, one[1]}))
            .toArray(ToyProblem[]::new);
    final List<ToyModel> models = trained(1, 6, 0, problems);
    for (int i = 0; i < points.length; i++) {
      final FeaturePhase phase = FeaturePhase.of(models.get(i).geometry(), PhaseGrid.EXTRA);
      assertThat(phase)
          .as(Arrays.toString(points[i]))
          .isEqualTo(theory(points[i][0], points[i][1]));
      assertThat(models.get(i).loss()).isLessThan(1.2 * least(points[i][0], points[i][1]) / 2);
    }
  }

  /** Of W = (1, 0), (0, 1) and (1, −1); what is ignored is read as its mean. */
  private static FeaturePhase theory(final double density, final double importance) {
    final double least = least(density, importance);
    if (least == importance * spread(density)) {
      return FeaturePhase.IGNORED;
    }
    return least == spread(density) ? FeaturePhase.DEDICATED : FeaturePhase.SUPERPOSED;
  }

  private static double least(final double density, final double importance) {
    final double both = density * density * (1 + importance) / 6;
    return Math.min(both, Math.min(1, importance) * spread(density));
  }

  private static double spread(final double density) {
    return density / 3 - density * density / 4;
  }

  @Test
  void theSameSeedMakesTheSameAndAnotherProblemBesideChangesNothing() {
    final ToyProblem problem = ToyProblem.geometric(0.7, 4, 0.9);
    final ToyModel once = trained(2, 1, 7, problem).get(0);
    final ToyModel again = trained(2, 1, 7, problem, ToyProblem.geometric(0.1, 4, 1)).get(0);
    final ToyModel other = trained(2, 1, 8, problem).get(0);
    for (int i = 0; i < once.weights().length; i++) {
      assertThat(again.weights()[i]).isCloseTo(once.weights()[i], within(1e-4f));
    }
    assertThat(trained(2, 1, 7, problem).get(0).weights()).isEqualTo(once.weights());
    assertThat(other.weights()).isNotEqualTo(once.weights());
  }

  @Test
  void whatWasLearnedStaysWhenItIsStopped() {
    try (ToyTraining training =
        new ToyTraining(
            new ToyRequest(List.of(ToyProblem.geometric(0, 3, 1)), 2, 1, STEPS, 8, RATE, 0))) {
      assertThatThrownBy(
              () ->
                  training.run(
                      (fraction, what) -> {
                        if (fraction > 0.5) {
                          throw new CancellationException();
                        }
                      }))
          .isInstanceOf(CancellationException.class);
      assertThat(training.steps()).isBetween(STEPS / 2, STEPS - 1);
      assertThat(training.models()).hasSize(1);
    }
  }

  @Test
  void theDerivativesAreThoseOfFiniteDifferences() {
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final NDArray draws = random(manager, 1, new Shape(2, 20, 4));
      final NDArray weights = random(manager, 2, new Shape(2, 4, 3));
      final NDArray bias = random(manager, 3, new Shape(2, 1, 4));
      final NDArray importance = random(manager, 4, new Shape(2, 1, 4)).abs();
      for (final NDArray parameter : List.of(weights, bias)) {
        parameter.setRequiresGradient(true);
      }
      try (GradientCollector collector = TorchEngine.start(Progress.NONE).newGradientCollector()) {
        collector.backward(ToyLoss.of(draws, weights, bias, importance).sum());
      }
      check(weights, one -> loss(draws, one, bias.duplicate(), importance));
      check(bias, one -> loss(draws, weights.duplicate(), one, importance));
    }
  }

  private static NDArray random(final NDManager manager, final long seed, final Shape shape) {
    final float[] values = new float[(int) shape.size()];
    final Random dice = new Random(seed);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) dice.nextGaussian();
    }
    return manager.create(values, shape);
  }

  private static double loss(
      final NDArray draws, final NDArray weights, final NDArray bias, final NDArray importance) {
    return ToyLoss.of(draws, weights, bias, importance).sum().getFloat();
  }

  private static void check(final NDArray parameter, final ToDoubleFunction<NDArray> loss) {
    final float[] slopes = parameter.getGradient().toFloatArray();
    final float[] values = parameter.duplicate().toFloatArray();
    final float step = 2e-3f;
    for (int i = 0; i < values.length; i++) {
      final double up = loss.applyAsDouble(moved(parameter, values, i, step));
      final double down = loss.applyAsDouble(moved(parameter, values, i, -step));
      assertThat((up - down) / (2 * step))
          .isCloseTo(slopes[i], within(0.02 * Math.abs(slopes[i]) + 0.02));
    }
  }

  private static NDArray moved(
      final NDArray parameter, final float[] values, final int index, final float by) {
    final float[] other = values.clone();
    other[index] += by;
    return parameter.getManager().create(other, parameter.getShape());
  }

  @Test
  void whatCannotBeIsRefusedInASentence() {
    assertThatThrownBy(() -> ToyProblem.geometric(1, 5, 1))
        .isInstanceOf(UserError.class)
        .hasMessage("sparsity is 1.0, expected 0 to less than 1");
    final List<ToyProblem> problems = List.of(ToyProblem.geometric(0, 400, 1));
    assertThatThrownBy(() -> new ToyRequest(problems, 2, 1, 1, 100_000, RATE, 0))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("choose a smaller batch");
  }
}
