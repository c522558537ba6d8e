package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Atlases that macros make of textures. */
final class ActivationAtlasMacrosTest extends PluginMacros {

  private static final String ATLAS = "run('Activation Atlas...', '";
  private static final String MADE =
      "images=[DIR/few] layer=mixed3b per_picture=4 neighbors=8 grid=3 least=3 steps=12 size=40 ";
  private static final String LOG = "print(getInfo('log'));";
  private static final int VECTORS = 4 * 56;

  @BeforeAll
  static void make() throws IOException {
    printed("run('Make Sample Images...', 'kind=textures count=56 folder=[DIR/few]');");
  }

  private static ResultsTable table(final String name) throws IOException {
    return ResultsTable.open(folder.resolve(name + ".csv").toString());
  }

  private static ImagePlus saved(final String name) {
    return IJ.openImage(folder.resolve(name + ".tif").toString());
  }

  private static double[] column(final ResultsTable table, final String heading) {
    return IntStream.range(0, table.size()).mapToDouble(i -> table.getValue(heading, i)).toArray();
  }

  @Test
  void anAtlasOfImagesHasIconsDensityAndATableAndGoesOnFromWhatItKept() throws IOException {
    final String said =
        printed(
            ATLAS
                + MADE
                + "name=few csv=[DIR/atlas.csv]');"
                + "print(getTitle()); saveAs('Tiff', 'DIR/mosaic.tif');"
                + "selectImage('few-Density'); saveAs('Tiff', 'DIR/density.tif');"
                + LOG);
    assertThat(said)
        .contains("few-Atlas")
        .contains("224 vectors of mixed3b, of 56 pictures")
        .contains("fewer than a thousand")
        .contains("cells of fewer than 3 are blank");
    final ResultsTable cells = table("atlas");
    assertThat(Arrays.stream(column(cells, "Count")).min().orElseThrow()).isGreaterThanOrEqualTo(3);
    final String[] labels =
        Arrays.stream(cells.getHeadings())
            .filter(heading -> heading.startsWith("Share "))
            .toArray(String[]::new);
    for (int row = 0; row < cells.size(); row++) {
      final int at = row;
      assertThat(Arrays.stream(labels).mapToDouble(one -> cells.getValue(one, at)).sum())
          .isCloseTo(1, within(1e-3));
      assertThat(cells.getValue("Cell", row)).isEqualTo(row + 1);
    }
    final ImagePlus density = saved("density");
    assertThat(density.getBitDepth()).isEqualTo(32);
    assertThat(IntStream.range(0, 9).mapToDouble(i -> density.getProcessor().getf(i)).sum())
        .isEqualTo(VECTORS);
    final ImagePlus mosaic = saved("mosaic");
    assertThat(mosaic.getWidth()).isEqualTo(120);
    for (int column = 0; column < 3; column++) {
      for (int row = 0; row < 3; row++) {
        assertThat(isBlank(mosaic, column, row)).isEqualTo(!has(cells, column, row));
      }
    }
    final ResultsTable places = table("atlas-places");
    assertThat((double) places.size()).isEqualTo(Arrays.stream(column(cells, "Count")).sum());
    assertThat(
            printed(
                "run('Close All');"
                    + ATLAS
                    + MADE
                    + "csv=[DIR/b.csv]');"
                    + "saveAs('Tiff', 'DIR/again.tif');"))
        .isNotNull();
    assertThat((int[]) saved("again").getProcessor().getPixels())
        .containsExactly((int[]) mosaic.getProcessor().getPixels());
  }

  private static boolean isBlank(final ImagePlus mosaic, final int column, final int row) {
    return IntStream.range(0, 40 * 40)
        .allMatch(
            i ->
                (mosaic.getProcessor().get(column * 40 + i % 40, row * 40 + i / 40) & 0xffffff)
                    == 0xffffff);
  }

  private static boolean has(final ResultsTable cells, final int column, final int row) {
    return IntStream.range(0, cells.size())
        .anyMatch(i -> cells.getValue("Column", i) == column && cells.getValue("Row", i) == row);
  }

  @Test
  void cellsLeadBackToTheirTypicalPlace() throws IOException {
    final String back =
        printed(
            ATLAS
                + MADE
                + "csv=[DIR/back.csv]'); title = getTitle();"
                + "run('Go To Place...', 'table=[' + title + '] row=2');"
                + " getSelectionBounds(x, y, w, h); print(getTitle() + ' ' + x + ' ' + y);");
    final ResultsTable cells = table("back");
    final String image = cells.getStringValue("Typical Image", 1);
    assertThat(back.strip())
        .endsWith(
            image.substring(image.lastIndexOf('/') + 1)
                + " "
                + (int) cells.getValue("Typical X", 1)
                + " "
                + (int) cells.getValue("Typical Y", 1));
  }

  @Test
  void severalGridsOfAKeptEmbeddingAreAStackWithCentersOrSquares() throws IOException {
    printed(
        "run('Embed Activations...', 'images=[DIR/few] layer=mixed3b per_picture=4 neighbors=8"
            + " name=several replace');"
            + "run('Close All');"
            + ATLAS
            + "embedding=several cells=kmeans grid=4,2 least=2 steps=2 size=32 whiten density"
            + " csv=[DIR/several.csv]'); saveAs('Tiff', 'DIR/several.tif');");
    final ImagePlus stack = saved("several");
    assertThat(stack.getStackSize()).isEqualTo(2);
    assertThat(stack.getWidth()).isEqualTo(128);
    assertThat(stack.getStack().getSliceLabel(1)).isEqualTo("grid 2");
    assertThat(column(table("several"), "Grid")).contains(2, 4);
  }

