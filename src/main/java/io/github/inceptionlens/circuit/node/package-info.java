/**
 * Nodes of circuits: which units count as nodes below an answer, their scores, and the circuits
 * that are chosen by these.
 *
 * <pre>{@code
 * Architecture table = network.architecture();
 * TraceNodes nodes = TraceNodes.below(table, Objective.logit(3), List.of());
 * double[] drawn = new Random(1).doubles(nodes.count()).toArray();
 * double[] errors = new double[nodes.layers().size()];
 * NodeScores scores = new NodeScores(nodes, ScoreKind.RANDOM, drawn, errors);
 * Circuit circuit = CircuitRule.ABSOLUTE.circuit(scores, 40);
 * List<Unit> units = circuit.units();
 * }</pre>
 */
package io.github.inceptionlens.circuit.node;
