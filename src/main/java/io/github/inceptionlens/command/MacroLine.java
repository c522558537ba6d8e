package io.github.inceptionlens.command;

import ij.plugin.frame.Recorder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;

/** The macro line that runs a command again with what it did. */
public final class MacroLine {

  private MacroLine() {}

  /**
   * The line with every key, also those at their default; empty texts and flags that are off are
   * left out.
   */
  public static String of(final Command command) {
    final Plugin plugin = command.getClass().getAnnotation(Plugin.class);
    final CommandInfo info = new CommandInfo(command.getClass(), plugin);
    final CommandModule module = new CommandModule(info, command);
    final Map<String, Optional<String>> options = new LinkedHashMap<>();
    for (final ModuleItem<?> item : MacroKeys.of(info.inputs())) {
      final Object input = module.getInput(item.getName());
      add(options, item.getName(), Replayable.of(command, item.getName(), input));
    }
    final String arguments = Recorder.fixString(OptionString.format(options));
    return "run(\"" + info.getLabel() + "\", \"" + arguments + "\");";
  }

  private static void add(
      final Map<String, Optional<String>> options, final String key, final Object value) {
    if (Boolean.TRUE.equals(value)) {
      options.put(key, Optional.empty());
    } else if (!(value instanceof Boolean) && value != null && !"".equals(value)) {
      options.put(key, Optional.of(String.valueOf(value).replaceAll("\\.0$", "")));
    }
  }
}
