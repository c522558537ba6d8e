package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GroupMacrosTest extends PluginMacros {

  private static final String SCENE = sample("scene-8bit.tif");
  private static final String QUICK = "preset=custom size=48 steps=1 csv=[DIR/g.csv] ";

  private static String sample(final String name) {
    return "open('" + Path.of("sample-images", name).toAbsolutePath() + "');";
  }

  private static String groups(final String options) {
    return "run('Group Activations...', '" + QUICK + options + "');";
  }

  private static ResultsTable table() throws IOException {
    return ResultsTable.open(folder.resolve("g.csv").toString());
  }

  @Test
  void groupsAreMapsAPictureAnOverlayAndATable() throws IOException {
    final String out =
        printed(
            SCENE
                + "before = getValue('Mean');"
                + groups("count=3")
                + "print(getTitle(), bitDepth(), nSlices);"
                + "selectImage('scene-8bit-mixed4d groups');"
                + "print(bitDepth(), getWidth(), getHeight(), nSlices);"
                + "for (i = 1; i <= 3; i++) { Stack.setChannel(i);"
                + " if (getValue('Min') >= 0) print(getInfo('slice.label')); }"
                + "selectImage('scene-8bit.tif');"
                + "if (before == getValue('Mean') && Overlay.size > 3) print('drawn');"
                + "run('Clear Activation Overlay'); print('left', Overlay.size, nResults);");
    assertThat(out)
        .contains("Groups of mixed4d in scene-8bit 24 1\n")
        .contains("32 256 256 3\n")
        .contains("mixed4d group 1\nmixed4d group 2\nmixed4d group 3\n")
        .contains("drawn\nleft 0 0\n");
    final ResultsTable table = table();
    assertThat(table.size()).isEqualTo(3);
    double share = 0;
    for (int row = 0; row < 3; row++) {
      assertThat(table.getValue("Group", row)).isEqualTo(row + 1);
      assertThat(table.getValue("Peak", row)).isPositive();
      assertThat(table.getStringValue("Channels", row)).matches("(mixed4d:\\d+ ?){3}");
      assertThat(table.getStringValue("Target1", row)).isEqualTo("class:17 honeycomb epithelium");
      share += table.getValue("Share", row);
      if (row > 0) {
        assertThat(table.getValue("X", row)).isGreaterThanOrEqualTo(table.getValue("X", row - 1));
      }
    }
    assertThat(share).isBetween(0.7, 1.1);
    assertThat(table.getValue("Attribution3", 2)).isNotZero();
  }

  @Test
  void ofAStackGroupsAreTheSameOnAllSlices() throws IOException {
    final ImagePlus maps =
        image(
            sample("drift.tif")
                + groups("stack count=2 layer=mixed3b")
                + "close(); print(getTitle());");
    assertThat(maps.getDimensions()[2]).isEqualTo(2);
    assertThat(maps.getStackSize()).isEqualTo(2 * 5);
    assertThat(maps.getStack().getSliceLabel(2)).startsWith("mixed3b group 2");
    assertThat(table().size()).isEqualTo(2 * 5);
    assertThat(table().getStringValue("Channels", 0))
        .isEqualTo(table().getStringValue("Channels", 8));
  }

  @Test
  void keptGroupsAreADictionaryForOtherCommands() throws IOException {
    printed("run('InceptionV1 Dictionaries...', 'action=list');");
    printed(SCENE + groups("count=3 name=kept_groups replace"));
    final ImagePlus maps = image(SCENE + groups("count=3") + "close();");
    final ImagePlus entries =
        image(SCENE + "run('Activation Maps...', 'layer=kept_groups channels=all');");
    assertThat(entries.getStackSize()).isEqualTo(3);
    for (int group = 1; group <= 3; group++) {
      assertThat(
              correlation(
                  (float[]) entries.getStack().getPixels(group),
                  (float[]) maps.getStack().getPixels(group)))
          .as("group %d", group)
          .isGreaterThan(0.9);
    }
    assertThat(run(SCENE + groups("count=3 name=kept_groups")).err())
        .contains("there is such a dictionary already");
    assertThat(run(SCENE + groups("count=2 name=other_groups layer=kept_groups")).err())
        .contains("that is a dictionary's: choose the layer that it reads, mixed4d");
    printed(SCENE + groups("count=2 layer=kept_groups"));
    assertThat(table().getStringValue("Channels", 0)).startsWith("kept_groups:");
    printed(SCENE + "run('Channel Attribution...', 'layer=kept_groups count=3 csv=[DIR/g.csv]');");
    assertThat(table().size()).isEqualTo(3);
    printed("run('InceptionV1 Dictionaries...', 'action=remove name=kept_groups');");
  }

  private static double correlation(final float[] a, final float[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void groupsOfASelectionLieThere() throws IOException {
    final ImagePlus maps =
        image(SCENE + "makeRectangle(20, 130, 110, 100);" + groups("count=2") + "close();");
    assertThat(maps.getWidth()).isEqualTo(110);
    assertThat(maps.getHeight()).isEqualTo(100);
    assertThat(maps.getCalibration().getX(0)).isCloseTo(8, within(1e-6));
    final ResultsTable table = table();
    for (int row = 0; row < 2; row++) {
      assertThat(table.getValue("X", row)).isBetween(0.4 * 20, 0.4 * 130);
      assertThat(table.getValue("Y", row)).isBetween(0.4 * 130, 0.4 * 230);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer=mixed4d_pre_relu | need activations of 0 and above",
        "layer=mixed9z          | layer is \"mixed9z\"",
        "count=0                | a whole number from 1 to 24",
        "count=25               | a whole number from 1 to 24",
        "name=mixed4c           | name is \"mixed4c\", but a dictionary's name",
        "size=0                 | size is 0, expected 1 to 4096",
        "steps=0                | steps is 0",
      })
  void aBadParameterStopsTheMacroWithOneSentence(final String options, final String sentence)
      throws IOException {
    final Result result =
        run(SCENE + "run('Group Activations...', 'preset=custom " + options + "'); print('on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("on\n");
  }

  @Test
  void nothingThatFiresIsNoGroup() throws IOException {
    assertThat(run("newImage('black', '8-bit black', 64, 64, 1);" + groups("layer=conv2d0")).err())
        .doesNotContain("\tat ");
  }
}
