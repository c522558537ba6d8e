package io.github.inceptionlens.command.trace;

import io.github.inceptionlens.circuit.node.Circuit;
import io.github.inceptionlens.circuit.trace.AnswerTrace;
import io.github.inceptionlens.core.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The answers that a circuit and its like give.
 *
 * @param kept with all other nodes at their references
 * @param removed with the circuit at its reference
 * @param random as {@code kept}, of circuits drawn at random with as many nodes per layer
 * @param randomRemoved as {@code removed}, of these
 */
record CircuitFigures(double kept, double removed, double[] random, double[] randomRemoved) {

  /** Measures a circuit and so many random ones. */
  static CircuitFigures of(
      final AnswerTrace trace,
      final Circuit circuit,
      final int draws,
      final Random random,
      final Progress progress) {
    final List<Circuit> asked = new ArrayList<>(List.of(circuit, circuit.complement()));
    final List<Circuit> drawn =
        IntStream.range(0, draws).mapToObj(draw -> circuit.random(random)).toList();
    asked.addAll(drawn);
    drawn.forEach(one -> asked.add(one.complement()));
    final double[] values = trace.values(asked, progress);
    return new CircuitFigures(
        values[0],
        values[1],
        Arrays.copyOfRange(values, 2, 2 + draws),
        Arrays.copyOfRange(values, 2 + draws, values.length));
  }

  /** The mean answer of random circuits. */
  double meanRandom() {
    return Arrays.stream(random).average().orElseThrow();
  }

  /** The mean answer without random circuits. */
  double meanRandomRemoved() {
    return Arrays.stream(randomRemoved).average().orElseThrow();
  }

  /** The standard deviation of the answers of random circuits; 0 for a single one. */
  double deviation() {
    final double mean = meanRandom();
    final double squares = Arrays.stream(random).map(one -> (one - mean) * (one - mean)).sum();
    return random.length < 2 ? 0 : Math.sqrt(squares / (random.length - 1));
  }
}
