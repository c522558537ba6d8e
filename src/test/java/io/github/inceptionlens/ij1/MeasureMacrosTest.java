package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps measured by macros as users write them. */
@OnDisplay
final class MeasureMacrosTest extends PluginMacros {

  /** A bright square of 4 x 3 and a fainter one of 2 x 2 pixels, of half a micron each. */
  private static final String SQUARES =
      "newImage('map', '32-bit black', 40, 30, 1); makeRectangle(10, 5, 4, 3); run('Set...',"
          + " 'value=9'); makeRectangle(30, 20, 2, 2); run('Set...', 'value=6'); run('Select None');"
          + " setVoxelSize(0.5, 0.5, 1, 'um'); ";

  @Test
  void theTableIsCalibratedAndTheMaskLiesWhereTheMapLies() throws IOException {
    assertThat(
            printed(
                SQUARES
                    + "run('Measure Saliency...', 'threshold=fraction:0.5');"
                    + "for (i = 0; i < nResults; i++) print(Table.getString('Region', i),"
                    + " getResult('Area', i), getResult('X', i), getResult('Y', i),"
                    + " getResult('Mean', i), getResult('Sum', i), Table.getString('Image', i));"
                    + "getVoxelSize(w, h, d, unit); getStatistics(area, mean);"
                    + "print(getTitle, bitDepth, w, unit, mean * getWidth * getHeight / 255);"
                    + "print(Property.get('InceptionLens.macro'));"))
        .contains("1 3 6 3.25 9 108 map")
        .contains("2 1 15.5 10.5 6 24 map")
        .containsPattern("map-mask 8 0.5 (um|µm|micron) 16")
        .contains("run(\"Measure Saliency...\", \"threshold=fraction:0.5 rows=regions smallest=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void outlinesAreAddedBelowThoseThatAreThere(final String batch) throws Exception {
    Needs.display();
    final Path done = folder.resolve("done " + batch);
    final String macro =
        "setBatchMode("
            + batch
            + "); "
            + SQUARES
            + "makeRectangle(1, 1, 3, 3); roiManager('add'); run('Select None');"
            + "run('Measure Saliency...', 'threshold=fraction:0.5 result=rois');"
            + "first = ''+roiManager('count')+' '+nImages+' '+RoiManager.getName(1);"
            + "roiManager('select', 1); getSelectionBounds(x, y, w, h);"
            + "run('Select None'); run('Add Slice'); run('Add Slice');"
            + "setSlice(2); setPixel(5, 6, 1); run('Measure Saliency...', 'result=both');"
            + "selectImage('map'); setSlice(1); roiManager('select', 3);"
            + "File.saveString(first+' '+x+' '+y+' '+w+' '+h+' '+getSliceNumber, '"
            + done
            + "');";
    final Result result = MacroProcess.inWindow(folder, macro.replace('\'', '"'));
    assertThat(result.exit()).as(result.out() + result.err()).isZero();
    assertThat(done).hasContent("3 1 Region 1 10 5 4 3 2");
  }

  @Test
  void withoutADisplayThereIsNoRoiManager() throws IOException {
    assertThat(run(SQUARES + "run('Measure Saliency...', 'result=rois');").err())
        .contains("without a display ImageJ has no ROI Manager: choose result=mask");
  }

  @Test
  void oneRowForAllAndNothingElse() throws IOException {
    assertThat(
            printed(
                SQUARES
                    + "run('Measure Saliency...', 'threshold=fraction:0.5 rows=whole result=table');"
                    + "print(nResults, nImages, Table.getString('Region', 0), getResult('Sum'));"))
        .contains("1 1 all 132");
  }

  @Test
  void everySliceOfAStackIsCutByItself() throws IOException {
    assertThat(
            printed(
                "newImage('maps', '32-bit noise', 32, 32, 3); setMetadata('Label', 'first');"
                    + "setSlice(3); run('Multiply...', 'value=100 slice');"
                    + "run('Measure Saliency...', 'threshold=percentile:95 rows=whole stack');"
                    + "print(nSlices, nResults, getResult('Area', 0), getResult('Area', 2),"
                    + " Table.getString('Label', 0));"))
        .contains("3 3 51 51 first");
  }

  @Test
  void theMacroOfTheFolderMeasuresASaliencyMap() throws IOException {
    final String macro = Files.readString(Path.of("macros", "measure-saliency.ijm"));
    final String scene = Path.of("sample-images", "scene-8bit.tif").toAbsolutePath().toString();
    assertThat(
            printed(
                "open('"
                    + scene
                    + "'); run('Saliency Map...', 'method=Grad-CAM'); getDimensions(w, h, c, z, t);"
                    + macro
                    + "if (w != getWidth() || nResults == 0) exit('not the map');"
                    + "print(Property.get('InceptionLens.map method'));"))
        .contains("Grad-CAM");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "threshold=95             | threshold is \"95\", expected percentile:p",
        "threshold=fraction:2     | threshold is \"fraction:2\"",
        "smallest=0               | whole number of at least 1",
        "smallest=900             | has no region of at least 900 pixel(s)",
        "result=roi               | one of mask, rois, both, table is expected",
        "threshold=percentile:99.9| has no region"
      })
  void aBadParameterStopsTheMacroWithOneSentence(final String options, final String sentence)
      throws IOException {
    final Result result =
        run(SQUARES + "run('Measure Saliency...', '" + options + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }

  @Test
  void aConstantMapAndOneWithNaNAreRefused() throws IOException {
    assertThat(run("newImage('m', '32-bit black', 9, 9, 1); run('Measure Saliency...');").err())
        .contains("slice 1 of \"m\" is 0.0 everywhere");
    assertThat(
            run(SQUARES + "setPixel(3, 4, NaN); run('Measure Saliency...', 'threshold=otsu');")
                .err())
        .contains("has the value NaN at pixel (3, 4)");
  }
}
