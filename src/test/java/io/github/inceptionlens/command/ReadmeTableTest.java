package io.github.inceptionlens.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;

/** The README's table of commands is what the commands are: labels, keys and defaults. */
final class ReadmeTableTest {

  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([^|]*) \\| .* \\|");
  private static final Pattern KEY = Pattern.compile("`([a-z_]+)(?:=([^`]*))?`");
  private static final Pattern LINE =
      Pattern.compile("(.+), \"(.+)\", io.github.inceptionlens.ij1.JavaVersionGate\\(\"(.+)\"\\)");

  @Test
  void everyCommandOfTheMenuStandsInTheTableWithItsKeysAndDefaults() throws Exception {
    final Map<String, List<String>> table = table();
    final Map<String, List<String>> commands = new LinkedHashMap<>();
    for (final String type : menuClasses()) {
      final Class<?> command = Class.forName(type);
      commands.put(command.getAnnotation(Plugin.class).label(), keys(command));
    }
    assertThat(commands).isNotEmpty();
    assertThat(table).containsExactlyEntriesOf(commands);
  }

  private static Map<String, List<String>> table() throws IOException {
    final Map<String, List<String>> rows = new LinkedHashMap<>();
    for (final String line : Files.readAllLines(Path.of("README.md"))) {
      final Matcher row = ROW.matcher(line);
      if (row.matches() && Character.isUpperCase(row.group(1).charAt(0))) {
        rows.put(
            row.group(1),
            KEY.matcher(row.group(2))
                .results()
                .map(
                    key -> {
                      final String value = key.group(2);
                      return value == null
                          ? key.group(1)
                          : key.group(1) + "=" + value.replaceAll("[\\[\\]]", "");
                    })
                .toList());
      }
    }
    return rows;
  }

  private static List<String> menuClasses() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("plugins.config"))) {
      return lines.map(LINE::matcher).filter(Matcher::matches).map(line -> line.group(3)).toList();
    }
  }

  private static List<String> keys(final Class<?> type) throws Exception {
    final CommandInfo info =
        new CommandInfo(type.asSubclass(Command.class), type.getAnnotation(Plugin.class));
    final Module module = info.createModule();
    final List<String> keys = new ArrayList<>();
    for (final ModuleItem<?> item : MacroKeys.of(info.inputs())) {
      keys.add(key(item, module.getInput(item.getName())));
    }
    return keys;
  }

  private static String key(final ModuleItem<?> item, final Object value) {
    if (value instanceof Boolean || "".equals(value)) {
      return item.getName();
    }
    return item.getName() + "=" + String.valueOf(value).replaceAll("\\.0$", "");
  }
}
