package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import io.github.inceptionlens.image.place.CropPlaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Activation grids by macros as users write them, the bundled network. */
final class GridMacrosTest extends PluginMacros {

  private static final String RAMP =
      "newImage('cells', '8-bit ramp', 96, 64, 3); setSlice(2); makeOval(20, 10, 30, 30);"
          + " run('Invert', 'slice'); run('Select None');"
          + " run('Properties...', 'unit=um pixel_width=0.5 pixel_height=0.5');";
  private static final String QUICK = "layer=mixed3b steps=2 cell=24 seed=3";

  private static String grid(final String options) {
    return "run('Activation Grid...', '" + options + "');";
  }

  private static String sample(final String name) {
    return "open('" + Path.of("sample-images", name).toAbsolutePath() + "');";
  }

  @Test
  void aGridLiesOnTheImageAndItsMacroLineMakesItAgain() throws IOException {
    final ImagePlus first = image(RAMP + grid(QUICK));
    assertThat(first.getBitDepth()).isEqualTo(24);
    assertThat(first.getWidth()).isEqualTo(12 * 24);
    assertThat(first.getHeight()).isEqualTo(8 * 24);
    assertThat(first.getCalibration().getUnit()).isEqualTo("µm");
    assertThat(first.getCalibration().pixelWidth).isCloseTo(0.5 * 8 / 24, within(1e-9));
    assertThat(first.getProp("Slice_Label")).isEqualTo("Activation grid of mixed3b");
    assertThat(first.getProp("InceptionLens.method")).isEqualTo("activation grid");
    assertThat(first.getProp("InceptionLens.image")).isEqualTo("cells");
    assertThat(first.getProp("InceptionLens.steps")).isEqualTo("2");
    assertThat(first.getProp("InceptionLens.seed")).isEqualTo("3");
    assertThat(first.getProp("InceptionLens.network")).isEqualTo("textures");
    final String line = first.getProp("InceptionLens.macro");
    assertThat(line).startsWith("run(\"Activation Grid...\", \"layer=mixed3b steps=2 cell=24");

    final ImagePlus again = image(RAMP + line);
    assertThat((int[]) again.getProcessor().getPixels())
        .isEqualTo((int[]) first.getProcessor().getPixels());
  }

  @Test
  void aCellLeadsToItsPlaceOnTheSlice() throws IOException {
    final ImagePlus seen = image(RAMP + grid(QUICK));
    final List<CropPlaces.Crop> places = CropPlaces.of(seen).orElseThrow().crops();
    assertThat(places).hasSize(12 * 8);
    final CropPlaces.Crop one = places.get(12 + 3);
    assertThat(one.image()).isEqualTo("cells");
    assertThat(one.slice()).isEqualTo(2);
    assertThat(one.at()).isEqualTo(new CropPlaces.Box(3 * 24, 24, 24, 24));
    assertThat(one.from().width()).isEqualTo(8);
    final double left = seen.getCalibration().getX(3.0 * 24) / 0.5;
    assertThat((double) one.from().x()).isCloseTo(left, within(0.51));
  }

  @Test
  void aSelectionHasItsOwnCellsAndTheImageStays() throws IOException {
    final String out =
        printed(
            RAMP
                + "before = getValue('Mean'); makeRectangle(24, 16, 48, 24);"
                + grid(QUICK + " scaled")
                + "print(getTitle(), getWidth(), getHeight()); getVoxelSize(w, h, d, unit);"
                + "toScaled(x, y); Stack.getPosition(c, z, t); x = 0; y = 0; toScaled(x, y);"
                + "print(round(x * 2), round(y * 2)); selectImage('cells');"
                + "run('Select None'); if (before == getValue('Mean')) print('same');");
    assertThat(out).contains("Activation grid of mixed3b 144 72\n").contains("same\n");
    assertThat(out).containsPattern("2[0-8] 1[2-9]\n|2[0-8] 20\n");
  }

  @Test
  void groupsAreASheetThatLeadsToWhereTheyAreStrongest() throws IOException {
    final ImagePlus sheet =
        image(sample("scene-8bit.tif") + grid("layer=mixed4d groups=3 steps=1 cell=40"));
    assertThat(sheet.getTitle()).isEqualTo("seen.tif");
    assertThat(sheet.getProp("InceptionLens.groups")).isEqualTo("3");
    assertThat(sheet.getProp("InceptionLens.method")).isEqualTo("activation grid of groups");
    final List<CropPlaces.Crop> places = CropPlaces.of(sheet).orElseThrow().crops();
    assertThat(places).hasSize(3);
    assertThat(places.get(0).from().width()).isEqualTo(16);
    assertThat(places.get(0).from().x()).isLessThanOrEqualTo(places.get(2).from().x());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer=mixed9            | layer is \"mixed9\"",
        "steps=0                 | steps is \"0\"",
        "cell=4                  | cell is 4, expected 8 to 256",
        "cell=wide               | cell is \"wide\", expected auto or a number of pixels",
        "groups=25               | groups is \"25\"",
        "layer=conv2d0 scale=4   | conv2d0 has 24,576 positions here",
        "layer=mixed4d scale=0.1 | scale"
      })
  void aBadParameterStopsTheMacroWithOneSentence(final String options, final String sentence)
      throws IOException {
    final Result result = run(RAMP + grid(options) + "print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }
}
