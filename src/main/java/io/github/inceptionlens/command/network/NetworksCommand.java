package io.github.inceptionlens.command.network;

import ij.IJ;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.weights.NetworkState;
import io.github.inceptionlens.weights.NetworkStore;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Lists, downloads, verifies, adds and removes networks. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "InceptionV1 Networks...",
    description =
        "Lists the networks that can be used, downloads the public ones (only when you ask for"
            + " it), and keeps your own.")
public final class NetworksCommand extends LensCommand {

  private static final String ADD = "add";
  private static final String EXPORT = "export";
  private static final String IMPORT = "import";
  private static final List<String> NAMED =
      List.of("download", "verify", ADD, "remove", EXPORT, IMPORT);
  private static final List<String> FILED = List.of(ADD, EXPORT, IMPORT);

  @Parameter(
      persist = false,
      label = "Action",
      choices = {
        "list",
        "download",
        "verify",
        "add",
        "remove",
        EXPORT,
        IMPORT,
        "release",
        "clear_cache"
      },
      description =
          "list shows all networks; download, verify and remove act on the named one; add copies"
              + " a file under the name; export writes a variant to a file, import brings one in;"
              + " release frees the memory of loaded networks; clear_cache"
              + " removes unfinished downloads and the quick copies of networks.")
  private String action = "list";

  @Parameter(
      required = false,
      persist = false,
      label = "Name",
      description = "The network, for instance imagenet-tf, or the name under which to add one.")
  private String name = "";

  @Parameter(
      required = false,
      persist = false,
      label = "File",
      style = "open",
      description =
          "The file of weights to add (names of its classes lie beside it, for my.caffemodel in"
              + " my.labels.txt, one per line), or of a variant to export or import.")
  private String file = "";

  @Parameter(
      persist = false,
      label = "Replace what is there",
      description = "Whether a variant or a file of that name goes.")
  private boolean replace;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Networks")
  private ResultsTable networks;

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "name" -> NAMED.contains(action);
      case "file" -> FILED.contains(action);
      case "replace" -> action.equals(EXPORT) || action.equals(IMPORT);
      default -> true;
    };
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("name") && NAMED.contains(action)) {
      named();
    } else if (key.equals("file") && FILED.contains(action)) {
      path();
    }
  }

  @Override
  protected void compute() {
    final NetworkStore store = NetworkStore.standard();
    final List<NetworkState> rows = lens().reporting(progress -> act(store, progress));
    if (!rows.isEmpty()) {
      networks = NetworksTable.of(rows);
    }
  }

  private List<NetworkState> act(final NetworkStore store, final Progress progress) {
    switch (action) {
      case "list" -> {
        return store.list();
      }
      case "download" -> store.download(named(), progress);
      case "verify" -> store.verify(named(), progress);
      case "add" -> store.add(path(), named(), progress);
      case "remove" -> store.remove(named(), progress);
      case EXPORT -> store.variants().export(named(), path(), replace);
      case IMPORT -> {
        store.requireFree(named(), replace);
        store.variants().keep(store.variants().readFile(path(), named()), replace);
      }
      case "release" -> lens().release();
      case "clear_cache" ->
          store
              .clearCache(progress)
              .left()
              .forEach(
                  foreign -> IJ.log("clear_cache left what is not Inception Lens's: " + foreign));
      default ->
          throw new UserError(
              "action is \""
                  + action
                  + "\"; choose one of list, download, verify, add, remove, export, import,"
                  + " release, clear_cache");
    }
    return store.list().stream().filter(row -> row.name().equals(name.strip())).toList();
  }

  private String named() {
    if (name.isBlank()) {
      throw new UserError(
          "name is empty, but "
              + action
              + " needs one, such as "
              + (action.equals(ADD) || action.equals(IMPORT) ? "mine" : "imagenet-tf"));
    }
    return name.strip();
  }

  private Path path() {
    try {
      if (!file.isBlank()) {
        return Path.of(file.strip()).toAbsolutePath().normalize();
      }
    } catch (final InvalidPathException e) {
      throw new UserError("file is \"" + file + "\", which is no path" + FileNames.hint(file), e);
    }
    throw new UserError(
        "file is empty, but " + action + " needs one: name a file, such as /data/my.safetensors");
  }
}
