package io.github.inceptionlens.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** What all commands with a table have in common. */
final class ResultTablesTest {

  static Stream<Class<?>> commands() throws Exception {
    return Files.readAllLines(Path.of("plugins.config")).stream()
        .filter(line -> line.contains("JavaVersionGate(\""))
        .map(line -> line.replaceAll(".*JavaVersionGate\\(\"(.*)\"\\).*", "$1"))
        .map(
            name -> {
              try {
                return Class.forName(name);
              } catch (final ClassNotFoundException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandWithTablesTakesAFileForThemAndNamesEveryFurtherOne(final Class<?> type) {
    final CommandInfo info =
        new CommandInfo(type.asSubclass(Command.class), type.getAnnotation(Plugin.class));
    final List<ModuleItem<?>> tables =
        StreamSupport.stream(info.outputs().spliterator(), false)
            .<ModuleItem<?>>filter(item -> item.getType() == ResultsTable.class)
            .filter(item -> !item.is(ResultTables.LINES))
            .toList();
    assertThat(info.getInput(ResultTables.FILE) != null).isEqualTo(!tables.isEmpty());
    assertThat(tables.stream().skip(1).map(item -> item.get(ResultTables.NAME)))
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "e.csv,e-units.csv",
    "E.CSV,E-units.csv",
    "e,e-units.csv",
    "a.b.tsv,a.b.tsv-units.csv"
  })
  void aFurtherTableLiesBesideTheFirst(final String first, final String further) {
    assertThat(ResultTables.sibling(Path.of("/data", first), "units"))
        .isEqualTo(Path.of("/data", further));
  }

  /** A command with a table in the image's unit, and two in pixels. */
  @Plugin(type = Command.class, label = "Unlisted")
  public static final class PlacesCommand implements Command {

    @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Channels")
    private ResultsTable calibrated;

    @Parameter(type = ItemIO.OUTPUT, label = "In pixels", attrs = @Attr(name = ResultTables.PIXELS))
    private ResultsTable flagged;

    @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Examples")
    private ResultsTable titled;

    @Override
    public void run() {
      calibrated = row();
      flagged = row();
      titled = row();
    }

    private static ResultsTable row() {
      final ResultsTable table = new ResultsTable();
      table.addRow();
      table.addValue("X", 3);
      return table;
    }
  }

  @Test
  void aTableInPixelsSaysSo() {
    final PlacesCommand command = new PlacesCommand();
    final ResultTables tables = ResultTables.of(command);
    command.run();
    tables.finish(new RunFacts(Optional.empty(), Optional.empty(), "/data/set", "", ""));
    assertThat(command.calibrated.columnExists(ResultTables.COORDINATES)).isFalse();
    assertThat(command.calibrated.getStringValue(ResultTables.COLLECTION, 0))
        .isEqualTo("/data/set");
    for (final ResultsTable table : List.of(command.flagged, command.titled)) {
      assertThat(table.getStringValue(ResultTables.COORDINATES, 0)).isEqualTo("pixels");
    }
  }

  @Test
  void aTextThatLooksLikeANumberStaysAsItIs() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(1);
    table.addRow();
    table.addValue("Name", "007");
    table.addValue("Third", 1 / 3.0);
    table.addValue("Note", "a, \"b\"");
    assertThat(SheetTable.exact(table))
        .isEqualTo("Name,Third,Note\n007,0.3333333333333333,\"a, \"\"b\"\"\"\n");
  }
}
