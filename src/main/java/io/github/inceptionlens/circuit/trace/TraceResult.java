package io.github.inceptionlens.circuit.trace;

import io.github.inceptionlens.circuit.node.Circuit;
import io.github.inceptionlens.circuit.node.NodeScores;
import io.github.inceptionlens.circuit.node.ScoreKind;
import java.util.List;
import java.util.Map;

/**
 * The circuit of an answer, and what speaks for it.
 *
 * @param full the answer on the picture
 * @param none the answer with every node at its reference
 * @param scores by kind, of all {@link ScoreKind#TRACED}
 * @param circuit the nodes that are kept
 * @param edges between kept nodes of successive layers, strongest first
 * @param curves one per kind of score and one for random circuits
 * @param patched the circuit's strongest nodes, checked one by one
 * @param maps where the kept nodes act, in the circuit's order
 */
public record TraceResult(
    double full,
    double none,
    Map<ScoreKind, NodeScores> scores,
    Circuit circuit,
    List<TraceEdge> edges,
    List<FaithfulnessCurve> curves,
    List<PatchedNode> patched,
    List<NodeMap> maps) {

  /** Copies the lists. */
  public TraceResult {
    scores = Map.copyOf(scores);
    edges = List.copyOf(edges);
    curves = List.copyOf(curves);
    patched = List.copyOf(patched);
    maps = List.copyOf(maps);
  }
}
