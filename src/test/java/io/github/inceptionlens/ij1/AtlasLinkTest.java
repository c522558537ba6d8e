package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows of an image, its cells and its atlas, over which the pointer moves. */
@OnDisplay
final class AtlasLinkTest {

  private static final String MACRO =
      "run('Make Sample Images...', 'kind=scenes count=2 size=128'); rename('mine.tif');"
          + "makeRectangle(3, 4, 20, 20); run('Add Selection...'); run('Select None');"
          + "run('Embed Activations...', 'layer=mixed4a per_picture=40 neighbors=8 name=linked');"
          + "run('Activation Atlas...', 'embedding=linked grid=4 least=3 steps=1 size=32"
          + " csv=[DIR/atlas.csv]'); selectImage('linked-Atlas');"
          + "roiManager('reset'); makeRectangle(0, 0, 128, 64); Roi.setName('upper');"
          + "roiManager('add'); makeRectangle(0, 64, 128, 64); Roi.setName('lower');"
          + "roiManager('add'); roiManager('deselect'); run('Select None');"
          + "selectImage('mine.tif');"
          + "run('Project Onto Atlas...', 'atlas=linked-Atlas labels=[DIR/labels]"
          + " csv=[DIR/areas.csv]');";

  @TempDir private Path folder;

  @BeforeEach
  void needsAScreen() {
    Needs.display();
  }

  private List<String> moved(final List<String> actions) throws Exception {
    final List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Duser.home=" + folder,
                AtlasLinkCheck.class.getName(),
                folder.resolve("ImageJ").toString(),
                "macro;"
                    + Files.writeString(
                        folder.resolve("m.ijm"),
                        MACRO.replace('\'', '"').replace("DIR", folder.toString()))));
    arguments.addAll(actions);
    final List<String> lines = MacroProcess.java(folder, arguments).out().lines().toList();
    lines.forEach(System.out::println);
    return lines.stream().filter(line -> line.contains(" -> ")).map(AtlasLinkTest::told).toList();
  }

  private static String told(final String line) {
    return line.substring(line.indexOf(" -> ") + 4);
  }

  /** The bounds of a cell on each slice on which it is, as the check tells them. */
  private static List<String> bounds(final ImagePlus labels, final int cell) {
    final List<String> all = new ArrayList<>();
    for (int slice = 1; slice <= labels.getStackSize(); slice++) {
      final Rectangle bounds = new Rectangle(-1, -1);
      for (int i = 0; i < labels.getWidth() * labels.getHeight(); i++) {
        if (labels.getStack().getProcessor(slice).get(i) == cell) {
          bounds.add(new Rectangle(i % labels.getWidth(), i / labels.getWidth(), 1, 1));
        }
      }
      if (bounds.width > 0) {
        all.add(bounds.x + "," + bounds.y + "," + bounds.width + "," + bounds.height + "@" + slice);
      }
    }
    return all;
  }

  @Test
  void thePointerMarksCellsOnTheAtlasAndTheirPlacesInTheImage() throws Exception {
    final List<String> actions = new ArrayList<>(List.of("move;mine.tif;64;64"));
    actions.addAll(List.of("marks;linked-Atlas", "marks;mine.tif", "crops"));
    for (int square = 0; square < 16; square++) {
      actions.add("move;linked-Atlas;" + (square % 4 * 32 + 9) + ";" + (square / 4 * 32 + 9));
      actions.addAll(List.of("marks;linked-Atlas", "marks;mine.tif", "marks;mine-Cells", "crops"));
    }
    actions.addAll(List.of("followcrop", "closecrops", "run;close('mine-Cells');"));
    actions.addAll(List.of("marks;linked-Atlas", "marks;mine.tif", "threads"));
    final List<String> told = moved(actions);
    final ResultsTable cells = ResultsTable.open(folder.resolve("atlas.csv").toString());
    final ImagePlus labels = IJ.openImage(folder.resolve("labels/mine-cells.tif").toString());
    final int below = labels.getStack().getProcessor(1).get(64, 64);
    assertThat(told.subList(0, 2)).containsExactly("null", words(cells, below));
    assertThat(told.get(2)).contains(below == 0 ? "no overlay" : "marked " + square(cells, below));
    assertThat(told.subList(3, 5)).containsExactly("1 of others, marked []", "");
    int found = 0;
    for (int square = 0; square < 16; square++) {
      final List<String> here = told.subList(5 + 5 * square, 10 + 5 * square);
      final int number = number(cells, square % 4, square / 4);
      assertThat(here.get(0)).isEqualTo(words(cells, number));
      if (number > 0) {
        found++;
        final List<String> places = bounds(labels, number);
        assertThat(here.get(1)).endsWith("marked " + square(cells, number));
        assertThat(places).allMatch(here.get(2)::contains).allMatch(here.get(3)::contains);
        assertThat(here.get(2)).startsWith("1 of others");
        assertThat(here.get(4)).matches(words(cells, number) + ": ([1-9]|1[0-2]) crops");
      } else {
        assertThat(here.get(2)).isEqualTo("1 of others, marked []");
      }
    }
    assertThat(found).isEqualTo(cells.size()).isGreaterThan(3);
    assertThat(told.get(85)).matches("mine.tif slice [12], \\d+ x \\d+");
    assertThat(told.subList(86, told.size()))
        .containsExactly("", "null", "no overlay", "1 of others, marked []", "0");
    final ResultsTable areas = ResultsTable.open(folder.resolve("areas.csv").toString());
    assertThat(areas.getColumnAsStrings("Selection"))
        .containsExactly("upper", "lower", "upper", "lower");
  }

  @Test
  void anImageThatIsProjectedAnewIsLinkedAnew() throws Exception {
    final String again =
        "run;selectImage('mine.tif'); wait(1000);"
            + " run('Project Onto Atlas...', 'embedding=linked grid=4 least=3');";
    final List<String> told =
        moved(
            List.of(
                "move;mine-Cells;64;64",
                again,
                "marks;linked-Atlas",
                "move;mine-Cells;64;64",
                "marks;linked-Atlas",
                "move;mine-Cells-1;64;64",
                "marks;linked-Atlas",
                "marks;linked-Colors",
                "run;close('mine.tif');",
                "marks;linked-Atlas",
                "threads"));
    assertThat(told.get(3)).as("of the former link").isEqualTo("no overlay");
    assertThat(told.get(5)).isEqualTo("no overlay");
    assertThat(told.get(6)).matches("cell \\d+ of \\d+ vectors");
    assertThat(told.get(7)).matches("0 of others, marked \\[\\d+,\\d+,32,32@0\\]");
    assertThat(told.get(8)).matches(".* of others, marked \\[\\d+,\\d+,24,24@0\\]");
    assertThat(told.subList(10, 12)).containsExactly("no overlay", "0");
  }

  private static int number(final ResultsTable cells, final int column, final int row) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.getValue("Column", i) == column && cells.getValue("Row", i) == row) {
        return (int) cells.getValue("Cell", i);
      }
    }
    return 0;
  }

  private static String words(final ResultsTable cells, final int number) {
    return number == 0
        ? "no cell"
        : "cell " + number + " of " + (int) cells.getValue("Count", number - 1) + " vectors";
  }

  private static String square(final ResultsTable cells, final int number) {
    return String.format(
        Locale.ROOT,
        "[%d,%d,32,32@0]",
        32 * (int) cells.getValue("Column", number - 1),
        32 * (int) cells.getValue("Row", number - 1));
  }
}
