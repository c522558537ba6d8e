package io.github.inceptionlens.weights.dictionary;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.google.gson.reflect.TypeToken;
import io.github.inceptionlens.network.edit.Dictionary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the labels of a dictionary's entries came about, which its file keeps as the note {@code
 * label_history}: a JSON object by entry of {@code label}, {@code by} and, where they were
 * measured, {@code area} and {@code prevalence}. What was noted of another label than the entry has
 * now does not count.
 */
public final class LabelHistory {

  static final String NOTE = "label_history";

  private static final TypeToken<TreeMap<Integer, Noted>> NOTED = new TypeToken<>() {};

  private LabelHistory() {}

  /** As it stands in the note; without a number where nothing was measured. */
  private record Noted(String label, String by, Double area, Double prevalence) {

    static Noted of(final EntryLabel label) {
      return new Noted(
          label.text(), label.by(), measured(label.area()), measured(label.prevalence()));
    }

    private static Double measured(final double figure) {
      return Double.isNaN(figure) ? null : Double.valueOf(figure);
    }

    EntryLabel label(final String text) {
      return text.equals(label) && by != null
          ? new EntryLabel(text, by, figure(area), figure(prevalence))
          : EntryLabel.given(text, "");
    }

    private static double figure(final Double noted) {
      return noted == null ? Double.NaN : noted;
    }
  }

  /** The labels that there are, by entry; those of which nothing is noted came by an empty text. */
  public static SortedMap<Integer, EntryLabel> of(final Dictionary dictionary) {
    final Map<Integer, Noted> noted = noted(dictionary);
    final SortedMap<Integer, EntryLabel> labels = new TreeMap<>();
    for (int entry = 0; entry < dictionary.entries(); entry++) {
      final String text = dictionary.labels().get(entry);
      if (!text.isEmpty()) {
        labels.put(
            entry,
            Optional.ofNullable(noted.get(entry))
                .map(one -> one.label(text))
                .orElseGet(() -> EntryLabel.given(text, "")));
      }
    }
    return labels;
  }

  private static Map<Integer, Noted> noted(final Dictionary dictionary) {
    try {
      final TreeMap<Integer, Noted> noted =
          new Gson().fromJson(dictionary.notes().getOrDefault(NOTE, "{}"), NOTED);
      return noted == null ? Map.of() : noted;
    } catch (final JsonSyntaxException e) {
      return Map.of(); // somebody else's note
    }
  }

  /**
   * A dictionary that computes the same, with other labels.
   *
   * @param given by entry; an empty text for none
   */
  public static Dictionary labeled(
      final Dictionary dictionary, final Map<Integer, EntryLabel> given) {
    final List<String> texts = new ArrayList<>(dictionary.labels());
    given.forEach((entry, label) -> texts.set(entry, label.text()));
    final SortedMap<Integer, EntryLabel> all = new TreeMap<>(of(dictionary));
    all.putAll(given);
    final SortedMap<Integer, Noted> noted = new TreeMap<>();
    all.forEach(
        (entry, label) -> {
          if (!label.text().isEmpty() && !label.by().isEmpty()) {
            noted.put(entry, Noted.of(label));
          }
        });
    final Map<String, String> notes = new HashMap<>(dictionary.notes());
    notes.remove(NOTE);
    if (!noted.isEmpty()) {
      notes.put(NOTE, new Gson().toJson(noted));
    }
    return dictionary.described(texts, notes);
  }
}
