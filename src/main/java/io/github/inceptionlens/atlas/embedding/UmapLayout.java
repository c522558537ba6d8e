package io.github.inceptionlens.atlas.embedding;

import io.github.inceptionlens.core.Progress;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Uniform Manifold Approximation and Projection: points of the plane are drawn together as strongly
 * as their vectors belong together, and pushed off points that are drawn by chance, by stochastic
 * gradient descent on the cross-entropy of {@link UmapGraph} and {@link UmapCurve}, one pair after
 * another, so that the same seed gives the same bits.
 *
 * <p>Why not {@code tech.molecules:external-umap-java} 1.0, the only library that may be used: most
 * of its time goes into its own search for neighbors, which for the cosine ends with an error where
 * vectors lie in tight groups; what would take neighbors that are known is private to it; it starts
 * from random points alone; and its curve is far off for a least distance below 0.05.
 *
 * @see <a href="https://arxiv.org/abs/1802.03426">McInnes, Healy and Melville 2018</a>
 */
final class UmapLayout {

  private static final int SMALL = 10_000;
  private static final int EPOCHS_OF_SMALL = 500;
  private static final int EPOCHS = 200;
  private static final int PUSHES = 5;
  private static final double LARGEST_STEP = 4;
  private static final double NEAR = 0.001;
  private static final double SPREAD = 5;
  private static final double NOISE = 1e-3;

  private final float[] points;
  private final UmapCurve curve;
  private final SplittableRandom dice;
  private double rate;

  private UmapLayout(final float[] points, final UmapCurve curve, final SplittableRandom dice) {
    this.points = points;
    this.curve = curve;
    this.dice = dice;
  }

  /**
   * Lays out vectors.
   *
   * @param start [n, 2], where the points begin, on any scale
   * @param least distance of points that belong together
   * @return [n, 2]
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  static float[] of(
      final UmapGraph graph,
      final float[] start,
      final double least,
      final long seed,
      final Progress progress) {
    final SplittableRandom dice = new SplittableRandom(seed);
    final UmapLayout layout = new UmapLayout(scaled(start, dice), UmapCurve.of(least), dice);
    layout.run(graph, start.length / 2 > SMALL ? EPOCHS : EPOCHS_OF_SMALL, progress);
    return layout.points;
  }

  /** To one deviation along the first axis, and a little noise, so that no two are the same. */
  private static float[] scaled(final float[] start, final SplittableRandom dice) {
    double squares = 0;
    for (int i = 0; i < start.length; i += 2) {
      squares += (double) start[i] * start[i];
    }
    final double deviation = Math.sqrt(squares / (start.length / 2));
    final double scale = deviation > 0 ? SPREAD / deviation : 0;
    final float[] scaled = new float[start.length];
    for (int i = 0; i < start.length; i++) {
      scaled[i] = (float) (scale * start[i] + NOISE * (2 * dice.nextDouble() - 1));
    }
    return scaled;
  }

  private void run(final UmapGraph graph, final int epochs, final Progress progress) {
    final UmapGraph strong = graph.without(1.0 / epochs);
    final float[] next = new float[strong.one().length];
    for (int pair = 0; pair < next.length; pair++) {
      next[pair] = 1 / strong.strengths()[pair];
    }
    for (int epoch = 0; epoch < epochs; epoch++) {
      progress.at(
          (double) epoch / epochs,
          String.format(Locale.ROOT, "Laying out, round %d of %d ...", epoch + 1, epochs));
      rate = 1 - (double) epoch / epochs;
      for (int pair = 0; pair < next.length; pair++) {
        if (next[pair] <= epoch) {
          next[pair] += 1 / strong.strengths()[pair];
          move(2 * strong.one()[pair], 2 * strong.other()[pair]);
          move(2 * strong.other()[pair], 2 * strong.one()[pair]);
        }
      }
    }
  }

  /** Draws two points together, and pushes the first one off some others. */
  private void move(final int one, final int other) {
    pull(one, other);
    for (int i = 0; i < PUSHES; i++) {
      final int any = 2 * dice.nextInt(points.length / 2);
      if (any != one) {
        push(one, any);
      }
    }
  }

  private void pull(final int one, final int other) {
    final double x = points[one] - points[other];
    final double y = points[one + 1] - points[other + 1];
    final double square = x * x + y * y;
    if (square > 0) {
      final double power = curve.a() * Math.pow(square, curve.b());
      final double slope = -2 * curve.b() * power / (square * (power + 1));
      final double right = rate * held(slope * x);
      final double down = rate * held(slope * y);
      points[one] += (float) right;
      points[one + 1] += (float) down;
      points[other] -= (float) right;
      points[other + 1] -= (float) down;
    }
  }

  private void push(final int one, final int other) {
    final double x = points[one] - points[other];
    final double y = points[one + 1] - points[other + 1];
    final double square = x * x + y * y;
    final double power = curve.a() * Math.pow(square, curve.b());
    final double slope = 2 * curve.b() / ((NEAR + square) * (power + 1));
    points[one] += (float) (rate * held(slope * x));
    points[one + 1] += (float) (rate * held(slope * y));
  }

  private static double held(final double step) {
    return Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step));
  }
}
