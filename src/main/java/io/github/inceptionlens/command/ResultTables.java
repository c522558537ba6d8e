package io.github.inceptionlens.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.input.SelectionText;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.architecture.Architecture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;

/**
 * The tables of one run of a command: says in each row what it is about, and writes them to the
 * file that the user named.
 */
public final class ResultTables {

  /** The key of the file for a command's tables. */
  public static final String FILE = "csv";

  /** The column that tells the rows of one run from those of another. */
  public static final String RUN = "Run";

  /** The column that says where a row's image is from, where it is one of many. */
  public static final String COLLECTION = "Collection";

  /** The column that says in what X and Y are where that is not the image's unit. */
  public static final String COORDINATES = "Coordinates";

  /**
   * The attribute of a table whose X and Y are pixels (whole numbers are the centers, from 0), and
   * what its column {@link #COORDINATES} says; without it they are in the image's unit.
   */
  public static final String PIXELS = "pixels";

  /** The attribute of a further table's output: what its file is called after the first one's. */
  public static final String NAME = "name";

  /** The attribute of a table that is a form to be filled, in which each row is as it is. */
  public static final String FORM = "form";

  /** The attribute of a table whose rows are lines of the Log where there is no display. */
  public static final String LINES = "lines";

  private static final String SUFFIX = ".csv";

  /** The tables of which X and Y are pixels, also without the attribute. */
  private static final Set<String> IN_PIXELS = Set.of("InceptionV1 Examples", "InceptionV1 Point");

  private final CommandModule module;
  private final Optional<Path> file;
  private final Optional<ImagePlus> image;
  private final Optional<String> selection;

  private ResultTables(final CommandModule module) {
    this.module = module;
    file = file(module);
    image = image(module);
    selection = image.map(SelectionText::of);
  }

  /**
   * What a run that is about to begin will do with its tables.
   *
   * @throws io.github.inceptionlens.core.UserError when the file's folder does not exist
   */
  static ResultTables of(final Command command) {
    final Plugin plugin = command.getClass().getAnnotation(Plugin.class);
    final CommandInfo info = new CommandInfo(command.getClass(), plugin);
    final ResultTables tables = new ResultTables(new CommandModule(info, command));
    tables.file.ifPresent(path -> TextFiles.requirePlace(FILE, path));
    return tables;
  }

  private static Optional<Path> file(final CommandModule module) {
    return module.getInfo().getInput(FILE) != null
            && module.getInput(FILE) instanceof String text
            && !text.isBlank()
        ? Optional.of(TextFiles.path(FILE, text))
        : Optional.empty();
  }

  private static Optional<ImagePlus> image(final CommandModule module) {
    for (final ModuleItem<?> item : module.getInfo().inputs()) {
      if (module.getInput(item.getName()) instanceof ImagePlus one) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /**
   * Ends the run: adds to every table the columns Network, Collection, Coordinates, Selection,
   * Range, Bands and Run, as far as they apply, and Label where a unit has a text; writes the
   * tables to the user's file; and says of images that were made how the network saw its picture.
   */
  void finish(final RunFacts facts) {
    final List<ModuleItem<?>> made = new ArrayList<>();
    for (final ModuleItem<?> item : module.getInfo().outputs()) {
      if (module.getOutput(item.getName()) instanceof ResultsTable table) {
        if (!item.is(FORM) && !item.is(LINES)) {
          describe(table, facts, isInPixels(item) ? PIXELS : "");
        }
        made.add(item);
      } else {
        describe(module.getOutput(item.getName()), facts.bands());
      }
    }
    file.ifPresent(first -> made.forEach(item -> write(first, item)));
  }

  /** Says it of an image, or of several. */
  private static void describe(final Object result, final String bands) {
    if (result instanceof Iterable<?> several) {
      several.forEach(one -> describe(one, bands));
    } else if (result instanceof ImagePlus image && !bands.isEmpty()) {
      ResultImages.describe(image, Provenance.EMPTY.with("bands", bands));
    }
  }

  private static boolean isInPixels(final ModuleItem<?> item) {
    return item.is(PIXELS) || item.getLabel() != null && IN_PIXELS.contains(item.getLabel());
  }

  private void describe(final ResultsTable table, final RunFacts facts, final String coordinates) {
    final String used =
        facts
            .network()
            .map(Architecture::name)
            .or(() -> image.map(ResultTables::origin))
            .orElse("");
    final String selected = selection.or(facts::selected).orElse("");
    for (int row = 0; row < table.size(); row++) {
      set(table, "Network", row, used);
      set(table, COLLECTION, row, facts.collection());
      set(table, COORDINATES, row, coordinates);
      set(table, "Selection", row, selected);
      set(table, "Range", row, facts.range());
      set(table, "Bands", row, facts.bands());
      table.setValue(RUN, row, 1);
    }
    facts.network().ifPresent(one -> UnitColumn.label(table, one.entryLabels()));
  }

  private static void set(
      final ResultsTable table, final String column, final int row, final String value) {
    if (!value.isEmpty()) {
      table.setValue(column, row, value);
    }
  }

  /** The network that made an image, if one of ours did. */
  private static String origin(final ImagePlus image) {
    final String network = image.getProp(ResultImages.PROPERTY_PREFIX + "network");
    return network == null ? "" : network;
  }

  private void write(final Path first, final ModuleItem<?> item) {
    final ResultsTable table = (ResultsTable) module.getOutput(item.getName());
    TextFiles.replace(FILE, sibling(first, item.get(NAME)), SheetTable.exact(table));
  }

  /** The file of a further table: {@code e.csv} and {@code units} give {@code e-units.csv}. */
  static Path sibling(final Path first, final String name) {
    if (name == null) {
      return first;
    }
    final String base = first.getFileName().toString().replaceFirst("(?i)\\.csv$", "");
    return first.resolveSibling(base + "-" + name + SUFFIX);
  }
}
