package io.github.inceptionlens.command.trace;

import io.github.inceptionlens.circuit.node.TraceLayer;
import io.github.inceptionlens.circuit.trace.FaithfulnessCurve;
import io.github.inceptionlens.core.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What a reader is told of a circuit.
 *
 * @param target what was traced
 */
record TraceWords(String target, TraceFindings found) {

  private static final double PERCENT = 100;

  /** How well the circuit stands for the answer, in a sentence. */
  String figures() {
    final AnswerSpan span = found.span();
    final CircuitFigures own = found.figures();
    if (!span.isDefined()) {
      return String.format(
          Locale.ROOT,
          "with all %,d nodes at %s %s is %.4g as before: there is nothing to trace, and faithfulness"
              + " is not defined; take another reference",
          found.nodes().count(),
          found.reference(),
          found.answer().text(),
          span.full());
    }
    return String.format(
        Locale.ROOT,
        "%s is %.4g, and %.4g with all %,d nodes at %s; %d of them (by %s) alone keep %s of the"
            + " difference, random ones as many %s; without them %s is left",
        found.answer().text(),
        span.full(),
        span.none(),
        found.nodes().count(),
        found.reference(),
        found.result().circuit().size(),
        found.by().label(),
        percent(span.part(own.kept())),
        percent(span.part(own.meanRandom())),
        percent(span.part(own.removed())));
  }

  private static String percent(final double part) {
    return String.format(Locale.ROOT, "%.0f %%", PERCENT * part);
  }

  /** All that the Log says. */
  List<String> notes(final String image) {
    final String begin = "Trace Answer of " + image + ", " + target + ": ";
    final List<String> notes = new ArrayList<>();
    notes.add(
        begin
            + figures()
            + (found.span().isDefined()
                ? "; CPR "
                    + areas(FaithfulnessCurve::cpr)
                    + "; CMD "
                    + areas(FaithfulnessCurve::cmd)
                : ""));
    if (found.result().full() <= 0) {
      notes.add(
          begin
              + "the network does not give this answer here ("
              + found.answer().text()
              + " is not above 0), so that what is traced is why it does not");
    }
    if (found.span().isDefined() && found.span().whole() < 0) {
      notes.add(
          begin
              + "the answer is larger with all nodes taken away, so that parts of it are parts of a"
              + " loss");
    }
    for (final TraceLayer layer : found.dictionaries()) {
      notes.add(begin + found.errorWords(layer));
    }
    return notes;
  }

  private String areas(final ToDoubleFunction<FaithfulnessCurve> area) {
    return found.curves().stream()
        .map(
            curve ->
                String.format(
                    Locale.ROOT, "%.3f (%s)", area.applyAsDouble(curve), curve.kind().label()))
        .collect(Collectors.joining(", "));
  }

  /** The same among a result's properties. */
  Provenance provenance(final Provenance made) {
    final AnswerSpan span = found.span();
    return made.with("method", "circuit of an answer by " + found.by().label())
        .with("target", target)
        .with("answer", found.answer().text())
        .with("reference", found.reference())
        .with(
            "nodes",
            String.format(
                Locale.ROOT, "%d of %d", found.result().circuit().size(), found.nodes().count()))
        .with("answer on the image", span.full())
        .with("answer with all taken away", span.none())
        .with("faithfulness", span.part(found.figures().kept()))
        .with("completeness", span.part(found.figures().removed()))
        .with("faithfulness of random circuits", span.part(found.figures().meanRandom()));
  }
}
