package io.github.inceptionlens.command.saliency;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.Plots;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Selection;
import io.github.inceptionlens.evaluation.Chart;
import io.github.inceptionlens.evaluation.Figure;
import io.github.inceptionlens.evaluation.Findings;
import io.github.inceptionlens.evaluation.GroundTruthFigures;
import io.github.inceptionlens.evaluation.MapUnderTest;
import io.github.inceptionlens.evaluation.SaliencyMeasure;
import io.github.inceptionlens.image.input.ImageInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The tests of one map, which keep what they have found when they are stopped. */
final class SaliencyEvaluation {

  private static final int DECIMALS = 4;

  private final ImageInput input;
  private final List<SaliencyMeasure> measures;
  private final Optional<Selection> truth;
  private final List<Findings> done = new ArrayList<>();
  private int measured;
  private MapUnderTest subject;

  /**
   * @param truth which pixels of the picture the target is about, where that is known
   */
  SaliencyEvaluation(
      final ImageInput input,
      final List<SaliencyMeasure> measures,
      final Optional<Selection> truth) {
    this.input = input;
    this.measures = measures;
    this.truth = truth;
  }

  /**
   * Makes the map and tests it.
   *
   * @param making makes the map
   * @throws java.util.concurrent.CancellationException when it is stopped; what is done stays
   */
  void run(final Function<Progress, MapUnderTest> making, final Progress progress) {
    final int parts = measures.size() + 1;
    final Optional<boolean[]> mask = truth.map(this::mask);
    subject = making.apply(progress.part(0, parts));
    mask.ifPresent(pixels -> done.add(GroundTruthFigures.of(subject, pixels)));
    for (final SaliencyMeasure measure : measures) {
      done.add(measure.of(subject, progress.part(measured + 1, parts)));
      measured++;
    }
  }

  /** Whether there is a map, so that there is something to show. */
  boolean hasBegun() {
    return subject != null;
  }

  private boolean[] mask(final Selection selection) {
    final boolean[] mask = new boolean[input.networkWidth() * input.networkHeight()];
    int count = 0;
    for (int i = 0; i < mask.length; i++) {
      mask[i] = selection.contains(i % input.networkWidth(), i / input.networkWidth());
      count += mask[i] ? 1 : 0;
    }
    if (count == 0 || count == mask.length) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "mask holds %s of the %d x %d pixels that the network sees of \"%s\": give one that"
                  + " holds some of them, or another fit or selection",
              count == 0 ? "none" : "all",
              input.networkWidth(),
              input.networkHeight(),
              input.title()));
    }
    return mask;
  }

  /** A row per figure, and one per measure that was not reached. */
  ResultsTable table() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final Findings findings : done) {
      findings.figures().forEach(figure -> addRow(table, figure, "done"));
    }
    for (final SaliencyMeasure left : measures.subList(measured, measures.size())) {
      final Figure none =
          new Figure(left.label(), Double.NaN, Double.NaN, Double.NaN, "undefined: stopped before");
      addRow(table, none, "not done: stopped");
    }
    return table;
  }

  private void addRow(final ResultsTable table, final Figure figure, final String state) {
    table.addRow();
    table.addValue("Image", input.title());
    table.addValue("Slice", input.frames().get(0).slice());
    table.addValue("Method", subject.method().name());
    table.addValue("Target", subject.attribution().target().toString());
    table.addValue("Measure", figure.measure());
    table.addValue("Value", figure.value());
    table.addValue("Random", figure.random());
    table.addValue("Sobel", figure.sobel());
    table.addValue("State", state);
    table.addValue("Note", figure.note());
  }

  /** The curves of what is done. */
  List<Plot> plots(final Provenance provenance) {
    final List<Plot> plots = new ArrayList<>();
    for (final Findings findings : done) {
      for (final Chart chart : findings.charts()) {
        plots.add(Plots.of(chart, input.shortTitle(), everything(provenance)));
      }
    }
    return plots;
  }

  /** What a reader must know beside the figures, and where they come from. */
  List<String> notes(final Provenance provenance) {
    final List<String> notes = new ArrayList<>();
    subject
        .attribution()
        .warning()
        .ifPresent(warning -> notes.add("Evaluate Saliency, " + input.title() + ": " + warning));
    notes.add("Evaluate Saliency, " + input.title() + ": " + everything(provenance));
    return notes;
  }

  private Provenance everything(final Provenance provenance) {
    return input.provenance().with(provenance).with(subject.attribution().provenance());
  }
}
