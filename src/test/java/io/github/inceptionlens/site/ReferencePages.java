package io.github.inceptionlens.site;

import io.github.inceptionlens.command.ChoiceProvider;
import io.github.inceptionlens.command.MacroKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;

/**
 * The reference, in Markdown: a page per command of the menu, made of the command's own texts and
 * of what {@code src/site/reference} adds to them. {@link #main} writes it.
 */
public final class ReferencePages {

  /** Where the pages lie. */
  public static final Path FOLDER = Path.of("src", "site", "markdown", "reference");

  private static final Path PARTS = Path.of("src", "site", "reference");
  private static final Pattern LINE =
      Pattern.compile("(.+), \"(.+)\", io.github.inceptionlens.ij1.JavaVersionGate\\(\"(.+)\"\\)");

  private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

  private ReferencePages() {}

  /** Writes all pages. */
  public static void main(final String... none) throws Exception {
    Files.createDirectories(FOLDER);
    for (final Map.Entry<String, String> page : pages().entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
  }

  /** The pages by the names of their files. */
  static Map<String, String> pages() throws Exception {
    final Map<String, String> pages = new LinkedHashMap<>();
    final StringBuilder index = new StringBuilder(INDEX);
    try (Context context = new Context(CommandService.class)) {
      for (final CommandInfo command : commands()) {
        final String file = slug(command.getLabel()) + ".md";
        pages.put(file, page(command, context));
        index.append(
            String.format(
                Locale.ROOT,
                "| [%s](%s) | %s |%n",
                command.getLabel(),
                file,
                command.getDescription()));
      }
    }
    pages.put("index.md", index.toString());
    pages.put("keys.md", Files.readString(PARTS.resolve("keys.md")));
    return pages;
  }

  private static final String INDEX =
      """
      # Reference

      All commands stand in the menu *Plugins > Inception Lens*; a macro calls them by the same \
      label: `run("Saliency Map...", "method=Grad-CAM target=top");`. Those that look at an image \
      take the current one and never change its pixels. [What the keys mean](keys.md) has the \
      notation of targets, layers, ranges and lists.

      | command | what it does |
      |---|---|
      """;

  /** The commands in the order of the menu. */
  static List<CommandInfo> commands() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("plugins.config"))) {
      return lines
          .map(LINE::matcher)
          .filter(Matcher::matches)
          .map(line -> info(line.group(3)))
          .toList();
    }
  }

  private static CommandInfo info(final String name) {
    try {
      final Class<?> type = Class.forName(name);
      return new CommandInfo(type.asSubclass(Command.class), type.getAnnotation(Plugin.class));
    } catch (final ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A label as a file's name: {@code Saliency Map...} is {@code saliency-map}. */
  static String slug(final String label) {
    return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
  }

  private static String page(final CommandInfo command, final Context context) throws Exception {
    final Module module = command.createModule();
    context.inject(module.getDelegateObject());
    final StringBuilder page = new StringBuilder();
    page.append("# ").append(command.getLabel()).append("\n\n");
    page.append(command.getDescription()).append("\n\n");
    final List<ModuleItem<?>> keys = MacroKeys.of(command.inputs());
    if (!keys.isEmpty()) {
      page.append("![The dialog](../images/dialogs/").append(slug(command.getLabel()));
      page.append(".png)\n\n## Keys\n\n| key | default | what it is |\n|---|---|---|\n");
      keys.forEach(key -> page.append(row(key, module)));
      page.append("\nAn omitted key means its default, never the last-used value.\n\n");
    }
    page.append(Files.readString(PARTS.resolve(slug(command.getLabel()) + ".md")));
    final String more = more(keys);
    return page.append(more.isEmpty() ? "" : "\n## More on the keys\n\n" + more).toString();
  }

  /** What the page of all keys says of some of them. */
  private static String more(final List<ModuleItem<?>> keys) throws IOException {
    final List<String> names = keys.stream().map(ModuleItem::getName).toList();
    final StringBuilder more = new StringBuilder();
    for (final String entry : Files.readString(PARTS.resolve("keys.md")).split("\n## ")) {
      final String head = entry.lines().findFirst().orElse("");
      final boolean wanted =
          NAME.matcher(head).results().map(name -> name.group(1)).anyMatch(names::contains);
      if (wanted) {
        more.append("### ").append(entry.strip()).append("\n\n");
      }
    }
    return more.toString().stripTrailing() + (more.isEmpty() ? "" : "\n");
  }

  private static String row(final ModuleItem<?> key, final Module module) {
    final Object standard = module.getInput(key.getName());
    final String choices =
        choices(key, module).stream()
            .map(choice -> "`" + choice + "`")
            .collect(Collectors.joining(", "));
    final String words = Optional.ofNullable(key.getDescription()).orElse("");
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %s%s |%n",
        key.getName(),
        standard(standard),
        words.replaceAll("[|*_<\\[]", "\\\\$0"),
        choices.isEmpty() ? "" : " One of " + choices + ".");
  }

  private static String standard(final Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "on" : "off";
    }
    final String text = value == null ? "" : String.valueOf(value).replaceAll("\\.0$", "");
    return text.isEmpty() ? "" : "`" + (text.contains(" ") ? "[" + text + "]" : text) + "`";
  }

  private static List<String> choices(final ModuleItem<?> key, final Module module) {
    if (module.getDelegateObject() instanceof ChoiceProvider found) {
      final List<String> texts = found.choices(key.getName());
      if (!texts.isEmpty()) {
        return texts;
      }
    }
    final List<?> fixed = key.getChoices();
    return fixed == null ? List.of() : fixed.stream().map(String::valueOf).toList();
  }
}
