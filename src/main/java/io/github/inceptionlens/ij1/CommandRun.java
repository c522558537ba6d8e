package io.github.inceptionlens.ij1;

import ij.ImagePlus;
import io.github.inceptionlens.command.ChoiceProvider;
import io.github.inceptionlens.command.DialogSupport;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NeedsNetwork;
import io.github.inceptionlens.command.Replayable;
import io.github.inceptionlens.command.file.FolderQuestion;
import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;

/** One run of a SciJava command as ImageJ 1 sees it: a label, at most one image, and keys. */
final class CommandRun {

  private final String name;
  private final CommandInfo info;
  private final Module module;

  private CommandRun(final String name, final CommandInfo info, final Module module) {
    this.name = name;
    this.info = info;
    this.module = module;
  }

  /**
   * The feature of a command class, ready to be given its image.
   *
   * @throws IllegalArgumentException when the class is not a SciJava command with a label
   */
  static CommandRun of(final Class<?> type, final Context context) {
    final Plugin plugin = type.getAnnotation(Plugin.class);
    if (plugin == null || !Command.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(type.getName() + " is not a SciJava command");
    }
    final CommandInfo info = new CommandInfo(type.asSubclass(Command.class), plugin);
    try {
      final CommandModule module = (CommandModule) info.createModule();
      context.inject(module);
      return new CommandRun(type.getSimpleName(), info, module);
    } catch (final ModuleException e) {
      throw new IllegalArgumentException(type.getName() + " cannot be made", e);
    }
  }

  /** The class's name without its package. */
  String name() {
    return name;
  }

  /** The label in the menu. */
  String label() {
    return info.getLabel();
  }

  /** What the feature does; empty where the command does not say. */
  String description() {
    return Optional.ofNullable(info.getDescription()).orElse("");
  }

  /** The command made ready to run. */
  Module module() {
    return module;
  }

  /** The name of the parameter that takes the current image, if there is one. */
  Optional<String> image() {
    final List<String> images =
        inputs().stream()
            .filter(item -> ImagePlus.class.isAssignableFrom(item.getType()))
            .map(ModuleItem::getName)
            .toList();
    if (images.size() > 1) {
      throw new IllegalArgumentException(name + " takes more than one image: " + images);
    }
    return images.stream().findFirst();
  }

  /** The image that the feature shows to the network that one of its keys names. */
  Optional<ImagePlus> lookedAt() {
    return module.getInfo().getInput("network") == null
        ? Optional.empty()
        : image().map(name -> (ImagePlus) module.getInput(name));
  }

  /** The image that the feature was given, if it takes one. */
  Optional<ImagePlus> source() {
    return image().map(name -> (ImagePlus) module.getInput(name));
  }

  /** Whether the feature runs the network that its key {@code network} names. */
  boolean runsNetwork() {
    return image().isPresent() || module.getDelegateObject() instanceof NeedsNetwork;
  }

  /** What the command tells a dialog about its keys; nothing of one that is not of ours. */
  DialogSupport dialogSupport() {
    return module.getDelegateObject() instanceof DialogSupport command
        ? command
        : new DialogSupport() {
          @Override
          public List<Suggestion> suggestions(final String key) {
            return List.of();
          }

          @Override
          public boolean isRead(final String key) {
            return true;
          }

          @Override
          public void check(final String key, final Object value) {}
        };
  }

  /** Has a person asked for a folder where the command needs one that the keys do not name. */
  void asks(final FolderQuestion question) {
    if (module.getDelegateObject() instanceof LensCommand command) {
      command.asks(question);
    }
  }

  /** The keys in the order of the command's parameters, with the defaults it holds now. */
  List<MacroKey> keys() {
    final List<MacroKey> keys = new ArrayList<>();
    for (final ModuleItem<?> item : MacroKeys.of(inputs())) {
      keys.add(MacroKey.of(item, module.getInput(item.getName()), found(item.getName())));
    }
    return keys;
  }

  private List<String> found(final String key) {
    return module.getDelegateObject() instanceof ChoiceProvider command
        ? command.choices(key)
        : List.of();
  }

  /** Options whose keys have the names of today. */
  static Map<String, Optional<String>> named(
      final List<MacroKey> keys, final Map<String, Optional<String>> options) {
    final Map<String, String> names = new HashMap<>();
    keys.forEach(key -> key.alias().ifPresent(alias -> names.put(alias, key.name())));
    final Map<String, Optional<String>> named = new LinkedHashMap<>();
    options.forEach((key, value) -> named.putIfAbsent(names.getOrDefault(key, key), value));
    return named;
  }

  /**
   * A value for every key: as given, or the default.
   *
   * @throws UserError when a key is unknown, or its value not allowed
   */
  static Map<String, Object> values(
      final String label, final List<MacroKey> keys, final Map<String, Optional<String>> options) {
    final Map<String, Optional<String>> left = new LinkedHashMap<>(options);
    final Map<String, Object> values = new LinkedHashMap<>();
    for (final MacroKey key : keys) {
      final Optional<String> option = left.remove(key.name());
      values.put(key.name(), option == null ? key.omitted() : key.value(option));
    }
    left.forEach((key, value) -> refuse(label, key, value.isEmpty(), keys));
    return values;
  }

  /**
   * The options of what was done: those given, but for what a command did otherwise, as one that
   * was stopped or drew a seed does.
   *
   * @param inputs the values that the options stood for
   */
  Map<String, Optional<String>> done(
      final List<MacroKey> keys,
      final Map<String, Optional<String>> options,
      final Map<String, Object> inputs) {
    final Map<String, Optional<String>> done = new LinkedHashMap<>();
    for (final MacroKey key : keys) {
      final Object now =
          Replayable.of(module.getDelegateObject(), key.name(), module.getInput(key.name()));
      if (Objects.equals(now, inputs.get(key.name()))) {
        Optional.ofNullable(options.get(key.name()))
            .ifPresent(option -> done.put(key.name(), option));
      } else {
        key.option(MacroKey.text(now)).ifPresent(option -> done.put(key.name(), option));
      }
    }
    return done;
  }

  private static void refuse(
      final String label, final String key, final boolean bare, final List<MacroKey> keys) {
    final String known = keys.stream().map(MacroKey::hint).collect(Collectors.joining(", "));
    throw new UserError(
        "\""
            + key
            + "\" is not a key of "
            + label
            + " "
            + (known.isEmpty() ? "It has no keys." : "Its keys and defaults: " + known + ".")
            + (bare ? " A value with spaces stands in brackets: key=[a value]." : ""));
  }

  private List<ModuleItem<?>> inputs() {
    final List<ModuleItem<?>> items = new ArrayList<>();
    module.getInfo().inputs().forEach(items::add);
    return items;
  }
}
