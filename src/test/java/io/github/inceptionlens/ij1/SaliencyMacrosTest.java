package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.attribution.Attribution;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionMethods;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.ColorReduction;
import io.github.inceptionlens.attribution.Sign;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Saliency maps by macros as users write them, with the bundled network. */
@InOwnProcess
@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class SaliencyMacrosTest {

  private static final String SCENE =
      Path.of("sample-images", "scene-8bit.tif").toAbsolutePath().toString();

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
        macro.replace('\'', '"').replace("SCENE", SCENE).replace("DIR", folder.toString()));
  }

  private static ImagePlus map(final String options) throws IOException {
    final Result result =
        run("open('SCENE'); run('Saliency Map...', '" + options + "'); saveAs('Tiff', 'DIR/map');");
    assertThat(result.err()).isEmpty();
    return IJ.openImage(folder.resolve("map.tif").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Gradient", "Guided Backpropagation", "Grad-CAM", "HiResCAM"})
  void theValuesAreThoseOfTheJavaApi(final String name) throws IOException {
    final AttributionMethod method = AttributionMethods.named(name);
    final ImagePlus map = map("target=top sign=signed colour=max method=[" + name + "]");
    final ImageInput input =
        ImageInput.of(
            IJ.openImage(SCENE),
            new InputRequest(Fit.CENTER_CROP, 1, InputRequest.ownSize().range(), false));
    final TrainedNetwork trained = TrainedNetwork.named("textures");
    try (InceptionV1 network =
        new InceptionV1(TorchEngine.start(Progress.NONE), trained.architecture(), trained.read())) {
      final Attribution answer =
          method.attribute(
              network,
              input.frames().get(0).picture(),
              AttributionRequest.of("top"),
              Progress.NONE);
      final float[] wanted = answer.plane(ColorReduction.MAX, Sign.SIGNED, 224, 224);
      final float[] values = (float[]) map.getProcessor().getPixels();
      float largest = 0;
      for (final float value : wanted) {
        largest = Math.max(largest, Math.abs(value));
      }
      assertThat(largest).isPositive();
      for (int i = 0; i < values.length; i++) {
        assertThat(values[i]).isCloseTo(wanted[i], within(1e-4f * largest));
      }
    }
  }

  @Test
  void theMapTellsWhereItComesFrom() throws IOException {
    final ImagePlus map = map("method=[Integrated Gradients] steps=8");
    assertThat(map.getBitDepth()).isEqualTo(32);
    assertThat(map.getWidth()).isEqualTo(224);
    assertThat(map.getStack().getSliceLabel(1)).startsWith("Integrated Gradients class:");
    assertThat(map.getProp("InceptionLens.method")).isEqualTo("Integrated Gradients");
    assertThat(map.getProp("InceptionLens.target")).matches("class:[0-9]+");
    assertThat(map.getProp("InceptionLens.baseline")).isEqualTo("black");
    assertThat(map.getProp("InceptionLens.steps")).isEqualTo("8");
    assertThat(map.getProp("InceptionLens.file")).startsWith("sha256:");
    assertThat(Double.parseDouble(map.getProp("InceptionLens.completeness gap"))).isFinite();
    assertThat(Double.parseDouble(map.getProp("InceptionLens.seconds"))).isNotNegative();
    assertThat(map.getProp("InceptionLens.macro"))
        .startsWith("run(\"Saliency Map...\", \"method=[Integrated Gradients] target=top");
    assertThat(map.getDisplayRangeMin()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RISE samples=4 window=56          | samples | 4",
        "RISE samples=4                    | measured | probability",
        "RISE samples=4 target=mixed3a:5   | measured | target",
        "Score-CAM samples=3               | channels | 3 of 256, by mean activation",
        "XRAI steps=2                      | baselines | black and white",
        "SmoothGrad noise=0                | samples | 25"
      })
  void aMethodTellsItsOwnChoices(final String method, final String key, final String value)
      throws IOException {
    final ImagePlus map = map("method=" + method);
    assertThat(map.getProp("InceptionLens." + key)).isEqualTo(value);
    assertThat(map.getProp("InceptionLens.warning")).isNull();
  }

  @Test
  void relevanceIsWhatTheBiasesDoNotAbsorb() throws IOException {
    final ImagePlus map = map("method=LRP sign=signed");
    final double value = Double.parseDouble(map.getProp("InceptionLens.target value"));
    final double absorbed = Double.parseDouble(map.getProp("InceptionLens.absorbed by biases"));
    double sum = 0;
    for (final float one : (float[]) map.getProcessor().getPixels()) {
      sum += one;
    }
    assertThat(sum + absorbed).isCloseTo(value, within(1e-3 * Math.abs(value)));
  }

  @Test
  void aUnitsMapIsAsLargeAsTheSelectionAndLiesThere() throws IOException {
    final Result result =
        run(
            "open('SCENE'); makeRectangle(30, 20, 100, 80); getVoxelSize(pw, ph, d, u);"
                + "run('Saliency Map...', 'target=mixed3a:5 method=Gradient');"
                + "getDimensions(w, h, c, z, t); x = 0; y = 0; toScaled(x, y);"
                + "print(w, h, x / pw, y / ph, getInfo('slice.label'));");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("100 80 30 20 Gradient mixed3a:5");
  }

  @Test
  void signedMapsAreShownSymmetric() throws IOException {
    final ImagePlus map = map("method=Gradient sign=signed");
    assertThat(map.getDisplayRangeMin()).isNegative().isEqualTo(-map.getDisplayRangeMax());
  }

  @Test
  void theOverlayIsOursAndLeavesPixelsAlone() throws IOException {
    final Result result =
        run(
            "open('SCENE'); id = getImageID(); getStatistics(a, before);"
                + "run('Saliency Map...', 'overlay opacity=40'); close(); selectImage(id);"
                + "getStatistics(a, after); if (before != after) exit('the pixels changed'); print('laid', Overlay.size);"
                + "run('Saliency Map...', 'overlay method=LayerCAM'); close(); selectImage(id);"
                + "print('replaced', Overlay.size);"
                + "run('Clear Activation Overlay'); print('cleared', Overlay.size);");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("laid 1").contains("replaced 1").contains("cleared 0");
  }

  @Test
  void aStackHasAMapPerSlice() throws IOException {
    final Result result =
        run(
            "newImage('s', '8-bit noise', 64, 64, 3);"
                + "run('Saliency Map...', 'method=Gradient fit=[own size] stack');"
                + "print(nSlices, getWidth(), Property.get('InceptionLens.target'));"
                + "setSlice(3); print(getInfo('slice.label'));");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("3 64 class:").contains("Gradient class:");
  }

  @Test
  void expectedGradientsTakeTheStacksSlicesAndRefuseFewPictures() throws IOException {
    final Result many =
        run(
            "newImage('s', '8-bit noise', 64, 64, 9);"
                + "run('Saliency Map...', 'method=[Expected Gradients] fit=[own size] steps=16');"
                + "print(Property.get('InceptionLens.baseline'));");
    assertThat(many.err()).isEmpty();
    assertThat(many.out()).contains("stack");
    assertThat(run("open('SCENE'); run('Saliency Map...', 'method=[Expected Gradients]');").err())
        .contains("open");
  }

  @Test
  void anOpenImageCanBeTheBaseline() throws IOException {
    final Result result =
        run(
            "newImage('gray', '8-bit white', 64, 64, 1); newImage('s', '8-bit noise', 64, 64, 1);"
                + "run('Saliency Map...', 'method=[Gradient x Input] baseline=gray');"
                + "print('baseline', Property.get('InceptionLens.baseline'));");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .containsPattern("baseline \"gray\" \\(id:-\\d+, pixels [0-9a-f]{64}\\)");
  }

  @Test
  void resultsOfOursAreNoBaseline() throws IOException {
    assertThat(
            run("newImage('s', '8-bit noise', 64, 64, 1); run('Saliency Map...', '');"
                    + "selectImage('s');"
                    + "run('Saliency Map...', 'method=[Gradient x Input] baseline=open');")
                .err())
        .contains("baseline \"open\" holds no picture");
  }

  @Test
  void aKeyThatTheMethodDoesNotReadIsTold() throws IOException {
    final Result result = run("open('SCENE'); run('Saliency Map...', 'method=Gradient steps=9');");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("Saliency map: Gradient does not read steps");
  }

  @Test
  void aSmoothMapHasNoCreasesBetweenThePositionsOfItsLayer() throws IOException {
    final Result result =
        run(
            "open('SCENE'); id = getImageID(); run('Saliency Map...', 'layer=mixed4c');"
                + " a = bend(); selectImage(id);"
                + " run('Saliency Map...', 'layer=mixed4c registration=smooth');"
                + " if (bend() < 0.5 * a) print('smoother'); selectImage(id);"
                + " run('Saliency Map...', 'method=Gradient registration=smooth');"
                + " function bend() { most = 0; getMinAndMax(low, high);"
                + " for (y = 20; y < 200; y += 3) { for (x = 20; x < 200; x++) {"
                + " most = maxOf(most, abs(getPixel(x-1,y) + getPixel(x+1,y) - 2*getPixel(x,y)));"
                + " } } return most / high; }");
    assertThat(result.out()).contains("smoother");
    assertThat(result.out()).contains("Gradient does not read registration");
  }

  @Test
  void aBlackImageOfAChannelThatNeverFiresIsSaidToBeZero() throws IOException {
    final Result result =
        run(
            "newImage('black', '8-bit black', 64, 64, 1);"
                + "run('Saliency Map...', 'method=[Gradient x Input] target=mixed3a:1');");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("Saliency map of black: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method=Magic                        | but one of Gradient, Gradient x Input, SmoothGrad",
        "target=mixed4c:999999               | channel is 999999, but mixed4c has channels",
        "target=[class:2 +]                  | column 10",
        "target=mixed4c:1@roi                | needs a selection on the image",
        "target=class:400                    | has classes 0 to 27",
        "layer=mixed9z                       | layer is \"mixed9z\"",
        "target=mixed3a:1 layer=mixed4c      | does not depend on it",
        "method=SmoothGrad noise=7           | noise is 7.0, expected 0 to 1",
        "method=Occlusion window=4 stride=9  | stride is 9, expected 1 to 4",
        "method=[Integrated Gradients] baseline=gray | baseline is \"gray\", expected one of: black",
        "method=RISE samples=few             | samples is \"few\", expected 1 to 10000, or auto",
        "method=RISE samples=0               | samples is 0, expected 1 to 10000",
        "method=RISE samples=20000           | samples is 20000, expected 1 to 10000",
        "sign=both                           | one of auto, absolute, signed, positive is expected",
        "colour=red                          | one of sum, max, l2 is expected"
      })
  void aBadParameterStopsTheMacroWithOneSentence(final String options, final String sentence)
      throws IOException {
    final Result result =
        run("open('SCENE'); run('Saliency Map...', '" + options + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }
}
