package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import io.github.inceptionlens.circuit.stimulus.Stimulus;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.network.architecture.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stimuli and tuning by macros as users write them. */
final class TuningMacrosTest extends PluginMacros {

  private static final String MAKE = "run('Make Stimuli...', '";
  private static final String TUNE = "run('Tuning Curve...', '";
  private static final String EDGES = MAKE + "kind=edges size=96 angles=0-330-30 sizes=0,60');";
  private static final String SCENE =
      "open('" + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath() + "');";

  private static ResultsTable table(final String csv) throws IOException {
    return ResultsTable.open(folder.resolve(csv).toString());
  }

  @Test
  void stimuliAreLabeledAndTold() throws IOException {
    final ImagePlus stack =
        image(MAKE + "kind=curves size=80 curvatures=0,0.05 csv=[DIR/curves.csv]');");
    final ResultsTable table = table("curves.csv");
    assertThat(stack.getStackSize()).isEqualTo(48);
    assertThat(stack.getBitDepth()).isEqualTo(8);
    assertThat(table.size()).isEqualTo(48);
    for (int i = 0; i < 48; i++) {
      final Stimulus told = Stimulus.of(stack.getStack().getSliceLabel(i + 1)).orElseThrow();
      assertThat(table.getStringValue("Kind", i)).isEqualTo("curves");
      assertThat(table.getStringValue("Image", i)).isEqualTo("stimuli-curves");
      assertThat(table.getValue("Slice", i)).isEqualTo(i + 1);
      told.values()
          .forEach(
              (parameter, value) ->
                  assertThat(table.getValue(parameter.heading(), told(table, told)))
                      .isEqualTo(value));
      assertThat(stack.getStack().getProcessor(i + 1).getStats().min).isZero();
    }
  }

