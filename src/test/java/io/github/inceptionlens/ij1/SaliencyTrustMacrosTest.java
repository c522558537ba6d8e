package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparing and evaluating saliency maps by macros as users write them. */
@InOwnProcess
final class SaliencyTrustMacrosTest {

  private static final Path SAMPLES = Path.of("sample-images").toAbsolutePath();

  @TempDir static Path folder;

  private static MacroProcess imagej;

  @BeforeAll
  static void start() throws IOException {
    imagej = MacroProcess.ofThePlugin(folder);
  }

  @AfterAll
  static void stop() {
    imagej.close();
  }

  private static Result run(final String macro) throws IOException {
    return imagej.run(
        macro
            .replace('\'', '"')
            .replace("SCENE", SAMPLES.resolve("scene-8bit.tif").toString())
            .replace("NUCLEI", SAMPLES.resolve("scene-8bit-mask-nuclei.png").toString())
            .replace("DIR", folder.toString()));
  }

  private static String done(final String macro) throws IOException {
    final Result result = run(macro);
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  @Test
  void comparedMapsAreChannelsWithTheirOwnColorsAndSaliencyMapsValues() throws IOException {
    done(
        "open('SCENE'); run('Compare Saliency...', 'methods=[Gradient, Gradient x Input, Grad-CAM]"
            + " targets=[top; class:2] sign=auto montage');"
            + "selectImage('scene-8bit-saliency'); saveAs('Tiff', 'DIR/all');"
            + "selectImage('scene-8bit-montage'); saveAs('Tiff', 'DIR/montage');"
            + "selectImage('scene-8bit.tif'); run('Saliency Map...', 'target=class:2');"
            + "saveAs('Tiff', 'DIR/one');");
    final ImagePlus all = IJ.openImage(folder.resolve("all.tif").toString());
    final ImagePlus one = IJ.openImage(folder.resolve("one.tif").toString());
    assertThat(all.getNChannels()).isEqualTo(6);
    assertThat(all.getStack().getSliceLabel(6)).isEqualTo(one.getStack().getSliceLabel(1));
    assertThat((float[]) all.getStack().getPixels(6))
        .containsExactly((float[]) one.getProcessor().getPixels());
    assertThat(all.getCalibration().toString().replaceAll("@.*", ""))
        .isEqualTo(one.getCalibration().toString().replaceAll("@.*", ""));
    assertThat(all.getCalibration().xOrigin).isEqualTo(one.getCalibration().xOrigin);
    assertThat(all.getProp("InceptionLens.weights"))
        .isEqualTo(one.getProp("InceptionLens.weights"));
    assertThat(all.getProp("InceptionLens.macro")).startsWith("run(\"Compare Saliency...\"");
    final CompositeImage channels = (CompositeImage) all;
    assertThat(channels.getChannelLut(1).max).isNotEqualTo(channels.getChannelLut(3).max);
    assertThat(channels.getChannelLut(1).max).isEqualTo(channels.getChannelLut(4).max);
    final ImagePlus montage = IJ.openImage(folder.resolve("montage.tif").toString());
    assertThat(montage.getBitDepth()).isEqualTo(24);
    assertThat(montage.getWidth()).isGreaterThan(4 * 224);
  }

  @Test
  void oneFailingMethodDoesNotLoseTheOthers() throws IOException {
    final String out =
        done(
            "open('SCENE'); run('Compare Saliency...', 'methods=[Expected Gradients, Gradient,"
                + " Integrated Gradients] steps=8 range=shared');"
                + "print(nSlices, Table.size, Table.get('Gini', 0), Table.getString('Problem', 0));"
                + "print(Table.get('r Gradient', 1), Table.get('Completeness gap', 1));"
                + "print('gap', Table.get('Completeness gap', 2));"
                + "print('sums', (abs(Table.get('Sum', 2)) > 0), (Table.get('Seconds', 2) > 0));");
    assertThat(out).contains("2 3 NaN baseline \"open\"").contains("1 NaN").contains("sums 1 1");
    assertThat(out).containsPattern("gap -?0\\.");
  }

  @Test
  void aConstantMapsCorrelationIsUndefined() throws IOException {
    final String out =
        done(
            "newImage('black', '8-bit black', 64, 64, 1); run('Compare Saliency...',"
                + " 'methods=[Gradient x Input, Gradient] targets=mixed3a:3');"
                + "print(Table.get('r Gradient', 0), Table.get('r Gradient x Input', 0),"
                + " Table.get('Gini', 0), Table.getString('Problem', 0));");
    assertThat(out).contains("NaN NaN NaN the map is zero everywhere");
  }

  @Test
  void aRowWithoutAValueTellsWhyAndInfidelityTellsWhatASquareShows() throws IOException {
    final String rows =
        "for (i = 0; i < Table.size; i++) print(Table.getString('Measure', i) + ': '"
            + " + Table.get('Value', i) + ' ' + Table.getString('Note', i));";
    assertThat(
            done(
                "newImage('black', '8-bit black', 32, 32, 1); run('Evaluate Saliency...',"
                    + " 'method=[Gradient x Input] target=mixed3a:3 fit=[own size]"
                    + " measures=[insertion, infidelity, sensitivity]');"
                    + rows))
        .contains("Insertion AUC: NaN undefined: the map is constant")
        .contains("Infidelity: NaN undefined: ")
        .contains("squares removed, each shows the baseline")
        .contains("Sensitivity-max: NaN undefined: the map is zero everywhere");
    assertThat(
            done(
                "random('seed', 1); newImage('noise', '8-bit noise', 32, 32, 1); run('Evaluate Saliency...',"
                    + " 'method=Gradient target=mixed3a:3 fit=[own size] measures=infidelity');"
                    + rows))
        .contains("each shows the training's mean color (Gradient has no baseline)")
        .doesNotContain("undefined");
  }

  @Test
  void anEvaluationHasRowsBesideTheControlsAndCurves() throws IOException {
    final String out =
        done(
            "random('seed', 1); newImage('noise', '8-bit noise', 32, 32, 1); run('Evaluate Saliency...',"
                + " 'method=Gradient target=mixed3a:3 fit=[own size]');"
                + "for (i = 0; i < Table.size; i++) print(Table.getString('Measure', i) + ': '"
                + " + Table.get('Value', i) + ' ' + Table.get('Random', i) + ' '"
                + " + Table.getString('State', i));"
                + "list = getList('image.titles'); print('images ' + String.join(list));"
                + "selectImage('noise-Insertion'); print('by', Property.get('InceptionLens.method'));");
    assertThat(out)
        .containsPattern("Insertion AUC: -?[0-9.]+ -?[0-9.]+ done")
        .containsPattern("Deletion AUC: -?[0-9.]+ -?[0-9.]+ done")
        .containsPattern("Infidelity, part of all: [0-9.]+ [0-9.]+ done")
        .containsPattern("Sensitivity-max: [0-9.]+ 0 done")
        .containsPattern("Randomisation down to mixed3a: (NaN|-?[0-9.E-]+) 1 done")
        .doesNotContain("Randomisation down to softmax2")
        .contains("images noise, noise-Insertion, noise-Deletion, noise-Randomisation")
        .contains("by Gradient")
        .contains("weights=");
  }

  @Test
  void aMaskOrTheSelectionIsTheTruth() throws IOException {
    final String macro =
        "open('NUCLEI'); rename('truth'); open('SCENE');"
            + "run('Evaluate Saliency...', 'measures=sensitivity mask=truth fit=[center crop]');"
            + "selectImage('truth'); setThreshold(1, 255); run('Create Selection');"
            + "selectImage('scene-8bit.tif'); run('Restore Selection');"
            + "run('Evaluate Saliency...', 'measures=sensitivity mask=roi fit=[center crop]');"
            + "print(Table.size, Table.getString('Measure', 0), Table.getString('Measure', 3));"
            + "for (i = 0; i < 4; i++) {"
            + "  if (Table.get('Value', i) != Table.get('Value', i + 5)) exit('differs');"
            + "  if (isNaN(Table.get('Value', i)) || isNaN(Table.get('Sobel', i))) exit('NaN');"
            + "}";
    assertThat(done(macro)).contains("10 Pointing game Area under ROC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Compare | methods=[Gradient, Magic] | method is \"Magic\", expected one of: Gradient",
        "Compare | methods=[]                | method is \"\", expected one of",
        "Compare | methods=Gradient targets=[top; class:2 +] | column 10",
        "Compare | methods=Gradient targets=class:400        | has classes 0 to 27",
        "Compare | range=0-35                | one of per-method, shared is expected",
        "Evaluate | method=Magic             | but one of Gradient, Gradient x Input",
        "Evaluate | measures=[insertion, x]  | an entry of measures is \"x\", expected one of",
        "Evaluate | mask=nowhere             | expected roi (the selection) or the title, id or path",
        "Evaluate | mask=roi                 | nothing is selected on the image",
        "Evaluate | mask=small               | mask \"small\" has 10 x 10 pixels, but",
        "Evaluate | mask=empty               | mask holds none of the 224 x 224 pixels",
        "Evaluate | mask=full                | mask holds all of the 224 x 224 pixels",
        "Evaluate | target=mixed4c:999999    | channel is 999999, but mixed4c has channels"
      })
  void aBadParameterStopsTheMacroWithOneSentence(
      final String command, final String options, final String sentence) throws IOException {
    final Result result =
        run(
            "open('SCENE'); w = getWidth(); h = getHeight();"
                + "newImage('small', '8-bit white', 10, 10, 1);"
                + "newImage('empty', '8-bit black', w, h, 1);"
                + "newImage('full', '8-bit white', w, h, 1); selectImage('scene-8bit.tif');"
                + "run('"
                + command
                + " Saliency...', '"
                + options
                + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }
}
