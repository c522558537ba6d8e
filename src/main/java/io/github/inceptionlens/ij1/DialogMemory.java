package io.github.inceptionlens.ij1;

import ij.Prefs;
import io.github.inceptionlens.core.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person last gave in a command's dialog; the network is the same in all of them. */
final class DialogMemory {

  private static final String PREFIX = "inceptionlens.";
  private static final String NETWORK = "network";

  private final String command;
  private final List<MacroKey> keys;

  /**
   * @param command the name of the command's class
   */
  DialogMemory(final String command, final List<MacroKey> keys) {
    this.command = command;
    this.keys = keys;
  }

  /** The network of a name as a key names it: by its path, where that was the last one given. */
  static String network(final String name) {
    final String last = Prefs.get(PREFIX + NETWORK, "");
    return last.endsWith(name) ? last : name;
  }

  /** The last values, or what is proposed. */
  Map<String, String> texts() {
    final Map<String, String> texts = new LinkedHashMap<>();
    for (final MacroKey key : keys) {
      final String last = Prefs.get(preference(key.name()), before(key));
      texts.put(key.name(), isAllowed(key, last) ? last : key.proposal());
    }
    return texts;
  }

  /** What is proposed to somebody who never used the dialog. */
  Map<String, String> proposals() {
    final Map<String, String> texts = new LinkedHashMap<>();
    keys.forEach(key -> texts.put(key.name(), key.proposal()));
    return texts;
  }

  /** Remembers values. */
  void keep(final Map<String, String> texts) {
    keys.forEach(key -> Prefs.set(preference(key.name()), texts.get(key.name())));
  }

  /** The value under the key's earlier name, or else what is proposed. */
  private String before(final MacroKey key) {
    if (key.name().equals(NETWORK)) {
      return Prefs.get(PREFIX + command + "." + NETWORK, key.proposal());
    }
    return key.alias()
        .map(alias -> Prefs.get(preference(alias), key.proposal()))
        .orElseGet(key::proposal);
  }

  private String preference(final String key) {
    return key.equals(NETWORK) ? PREFIX + NETWORK : PREFIX + command + "." + key;
  }

  private static boolean isAllowed(final MacroKey key, final String text) {
    try {
      key.value(Optional.of(text));
      return true;
    } catch (final UserError e) {
      return false;
    }
  }
}
