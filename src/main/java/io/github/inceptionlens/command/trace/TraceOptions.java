package io.github.inceptionlens.command.trace;

import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.node.TraceNodes;
import io.github.inceptionlens.core.UserError;
import java.util.Locale;

/**
 * How large a circuit may be, and how it is measured.
 *
 * @param by which scores choose its nodes
 * @param nodes of the circuit at most
 * @param steps at how many points gradients are integrated
 * @param draws how many random circuits there are of each size
 */
record TraceOptions(ScoreKind by, int nodes, int steps, int draws, long seed) {

  /** Refuses what is not above 0. */
  TraceOptions {
    requirePositive("nodes", nodes);
    requirePositive("steps", steps);
    requirePositive("draws", draws);
  }

  private static void requirePositive(final String key, final int value) {
    if (value < 1) {
      throw new UserError(key + " is " + value + ", expected at least 1");
    }
  }

  /**
   * Refuses a circuit that would have more nodes than there are, or none of some layers.
   *
   * @throws UserError with what is possible
   */
  void require(final TraceNodes all) {
    final int layers = all.layers().size();
    if (nodes < layers || nodes > all.count()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "nodes is %,d, expected %d (one for each of %s) to %,d (all)",
              nodes,
              layers,
              String.join(", ", all.names()),
              all.count()));
    }
  }
}
