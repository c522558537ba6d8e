package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.process.ImageProcessor;
import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.Needs;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plugin's own commands, run by macros as users write them, on the real network. */
@InOwnProcess
final class CommandMacrosTest {

  @TempDir static Path folder;

  private static MacroProcess imagej;
  private static Path weights;

  @BeforeAll
  static void start() throws IOException {
    final Path file = Needs.shared("weights/bvlc_googlenet.caffemodel");
    final Path awkward = Files.createDirectories(folder.resolve("a [place] layer=3"));
    weights = Files.createSymbolicLink(awkward.resolve("goog [x]=1.caffemodel"), file);
    imagej = MacroProcess.ofThePlugin(folder);
  }

  @AfterAll
  static void stop() {
    if (imagej != null) {
      imagej.close();
    }
  }

  private static Result run(final String macro) throws IOException {
    return imagej.run(
        macro
            .replace("CAT", Path.of("sample-images", "cat.png").toAbsolutePath().toString())
            .replace("NET", "network=[" + weights + "]")
            .replace("DIR", folder.toString()));
  }

  @Test
  void classifiesTheCatAndSaysSoInATable() throws IOException {
    final Result result =
        run(
            "open('CAT'); run('Classify with InceptionV1...', 'NET top=3');"
                + "print(nResults, getResult('Class', 0), getResultString('Label', 0),"
                + " d2s(getResult('Probability', 0), 3));");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("3 285 Egyptian cat 0.450");
  }

  @Test
  void mapsBecomeTheCurrentImageWithLabelsAndProvenance() throws IOException {
    final Result result =
        run(
            "setBatchMode(true); open('CAT');"
                + "run('Activation Maps...', 'NET layer=mixed4c channels=447,0-1');"
                + "print(nSlices, bitDepth(), getWidth(), getInfo('slice.label'));"
                + "print(Property.get('InceptionLens.macro'));"
                + "saveAs('Tiff', 'DIR/maps.tif');");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("3 32 224 mixed4c:447")
        .contains("run(\"Activation Maps...\", \"network=[")
        .contains("layer=mixed4c channels=447,0-1 registration=aligned scale=1 range=auto\");");
    final ImagePlus saved = IJ.openImage(folder.resolve("maps.tif").toString());
    assertThat(saved.getProp("InceptionLens.weights")).hasSize(64);
    assertThat(saved.getStack().getSliceLabel(2)).isEqualTo("mixed4c:0");
  }

