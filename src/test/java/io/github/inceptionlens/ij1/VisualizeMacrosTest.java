package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Visualizations by macros as users write them, with the bundled network. */
final class VisualizeMacrosTest extends PluginMacros {

  @Test
  void theImageTellsWhereItComesFromAndItsMacroLineMakesItAgain() throws IOException {
    final ImagePlus first = image("run('Visualize Channel...', 'size=48 steps=12 seed=3');");
    assertThat(first.getBitDepth()).isEqualTo(24);
    assertThat(first.getWidth()).isEqualTo(48);
    assertThat(first.getStack().getSliceLabel(1)).startsWith("mixed4c_pre_relu:12 step 12 value ");
    assertThat(first.getProp("InceptionLens.objective")).isEqualTo("mixed4c_pre_relu:12");
    assertThat(first.getProp("InceptionLens.weights")).matches("[0-9a-f]{64}");
    assertThat(first.getProp("InceptionLens.transforms")).startsWith("standard: pad 12, jitter 8");
    assertThat(
            Double.parseDouble(first.getProp("InceptionLens.value on the untransformed picture")))
        .isFinite();
    final String line = first.getProp("InceptionLens.macro");
    assertThat(line)
        .startsWith("run(\"Visualize Channel...\", \"objective=mixed4c:12 preset=custom size=48");

    final ImagePlus again = image(line);
    assertThat((int[]) again.getProcessor().getPixels())
        .isEqualTo((int[]) first.getProcessor().getPixels());
  }

  @Test
  void facetsAndSnapshotsAreSlices() throws IOException {
    final ImagePlus stack =
        image("run('Visualize Channel...', 'size=48 steps=12 facets=2 snapshots=0,6');");
    assertThat(stack.getStackSize()).isEqualTo(6);
    assertThat(stack.getStack().getSliceLabel(1))
        .startsWith("mixed4c_pre_relu:12 facet 1 step 0 value ");
    assertThat(stack.getStack().getSliceLabel(6))
        .startsWith("mixed4c_pre_relu:12 facet 2 step 12 value ");
  }

  @Test
  void theUnroundedValuesAreAHyperstackOfColors() throws IOException {
    final Result result =
        run(
            "run('Visualize Channel...', 'size=48 steps=6 parameterization=alpha raw');"
                + "getDimensions(w, h, c, z, t); print(getTitle(), bitDepth(), c, z, t);");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("mixed4c:12-raw 32 4 1 1");
  }

