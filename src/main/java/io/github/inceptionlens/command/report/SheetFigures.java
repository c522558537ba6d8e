package io.github.inceptionlens.command.report;

import io.github.inceptionlens.activation.statistics.UnitResponse;
import io.github.inceptionlens.command.report.UnitFindings.UnitEffects;
import io.github.inceptionlens.command.report.sheet.ClassEffects;
import io.github.inceptionlens.command.report.sheet.ClassEffects.Change;
import io.github.inceptionlens.command.report.sheet.ClassEffects.Effect;
import io.github.inceptionlens.command.report.sheet.LabelBox;
import io.github.inceptionlens.command.report.sheet.Neighbors;
import io.github.inceptionlens.command.report.sheet.SheetDrawing;
import io.github.inceptionlens.command.report.sheet.ValueCounts;
import io.github.inceptionlens.command.report.sheet.ValueCounts.Mark;
import io.github.inceptionlens.dictionary.EntryNeighbors;
import io.github.inceptionlens.network.architecture.EntryLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The numbers of a page's plots. */
final class SheetFigures {

  private static final int BINS = 72;
  private static final String EFFECTS =
      "Change of the logit, mean of the pictures of c, all else as it is";
  private static final String UP =
      "; each side has its own scale. Up: at its largest activation of the collection, everywhere.";
  private static final String SILENT =
      ". It is nowhere above 0 here, so that it is not known how far up it can go.";

  private SheetFigures() {}

  /** How often values of each size were seen, in bins from the smallest to the largest. */
  static ValueCounts values(final UnitResponse response, final List<Double> quantiles) {
    final double least = response.least();
    final double largest = response.largest() > least ? response.largest() : least + 1;
    return new ValueCounts(
        least,
        largest,
        Arrays.stream(response.histogram().counts(least, largest, BINS)).boxed().toList(),
        quantiles.stream()
            .map(part -> new Mark(response.quantile(part), SheetWords.part(part)))
            .toList(),
        SheetWords.axis(response.unit()),
        SheetWords.figures(response));
  }

  /** The labels with the largest medians, largest first. */
  static List<LabelBox> boxes(final UnitResponse response) {
    return response.byLabel().entrySet().stream()
        .map(entry -> LabelBox.of(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble(LabelBox::median).reversed())
        .limit(SheetDrawing.LABELS)
        .toList();
  }

  /** What the boxes show, or why there are none. */
  static String labelNote(final UnitResponse response) {
    final int labels = response.byLabel().size();
    if (labels == 0) {
      return "The pictures have no labels: sub-folders, or a table with a column label, give them.";
    }
    return "largest value of each picture; box: quartiles, whiskers: all"
        + (labels > SheetDrawing.LABELS
            ? "; " + SheetDrawing.LABELS + " of " + labels + " labels"
            : "");
  }

  /**
   * The classes that a unit speaks for and against most.
   *
   * @param effects nothing where they are not known
   * @param names of the classes
   */
  static ClassEffects effects(final Optional<UnitEffects> effects, final List<String> names) {
    if (effects.isEmpty()) {
      return new ClassEffects(
          List.of(),
          names.isEmpty()
              ? "The network has no classes."
              : "The pictures are too small for the network's classes.");
    }
    final UnitEffects all = effects.get();
    final List<Change> changes = new ArrayList<>();
    changes.add(change("added by the unit as it is: less switched off", all.own(), names));
    all.up()
        .ifPresent(
            up ->
                changes.add(
                    change(
                        "added by switching it up to "
                            + SheetWords.value(all.largest())
                            + ": less as it is",
                        up,
                        names)));
    return new ClassEffects(changes, EFFECTS + (changes.size() > 1 ? UP : SILENT));
  }

  private static Change change(
      final String title, final double[] effects, final List<String> names) {
    final List<Effect> sorted =
        IntStream.range(0, effects.length)
            .mapToObj(i -> new Effect(names.get(i), effects[i]))
            .sorted(Comparator.comparingDouble(Effect::logit).reversed())
            .toList();
    final List<Effect> raised = sorted.stream().filter(one -> one.logit() > 0).toList();
    final List<Effect> lowered = sorted.stream().filter(one -> one.logit() < 0).toList();
    return new Change(
        title,
        Stream.concat(
                raised.stream().limit(SheetDrawing.CLASSES),
                lowered.stream().skip(Math.max(0, lowered.size() - SheetDrawing.CLASSES)))
            .toList());
  }

  /**
   * What lies nearest to an entry.
   *
   * @param labels of entries
   */
  static Neighbors neighbors(final EntryNeighbors some, final EntryLabels labels) {
    return new Neighbors(shown(some.channels(), labels), shown(some.entries(), labels));
  }

  private static List<Neighbors.Neighbor> shown(
      final List<EntryNeighbors.Neighbor> some, final EntryLabels labels) {
    return some.stream()
        .limit(SheetDrawing.NEIGHBORS)
        .map(
            one ->
                new Neighbors.Neighbor(
                    one.unit().toString(), labels.of(one.unit()).orElse(""), one.cosine()))
        .toList();
  }
}
