package io.github.inceptionlens.circuit.trace;

import io.github.inceptionlens.circuit.node.ScoreKind;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How circuits of growing size keep an answer.
 *
 * @param kind by which scores their nodes were chosen; {@link ScoreKind#RANDOM} for circuits drawn
 *     with as many nodes per layer as those of integrated gradients
 * @param points by growing share
 * @see <a href="https://arxiv.org/abs/2504.13151">Mueller et al. 2025, MIB</a>
 */
public record FaithfulnessCurve(ScoreKind kind, List<FaithfulnessPoint> points) {

  /** The field's grid of shares of nodes. */
  public static final List<Double> SHARES =
      List.of(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0);

  /** Copies the points. */
  public FaithfulnessCurve {
    points = List.copyOf(points);
  }

  /**
   * Circuit performance ratio: the area under the faithfulness over the share of nodes, on a linear
   * axis from the smallest share to the largest, by trapezoids. Higher is better.
   */
  public double cpr() {
    return area(FaithfulnessPoint::faithfulness);
  }

  /** Circuit-model distance: the area under |1 - faithfulness| over the same axis. 0 is best. */
  public double cmd() {
    return area(point -> Math.abs(1 - point.faithfulness()));
  }

  private double area(final ToDoubleFunction<FaithfulnessPoint> height) {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      final FaithfulnessPoint one = points.get(i - 1);
      final FaithfulnessPoint next = points.get(i);
      area +=
          (next.share() - one.share())
              * (height.applyAsDouble(one) + height.applyAsDouble(next))
              / 2;
    }
    return area;
  }
}
