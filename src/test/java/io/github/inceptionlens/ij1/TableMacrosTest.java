package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables as macros meet them: with a file of their own, and where rows of others are. */
@OnDisplay
final class TableMacrosTest extends PluginMacros {

  private static final String SCENE =
      "open('" + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath() + "');";

  @Test
  void aFileHoldsAllDigitsAndLeavesTheResultsAlone() throws Exception {
    final String out =
        printed(
            SCENE
                + "run('Classify with InceptionV1...', 'top=2 csv=[DIR/c.csv]');"
                + "print('rows', nResults);");
    assertThat(out).contains("rows 0");
    final List<String> lines = Files.readAllLines(folder.resolve("c.csv"));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .isEqualTo("Image,Slice,Rank,Class,Label,Logit,Probability,Network,Selection,Range,Run");
    assertThat(lines.get(1))
        .contains("scene-8bit.tif,1,1,")
        .endsWith(",textures,whole image,auto (0-255),1");
    assertThat(lines.get(1).split(",")[5]).matches("-?\\d+\\.\\d{6,}");
  }

  @Test
  void anEarlierFileIsReplacedAndAMissingFolderIsSaidBeforeTheWork() throws Exception {
    Files.writeString(folder.resolve("r.csv"), "mine");
    printed(SCENE + "run('Describe Network...', 'csv=[DIR/r.csv]');");
    assertThat(Files.readString(folder.resolve("r.csv")))
        .startsWith("Layer,")
        .contains(",textures,");
    assertThat(run(SCENE + "run('Describe Network...', 'csv=[DIR/none/r.csv]');").err())
        .contains("csv is \"" + folder.resolve("none/r.csv") + "\", but there is no folder");
    assertThat(run(SCENE + "run('Describe Network...', 'csv=[DIR]');").err())
        .contains("which is a folder");
  }

  @Test
  void aFileForATableThatIsNotMadeIsRefusedBeforeTheWork() throws Exception {
    assertThat(run("run('Visualize Channel...', 'csv=[DIR/v.csv]');").err())
        .contains("without images there is no table");
    assertThat(folder.resolve("v.csv")).doesNotExist();
  }

  @Test
  void threeRunsOfOneCommandCannotBeTakenForOne() throws Exception {
    final String once = "run('Classify with InceptionV1...', 'top=1');";
    final String out =
        printed(
            SCENE
                + once
                + "makeOval(10, 20, 100, 90);"
                + once
                + once
                + "for (i = 0; i < nResults; i++) print(getResult('Run', i),"
                + " getResultString('Network', i), getResultString('Selection', i));");
    assertThat(out)
        .contains("1 textures whole image")
        .contains("2 textures Oval 100 x 90 at (10, 20)")
        .contains("3 textures Oval 100 x 90 at (10, 20)");
  }

  @Test
  void aRowWithoutAPlaceHasNothingInTheColumnsOfPlaces() throws Exception {
    final String out =
        printed(
            SCENE
                + "run('Classify with InceptionV1...', 'top=1');"
                + "run('Strongest Channels...', 'layer=conv2d2 count=1');"
                + "print('x', getResult('X', 0), isNaN(getResult('X', 1)));"
                + "print('probability', isNaN(getResult('Probability', 0)),"
                + " getResult('Probability', 1));");
    assertThat(out).contains("x NaN 0\n", "probability 0 0\n");
  }

  @Test
  void rowsOfOthersInTheResultsAreWarnedOf() throws Exception {
    final String out =
        printed(SCENE + "run('Measure'); run('Classify with InceptionV1...', 'top=1');");
    assertThat(out).contains("give csv=FILE for a table of their own");
    assertThat(
            printed(
                SCENE
                    + "run('Measure'); for (i = 0; i < 2; i++)"
                    + " run('Classify with InceptionV1...', 'top=1');"
                    + "print('run', getResult('Run', 1), getResult('Run', 2));"))
        .contains("run 1 2\n");
    assertThat(printed(SCENE + "run('Classify with InceptionV1...', 'top=1');"))
        .doesNotContain("csv=FILE");
  }

  @Test
  void aWindowsTableAndTheFileAgree() throws Exception {
    Needs.display();
    final MacroProcess.Result result =
        MacroProcess.inWindow(
            folder,
            (SCENE
                    + "for (i = 0; i < 2; i++) run('Classify with InceptionV1...', 'top=1 csv=[DIR/w.csv]');"
                    + "Table.rename('InceptionV1 Classes', 'Results');"
                    + "print(nResults, getResult('Run', 1));"
                    + "f = File.open('DIR/w.txt'); print(f, '' + nResults + ' ' + getResult('Run', 1));"
                    + "File.close(f);")
                .replace('\'', '"')
                .replace("DIR", folder.toString()));
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(Files.readString(folder.resolve("w.txt")).strip()).isEqualTo("2 2");
    assertThat(Files.readAllLines(folder.resolve("w.csv")))
        .hasSize(2)
        .last()
        .asString()
        .endsWith(",textures,whole image,auto (0-255),1");
  }

  @Test
  void aResultOfOursAsInputIsTold() throws Exception {
    final String out =
        printed(SCENE + "run('Saliency Map...'); run('Strongest Channels...', 'count=1');");
    assertThat(out)
        .contains(
            "Strongest Channels: \"scene-8bit-Grad-CAM\" is not an image of yours, but a result of"
                + " Inception Lens.");
    assertThat(printed(SCENE + "run('Saliency Map...'); run('Measure Saliency...');"))
        .doesNotContain("is not an image of yours");
  }
}
