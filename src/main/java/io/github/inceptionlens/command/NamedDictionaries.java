package io.github.inceptionlens.command;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.DictionaryNames;
import io.github.inceptionlens.network.edit.NetworkEdit;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.dictionary.DictionaryStore;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.plugin.Plugin;

/** The dictionaries that texts name as layers, units, targets or objectives. */
public final class NamedDictionaries {

  private static final Set<String> KEYS =
      Set.of("layer", "layers", "unit", "units", "target", "targets", "objective", "show", "edits");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private final DictionaryStore store;
  private final List<String> names;

  private NamedDictionaries(final DictionaryStore store, final List<String> names) {
    this.store = store;
    this.names = names;
  }

  /** Those of this computer's user that a text names. */
  public static NamedDictionaries in(final String text) {
    final DictionaryStore store = NetworkStore.standard().dictionaries();
    final List<String> names =
        WORD.matcher(text)
            .results()
            .map(MatchResult::group)
            .map(DictionaryNames::of)
            .distinct()
            .filter(name -> store.find(name).isPresent())
            .toList();
    return new NamedDictionaries(store, names);
  }

  /** Those that a command's keys name now. */
  static NamedDictionaries of(final Command command) {
    final DictionaryStore store = NetworkStore.standard().dictionaries();
    return store.names().isEmpty()
        ? new NamedDictionaries(store, List.of())
        : in(String.join(" ", texts(command)));
  }

  private static List<String> texts(final Command command) {
    final Plugin plugin = command.getClass().getAnnotation(Plugin.class);
    final CommandModule module =
        new CommandModule(new CommandInfo(command.getClass(), plugin), command);
    return StreamSupport.stream(module.getInfo().inputs().spliterator(), false)
        .filter(item -> KEYS.contains(item.getName()) || item.is(MacroKeys.UNITS))
        .map(item -> module.getInput(item.getName()))
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .toList();
  }

  /**
   * Does something with a network onto which they are grafted, if there are any.
   *
   * @throws UserError when one of them belongs to another network
   */
  public <T> T on(final InceptionV1 network, final Function<InceptionV1, T> work) {
    if (names.isEmpty()) {
      return work.apply(network);
    }
    try (InceptionV1 edited = network.with(grafts(network))) {
      return work.apply(edited);
    }
  }

  private List<NetworkEdit> grafts(final InceptionV1 network) {
    return names.stream()
        .filter(name -> !network.architecture().has(name))
        .map(store::read)
        .<NetworkEdit>map(
            dictionary -> {
              dictionary.requireHome(network.architecture().name(), network.lineage());
              return dictionary.graft();
            })
        .toList();
  }

  /** A table with the rows of those that belong to it. */
  Architecture on(final Architecture network) {
    Architecture table = network;
    for (final String name : names) {
      final Dictionary dictionary = store.read(name);
      if (!table.has(name) && fits(dictionary, network)) {
        table = dictionary.graft().architecture(table);
      }
    }
    return table;
  }

  /** As far as the table tells: whether the weights are right is seen when they are loaded. */
  private static boolean fits(final Dictionary dictionary, final Architecture network) {
    final String layer = dictionary.home().layer();
    return network.has(layer) && network.node(layer).channels() == dictionary.channels();
  }

  /** They themselves, as they are kept. */
  public List<Dictionary> read() {
    return names.stream().map(store::read).toList();
  }
}