  @Test
  void anObjectiveMayBeAnExpression() throws IOException {
    final ImagePlus seen =
        image(
            "run('Visualize Channel...', 'size=48 steps=6 transforms=none redirect"
                + " objective=[direction(mixed3b:1 + 2*mixed3b:7, 2) - 0.001*tv()]');");
    assertThat(seen.getProp("InceptionLens.objective"))
        .isEqualTo("direction(mixed3b_pre_relu:1 + 2*mixed3b_pre_relu:7, 2) - 0.001*tv()");
    assertThat(seen.getProp("InceptionLens.redirected rectifiers")).isEqualTo("16 steps");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "objective=mixed4c:99999            | channel is 99999, but mixed4c has channels",
        "objective=[mixed4c:1 +]            | column 12",
        "objective=magic(mixed4c:1)         | function is \"magic\"",
        "objective=top                      | name a class",
        "size=0                             | size is 0, expected 1 to 4096",
        "size=4096 facets=64                | 64 pictures of 4096 x 4096 pixels needs",
        "steps=0                            | steps is 0, expected 1 to",
        "learning_rate=0                    | learning_rate is 0.0, expected a number above 0",
        "snapshots=first                    | snapshots is \"first\", expected steps",
        "snapshots=300                      | snapshots is 300, expected 0 to 256",
        "facets=0                           | facets is 0, expected 1 to 64",
        "diversity=-1                       | diversity is -1.0",
        "parameterization=wavelet           | one of fourier, pixel, pyramid, shared, alpha",
        "learning_rate=fast                 | learning_rate is \"fast\", expected a number above 0",
        "spectrum=stack                     | parameterization=fourier has no given one",
        "parameterization=maco spectrum=stack | spectrum is stack, but no image is open",
        "parameterization=maco spectrum=nowhere | spectrum is \"nowhere\", expected stack, open or",
        "magnify=2                          | choose parameterization=cppn",
        "magnify=40 parameterization=cppn   | magnify is 40, expected 1 to 32",
        "magnify=64 parameterization=cppn size=64 facets=64 | 64 pictures of 4096 x 4096 pixels needs",
        "parameterization=cppn size=1500 facets=20 | MB of memory, but the budget is",
        "objective=mixed4c:1@2,3 transforms=crops | is a unit at one place, but transforms=crops",
        "magnify=2 parameterization=cppn evidence=stack | leave one of them out",
        "transforms=wild                    | one of auto, standard, jitter, crops, none"
      })
  void aBadParameterStopsTheMacroWithOneSentence(final String options, final String sentence)
      throws IOException {
    final Result result =
        run("run('Visualize Channel...', '" + options + "'); print('went on', nImages);");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }

  @Test
  void aCppnIsDrawnLarger() throws IOException {
    final ImagePlus seen =
        image(
            "run('Visualize Channel...', 'objective=mixed3a:3 size=40 steps=6"
                + " parameterization=cppn magnify=3');");
    assertThat(seen.getWidth()).isEqualTo(120);
    assertThat(seen.getProp("InceptionLens.transforms")).isEqualTo("none");
    assertThat(seen.getProp("InceptionLens.learning rate")).isEqualTo("0.005");
    assertThat(seen.getProp("InceptionLens.magnified")).isEqualTo("3");
    assertThat(seen.getProp("InceptionLens.size")).isEqualTo("40");
    assertThat(seen.getProp("InceptionLens.macro"))
        .contains("parameterization=cppn spectrum=1/f transforms=auto learning_rate=auto");
  }

  @Test
  void phasesKeepTheSpectrumOfTheOwnImagesAndShowWhereTheObjectiveDependedOnThem()
      throws IOException {
    final ImagePlus importance =
        image(
            "newImage('own', '8-bit noise', 100, 90, 2); run('Visualize Channel...',"
                + " 'objective=mixed3a:3 size=40 steps=6 parameterization=maco spectrum=stack"
                + " facets=2 importance'); selectImage('mixed3a:3-importance');");
    assertThat(importance.getBitDepth()).isEqualTo(32);
    assertThat(importance.getWidth()).isEqualTo(40);
    assertThat(importance.getStackSize()).isEqualTo(2);
    assertThat(importance.getStack().getSliceLabel(2))
        .isEqualTo("mixed3a_pre_relu:3 facet 2 importance");
    assertThat(importance.getStatistics().min).isGreaterThanOrEqualTo(0);
    assertThat(importance.getStatistics().max).isPositive();
    assertThat(importance.getProp("InceptionLens.spectrum"))
        .matches(
            "that of stack, 2 pictures of 1 images, 8 squares of 40 pixels, digest [0-9a-f]{8}");
    assertThat(importance.getProp("InceptionLens.macro"))
        .contains("parameterization=maco spectrum=stack");
  }

  @Test
  void anImageTooSmallForASpectrumStopsTheMacroWithOneSentence() throws IOException {
    final Result result =
        run(
            "newImage('own', '8-bit noise', 60, 30, 1); run('Visualize Channel...',"
                + " 'size=40 parameterization=maco spectrum=stack'); print('went on');");
    assertThat(result.err())
        .contains("spectrum, \"own\": the picture has 60 x 30 pixels, too few for a spectrum")
        .doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }

  @Test
  void aLayerIsAStackOfItsChannelsAndTheSecondTimeComesFromTheDisk() throws IOException {
    final String line = "run('Visualize Layer...', 'layer=mixed3a channels=2,5 size=48 steps=6');";
    final ImagePlus first = image("run('InceptionV1 Networks...', 'action=clear_cache');" + line);
    final ImagePlus second = image(line);

    for (final ImagePlus image : new ImagePlus[] {first, second}) {
      assertThat(image.getStackSize()).isEqualTo(2);
      assertThat(image.getBitDepth()).isEqualTo(24);
      assertThat(image.getStack().getSliceLabel(1)).startsWith("mixed3a:2 value ");
      assertThat(image.getStack().getSliceLabel(2)).startsWith("mixed3a:5 value ");
      assertThat(image.getProp("InceptionLens.layer")).isEqualTo("mixed3a");
      assertThat(image.getProp("InceptionLens.steps")).isEqualTo("6");
      assertThat(image.getProp("InceptionLens.macro")).startsWith("run(\"Visualize Layer...\"");
    }
    for (int slice = 1; slice <= 2; slice++) {
      assertThat((int[]) second.getStack().getPixels(slice))
          .isEqualTo((int[]) first.getStack().getPixels(slice));
    }
  }

  @Test
  void theMontageShowsAllChannelsAndTheStrongestAreThoseOfTheCurrentImage() throws IOException {
    final Result result =
        run(
            "newImage('a', '8-bit ramp', 96, 96, 1); run('Visualize Layer...',"
                + " 'layer=conv2d2 channels=strongest:3 size=32 steps=3 montage');"
                + " for (i = 1; i <= nImages; i++) { selectImage(i);"
                + " print(getTitle(), nSlices, getWidth()); }");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("Visualizations of conv2d2 3 32", "Montage of Visualizations of conv2d2 1 20");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer=mixed4z              | mixed4z",
        "channels=900               | 900",
        "channels=some              | channels is \"some\", expected strongest:12, all, or a list",
        "channels=strongest:3       | none is open: open one, or give a list such as 0-15",
        "size=0                     | size is 0, expected 1 to 4096",
        "steps=0                    | steps is 0, expected 1 to 100000"
      })
  void aBadParameterOfALayerStopsTheMacroWithOneSentence(
      final String options, final String sentence) throws IOException {
    final Result result =
        run("close('*'); run('Visualize Layer...', '" + options + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }
}
