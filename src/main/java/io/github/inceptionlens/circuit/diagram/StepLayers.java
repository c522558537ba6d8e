package io.github.inceptionlens.circuit.diagram;

import io.github.inceptionlens.circuit.weight.ExpandedWeights;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The layers from which steps of a circuit lead to the next: all main layers, or some of them. A
 * dictionary can stand in the place of the layer that it reads, so that steps lead from entries to
 * entries: by the lower decoder, all that lies between, and the upper encoder.
 */
public final class StepLayers {

  private final InceptionV1 network;
  private final Architecture table;
  private final Map<String, String> dictionaries = new HashMap<>();
  private final Optional<Set<String>> only;

  private StepLayers(
      final InceptionV1 network, final List<String> names, final Optional<Set<String>> only) {
    this.network = network;
    this.table = network.architecture();
    this.only = only;
    names.stream().filter(table::isGrafted).forEach(this::substitute);
  }

  /** All main layers. */
  public static StepLayers all(final InceptionV1 network) {
    return all(network, List.of());
  }

  /**
   * All main layers, some of them as dictionaries.
   *
   * @param dictionaries names of dictionaries with a decoder, one of a layer at most
   * @throws UserError when one has none, or two are of one layer
   */
  public static StepLayers all(final InceptionV1 network, final List<String> dictionaries) {
    return new StepLayers(network, dictionaries, Optional.empty());
  }

  /**
   * Some layers alone.
   *
   * @param names canonical names of main layers, or dictionaries of such; of what lies between all
   *     counts as one step
   * @throws UserError as of {@link #all(InceptionV1, List)}
   */
  public static StepLayers only(final InceptionV1 network, final List<String> names) {
    final Set<String> rows = new LinkedHashSet<>();
    names.forEach(name -> rows.add(ExpandedWeights.acting(network.architecture(), name)));
    return new StepLayers(network, names, Optional.of(rows));
  }

  private void substitute(final String dictionary) {
    if (!ExpandedWeights.acts(table, dictionary)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "dictionary %s has no decoder, so that its entries act on nothing: give one with a"
                  + " decoder",
              dictionary));
    }
    final String other = dictionaries.put(ExpandedWeights.acting(table, dictionary), dictionary);
    if (other != null) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "dictionaries %s and %s are of one layer: give one of them",
              other,
              dictionary));
    }
  }

  /**
   * The dictionaries that stand for the layers that they read themselves, so that what they do not
   * explain can be told; not those that read a layer before its rectifier.
   */
  public List<String> unexplained() {
    return dictionaries.entrySet().stream()
        .filter(one -> table.trunk(one.getValue()).name().equals(one.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }

  private String shown(final String row) {
    return dictionaries.getOrDefault(row, row);
  }

  private boolean isStep(final String row) {
    return only.isEmpty() || only.get().contains(row);
  }

  /**
   * The layer of which a unit is made. Of an entry of a dictionary that stands for a layer it is
   * the one below that layer; of an entry of another one the layer that the dictionary reads.
   *
   * @return nothing for one that is made of none
   */
  public Optional<String> below(final Unit unit) {
    final boolean stands = dictionaries.containsValue(unit.layer());
    String row = unit.layer();
    do {
      if (row.equals(Architecture.INPUT)) {
        return Optional.empty();
      }
      row = ExpandedWeights.nearest(network, row).layer();
    } while (!isStep(row) || stands && row.equals(ExpandedWeights.acting(table, unit.layer())));
    return Optional.of(shown(row));
  }

  /** The layers that a unit feeds; empty where nothing reads it. */
  public List<String> above(final Unit unit) {
    final Set<String> found = new LinkedHashSet<>();
    Set<String> open = new LinkedHashSet<>(List.of(unit.layer()));
    while (!open.isEmpty()) {
      final Set<String> next = new LinkedHashSet<>();
      for (final String layer : open) {
        for (final String row : ExpandedWeights.nearestAbove(network, layer)) {
          if (isStep(row)) {
            found.add(shown(row));
          } else {
            next.add(row);
          }
        }
      }
      open = next;
    }
    return List.copyOf(found);
  }
}
