package io.github.inceptionlens.command.label;

import ij.measure.ResultsTable;
import io.github.inceptionlens.command.SheetTable;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.weights.dictionary.EntryLabel;
import io.github.inceptionlens.weights.dictionary.LabelHistory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What becomes of the labels of a dictionary's entries when some are to have others. */
final class LabelChanges {

  private static final int DECIMALS = 4;
  private static final int MOST_NAMED = 5;

  private final Dictionary dictionary;
  private final SortedMap<Integer, EntryLabel> wanted;
  private final SortedMap<Integer, EntryLabel> given;

  /**
   * @param wanted by entry; an empty text for none
   * @param replace whether labels that there are go; otherwise they stay
   * @throws UserError when there is no such entry
   */
  LabelChanges(
      final Dictionary dictionary,
      final SortedMap<Integer, EntryLabel> wanted,
      final boolean replace) {
    this.dictionary = dictionary;
    this.wanted = wanted;
    if (!wanted.isEmpty() && wanted.lastKey() >= dictionary.entries()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "there is no entry %s:%d: %s has %d, from 0 to %d",
              dictionary.name(),
              wanted.lastKey(),
              dictionary.name(),
              dictionary.entries(),
              dictionary.entries() - 1));
    }
    given = new TreeMap<>(wanted);
    if (!replace) {
      given.keySet().removeIf(this::hasAnother);
    }
  }

  private boolean hasAnother(final int entry) {
    return !before(entry).isEmpty() && !before(entry).equals(wanted.get(entry).text());
  }

  private String before(final int entry) {
    return dictionary.labels().get(entry);
  }

  /** The entries that keep their labels, with what they would be called; empty where none does. */
  String kept() {
    final List<Integer> kept = wanted.keySet().stream().filter(one -> !isGiven(one)).toList();
    final String first =
        kept.stream().limit(MOST_NAMED).map(this::described).collect(Collectors.joining(", "));
    return kept.size() > MOST_NAMED
        ? first + " and " + (kept.size() - MOST_NAMED) + " more"
        : first;
  }

  private boolean isGiven(final int entry) {
    return given.containsKey(entry);
  }

  private String described(final int entry) {
    return String.format(Locale.ROOT, "%s:%d \"%s\"", dictionary.name(), entry, before(entry));
  }

  /** The dictionary with its new labels. */
  Dictionary result() {
    return LabelHistory.labeled(dictionary, given);
  }

  /** A row for each entry that was to have a label, or to lose it; nothing where there is none. */
  Optional<ResultsTable> table() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    wanted.forEach(
        (entry, label) -> {
          if (!before(entry).isEmpty() || !label.text().isEmpty()) {
            add(table, entry, label);
          }
        });
    return Optional.of(table).filter(any -> any.size() > 0);
  }

  private void add(final ResultsTable table, final int entry, final EntryLabel label) {
    final boolean isNew = isGiven(entry);
    table.addRow();
    table.addValue("Unit", dictionary.name() + ":" + entry);
    table.addValue("Label", isNew ? label.text() : before(entry));
    table.addValue("Before", before(entry));
    table.addValue("By", isNew ? label.by() : "kept");
    SheetTable.addFigure(table, "AUC", isNew ? label.area() : Double.NaN);
    SheetTable.addFigure(table, "Prevalence", isNew ? label.prevalence() : Double.NaN);
  }
}
