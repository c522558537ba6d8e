package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import io.github.inceptionlens.Needs;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regions of one and of many images are measured by macros as users write them. */
final class MeasureActivationsMacrosTest extends PluginMacros {

  private static final String SCENE =
      "open('"
          + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath()
          + "'); run('Properties...', 'unit=um pixel_width=0.5 pixel_height=0.5 voxel_depth=1');";
  private static final String OVAL = "makeOval(37, 51, 60, 70);";

  /** Squares of values 1 and 2, and a pixel of value 7. */
  private static final String LABELS =
      "newImage('labels', '16-bit black', 256, 256, 1); makeRectangle(20, 30, 60, 50);"
          + "run('Set...', 'value=1'); makeRectangle(120, 130, 90, 70); run('Set...', 'value=2');"
          + "run('Select None'); setPixel(5, 5, 7);";

  private static ResultsTable table(final String csv) throws IOException {
    return ResultsTable.open(folder.resolve(csv).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mean", "peak"})
  void aSelectionGivesWhatStrongestChannelsGives(final String by) throws IOException {
    printed(
        SCENE
            + OVAL
            + "run('Measure Activations...', 'regions=selection units=strongest:5 csv=[DIR/m.csv] by="
            + by
            + "');"
            + "run('Strongest Channels...', 'count=5 csv=[DIR/s.csv] by="
            + by
            + "');"
            + "run('Set Measurements...', 'area centroid redirect=None decimal=9'); run('Measure');"
            + "saveAs('Results', 'DIR/ij.csv');");
    final ResultsTable measured = table("m.csv");
    final ResultsTable strongest = table("s.csv");
    assertThat(measured.size()).isEqualTo(1);
    for (int i = 0; i < 5; i++) {
      final String unit = "mixed4c:" + (int) strongest.getValue("Channel", i);
      assertThat(measured.getColumnHeading(measured.getColumnIndex("Area") + 1 + i))
          .isEqualTo(unit);
      assertThat(measured.getValue(unit, 0))
          .isCloseTo(strongest.getValue(by.equals("mean") ? "Mean" : "Peak", i), within(1e-5));
    }
    final ResultsTable imagej = table("ij.csv");
    for (final String column : new String[] {"X", "Y", "Area"}) {
      assertThat(measured.getValue(column, 0)).isCloseTo(imagej.getValue(column, 0), within(1e-6));
    }
    assertThat(measured.getStringValue("Region", 0)).isEqualTo("Oval 60 x 70 at (37, 51)");
  }

  @Test
  void labelsAreMeasuredAsTheSameSelections() throws IOException {
    printed(
        LABELS
            + SCENE
            + "run('Measure Activations...', 'regions=labels units=0-9 csv=[DIR/l.csv]');"
            + "makeRectangle(120, 130, 90, 70);"
            + "run('Measure Activations...', 'regions=selection units=0-9 csv=[DIR/r.csv]');"
            + "makeRectangle(5, 5, 1, 1);"
            + "run('Measure Activations...', 'regions=selection units=0-9 csv=[DIR/p.csv]');");
    final ResultsTable labels = table("l.csv");
    assertThat(IntStream.range(0, 3).mapToObj(row -> labels.getStringValue("Region", row)))
        .containsExactly("1", "2", "7");
    same(labels, 1, table("r.csv"));
    same(labels, 2, table("p.csv"));
    assertThat(labels.columnExists("Selection")).isFalse();
  }

  private static void same(final ResultsTable labels, final int row, final ResultsTable selection) {
    for (int unit = 0; unit < 10; unit++) {
      assertThat(labels.getValue("mixed4c:" + unit, row))
          .isCloseTo(selection.getValue("mixed4c:" + unit, 0), within(1e-3));
    }
    for (final String column : new String[] {"X", "Y", "Area"}) {
      assertThat(labels.getValue(column, row)).isEqualTo(selection.getValue(column, 0));
    }
  }

  @Test
  void allUnitsOfALayerAreColumnsInTheirOrder() throws IOException {
    printed(
        SCENE
            + OVAL
            + "run('Measure Activations...', 'regions=selection units=all csv=[DIR/a.csv]');");
    final ResultsTable all = table("a.csv");
    for (int unit = 0; unit < 128; unit++) {
      assertThat(all.getColumnIndex("mixed4c:" + unit)).isEqualTo(6 + unit);
    }
    assertThat(all.columnExists("mixed4c:128")).isFalse();
  }

  @Test
  void aFolderIsMeasuredWithTheLabelImagesOfAnotherAndWhatDoesNotFitIsNamed() throws IOException {
    for (final String sub : new String[] {"images/wild type", "images/mutant", "masks/mutant"}) {
      Files.createDirectories(folder.resolve(sub));
    }
    Files.createDirectories(folder.resolve("masks/wild type"));
    final ImagePlus scene = IJ.openImage("sample-images/scene-8bit.tif");
    final ImagePlus mask = IJ.openImage("sample-images/scene-8bit-mask-nuclei.png");
    new FileSaver(scene).saveAsTiff(folder.resolve("images/wild type/a.tif").toString());
    new FileSaver(scene).saveAsTiff(folder.resolve("images/mutant/a.tif").toString());
    new FileSaver(scene).saveAsTiff(folder.resolve("images/mutant/none.tif").toString());
    new FileSaver(scene.crop(new Roi[] {new Roi(0, 0, 90, 80)})[0])
        .saveAsTiff(folder.resolve("images/mutant/small.tif").toString());
    new FileSaver(mask).saveAsPng(folder.resolve("masks/wild type/a.png").toString());
    new FileSaver(mask).saveAsTiff(folder.resolve("masks/mutant/a_cp_masks.tif").toString());
    new FileSaver(mask).saveAsTiff(folder.resolve("masks/mutant/small.tif").toString());
    final String out =
        printed(
            "run('Measure Activations...', 'images=[DIR/images] regions=[DIR/masks]"
                + " units=mixed3a:3,mixed4c:7 csv=[DIR/f.csv]');");
    final ResultsTable found = table("f.csv");
    assertThat(IntStream.range(0, found.size()).mapToObj(row -> found.getStringValue("Image", row)))
        .containsExactly("mutant/a.tif", "wild type/a.tif");
    assertThat(found.getStringValue("Label", 1)).isEqualTo("wild type");
    assertThat(found.getValue("mixed4c:7", 0)).isEqualTo(found.getValue("mixed4c:7", 1));
    assertThat(out)
        .contains("mutant/none.tif")
        .contains("it has no label image")
        .contains("mutant/small.tif")
        .contains("the label image \"small.tif\" is 256 x 256 pixels, but \"small.tif\" 90 x 80");
  }

  @Test
  void everySliceOfAStackHasItsRowsAndAScanWithoutRegionsSaysSo() throws IOException {
    final String out =
        printed(
            "newImage('labels', '8-bit black', 96, 80, 3); setSlice(2);"
                + "makeRectangle(10, 10, 40, 40); run('Set...', 'value=5 slice'); setSlice(3);"
                + "makeRectangle(20, 20, 40, 40); run('Set...', 'value=6 slice');"
                + "run('Select None'); newImage('s', '8-bit noise', 96, 80, 3);"
                + "run('Measure Activations...', 'layer=mixed3a regions=labels units=0');"
                + "for (i = 0; i < nResults; i++) print(getResult('Slice', i),"
                + " Table.getString('Region', i), getResult('X', i), getResult('Area', i));"
                + "print(nResults);");
    assertThat(out)
        .contains("2 5 30 1600\n3 6 40 1600\n2\n")
        .contains("Measure Activations: 1 pictures have no region and no row");
  }

  @Test
  void allOpenImagesButTheLabelImageAreMeasured() throws IOException {
    final String out =
        printed(
            LABELS
                + SCENE
                + "run('Duplicate...', 'title=again'); newImage('odd', '8-bit ramp', 99, 99, 1);"
                + "run('Measure Activations...', 'images=open layer=mixed3a regions=labels units=0');"
                + "for (i = 0; i < nResults; i++) print(Table.getString('Image', i),"
                + " Table.getString('Region', i));");
    assertThat(out)
        .contains("again 1\nagain 2\nagain 7\nscene-8bit.tif 1\nscene-8bit.tif 2\n")
        .contains("labels")
        .contains("it is the label image itself")
        .contains("the label image \"labels\" is 256 x 256 pixels, but \"odd\" 99 x 99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void theManagersRoisAreMeasuredAndSoIsTheFileThatItSaves(final String batch) throws Exception {
    Needs.display();
    final String macro =
        "setBatchMode("
            + batch
            + ");"
            + SCENE
            + "roiManager('reset'); makeOval(30, 40, 70, 60); roiManager('add');"
            + "roiManager('select', 0); roiManager('rename', 'cell, 1');"
            + "makePolygon(100, 100, 200, 120, 150, 220); roiManager('add'); run('Select None');"
            + "roiManager('deselect'); roiManager('save', 'DIR/RoiSet.zip');"
            + "run('Measure Activations...', 'units=0-3 csv=[DIR/manager.csv]');"
            + "run('Measure Activations...', 'units=0-3 regions=[DIR/RoiSet.zip]"
            + " csv=[DIR/zip.csv]');"
            + "run('Set Measurements...', 'area centroid redirect=None decimal=9');"
            + "run('Clear Results'); roiManager('deselect'); roiManager('measure');"
            + "saveAs('Results', 'DIR/measured.csv');";
    final Result result =
        MacroProcess.inWindow(folder, macro.replace('\'', '"').replace("DIR", folder.toString()));
    assertThat(result.exit()).as(result.out() + result.err()).isZero();
    final ResultsTable manager = table("manager.csv");
    final ResultsTable zip = table("zip.csv");
    final ResultsTable measured = table("measured.csv");
    assertThat(manager.size()).isEqualTo(2).isEqualTo(zip.size());
    assertThat(manager.getStringValue("Region", 0)).isEqualTo("cell, 1");
    for (int row = 0; row < 2; row++) {
      assertThat(zip.getStringValue("Region", row))
          .isEqualTo(manager.getStringValue("Region", row));
      assertThat(zip.getValue("mixed4c:2", row)).isEqualTo(manager.getValue("mixed4c:2", row));
      for (final String column : new String[] {"X", "Y", "Area"}) {
        assertThat(manager.getValue(column, row))
            .isCloseTo(measured.getValue(column, row), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "units=0              | regions is manager, but without a display ImageJ has no ROI Manager",
        "regions=nothing      | regions is \"nothing\", expected manager, selection, overlay, a file of ROIs",
        "regions=selection units=none | units is \"none\", expected strongest:12, all, or a list",
        "regions=selection units=9999 | channel is 9999, but mixed4c has channels 0 to",
        "regions=selection layer=mixed9 | layer is \"mixed9\"",
        "regions=selection by=sum | one of mean, peak is expected",
        "regions=selection images=[DIR/no such] | images is \"",
        "regions=small        | the label image \"small\" is 20 x 20 pixels, but \"scene-8bit.tif\""
      })
  void aBadParameterStopsTheMacroWithOneSentence(final String options, final String sentence)
      throws IOException {
    final Result result =
        run(
            "newImage('small', '8-bit black', 20, 20, 1);"
                + SCENE
                + "run('Measure Activations...', '"
                + options
                + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }
}