  /** Where a cell is of one texture, its places speak for that texture above all others. */
  @Test
  void classesOfPureCellsAreTheirLabelsAndNoneWherePicturesAreGone() throws IOException {
    printed("run('Make Sample Images...', 'kind=textures count=140 size=96 folder=[DIR/more]');");
    final String call =
        "layer=mixed5a per_picture=2 neighbors=8 grid=8 least=4 steps=1 size=40 csv=[DIR/named.csv]');";
    printed(ATLAS + "images=[DIR/more] name=named replace " + call);
    final ResultsTable cells = table("named");
    int pure = 0;
    int named = 0;
    for (int row = 0; row < cells.size(); row++) {
      for (final String heading : cells.getHeadings()) {
        if (heading.startsWith("Share ") && cells.getValue(heading, row) >= 0.8) {
          pure++;
          named += heading.equals("Share " + cells.getStringValue("Class1", row)) ? 1 : 0;
        }
      }
    }
    assertThat(pure).isGreaterThan(5);
    assertThat(named).isGreaterThan(pure * 2 / 3);
    Files.move(folder.resolve("more"), folder.resolve("elsewhere"));
    final String without = printed(ATLAS + "embedding=named seed=1 " + call + LOG);
    assertThat(without).contains("no classes of cells: ").contains("more");
    assertThat(table("named").getStringValue("Class1", 0)).isEmpty();
  }

  /** The first class's places are at the right and raise it more. */
  @Test
  void theAtlasOfTwoClassesIsInOrderOfTheirDifference() throws IOException {
    final String call =
        ATLAS
            + "images=[DIR/few] layer=mixed4c per_picture=4 neighbors=8 grid=4 least=4 steps=1"
            + " size=40 csv=[DIR/two.csv] ";
    final String said =
        printed(call + "class=[spirals,concentric rings]'); print(Overlay.size);" + LOG);
    final ResultsTable cells = table("two");
    assertThat(said.lines()).contains(String.valueOf(cells.size()));
    assertThat(said).contains("take part").contains("spirals lies at the right");
    double left = 0;
    double right = 0;
    for (int row = 0; row < cells.size(); row++) {
      final double difference =
          cells.getValue("Attribution spirals", row)
              - cells.getValue("Attribution concentric rings", row);
      if (cells.getValue("X", row) < 0.5) {
        left += difference * cells.getValue("Count", row);
      } else {
        right += difference * cells.getValue("Count", row);
      }
    }
    assertThat(left).isNegative();
    assertThat(right).isPositive();
    final String one = printed(call + "classes=spirals'); print(Overlay.size);" + LOG);
    assertThat(one.lines()).contains(String.valueOf(table("two").size()));
    assertThat(run(call + "class=999'); ").err()).contains("classes is \"999\", but textures has");
    assertThat(run(call + "class=spirals cells=kmeans'); ").err()).contains("cells is kmeans");
    assertThat(run(call + "class=1,2,3'); ").err()).contains("expected one class, or two");
  }

  @Test
  void theEmbeddingOfADictionaryIsShownWhetherAKeyNamesTheDictionaryOrNot() throws IOException {
    printed(
        "run('Make Dictionary...', 'images=[DIR/few] method=identity layer=mixed3b name=atlas_same"
            + " replace'); run('Embed Activations...', 'images=[DIR/few] layer=atlas_same"
            + " per_picture=4 neighbors=8 name=of_same replace');");
    final String call =
        ATLAS + "embedding=of_same grid=2 least=2 steps=1 size=40 csv=[DIR/NAME.csv]";
    printed(call.replace("NAME", "unnamed") + "');");
    printed(call.replace("NAME", "said") + " layer=atlas_same');");
    assertThat(column(table("unnamed"), "Count")).isEqualTo(column(table("said"), "Count"));
    assertThat(table("unnamed").getStringValue("Class1", 0)).isNotEmpty();
    printed("run('InceptionV1 Dictionaries...', 'action=remove name=atlas_same');");
  }

  @Test
  void shuffledDataLieBesideIt() throws IOException {
    final String said =
        printed(
            ATLAS
                + MADE
                + "name=beside replace shuffled'); print(getTitle());"
                + "saveAs('Tiff', 'DIR/own.tif');"
                + " selectImage('beside-Shuffled'); saveAs('Tiff', 'DIR/dealt.tif');"
                + LOG);
    assertThat(said).contains("beside-Atlas").contains("shuffled data: ");
    assertThat((int[]) saved("dealt").getProcessor().getPixels())
        .hasSize(120 * 120)
        .isNotEqualTo((int[]) saved("own").getProcessor().getPixels());
  }

  @Test
  void whatCannotBeIsSaidInASentence() throws IOException {
    assertThat(run(ATLAS + MADE.replace("least=3", "least=500") + "');").err())
        .contains("every cell of the atlas has fewer vectors than least=500");
    assertThat(run(ATLAS + "embedding=nobody');").err()).contains("nobody");
    assertThat(run(ATLAS + MADE.replace("grid=3", "grid=3,x") + "');").err())
        .contains("grid is \"3,x\", expected a number from 1 to 160, or several such as 10,20,40");
  }
}