  @Test
  void theProvenancesLineMakesTheSamePixelsAgainInBatchModeAndNot() throws IOException {
    final Result result =
        run(
            "open('CAT'); id = getImageID(); makeRectangle(20, 30, 120, 100);"
                + "run('Activation Maps...', 'NET channels=strongest:2 registration=resized');"
                + "line = Property.get('InceptionLens.macro'); setSlice(2); rename('first');"
                + "getStatistics(area, mean, min, max); print(area, mean, max);"
                + "setBatchMode(true); selectImage(id); eval(line); setSlice(2);"
                + "imageCalculator('Subtract create 32-bit', 'first', getTitle());"
                + "getStatistics(area, mean, min, max); print('difference', min, max);");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("12000 ").contains("difference 0 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer=mixed4z                | layer is \"mixed4z\", but imagenet-caffe has conv2d0",
        "layer=mixed4c channels=512   | channel is 512, but mixed4c has channels 0 to 511",
        "layer=softmax2               | which has no positions; choose one of conv2d0",
        "channels=some                | channels is \"some\", expected strongest:12, all",
        "registration=left            | but one of aligned, resized, smooth, none is expected",
        "scale=0                      | scale is 0.0, expected a number above 0",
        "range=9-3                    | range is 9-3, but its first number must be below",
        "lyaer=mixed4c                | \"lyaer\" is not a key of Activation Maps...",
        "scale=0.01                   | which leaves next to nothing of"
      })
  void aBadParameterStopsTheMacroWithOneSentence(final String options, final String sentence)
      throws IOException {
    final Result result =
        run("open('CAT'); run('Activation Maps...', 'NET " + options + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }

  @Test
  void aPublicNetworkIsDescribedWithoutItsWeights() throws IOException {
    final Result result =
        run(
            "run('Clear Results'); run('Describe Network...', 'network=imagenet-tf');"
                + "print(getResultString('Layer', 0), getResult('Kernel', 0),"
                + " getResult('Width', 0), getResult('Parameters', 0));");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("conv2d0 7 112 9472");
  }

  @Test
  void aMissingNetworkIsNamed() throws IOException {
    final Result result =
        run("open('CAT'); run('Classify with InceptionV1...', 'network=[/no/such file]');");
    assertThat(result.err()).contains("network is \"/no/such file\", but there is no such file");
  }

  @Test
  void withoutAnImageTheUserIsTold() throws IOException {
    assertThat(run("run('Activation Maps...', 'NET');").err()).contains("No image is open");
  }

  @Test
  void aTinyImageIsRefusedForHighLayersAndWorksForLowOnes() throws IOException {
    assertThat(
            run("newImage('one', '8-bit ramp', 1, 1, 1); run('Activation Maps...', 'NET');").err())
        .contains("the image is 1 x 1 pixels, but mixed4c needs at least");
    final Result low =
        run(
            "newImage('small', '8-bit ramp', 16, 16, 1);"
                + "run('Activation Maps...', 'NET layer=conv2d0 channels=0,1');"
                + "print(nSlices, getWidth(), getHeight());");
    assertThat(low.err()).isEmpty();
    assertThat(low.out()).contains("2 16 16");
    assertThat(
            run("newImage('one', '8-bit ramp', 1, 1, 1); run('Classify with InceptionV1...', 'NET top=1'); print(nResults);")
                .out())
        .contains("1");
  }

  @Test
  void aHyperstackKeepsItsDepthsAndTimes() throws IOException {
    final Result result =
        run(
            "newImage('h', '8-bit composite-mode label', 64, 48, 3, 2, 4);"
                + "run('Activation Maps...', 'NET layer=mixed3a channels=5,7 stack');"
                + "getDimensions(w, h, c, z, t); print(w, h, c, z, t); Stack.setPosition(2, 2, 3);"
                + "print(getInfo('slice.label'));");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("64 48 2 2 4").contains("mixed3a:7 ");
  }

  @Test
  void anImageOfNaNIsRefusedByName() throws IOException {
    final Result result =
        run(
            "newImage('sick', '32-bit black', 64, 64, 1); setPixel(7, 9, NaN);"
                + "run('Activation Maps...', 'NET layer=conv2d2');");
    assertThat(result.err()).contains("sick").contains("NaN").contains("(7, 9)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"16-bit", "32-bit"})
  void theDisplayRangeDecidesWhatTheNetworkSees(final String type) throws IOException {
    final Result result =
        run(
            "newImage('deep', '"
                + type
                + " ramp', 64, 64, 1); run('Multiply...', 'value=0.5');"
                + "getMinAndMax(min, max); setMinAndMax(min, max / 4);"
                + "run('Activation Maps...', 'NET layer=conv2d2 channels=all');"
                + "getStatistics(a, narrow); id = getImageID(); print(Property.get('InceptionLens.range'));"
                + "selectImage('deep'); setMinAndMax(min, max * 4);"
                + "run('Activation Maps...', 'NET layer=conv2d2 channels=all');"
                + "getStatistics(a, wide); if (narrow == wide) exit('the range did not matter');");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("auto (");
  }

  @Test
  void anIndexedImageAndItsRgbCopyLookTheSame() throws IOException {
    final Result result =
        run(
            "open('CAT'); run('8-bit Color', 'number=32'); rename('indexed');"
                + "run('Activation Maps...', 'NET layer=mixed3b channels=3'); rename('first');"
                + "selectImage('indexed'); run('RGB Color');"
                + "run('Activation Maps...', 'NET layer=mixed3b channels=3');"
                + "imageCalculator('Subtract create 32-bit', 'first', getTitle());"
                + "getStatistics(area, mean, min, max); print('difference', min, max);");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("difference 0 0");
  }

  @Test
  void theOverlaysHottestPixelIsTheTablesPeakInsideTheSelection() throws IOException {
    final Result result =
        run(
            "setBatchMode(true); open('CAT'); id = getImageID();"
                + "run('Properties...', 'unit=um pixel_width=0.5 pixel_height=0.25');"
                + "makeRectangle(40, 30, 150, 170);"
                + "run('Strongest Channels...', 'NET layer=mixed4c count=3 by=peak');"
                + "print('peak', getResult('X', 0) / 0.5, getResult('Y', 0) / 0.25);"
                + "print('rows', nResults, getResultString('Layer', 0), getResult('Active', 0));"
                + "unit = getResultString('Layer', 0) + ':' + getResult('Channel', 0);"
                + "run('Activation Overlay...', 'NET bar registration=aligned unit=' + unit);"
                + "if (getImageID() == id) print('current', selectionType(), Overlay.size);"
                + "getSelectionBounds(x, y, w, h); print('selection', x, y, w, h);"
                + "saveAs('Tiff', 'DIR/overlay.tif');");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("rows 3 mixed4c ", "current 0 14", "selection 40 30 150 170")
        .containsPattern("Activation overlay on cat.png: mixed4c:\\d+, activations 0-[\\d.]+ in");
    final String[] peak = words(result.out(), "peak ");
    final Overlay saved = IJ.openImage(folder.resolve("overlay.tif").toString()).getOverlay();
    final ImageRoi layer = (ImageRoi) saved.get(0);
    assertThat(layer.getProperty("InceptionLens.weights")).hasSize(64);
    assertThat(layer.getProperty("InceptionLens.macro"))
        .startsWith("run(\"Activation Overlay...\"");
    final Rectangle bounds = layer.getBounds();
    assertThat(new Rectangle(40, 30, 150, 170).contains(bounds)).isTrue();
    final int x = (int) Math.floor(Double.parseDouble(peak[0])) - bounds.x;
    final int y = (int) Math.floor(Double.parseDouble(peak[1])) - bounds.y;
    final ImageProcessor colors = layer.getProcessor();
    final int hottest =
        IntStream.range(0, colors.getPixelCount()).map(i -> gray(colors.get(i))).max().orElse(0);
    assertThat(gray(colors.get(x, y))).as("at %d, %d", x, y).isEqualTo(hottest);
  }

  private static int gray(final int color) {
    return (color >> 16 & 0xff) + (color >> 8 & 0xff) + (color & 0xff);
  }

  private static String[] words(final String text, final String start) {
    final String line = text.lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
    return line.substring(start.length()).split(" ");
  }

  @Test
  void aSecondOverlayReplacesTheFirstAndClearLeavesTheUsersElements() throws IOException {
    final Result result =
        run(
            "setBatchMode(true); open('CAT'); makeOval(10, 10, 50, 40); Overlay.addSelection;"
                + "run('Select None');"
                + "run('Activation Overlay...', 'NET unit=mixed4c:447 bar'); print('first', Overlay.size);"
                + "run('Activation Overlay...', 'NET unit=mixed3b:5 lut=Fire range=0-100 opacity=30"
                + " bar=false'); print('second', Overlay.size, Overlay.hidden);"
                + "run('Clear Activation Overlay'); print(Overlay.size, 'left');");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("first 15", "second 7 0", "1 left\n")
        .contains("Activation overlay on cat.png: mixed3b:5, activations 0-100 in Fire");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unit=mixed4c          | unit is \"mixed4c\", expected a layer and a channel",
        "unit=mixed4c:512      | channel is 512, but mixed4c has channels 0 to 511",
        "unit=mixed4z:1        | layer is \"mixed4z\", but",
        "lut=nonesuch          | lut is \"nonesuch\", expected inferno, a lookup table of ImageJ",
        "opacity=101           | a whole number from 0 to 100 is expected",
        "range=5               | range is \"5\", expected auto or two numbers",
        "range=5-5             | its first number must be below its second one",
        "lut=[sample-images/cat.png] | lut is \"sample-images/cat.png\", expected inferno"
      })
  void aBadOverlayStopsTheMacroAndLeavesTheImageAlone(final String options, final String sentence)
      throws IOException {
    final Result result =
        run("open('CAT'); run('Activation Overlay...', 'NET " + options + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on").doesNotContain("Activation overlay on");
  }

  @Test
  void theStrongestChannelsOfAStackAreListedSliceBySlice() throws IOException {
    final Result result =
        run(
            "newImage('h', '8-bit ramp', 64, 48, 3); makeRectangle(8, 8, 40, 30);"
                + "run('Strongest Channels...', 'NET layer=mixed3a count=2 stack');"
                + "print(nResults, getResult('Slice', 0), getResult('Slice', 5));"
                + "if (getResult('Mean', 4) >= getResult('Mean', 5)) print('in order');");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("6 1 3\nin order\n");
  }
}
