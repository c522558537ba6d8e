package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.Needs;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units that tell regions and labels are found by macros as users write them. */
final class FindUnitsMacrosTest extends PluginMacros {

  private static final String SCENE =
      "open('" + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath() + "');";
  private static final String MASK =
      "open('"
          + Path.of("sample-images", "scene-8bit-mask-nuclei.png").toAbsolutePath()
          + "'); rename('mask');";
  private static final List<String> COLUMNS =
      List.of("Unit", "Area under ROC", "Average Precision", "Prevalence", "Permuted");

  private static ResultsTable table(final String csv) throws IOException {
    return ResultsTable.open(folder.resolve(csv).toString());
  }

  private static List<String> units(final ResultsTable table) {
    return IntStream.range(0, table.size())
        .mapToObj(row -> table.getStringValue("Unit", row))
        .toList();
  }

  private static void same(final ResultsTable one, final ResultsTable other) {
    assertThat(units(one)).isEqualTo(units(other));
    for (final String column : COLUMNS.subList(1, COLUMNS.size())) {
      assertThat(one.getColumnAsDoubles(one.getColumnIndex(column)))
          .isEqualTo(other.getColumnAsDoubles(other.getColumnIndex(column)));
    }
  }

  /**
   * The bundled network was trained on such nuclei: some unit tells them on other pictures, too.
   */
  @Test
  void theMasksOfScenesAreToldFromAllElseOnPicturesThatHadNoPartInTheChoice() throws IOException {
    final String find =
        "run('Find Units...', 'images=[DIR/all/scenes] by=mask"
            + " regions=[DIR/all/masks/*-mask-nuclei.tif] count=6 csv=[DIR/CSV.csv]');";
    final String out =
        printed(
            "run('Make Sample Images...', 'kind=scenes count=16 seed=40 size=192"
                + " classes=[nuclei, rods, asters] folder=[DIR/all]');"
                + find.replace("CSV", "one")
                + find.replace("CSV", "again"));
    final ResultsTable found = table("one.csv");
    for (int i = 0; i < COLUMNS.size(); i++) {
      assertThat(found.getColumnIndex(COLUMNS.get(i))).isEqualTo(i);
    }
    assertThat(found.size()).isEqualTo(6);
    assertThat(found.getValue("Area under ROC", 0)).isGreaterThan(0.9);
    assertThat(found.getValue("Average Precision", 0))
        .isGreaterThan(2 * found.getValue("Prevalence", 0));
    assertThat(found.getValue("Permuted", 0)).isBetween(0.3, 0.7);
    for (int row = 1; row < 6; row++) {
      assertThat(found.getValue("Chosen Area", row))
          .isLessThanOrEqualTo(found.getValue("Chosen Area", row - 1));
    }
    for (int row = 0; row < 6; row++) {
      final String scene = found.getStringValue("Image", row).replace(".tif", "");
      final ImagePlus mask =
          IJ.openImage(folder.resolve("all/masks/" + scene + "-mask-nuclei.tif").toString());
      final int x = (int) Math.round(found.getValue("X", row));
      final int y = (int) Math.round(found.getValue("Y", row));
      assertThat(mask.getProcessor().get(x, y)).isEqualTo(255);
      assertThat(found.getStringValue("Coordinates", row)).isEqualTo("pixels");
    }
    same(found, table("again.csv"));
    assertThat(out).doesNotContain("single picture");
  }

  /** The same area in every way in which ImageJ knows one. */
  @ParameterizedTest
  @ValueSource(strings = {"selection", "overlay", "masks", "label image"})
  void aRegionIsTheSameHoweverItIsGiven(final String way) throws IOException {
    final String rectangle = "makeRectangle(60, 40, 120, 150);";
    final String given =
        switch (way) {
          case "selection" -> rectangle;
          case "overlay" -> rectangle + "Overlay.addSelection; run('Select None');";
          default -> "";
        };
    final String regions =
        switch (way) {
          case "masks" -> "by=mask regions=labels";
          case "label image" -> "by=roi regions=labels";
          default -> "regions=" + way;
        };
    final String out =
        printed(
            "newImage('labels', '8-bit black', 256, 256, 1);"
                + rectangle
                + "run('Set...', 'value=9'); run('Select None');"
                + SCENE
                + given
                + "run('Find Units...', 'layer=mixed3b "
                + regions
                + " csv=[DIR/way.csv]'); close(); "
                + SCENE
                + "run('Find Units...', 'layer=mixed3b by=mask regions=labels csv=[DIR/mask.csv]');"
                + "run('Close All');");
    same(table("way.csv"), table("mask.csv"));
    assertThat(out).contains("the regions are on a single picture");
    assertThat(table("way.csv").columnExists("Selection")).isEqualTo(way.equals("selection"));
    final double inside = 120.0 * 150 / (256 * 256);
    assertThat(table("way.csv").getValue("Prevalence", 0)).isBetween(inside - 0.05, inside + 0.05);
  }

