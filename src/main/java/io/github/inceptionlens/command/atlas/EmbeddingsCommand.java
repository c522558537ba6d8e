package io.github.inceptionlens.command.atlas;

import ij.measure.ResultsTable;
import io.github.inceptionlens.collection.sample.Embeddings;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Lists, imports, exports and removes the embeddings that are kept under a name. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "InceptionV1 Embeddings...",
    description =
        "Lists the embeddings that are kept under a name, of which atlases are made, and brings them"
            + " in and out as files.")
public final class EmbeddingsCommand extends LensCommand {

  private static final String LIST = "list";
  private static final String IMPORT = "import";
  private static final String EXPORT = "export";
  private static final String REMOVE = "remove";

  @Parameter(
      persist = false,
      label = "Action",
      choices = {LIST, IMPORT, EXPORT, REMOVE},
      description =
          "list shows all; import copies a file under the name, export writes one; remove deletes the"
              + " named one.")
  private String action = LIST;

  @Parameter(
      required = false,
      persist = false,
      label = "Name",
      description =
          "The embedding, for instance slides, or the name under which to import one: a letter and"
              + " up to 39 letters, digits and underscores.")
  private String name = "";

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
      description = "Whether an embedding or a file of that name goes.")
  private boolean replace;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Embeddings")
  private ResultsTable table;

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "name" -> !action.equals(LIST);
      case "file", "replace" -> action.equals(IMPORT) || action.equals(EXPORT);
      default -> true;
    };
  }

  @Override
  public List<Suggestion> suggestions(final String key) {
    return key.equals("name")
        ? Embeddings.standard().names().stream().map(one -> new Suggestion(one, "")).toList()
        : super.suggestions(key);
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("name") && isRead(key)) {
      Embeddings.requireName(named());
    } else if (key.equals("file") && isRead(key)) {
      TextFiles.path(key, file);
    }
    super.check(key, value);
  }

  private String named() {
    if (name.isBlank()) {
      throw new UserError("name is empty, but " + action + " needs one, such as slides");
    }
    return name.strip();
  }

  @Override
  protected void compute() {
    final Embeddings all = Embeddings.standard();
    switch (action) {
      case LIST -> {}
      case IMPORT -> all.bring(TextFiles.path("file", file), named(), replace);
      case EXPORT -> all.export(named(), TextFiles.path("file", file), replace);
      case REMOVE -> all.remove(named());
      default ->
          throw new UserError(
              "action is \"" + action + "\"; choose one of list, import, export, remove");
    }
    table = EmbeddingsTable.of(all);
  }
}
