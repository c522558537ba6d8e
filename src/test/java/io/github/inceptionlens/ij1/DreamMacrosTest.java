package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Own images through the network's eyes, by macros as users write them, the bundled network. */
final class DreamMacrosTest extends PluginMacros {

  private static final String RAMP =
      "newImage('cells', '8-bit ramp', 90, 80, 1);"
          + " run('Properties...', 'unit=um pixel_width=0.5 pixel_height=0.5');";

  @Test
  void aDreamLiesWhereTheSelectionLiesAndItsMacroLineMakesItAgain() throws IOException {
    final String select = "makeRectangle(10, 20, 64, 48);";
    final ImagePlus first =
        image(RAMP + select + "run('DeepDream...', 'octaves=2 steps=2 seed=3');");
    assertThat(first.getBitDepth()).isEqualTo(24);
    assertThat(first.getWidth()).isEqualTo(64);
    assertThat(first.getHeight()).isEqualTo(48);
    assertThat(first.getCalibration().pixelWidth).isEqualTo(0.5);
    assertThat(first.getCalibration().xOrigin).isEqualTo(-10);
    assertThat(first.getProp("Slice_Label")).isEqualTo("DeepDream deepdream(mixed4c)");
    assertThat(first.getProp("InceptionLens.image")).isEqualTo("cells");
    assertThat(first.getProp("InceptionLens.method")).isEqualTo("DeepDream");
    assertThat(first.getProp("InceptionLens.steps")).isEqualTo("4");
    final String line = first.getProp("InceptionLens.macro");
    assertThat(line).startsWith("run(\"DeepDream...\", \"objective=deepdream(mixed4c) scale=1");

    final ImagePlus again = image(RAMP + select + line);
    assertThat((int[]) again.getProcessor().getPixels())
        .isEqualTo((int[]) first.getProcessor().getPixels());
  }

  @Test
  void theUsersImageStaysAndUnroundedValuesAreAHyperstackOfColors() throws IOException {
    final Result result =
        run(
            RAMP
                + "run('DeepDream...', 'objective=mixed3a:2 octaves=1 steps=1 raw');"
                + "for (i = 1; i <= nImages; i++) { selectImage(i);"
                + " getStatistics(a, mean, min, max); getDimensions(w, h, c, z, t);"
                + " print(getTitle(), bitDepth(), w, c, z, t, max); }");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("cells 8 90 1 1 1 253", "cells-dream 24 90 1 1 1")
        .contains("cells-dream-raw 32 90 3 1 1");
  }

  @Test
  void inversionsAndCaricaturesAreLabeledStacks() throws IOException {
    final ImagePlus inverted =
        image(RAMP + "run('Invert Features...', 'layers=[conv2d0, mixed3a] steps=6 seed=2');");
    assertThat(inverted.getStackSize()).isEqualTo(2);
    assertThat(inverted.getBitDepth()).isEqualTo(24);
    assertThat(inverted.getCalibration().pixelWidth).isEqualTo(0.5);
    assertThat(inverted.getStack().getSliceLabel(1)).startsWith("conv2d0 distance ");
    assertThat(inverted.getProp("InceptionLens.method")).isEqualTo("inversion");
    assertThat(inverted.getProp("InceptionLens.distance in mixed3a")).contains("at the start");

    final ImagePlus drawn =
        image(RAMP + "run('Caricature...', 'layers=mixed3a steps=6 power=1 start=image');");
    assertThat(drawn.getStackSize()).isEqualTo(1);
    assertThat(drawn.getWidth()).isEqualTo(90);
    assertThat(drawn.getProp("Slice_Label")).startsWith("mixed3a gain ");
    assertThat(drawn.getProp("InceptionLens.start")).isEqualTo("image");
    assertThat(drawn.getProp("InceptionLens.macro"))
        .startsWith("run(\"Caricature...\", \"layers=mixed3a scale=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DeepDream...       | objective=mixed4c:99999   | channel is 99999, but mixed4c has channels",
        "DeepDream...       | objective=top             | another class as the picture changes",
        "DeepDream...       | octaves=0                 | octaves is 0, expected 1 to 16",
        "DeepDream...       | octaves=16                | ask for fewer octaves",
        "DeepDream...       | ratio=1                   | ratio is 1.0, expected a number above 1",
        "DeepDream...       | steps=0                   | steps is 0",
        "DeepDream...       | rate=-1                   | rate is -1.0",
        "DeepDream...       | jitter=-1                 | jitter is -1",
        "DeepDream...       | tile=64                   | tile is 64, expected 128 to 4096",
        "DeepDream...       | scale=0                   | scale is 0.0",
        "DeepDream...       | scale=100                 | MB",
        "Invert Features... | layers=mixed9             | layer is \"mixed9\"",
        "Invert Features... | layers=[ , ]              | layers is \" , \", expected layers",
        "Invert Features... | tv=-1                     | tv is -1.0",
        "Invert Features... | learning_rate=0           | learning_rate is 0.0",
        "Caricature...      | power=-1                  | power is -1.0",
        "Caricature...      | start=nothing             | start",
        "Caricature...      | transforms=wild           | one of standard, jitter, none"
      })
  void aBadParameterStopsTheMacroWithOneSentence(
      final String command, final String options, final String sentence) throws IOException {
    final Result result =
        run(RAMP + "run('" + command + "', '" + options + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }
}
