package io.github.inceptionlens.circuit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.circuit.node.TraceNodes;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.PlantedCircuit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The circuit that was planted is the one that is found. */
class PlantedTraceTest {

  private static final int BUDGET = 2;

  private static InceptionV1 network;

  @BeforeAll
  static void open() {
    network = PlantedCircuit.network();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static TraceRequest request(final String target) {
    final Picture picture = PlantedCircuit.edge(0);
    final TracedAnswer answer =
        TracedAnswer.of(network, Target.parse(target), picture, Optional.empty(), Optional.empty());
    final TraceNodes nodes =
        TraceNodes.below(network.architecture(), answer.objective(), List.of());
    return new TraceRequest(picture, answer, nodes, TraceReference.zero(), TraceRequest.STEPS);
  }

  private static TraceResult traced() {
    try (AnswerTrace trace = new AnswerTrace(network, request("class:'line'"))) {
      return trace.all(BUDGET, 3, new Random(1), Progress.NONE);
    }
  }

  @Test
  void theCircuitOfALineIsTheLineAndItsEdge() {
    assertThat(traced().circuit().units())
        .containsExactly(PlantedCircuit.EDGE, PlantedCircuit.LINE);
  }
}
