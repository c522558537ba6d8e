package io.github.inceptionlens.ij1;

import ij.IJ;
import io.github.inceptionlens.core.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that makes the dialog of every command of a menu and prints whether its fields say what
 * the defaults are.
 */
public final class EveryDialog {

  private static final Pattern LINE = Pattern.compile(".+ij1.JavaVersionGate\\(\"(.+)\"\\)");

  private EveryDialog() {}

  /** Argument: the menu's file. */
  public static void main(final String[] arguments) throws Exception {
    for (final String line : Files.readAllLines(Path.of(arguments[0]))) {
      final Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        check(CommandRun.of(Class.forName(matcher.group(1)), SciJavaContext.context()));
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private static void check(final CommandRun feature) throws Exception {
    feature
        .image()
        .ifPresent(
            name ->
                CommandRunner.give(
                    feature.module(), name, IJ.createImage("a", "8-bit ramp", 64, 64, 1)));
    feature.module().initialize();
    final List<MacroKey> keys = feature.keys();
    final CommandDialog dialog = new CommandDialog(feature, keys);
    final Map<String, String> wanted = new LinkedHashMap<>();
    keys.forEach(key -> wanted.put(key.name(), key.proposal()));
    final Map<String, String> seen = dialog.texts();
    System.out.println(
        "dialog "
            + feature.label()
            + (seen.equals(wanted) && isAllowed(feature, keys, dialog.options(seen))
                ? " is as the defaults"
                : " says " + seen + ", but the defaults are " + wanted));
  }

  private static boolean isAllowed(
      final CommandRun feature,
      final List<MacroKey> keys,
      final Map<String, Optional<String>> options) {
    try {
      CommandRun.values(feature.label(), keys, options);
      return true;
    } catch (final UserError e) {
      return false;
    }
  }
}
