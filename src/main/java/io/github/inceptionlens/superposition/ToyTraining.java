package io.github.inceptionlens.superposition;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.network.gradient.Gradients;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains toy models of superposition, many at once: normally distributed weights after Glorot and
 * Bengio, no bias at the start, AdamW with a weight decay of 0.01. For one thread.
 *
 * @see <a href="https://transformer-circuits.pub/2022/toy_model/">Elhage et al. 2022</a>
 */
public final class ToyTraining implements AutoCloseable {

  private static final float DECAY = 0.01f;
  private static final int REPORTS = 200;
  private static final int TEST_DRAWS = 65_536;

  private final ToyRequest request;
  private final TorchEngine engine = TorchEngine.start(Progress.NONE);
  private final NDManager manager = engine.newManager();
  private final NDArray weights;
  private final NDArray bias;
  private final NDArray importance;
  private final FeatureDraws draws;
  private final Optimizer optimizer;
  private int steps;

  /** Draws the starts. */
  public ToyTraining(final ToyRequest request) {
    this.request = request;
    final List<SplittableRandom> generators = learning();
    weights = manager.create(start(generators), shape(request.features(), request.hidden()));
    bias = manager.zeros(shape(1, request.features()));
    importance = manager.create(importance(), shape(1, request.features()));
    draws = draws(generators);
    optimizer =
        Optimizer.adamW()
            .optLearningRateTracker(Tracker.fixed((float) request.learningRate()))
            .optWeightDecays(DECAY)
            .build();
  }

  /** A generator per model. */
  private List<SplittableRandom> learning() {
    final SplittableRandom seeds = new SplittableRandom(request.seed());
    return IntStream.range(0, request.models())
        .mapToObj(model -> new SplittableRandom(seeds.nextLong()))
        .toList();
  }

  /** A generator per model, the same for all starts of a problem. */
  private List<SplittableRandom> testing() {
    final SplittableRandom seeds = new SplittableRandom(~request.seed());
    final long[] each = seeds.longs(request.problems().size()).toArray();
    return IntStream.range(0, request.models())
        .mapToObj(model -> new SplittableRandom(each[model / request.tries()]))
        .toList();
  }

  private Shape shape(final int rows, final int columns) {
    return new Shape(request.models(), rows, columns);
  }

  private FeatureDraws draws(final List<SplittableRandom> generators) {
    final double[] densities =
        IntStream.range(0, request.models())
            .mapToDouble(model -> request.problem(model).density())
            .toArray();
    return new FeatureDraws(manager, generators, densities, request.batch(), request.features());
  }

  private float[] start(final List<SplittableRandom> generators) {
    final int each = request.features() * request.hidden();
    final double deviation = Math.sqrt(2.0 / (request.features() + request.hidden()));
    final float[] start = new float[request.models() * each];
    for (int i = 0; i < start.length; i++) {
      start[i] = (float) (deviation * generators.get(i / each).nextGaussian());
    }
    return start;
  }

  private float[] importance() {
    final int features = request.features();
    final float[] all = new float[request.models() * features];
    for (int i = 0; i < all.length; i++) {
      all[i] = (float) (request.problem(i / features).importance()[i % features] / features);
    }
    return all;
  }

  /**
   * Makes the steps that are left.
   *
   * @throws java.util.concurrent.CancellationException when the user stopped it; what was learned
   *     stays
   */
  public void run(final Progress progress) {
    final int pause = Math.max(1, request.steps() / REPORTS);
    while (steps < request.steps()) {
      if (steps % pause == 0) {
        progress.at(
            (double) steps / request.steps(),
            String.format(
                Locale.ROOT, "Training toy models, step %,d of %,d ...", steps, request.steps()));
      }
      step();
    }
  }

  /** How many steps were made. */
  public int steps() {
    return steps;
  }

  private void step() {
    try (NDManager scope = engine.newManager()) {
      final NDArray w = leaf(weights, scope);
      final NDArray b = leaf(bias, scope);
      final NDArray drawn = draws.next();
      Gradients.exclusively(
          () -> {
            try (GradientCollector collector = engine.newGradientCollector()) {
              collector.backward(ToyLoss.of(scoped(drawn, scope), w, b, importance).sum());
              return null;
            }
          });
      optimizer.update("weights", weights, w.getGradient());
      optimizer.update("bias", bias, b.getGradient());
    }
    steps++;
  }

  private static NDArray leaf(final NDArray parameter, final NDManager scope) {
    final NDArray leaf = parameter.duplicate();
    leaf.attach(scope);
    leaf.setRequiresGradient(true);
    return leaf;
  }

  /** The same values, so that what is computed of them ends with the scope. */
  private static NDArray scoped(final NDArray values, final NDManager scope) {
    final NDArray alias = values.reshape(values.getShape());
    alias.attach(scope);
    return alias;
  }

  /** The models as they are now, one per problem: of its starts the one with the least loss. */
  public List<ToyModel> models() {
    final double[] losses = losses();
    final float[] allWeights = weights.toFloatArray();
    final float[] allBiases = bias.toFloatArray();
    final List<ToyModel> models = new ArrayList<>();
    for (int problem = 0; problem < request.problems().size(); problem++) {
      final int first = problem * request.tries();
      final int best =
          IntStream.range(first, first + request.tries())
              .boxed()
              .min(Comparator.comparingDouble(model -> losses[model]))
              .orElseThrow();
      models.add(
          new ToyModel(
              request.problem(best),
              request.hidden(),
              part(allWeights, best),
              part(allBiases, best),
              losses[best]));
    }
    return models;
  }

  private float[] part(final float[] all, final int model) {
    final int each = all.length / request.models();
    return Arrays.copyOfRange(all, model * each, (model + 1) * each);
  }

  /** On draws that are the same for all starts of a problem. */
  private double[] losses() {
    final FeatureDraws test = draws(testing());
    final double[] losses = new double[request.models()];
    final int batches = (TEST_DRAWS - 1) / request.batch() + 1;
    for (int batch = 0; batch < batches; batch++) {
      try (NDManager scope = engine.newManager()) {
        final float[] some =
            ToyLoss.of(scoped(test.next(), scope), weights, bias, importance).toFloatArray();
        for (int model = 0; model < losses.length; model++) {
          losses[model] += some[model] / batches;
        }
      }
    }
    return losses;
  }

  @Override
  public void close() {
    manager.close();
  }
}
