package io.github.inceptionlens.command.network;

import ij.measure.ResultsTable;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.DictionaryNames;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.dictionary.DictionaryStore;
import java.nio.file.Path;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Lists, describes, imports, exports, renames and removes dictionaries. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "InceptionV1 Dictionaries...",
    description =
        "Lists the dictionaries of directions that can be used as layers, and brings them in and"
            + " out as files.")
public final class DictionariesCommand extends LensCommand {

  private static final String LIST = "list";
  private static final String DESCRIBE = "describe";
  private static final String IMPORT = "import";
  private static final String EXPORT = "export";
  private static final String RENAME = "rename";
  private static final String REMOVE = "remove";

  @Parameter(
      persist = false,
      label = "Action",
      choices = {LIST, DESCRIBE, IMPORT, EXPORT, RENAME, REMOVE},
      description =
          "list shows all dictionaries, describe the entries of the named one; import copies a file"
              + " under the name, export writes one; rename gives another name.")
  private String action = LIST;

  @Parameter(
      required = false,
      persist = false,
      label = "Name",
      description =
          "The dictionary, for instance mydict, or the name under which to import one: a letter and"
              + " up to 39 letters, digits and underscores.")
  private String name = "";

  @Parameter(
      required = false,
      persist = false,
      label = "New name",
      description = "What the dictionary is to be called, for action=rename.")
  private String to = "";

  @Parameter(
      required = false,
      persist = false,
      label = "File (.safetensors)",
      style = "save",
      description = "The file to import, or to be written.")
  private String file = "";

  @Parameter(
      persist = false,
      label = "Replace what is there",
      description = "Whether a dictionary or a file of that name goes.")
  private boolean replace;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Dictionaries")
  private ResultsTable dictionaries;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Dictionary Entries",
      attrs = @Attr(name = ResultTables.NAME, value = "entries"))
  private ResultsTable entries;

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "name" -> !action.equals(LIST);
      case "to" -> action.equals(RENAME);
      case "file" -> action.equals(IMPORT) || action.equals(EXPORT);
      case "replace" -> List.of(IMPORT, EXPORT, RENAME).contains(action);
      default -> true;
    };
  }

  @Override
  public List<Suggestion> suggestions(final String key) {
    return key.equals("name")
        ? store().names().stream().map(one -> new Suggestion(one, "")).toList()
        : super.suggestions(key);
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("name") && isRead(key)) {
      DictionaryNames.check(named("name", name));
    } else if (key.equals("to") && isRead(key)) {
      DictionaryNames.check(named("to", to));
    } else if (key.equals("file") && isRead(key)) {
      TextFiles.path(key, file);
    }
    super.check(key, value);
  }

  private static DictionaryStore store() {
    return NetworkStore.standard().dictionaries();
  }

  private String named(final String key, final String text) {
    if (text.isBlank()) {
      throw new UserError(key + " is empty, but " + action + " needs one, such as mydict");
    }
    return text.strip();
  }

  @Override
  protected void compute() {
    final DictionaryStore store = store();
    switch (action) {
      case LIST -> list(store);
      case DESCRIBE -> describe(store.read(named("name", name)));
      case IMPORT -> bring(store);
      case EXPORT -> store.export(named("name", name), TextFiles.path("file", file), replace);
      case RENAME -> {
        store.rename(named("name", name), named("to", to), replace);
        list(store);
      }
      case REMOVE -> {
        store.remove(named("name", name));
        list(store);
      }
      default ->
          throw new UserError(
              "action is \""
                  + action
                  + "\"; choose one of list, describe, import, export, rename, remove");
    }
  }

  private void list(final DictionaryStore store) {
    dictionaries = new ResultsTable();
    for (final String one : store.names()) {
      try {
        add(store.read(one));
      } catch (final UserError damaged) {
        row(one, "", "", 0, "", "", damaged.getMessage());
      }
    }
  }

  private void bring(final DictionaryStore store) {
    final Path path = TextFiles.path("file", file);
    store.requireFree(named("name", name), replace);
    final Dictionary dictionary = store.readFile(path, named("name", name));
    store.keep(dictionary, replace);
    describe(dictionary);
  }

  private void describe(final Dictionary dictionary) {
    dictionaries = new ResultsTable();
    add(dictionary);
    entries = EntriesTable.of(dictionary);
  }

  private void add(final Dictionary dictionary) {
    row(
        dictionary.name(),
        dictionary.home().network(),
        dictionary.home().layer(),
        dictionary.entries(),
        dictionary.nonlinearity().toString(),
        dictionary.decoder().isPresent() ? "yes" : "no",
        dictionary.notes().getOrDefault("origin", ""));
  }

  private void row(
      final String dictionary,
      final String network,
      final String layer,
      final int count,
      final String nonlinearity,
      final String decoder,
      final String origin) {
    dictionaries.addRow();
    dictionaries.addValue("Name", dictionary);
    dictionaries.addValue("Network", network);
    dictionaries.addValue("Layer", layer);
    dictionaries.addValue("Entries", count);
    dictionaries.addValue("Nonlinearity", nonlinearity);
    dictionaries.addValue("Decoder", decoder);
    dictionaries.addValue("Origin", origin);
  }
}