  @Test
  void theManagersRoisAreToldAndSoIsTheFileThatItSaves() throws Exception {
    Needs.display();
    final String macro =
        SCENE
            + "roiManager('reset'); makeOval(30, 40, 70, 60); roiManager('add');"
            + "makePolygon(100, 100, 200, 120, 150, 220); roiManager('add'); run('Select None');"
            + "roiManager('deselect'); roiManager('save', 'DIR/RoiSet.zip');"
            + "run('Find Units...', 'layer=mixed3b csv=[DIR/manager.csv]');"
            + "run('Find Units...', 'layer=mixed3b regions=[DIR/RoiSet.zip] csv=[DIR/zip.csv]');";
    final Result result =
        MacroProcess.inWindow(folder, macro.replace('\'', '"').replace("DIR", folder.toString()));
    assertThat(result.exit()).as(result.out() + result.err()).isZero();
    same(table("manager.csv"), table("zip.csv"));
  }

  /** Two classes that the bundled network knows, and pictures of neither. */
  @Test
  void labelsHaveARankingEach() throws IOException {
    printed(
        "run('Make Sample Images...', 'count=36 size=128 classes=[nuclei, rods, asters]"
            + " folder=[DIR/classes]');"
            + "run('Find Units...', 'images=[DIR/classes] by=labels layer=mixed5a count=2"
            + " regions=[no such thing] csv=[DIR/labels.csv]');");
    final ResultsTable found = table("labels.csv");
    assertThat(IntStream.range(0, found.size()).mapToObj(row -> found.getStringValue("Label", row)))
        .containsExactly("asters", "asters", "nuclei", "nuclei", "rods", "rods");
    for (int row = 0; row < 6; row += 2) {
      assertThat(found.getValue("Area under ROC", row)).isGreaterThan(0.8);
      assertThat(found.getValue("Prevalence", row)).isBetween(0.33, 0.34);
      assertThat(found.getValue("Permuted", row)).isBetween(0.2, 0.8);
      assertThat(found.getValue("Pictures", row)).isEqualTo(36);
      assertThat(found.getStringValue("Image", row)).startsWith(found.getStringValue("Label", row));
    }
  }

  @Test
  void aMaskOfAnotherSizeIsLeftOutAndNamed() throws IOException {
    final Result result =
        run(
            MASK
                + "run('Size...', 'width=100 height=90 interpolation=None'); "
                + SCENE
                + "run('Find Units...', 'by=mask regions=mask'); print('went on');");
    assertThat(result.err())
        .contains("the label image \"mask\" is 100 x 90 pixels, but \"scene-8bit.tif\" 256 x 256");
    assertThat(result.out()).doesNotContain("went on");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count=3           | regions is manager, but without a display ImageJ has no ROI Manager",
        "regions=selection | no area is selected on \"scene-8bit.tif\"",
        "regions=overlay   | the overlay of \"scene-8bit.tif\" has no area",
        "by=mask           | by is mask, but regions is manager: give the title or path of a mask",
        "by=mask regions=nothing | regions is \"nothing\", expected manager, selection, overlay",
        "by=mask regions=[DIR/*-mask.tif] | it has no label image",
        "by=labels         | by is labels, but the pictures have none: put them into a folder",
        "by=labels images=[DIR/one] | by is labels, but the pictures are all \"nuclei\"",
        "by=colors         | one of roi, labels, mask is expected",
        "count=0 regions=selection | count",
        "layer=mixed9 by=labels | layer is \"mixed9\"",
        "by=mask regions=empty | 0 of 256 places of mixed4c lie in the regions",
      })
  void aBadParameterStopsTheMacroWithOneSentence(final String options, final String sentence)
      throws IOException {
    final Result result =
        run(
            "if (!File.exists('DIR/one')) run('Make Sample Images...', 'count=2 size=64"
                + " classes=nuclei folder=[DIR/one]');"
                + "newImage('empty', '8-bit black', 256, 256, 1);"
                + SCENE
                + "run('Find Units...', '"
                + options
                + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }
}
