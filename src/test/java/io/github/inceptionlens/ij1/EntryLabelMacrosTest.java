package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.InceptionLens;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.weights.dictionary.DictionaryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dictionary calls its entries stands where a command names one to a reader. */
final class EntryLabelMacrosTest extends PluginMacros {

  private static final String NAMED = "named:0 \"spindle\"";
  private static final String SCENE =
      "open('" + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath() + "');";

  /** Slices that differ: discs of growing size on a ramp. */
  private static final String FRAMES =
      "newImage('mine', '8-bit ramp', 96, 80, 20); setForegroundColor(255, 255, 255);"
          + " for (i = 2; i <= nSlices; i++) { setSlice(i); makeOval(3 * i, 2 * i, 4 + i, 30 - i);"
          + " run('Fill', 'slice'); } run('Select None');";

  private static final String QUICK = " preset=custom size=48 steps=2";

  /** Two entries, of which the second has no label. */
  @BeforeAll
  static void bringIn() throws IOException {
    try (InceptionLens lens = InceptionLens.open()) {
      final InceptionV1 network = lens.network();
      final int channels = network.architecture().layer("mixed3a_pre_relu").channels();
      final float[] rows = new float[2 * channels];
      rows[0] = 1;
      rows[channels + 1] = 1;
      final Dictionary named =
          new Dictionary(
              "named",
              new Dictionary.Home(
                  "mixed3a_pre_relu", network.architecture().name(), network.digest()),
              rows,
              new float[2],
              Nonlinearity.RELU,
              Optional.empty(),
              new float[channels],
              1,
              List.of("spindle", ""),
              Map.of());
      Files.write(folder.resolve("named.safetensors"), DictionaryFile.bytes(named));
    }
    printed(
        "run('InceptionV1 Dictionaries...', 'action=import replace name=named"
            + " file=[DIR/named.safetensors]');");
  }

