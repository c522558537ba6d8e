package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;

/** What every line of {@code plugins.config} and the command behind it must keep to. */
class PluginsConfigTest {

  /**
   * Keys that end as another one, which ImageJ's own reading of options would mix up; ours does
   * not.
   */
  private static final Set<String> ENDING_AS_ANOTHER = Set.of("other_layer");

  private static final Pattern LINE =
      Pattern.compile(
          "[^,\"]+, \"([^\"]+)\", io\\.github\\.inceptionlens\\.ij1\\.JavaVersionGate\\(\"([\\w.]+)\"\\)");

  /** One begins something longer than a click, one is mostly written in macros without its key. */
  private static final List<String> OTHERWISE = List.of("Start Here...", "Lens Macro Functions");

  private record Line(String label, String command) {}

  @Test
  void everyMenuLineGoesThroughTheDoor() throws IOException {
    assertThat(configured()).allMatch(line -> LINE.matcher(line).matches());
  }

  @Test
  void labelsAreUniqueAndNotImageJsOwn() throws IOException {
    final List<String> labels = lines(configured()).map(Line::label).toList();
    assertThat(labels).doesNotHaveDuplicates().doesNotContainAnyElementsOf(imagejsOwn());
    assertThat(imagejsOwn()).contains("Gaussian Blur...");
  }

  @TestFactory
  Stream<DynamicTest> everyCommandKeepsTheContract() throws IOException {
    return Stream.concat(lines(configured()), lines(MacroProcess.CONFIG.lines().toList()))
        .map(line -> DynamicTest.dynamicTest(line.label(), () -> check(line)));
  }

  private static void check(final Line line) throws ClassNotFoundException {
    final Class<?> type = Class.forName(line.command());
    final Plugin plugin = type.getAnnotation(Plugin.class);
    assertThat(type).isAssignableTo(Command.class);
    assertThat(plugin.menuPath()).isEmpty();
    assertThat(plugin.menu()).isEmpty();
    assertThat(plugin.label()).isEqualTo(line.label());
    try (Context context = new Context()) {
      check(CommandRun.of(type, context));
    }
  }

  private static void check(final CommandRun feature) {
    final List<MacroKey> keys = feature.keys();
    final List<String> names = keys.stream().map(MacroKey::name).toList();
    assertThat(feature.image()).isNotNull();
    if (!OTHERWISE.contains(feature.label())) {
      assertThat(feature.label().endsWith("...")).isEqualTo(!keys.isEmpty());
    }
    assertThat(keys).allMatch(MacroKey::isSupported);
    assertThat(names).allMatch(name -> name.matches("[a-z]+(_[a-z]+)*"));
    for (final String name : names) {
      assertThat(names)
          .noneMatch(other -> other.endsWith("_" + name) && !ENDING_AS_ANOTHER.contains(other));
    }
    for (final ModuleItem<?> output : feature.module().getInfo().outputs()) {
      assertThat(OutputDisplay.canShow(output.getType())).as(output.getName()).isTrue();
    }
  }

  private static List<String> configured() throws IOException {
    return Files.readAllLines(Path.of("plugins.config")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static Stream<Line> lines(final List<String> config) {
    return config.stream()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(line -> new Line(line.group(1), line.group(2)));
  }

  private static List<String> imagejsOwn() throws IOException {
    final Properties menus = new Properties();
    try (InputStream file = PluginsConfigTest.class.getResourceAsStream("/IJ_Props.txt")) {
      menus.load(file);
    }
    return menus.values().stream()
        .map(String::valueOf)
        .filter(value -> value.startsWith("\""))
        .map(value -> value.substring(1, value.indexOf('"', 1)))
        .toList();
  }
}
