package io.github.inceptionlens.command.evidence;

import ij.measure.ResultsTable;
import io.github.inceptionlens.command.evidence.TwoAlternativeObserver.Answer;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.reading.Proportion;
import io.github.inceptionlens.reading.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What came of a two-alternative test: tables and how to read them. */
final class TwoAlternativeReport {

  private static final int DECIMALS = 4;
  private static final double CHANCE = 0.5;

  private final TwoAlternativeTask task;
  private final List<Optional<Answer>> answers;

  /**
   * @param answers one per trial
   * @throws UserError when no trial was answered
   */
  TwoAlternativeReport(final TwoAlternativeTask task, final List<Optional<Answer>> answers) {
    this.task = task;
    this.answers = List.copyOf(answers);
    requireAnswer(answers);
  }

  /**
   * Refuses what holds no answer at all.
   *
   * @throws UserError when there is none
   */
  static void requireAnswer(final List<? extends Optional<?>> answers) {
    if (answers.stream().allMatch(Optional::isEmpty)) {
      throw new UserError("The test ended without an answer: there is nothing to tally.");
    }
  }

  /** The trials with an empty column for answers, which does not tell what is right. */
  static ResultsTable sheet(final TwoAlternativeTask task) {
    final ResultsTable table = table();
    for (int trial = 0; trial < task.places().size(); trial++) {
      addTrial(table, task, trial);
      table.addValue("Answer", "");
    }
    return table;
  }

  /** A row per trial that was answered. */
  ResultsTable trials() {
    final ResultsTable table = table();
    for (int i = 0; i < answers.size(); i++) {
      final int trial = i;
      answers.get(trial).ifPresent(answer -> addAnswered(table, trial, answer));
    }
    return table;
  }

  private void addAnswered(final ResultsTable table, final int trial, final Answer answer) {
    final TwoAlternativeTask.Places places = task.places().get(trial);
    final Side stronger = task.drawn().trials().get(trial).stronger();
    addTrial(table, task, trial);
    table.addValue("Left Value", places.left().value());
    table.addValue("Right Value", places.right().value());
    table.addValue("Stronger", stronger.toString());
    table.addValue("Answer", answer.side().toString());
    table.addValue("Correct", answer.side() == stronger ? 1 : 0);
    table.addValue("Seconds", answer.seconds());
  }

  private static ResultsTable table() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    return table;
  }

  private static void addTrial(
      final ResultsTable table, final TwoAlternativeTask task, final int trial) {
    final TwoAlternativeTask.Places places = task.places().get(trial);
    table.addRow();
    table.addValue("Unit", task.unit().toString());
    table.addValue("Trial", trial + 1);
    places.left().addTo(table, "Left ");
    places.right().addTo(table, "Right ");
  }

  /** What was answered in each trial, and what was right. */
  List<String> captions() {
    final List<String> captions = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      captions.add(
          "chosen: "
              + answers.get(i).map(answer -> answer.side().toString()).orElse("none")
              + ", stronger: "
              + task.drawn().trials().get(i).stronger());
    }
    return captions;
  }

  /** One row: how many answers were right. */
  ResultsTable accuracy(final String references, final TwoAlternativeTask.Design design) {
    final Proportion right = right();
    final ResultsTable table = table();
    table.addRow();
    table.addValue("Unit", task.unit().toString());
    table.addValue("References", references);
    table.addValue("Queries", design.queries().toString());
    table.addValue("Asked", answers.size());
    table.addValue("Trials", right.count());
    table.addValue("Correct", right.hits());
    table.addValue("Accuracy", right.rate());
    table.addValue("Low95", right.low());
    table.addValue("High95", right.high());
    table.addValue("Seed", design.seed());
    return table;
  }

  private Proportion right() {
    return task.drawn().right(sides());
  }

  private List<Optional<Side>> sides() {
    return answers.stream().map(answer -> answer.map(Answer::side)).toList();
  }

  /** The answers as a macro line gives them. */
  String answers() {
    return Side.text(sides());
  }

  /** How to read the accuracy. */
  String note() {
    final Proportion right = right();
    return String.format(
        Locale.ROOT,
        "Two-Alternative Test, %s: %d of %d right, %.2f (95 %% confidence: %.2f to %.2f); %s.%s"
            + " Guessing gives 0.50. In Borowski et al. 2021, where people also saw what drives a"
            + " unit least, and extreme pictures of ImageNet were asked for, 0.92 were right with"
            + " natural examples and 0.82 with synthetic pictures.",
        task.described(),
        right.hits(),
        right.count(),
        right.rate(),
        right.low(),
        right.high(),
        verdict(right),
        right.count() == answers.size()
            ? ""
            : String.format(
                Locale.ROOT,
                " Of %d trials that many were answered: who stops while he is ahead is not as good"
                    + " as the interval says.",
                answers.size()));
  }

  private static String verdict(final Proportion right) {
    if (right.low() > CHANCE) {
      return "better than guessing: the references let you predict the unit's response on your images";
    }
    return right.high() < CHANCE
        ? "worse than guessing: you took the unit for the opposite of what it is"
        : "not to be told from guessing: do not rely on your idea of the unit, or ask for more"
            + " trials";
  }
}