  @AfterAll
  static void takeAway() throws IOException {
    printed("run('InceptionV1 Dictionaries...', 'action=remove name=named');");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Activation Maps...  | layer=named channels=0",
        "Activation Maps...  | layer=named_pre_relu channels=0",
        "Saliency Map...     | target=named:0 method=Gradient",
        "Compare Saliency... | targets=named:0 methods=Gradient",
        "Visualize Channel...| objective=named:0",
        "Visualize Layer...  | layer=named channels=0",
        "DeepDream...        | objective=named:0 octaves=1 steps=1"
      })
  void slicesNameEntries(final String command, final String keys) throws IOException {
    final String quick = command.startsWith("Visualize") ? keys + QUICK : keys;
    final ImagePlus image = image(SCENE + "run('" + command + "', '" + quick + "');");
    assertThat(image.getStack().getSliceLabel(1))
        .containsPattern("named(_pre_relu)?:0 \"spindle\"");
  }

  @Test
  void slicesOfEntriesWithoutALabelNameTheUnit() throws IOException {
    final ImagePlus image = image(SCENE + "run('Activation Maps...', 'layer=named channels=0-1');");
    assertThat(image.getStack().getSliceLabel(1)).isEqualTo(NAMED);
    assertThat(image.getStack().getSliceLabel(2)).isEqualTo("named:1");
  }

  @Test
  void titlesNameEntries() throws IOException {
    final String out =
        printed(
            FRAMES
                + "mine = getTitle(); run('Visualize Channel...', 'objective=named:0 plot"
                + QUICK
                + "');"
                + titles()
                + "selectImage(mine); run('Visualize Channel...', 'objective=named:0 evidence=stack"
                + " examples=2"
                + QUICK
                + "');"
                + titles()
                + "selectImage(mine); run('Two-Alternative Test...', 'objective=named:0"
                + " natural=stack examples=2 trials=2 answers=LR"
                + QUICK
                + "');"
                + titles()
                + "selectImage(mine); run('Path Similarity...', 'objective=named:0 natural=stack"
                + " examples=2"
                + QUICK
                + "');"
                + titles());
    assertThat(out)
        .contains(
            "title " + NAMED + "\n",
            "title Course of " + NAMED + "\n",
            "title Evidence for named_pre_relu:0 \"spindle\"\n",
            "title References for named_pre_relu:0 \"spindle\"\n",
            "title Trials of named_pre_relu:0 \"spindle\"\n",
            "Path Similarity, named_pre_relu:0 \"spindle\": where Normalised");
  }

  private static String titles() {
    return "list = getList('image.titles'); for (i = 0; i < list.length; i++)"
        + " print('title ' + list[i]);";
  }

  @Test
  void overlaysNameEntries() throws IOException {
    final String names =
        "for (i = 0; i < Overlay.size; i++) { Overlay.activateSelection(i); print(Roi.getName); }";
    assertThat(printed(SCENE + "run('Activation Overlay...', 'unit=named:0');" + names))
        .contains(
            "Activation overlay on scene-8bit.tif: " + NAMED + ", activations",
            "\nInceptionV1 " + NAMED + "\n",
            "\nInceptionV1 " + NAMED + " bar\n");
    assertThat(
            printed(
                SCENE
                    + "title = getTitle(); run('Saliency Map...', 'target=named:0 method=Gradient"
                    + " overlay'); selectImage(title);"
                    + names))
        .contains("InceptionV1 Gradient " + NAMED + "\n");
  }

  /** Columns that were there stay as they are. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Strongest Channels...   | layer=named count=2",
        "What Fires Here...      | layer=named count=2",
        "Compare Saliency...     | targets=named:0;named:1 methods=Gradient",
        "Evaluate Saliency...    | target=named:0 method=Gradient measures=infidelity",
        "Visualize Channel...    | objective=named:0 evidence=stack examples=2",
        "Path Similarity...      | objective=named:0 natural=stack examples=2",
        "Two-Alternative Test... | objective=named:0 natural=stack examples=2 trials=2 answers=LR"
      })
  void tablesHaveAColumnOfLabels(final String command, final String keys) throws IOException {
    final boolean draws = keys.contains("objective");
    printed(
        (draws ? FRAMES : SCENE + "makeRectangle(9, 9, 60, 60);")
            + "run('"
            + command
            + "', '"
            + keys
            + (draws ? QUICK : "")
            + " csv=[DIR/s.csv]');");
    final ResultsTable table = ResultsTable.open(folder.resolve("s.csv").toString());
    final String[] headings = table.getHeadings();
    assertThat(headings[headings.length - 1]).isEqualTo("Label");
    assertThat(table.size()).isPositive();
    for (int row = 0; row < table.size(); row++) {
      assertThat(table.getStringValue("Label", row).replace("NaN", ""))
          .isEqualTo(isFirst(table, row) ? "spindle" : "");
    }
  }

  private static boolean isFirst(final ResultsTable table, final int row) {
    if (table.columnExists("Channel")) {
      return table.getValue("Channel", row) == 0;
    }
    final String unit = table.getStringValue(table.columnExists("Unit") ? "Unit" : "Target", row);
    assertThat(unit).matches("named(_pre_relu)?:[01]");
    return unit.endsWith(":0");
  }

  @Test
  void tablesWithoutLabelsAreAsBefore() throws IOException {
    printed(
        SCENE
            + "run('Strongest Channels...', 'layer=mixed3a count=2 csv=[DIR/p.csv]');"
            + "run('Compare Saliency...', 'targets=named:1 methods=Gradient csv=[DIR/q.csv]');");
    for (final String file : List.of("p.csv", "q.csv")) {
      assertThat(ResultsTable.open(folder.resolve(file).toString()).columnExists("Label"))
          .as(file)
          .isFalse();
    }
  }

  @Test
  void functionsOfMacrosGiveThePlainUnit() throws IOException {
    assertThat(
            printed(
                SCENE + "run('Lens Macro Functions'); print(Ext.lensStrongest('named', 100, 90));"))
        .containsPattern("(?m)^named:[01]$");
  }
}
