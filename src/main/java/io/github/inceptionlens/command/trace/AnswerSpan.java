package io.github.inceptionlens.command.trace;

import io.github.inceptionlens.circuit.trace.TraceResult;

/**
 * Between which values an answer lies.
 *
 * @param full the answer of the whole network
 * @param none the answer with every node at its reference
 */
record AnswerSpan(double full, double none) {

  /** Below this part of the answers, their difference is rounding. */
  private static final double ROUNDING = 1e-4;

  static AnswerSpan of(final TraceResult result) {
    return new AnswerSpan(result.full(), result.none());
  }

  /** What all nodes together give. */
  double whole() {
    return full - none;
  }

  /** Whether the nodes change the answer at all. */
  boolean isDefined() {
    return Math.abs(whole()) > ROUNDING * (Math.abs(full) + Math.abs(none));
  }

  /** A difference of answers by the size of the whole, of its own sign; NaN where there is none. */
  double share(final double difference) {
    return isDefined() ? difference / Math.abs(whole()) : Double.NaN;
  }

  /** How much of the answer is there: 0 with every node at its reference, 1 with none. */
  double part(final double answer) {
    return share(answer - none) * Math.signum(whole());
  }
}
