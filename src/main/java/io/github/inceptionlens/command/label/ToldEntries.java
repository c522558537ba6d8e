package io.github.inceptionlens.command.label;

import io.github.inceptionlens.activation.search.FoundUnit;
import io.github.inceptionlens.activation.statistics.HeldOutLabel;
import io.github.inceptionlens.activation.statistics.LabeledPictures;
import io.github.inceptionlens.activation.statistics.ToldLabel;
import io.github.inceptionlens.core.RankMeasures;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.weights.dictionary.EntryLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The entries that tell something well enough to be called so. */
final class ToldEntries {

  private final String by;
  private final double least;
  private final SortedMap<Integer, EntryLabel> labels = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param by what gives the labels
   * @param least the area under ROC that is enough
   */
  ToldEntries(final String by, final double least) {
    this.by = by;
    this.least = least;
  }

  /** Adds the entry that tells the regions of a name best. */
  void add(final String region, final FoundUnit found) {
    final int entry = Unit.parse(found.unit()).channel();
    final double area = found.told().area();
    final EntryLabel other = labels.get(entry);
    if (area < least) {
      notes.add(
          String.format(
              Locale.ROOT,
              "no entry tells \"%s\" well enough: the best one, %s, has an area of %.2f",
              region,
              found.unit(),
              area));
    } else if (other != null && other.area() >= area) {
      notes.add(alsoTold(found.unit(), region, area, other.text()));
    } else {
      if (other != null) {
        notes.add(alsoTold(found.unit(), other.text(), other.area(), region));
      }
      put(entry, region, found.told());
    }
  }

  private static String alsoTold(
      final String unit, final String region, final double area, final String label) {
    return String.format(
        Locale.ROOT,
        "%s tells \"%s\" best of all entries, too (%.2f), but it is called \"%s\", which it tells"
            + " better",
        unit,
        region,
        area,
        label);
  }

  /**
   * Adds the label that each entry tells best.
   *
   * @param layer of the entries
   * @param seed what chance is drawn from
   */
  void add(final Layer layer, final LabeledPictures pictures, final long seed) {
    final List<HeldOutLabel> all = pictures.told().stream().map(ToldLabel::held).toList();
    final Optional<Integer> best =
        IntStream.range(0, all.size())
            .filter(entry -> !Double.isNaN(area(all, entry)))
            .boxed()
            .max(Comparator.comparingDouble(entry -> area(all, entry)));
    if (best.isEmpty()) {
      note("no label is told: two labels must have two pictures each, or more");
      return;
    }
    for (int entry = 0; entry < all.size(); entry++) {
      if (area(all, entry) >= least) {
        put(entry, all.get(entry).label(), all.get(entry).told());
      }
    }
    note(
        String.format(
            Locale.ROOT,
            "%,d of %,d entries tell a label with an area of %s or more on pictures that were held"
                + " out (about %.1f would if the labels said nothing); the best one, %s, tells"
                + " \"%s\" with %.2f",
            labels.size(),
            all.size(),
            least,
            pictures.toldByChance(least, seed),
            layer.unit(best.get()),
            all.get(best.get()).label(),
            area(all, best.get())));
  }

  private static double area(final List<HeldOutLabel> all, final int entry) {
    return all.get(entry).told().area();
  }

  private void put(final int entry, final String label, final RankMeasures told) {
    labels.put(entry, new EntryLabel(label, by, told.area(), told.prevalence()));
  }

  /** Adds what a reader must know. */
  void note(final String sentence) {
    notes.add(sentence);
  }

  /** By entry. */
  SortedMap<Integer, EntryLabel> labels() {
    return labels;
  }

  /** What a reader must know beside them. */
  List<String> notes() {
    return notes;
  }
}