  private static int told(final ResultsTable table, final Stimulus stimulus) {
    return IntStream.range(0, table.size())
        .filter(
            row ->
                stimulus.values().entrySet().stream()
                    .allMatch(one -> table.getValue(one.getKey().heading(), row) == one.getValue()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hueIsRgb() throws IOException {
    final ImagePlus stack = image(MAKE + "kind=color size=32 angles=0,120,240 contrasts=0,1');");
    assertThat(stack.getBitDepth()).isEqualTo(24);
    assertThat(stack.getStackSize()).isEqualTo(6);
    assertThat(stack.getStack().getProcessor(5).get(16, 16) & 0xffffff).isEqualTo(0x00ff00);
  }

  @Test
  void aSelectionIsTurnedAboutItsCenter() throws IOException {
    final String select = SCENE + "makeRectangle(60, 50, 31, 31);";
    final ImagePlus stack =
        image(select + MAKE + "kind=roi size=63 angles=0,90 contrasts=1 sizes=1');");
    final ImageProcessor own =
        IJ.openImage(Path.of("sample-images", "scene-8bit.tif").toString()).getProcessor();
    final ImageProcessor plain = stack.getStack().getProcessor(1);
    final ImageProcessor turned = stack.getStack().getProcessor(2);
    for (int y = 0; y < 31; y++) {
      for (int x = 0; x < 31; x++) {
        assertThat(plain.get(16 + x, 16 + y)).isEqualTo(own.get(60 + x, 50 + y));
        assertThat(turned.get(16 + y, 16 + 30 - x)).isEqualTo(own.get(60 + x, 50 + y));
      }
    }
    assertThat(plain.get(0, 0)).isEqualTo(plain.get(62, 10));
  }

  @Test
  void labelsTableAndFileTellTheSame() throws IOException {
    printed(
        EDGES
            + TUNE
            + "layer=conv2d2 units=0-5 csv=[DIR/labels.csv]');"
            + "selectImage('stimuli-edges'); saveAs('Tiff', 'DIR/kept.tif'); close('*');"
            + "open('DIR/kept.tif'); "
            + TUNE
            + "layer=conv2d2 units=0-5 csv=[DIR/kept.csv]'); close('*');"
            + EDGES.replace("');", " csv=[DIR/edges.csv]');")
            + "for (i = 1; i <= nSlices; i++) { setSlice(i); setMetadata('Label', 'mine'); }"
            + TUNE
            + "layer=conv2d2 units=0-5 table=[DIR/edges.csv] csv=[DIR/table.csv]'); close('*');");
    final ResultsTable labels = table("labels.csv");
    for (final String column : List.of("Preferred", "Circular Variance", "Peak Response")) {
      assertThat(table("kept.csv").getColumn(column)).isEqualTo(labels.getColumn(column));
      assertThat(table("table.csv").getColumn(column)).isEqualTo(labels.getColumn(column));
    }
    assertThat(labels.getColumnAsStrings("Reference")).containsOnly("stimuli");
    assertThat(table("labels-curve.csv").size()).isEqualTo(6 * 24);
  }

  /** The peak's row of the curve is the largest, and names the slice. */
  @Test
  void tablesAgreeWithEachOther() throws IOException {
    printed(EDGES + TUNE + "layer=conv2d2 units=0-5 by=peak csv=[DIR/p.csv]'); close('*');");
    final ResultsTable tuning = table("p.csv");
    final ResultsTable curve = table("p-curve.csv");
    for (int unit = 0; unit < 6; unit++) {
      double largest = Double.NEGATIVE_INFINITY;
      int at = -1;
      for (int row = 24 * unit; row < 24 * (unit + 1); row++) {
        assertThat(curve.getStringValue("Unit", row)).isEqualTo("conv2d2:" + unit);
        if (curve.getValue("Response", row) > largest) {
          largest = curve.getValue("Response", row);
          at = row;
        }
      }
      assertThat(tuning.getValue("Peak Response", unit)).isEqualTo(largest);
      assertThat(tuning.getValue("Slice", unit)).isEqualTo(curve.getValue("Slice", at));
      assertThat(tuning.getStringValue("Image", unit)).isEqualTo("stimuli-edges");
    }
  }

  @Test
  void deviationsOverACollectionAreThoseOfItsStatistics() throws IOException {
    printed(
        "run('Make Sample Images...', 'count=5 size=96 folder=[DIR/mine]');"
            + "run('Layer Statistics...', 'images=[DIR/mine] layer=conv2d2 units=0-5"
            + " csv=[DIR/stat.csv]'); close('*');"
            + EDGES
            + TUNE
            + "layer=conv2d2 units=0-5 images=[DIR/mine] csv=[DIR/over.csv]'); close('*');");
    final ResultsTable tuning = table("over.csv");
    final ResultsTable statistics = table("stat.csv");
    assertThat(tuning.getColumn("Mean")).isEqualTo(statistics.getColumn("Mean"));
    assertThat(tuning.getColumn("Deviation")).isEqualTo(statistics.getColumn("Deviation"));
    assertThat(tuning.getColumnAsStrings("Reference"))
        .containsOnly(folder.resolve("mine").toString());
    assertThat(tuning.columnExists("Collection")).isFalse();
    assertThat(tuning.getColumnAsStrings("Image")).containsOnly("stimuli-edges");
  }

  /** At angle 0 a unit gives what it gives on the image. */
  @Test
  void theOwnImageIsTurned() throws IOException {
    final ImagePlus image = IJ.openImage(Path.of("sample-images", "scene-8bit.tif").toString());
    final Geometry geometry =
        Geometry.of(
            Training.TEXTURES.architecture().layer("conv2d2"), image.getWidth(), image.getHeight());
    final int x = (int) geometry.x().center(25);
    final int y = (int) geometry.y().center(22);
    printed(
        SCENE
            + String.format(Locale.ROOT, "makePoint(%d, %d);", x, y)
            + TUNE
            + "layer=conv2d2 units=0-5 turn=selection angles=0-270-90 csv=[DIR/turn.csv]');"
            + String.format(Locale.ROOT, "selectImage(1); run('Inspect Point...', 'x=%d y=%d", x, y)
            + " layer=conv2d2 count=48 csv=[DIR/point.csv]');");
    final ResultsTable curve = table("turn-curve.csv");
    assertThat(curve.size()).isEqualTo(24);
    assertThat(curve.getStringValue("Turned", 0)).isEqualTo("scene-8bit.tif");
    assertThat(curve.getValue("X", 0)).isEqualTo(x);
    assertThat(curve.getValue("Y", 0)).isEqualTo(y);
    assertThat(curve.getStringValue("Coordinates", 0)).isEqualTo("pixels");
    final ResultsTable tuning = table("turn.csv");
    final ResultsTable point = table("point.csv");
    for (int unit = 0; unit < 6; unit++) {
      final double value =
          curve.getValue("Response", 4 * unit) * tuning.getValue("Deviation", unit)
              + tuning.getValue("Mean", unit);
      assertThat(value).isCloseTo(at(point, unit), within(1e-3));
    }
  }

  private static double at(final ResultsTable point, final int channel) {
    return IntStream.range(0, point.size())
        .filter(row -> point.getStringValue("Unit", row).equals("conv2d2:" + channel))
        .mapToDouble(row -> point.getValue("Value", row))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFamilyIsShownItsOwnTopCropsTurned() throws IOException {
    printed(
        "run('Make Sample Images...', 'count=6 size=96 folder=[DIR/examples]');"
            + "run('Dataset Examples...', 'images=[DIR/examples] units=conv2d2:1,7 count=3');"
            + "close('*'); "
            + TUNE
            + "units=conv2d2:1,7 turn=examples:2 angles=0-345-15 csv=[DIR/family.csv]');");
    final ResultsTable tuning = table("family.csv");
    assertThat(tuning.getColumnAsStrings("Unit"))
        .containsExactly("conv2d2:1", "conv2d2:7", "conv2d2:1", "conv2d2:7");
    assertThat(tuning.getColumnAsStrings("Turned"))
        .containsExactly("conv2d2:1", "conv2d2:1", "conv2d2:7", "conv2d2:7");
    final ResultsTable curve = table("family-curve.csv");
    assertThat(curve.size()).isEqualTo(2 * 2 * 2 * 24);
    assertThat(curve.getStringValue("Collection", 0))
        .isEqualTo(folder.resolve("examples").toString());
    assertThat(Files.exists(folder.resolve("examples").resolve(curve.getStringValue("Image", 0))))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Make Stimuli... | kind=stars | kind is \"stars\", but one of curves, edges",
        "Make Stimuli... | angles=0-360 | angles is \"0-360\", expected numbers",
        "Make Stimuli... | kind=roi | kind is roi, but no image is open",
        "Make Stimuli... | foreground=300 | foreground is \"300\", expected a gray value",
        "Make Stimuli... | foreground=255 | foreground and background are the same color",
        "Make Stimuli... | angles=0-359-1 sizes=1-100-1 | these are 108,000 stimuli (360 angles",
        "Make Stimuli... | size=5000 | size is \"5000\", but a whole number from 8 to 2048",
        "Tuning Curve... | units=0 | no stack of stimuli is open",
        "Tuning Curve... | turn=around | turn is \"around\", expected selection",
        "Tuning Curve... | turn=examples:2 | turn is examples: name the units",
        "Tuning Curve... | turn=examples units=mixed5b:3 | none of mixed5b:3 are kept",
      })
  void whatIsWrongIsSaidInASentence(final String command, final String keys, final String sentence)
      throws IOException {
    assertThat(run("close('*'); run('" + command + "', '" + keys + "');").err()).contains(sentence);
  }

  @Test
  void stacksThatTellNothingAreRefused() throws IOException {
    final String ramp = "close('*'); newImage('mine', '8-bit ramp', 64, 64, 3);";
    assertThat(run(ramp + TUNE + "layer=conv2d2 units=0');").err())
        .contains("the label of slice 1 of \"mine\" does not tell what it shows");
    Files.writeString(folder.resolve("short.csv"), "Slice,Angle\n1,0\n2,10\n");
    assertThat(run(ramp + TUNE + "layer=conv2d2 units=0 table=[DIR/short.csv]');").err())
        .contains("has no row for slice 3 of \"mine\"");
    Files.writeString(folder.resolve("twice.csv"), "Slice,Angle\n1,0\n1,10\n2,3\n");
    assertThat(run(ramp + TUNE + "layer=conv2d2 units=0 table=[DIR/twice.csv]');").err())
        .contains("expected the number of a slice that no other row has");
    Files.writeString(folder.resolve("same.csv"), "Slice,Angle\n1,5\n2,5\n3,5\n");
    assertThat(run(ramp + TUNE + "layer=conv2d2 units=0 table=[DIR/same.csv]');").err())
        .contains("the pictures do not differ in any of Angle, Hue");
  }
}
