/**
 * The circuit of an answer: which units of each layer made the network answer on a picture as it
 * does, what they do through each other, and what is left of the answer without all others.
 *
 * <pre>{@code
 * Target target = Target.parse("top");
 * TracedAnswer answer =
 *     TracedAnswer.of(network, target, picture, Optional.empty(), Optional.empty());
 * TraceNodes nodes = TraceNodes.below(network.architecture(), answer.objective(), List.of());
 * TraceRequest request =
 *     new TraceRequest(picture, answer, nodes, TraceReference.zero(), TraceRequest.STEPS);
 * try (AnswerTrace trace = new AnswerTrace(network, request)) {
 *   TraceResult result =
 *       trace.all(ScoreKind.INTEGRATED_GRADIENTS, 40, 3, new Random(1), Progress.NONE);
 *   List<Unit> units = result.circuit().units();
 * }
 * }</pre>
 */
package io.github.inceptionlens.circuit.trace;
