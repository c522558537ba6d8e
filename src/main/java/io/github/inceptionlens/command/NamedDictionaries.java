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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.plugin.Plugin;

/** The dictionaries that a command's keys name as layers, units, targets or objectives. */
final class NamedDictionaries {

  private static final Set<String> KEYS =
      Set.of("layer", "layers", "unit", "units", "target", "targets", "objective");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private final DictionaryStore store = NetworkStore.standard().dictionaries();
  private final List<String> names;

  private NamedDictionaries(final String texts) {
    names =
        WORD.matcher(texts)
            .results()
            .map(MatchResult::group)
            .map(DictionaryNames::of)
            .distinct()
            .filter(name -> store.find(name).isPresent())
            .toList();
  }

  /** Those that a command names now. */
  static NamedDictionaries of(final Command command) {
    final Plugin plugin = command.getClass().getAnnotation(Plugin.class);
    final CommandModule module =
        new CommandModule(new CommandInfo(command.getClass(), plugin), command);
    final List<String> texts =
        KEYS.stream()
            .filter(key -> module.getInfo().getInput(key) != null)
            .map(module::getInput)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .toList();
    return new NamedDictionaries(String.join(" ", texts));
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /**
   * What adds them to a network.
   *
   * @throws UserError when one of them belongs to another one
   */
  List<NetworkEdit> grafts(final InceptionV1 network) {
    return names.stream()
        .map(store::read)
        .<NetworkEdit>map(
            dictionary -> {
              dictionary.requireHome(network.architecture().name(), network.digest());
              return dictionary.graft();
            })
        .toList();
  }

  /** A table with the rows of those that belong to it. */
  Architecture on(final Architecture network) {
    Architecture table = network;
    for (final String name : names) {
      final Dictionary dictionary = store.read(name);
      if (dictionary.home().network().equals(network.name())) {
        table = dictionary.graft().architecture(table);
      }
    }
    return table;
  }
}
