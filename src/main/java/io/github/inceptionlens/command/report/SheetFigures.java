package io.github.inceptionlens.command.report;

import io.github.inceptionlens.activation.statistics.UnitResponse;
import io.github.inceptionlens.command.report.sheet.ClassEffects;
import io.github.inceptionlens.command.report.sheet.ClassEffects.Effect;
import io.github.inceptionlens.command.report.sheet.LabelBox;
import io.github.inceptionlens.command.report.sheet.SheetDrawing;
import io.github.inceptionlens.command.report.sheet.ValueCounts;
import io.github.inceptionlens.command.report.sheet.ValueCounts.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The numbers of a page's plots. */
final class SheetFigures {

  private static final int BINS = 72;

  private SheetFigures() {}

  /** How often values of each size were seen, in bins from the smallest to the largest. */
  static ValueCounts values(final UnitResponse response, final List<Double> quantiles) {
    final double least = response.least();
    final double largest = response.largest() > least ? response.largest() : least + 1;
    final long[] counts = new long[BINS];
    response
        .histogram()
        .forEach(
            (value, count) -> {
              final double bin = (value - least) / (largest - least) * BINS;
              counts[(int) Math.max(0, Math.min(BINS - 1, bin))] += count;
            });
    return new ValueCounts(
        least,
        largest,
        Arrays.stream(counts).boxed().toList(),
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
   * @param effects by class; nothing where they are not known
   * @param names of the classes
   */
  static ClassEffects effects(final Optional<double[]> effects, final List<String> names) {
    if (effects.isEmpty()) {
      return new ClassEffects(
          List.of(),
          List.of(),
          names.isEmpty()
              ? "The network has no classes."
              : "The pictures are too small for the network's classes.");
    }
    final double[] all = effects.get();
    final List<Effect> sorted =
        IntStream.range(0, all.length)
            .mapToObj(i -> new Effect(names.get(i), all[i]))
            .sorted(Comparator.comparingDouble(Effect::logit).reversed())
            .toList();
    return new ClassEffects(
        most(sorted, 1),
        most(reversed(sorted), -1),
        "Logit of the class with the unit less without it (its activation 0 everywhere, all else as"
            + " it is), mean of the pictures of c: what it adds there, not what it stands for.");
  }

  private static List<Effect> most(final List<Effect> sorted, final int sign) {
    return sorted.stream()
        .filter(effect -> sign * effect.logit() > 0)
        .limit(SheetDrawing.CLASSES)
        .toList();
  }

  private static <T> List<T> reversed(final List<T> list) {
    final List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }
}
