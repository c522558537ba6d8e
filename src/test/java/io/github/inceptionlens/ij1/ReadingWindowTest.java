package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A blinded reading in plain ImageJ's window, read as a person does. */
@OnDisplay
final class ReadingWindowTest {

  private static final String MACRO =
      "File.makeDirectory('DIR/own'); if (File.exists('DIR/key.csv')) open('DIR/cases.tif'); else {"
          + " newImage('maps', '8-bit ramp', 60, 40, 3); for (i = 1; i <= 3; i++) { setSlice(i);"
          + " makeOval(12 * i, 8, 14, 14); run('Invert', 'slice'); } run('Select None');"
          + " run('Blinded Reading...', 'seed=3 key=DIR/key.csv csv=DIR/own/sheet.csv"
          + " columns=[Lesion, Vessel]'); saveAs('Tiff', 'DIR/cases.tif'); }"
          + " run('Read Cases...', 'sheet=DIR/own/sheet.csv'); print('went on');";

  @TempDir private Path folder;

  @BeforeEach
  void needsAScreen() {
    Needs.display();
  }

  private String read(final String... actions) throws Exception {
    final String macro = MACRO.replace('\'', '"').replace("DIR", folder.toString());
    final List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Duser.home=" + folder,
                PersonCheck.class.getName(),
                Path.of("target", "classes").toAbsolutePath().toString(),
                folder.resolve("ImageJ").toString(),
                Files.writeString(folder.resolve("m.ijm"), macro).toString(),
                folder.resolve("window.png").toString(),
                "Read Cases"));
    arguments.addAll(List.of(actions));
    return MacroProcess.java(folder, arguments).out();
  }

  private List<String> answers() throws Exception {
    return Files.readAllLines(folder.resolve("own/sheet.csv")).stream()
        .skip(1)
        .map(line -> line.substring(line.indexOf("Case")))
        .toList();
  }

  @Test
  void aReadingIsPausedAndGoesOnLater() throws Exception {
    assertThat(read("press y", "press n", "press 2", "click no 2", "press escape"))
        .contains("at Case 001 (1 of 3), question 1 of 2; 0 read: press y\n")
        .contains("at Case 002 (2 of 3), question 2 of 2; 1 read: click no 2\n")
        .contains("at Case 002 (2 of 3), question 1 of 2; 1 read: press escape\n")
        .contains("1 of 3 cases are read: to go on, run Read Cases... with the sheet")
        .contains("went on\n", "windows left: 0\n");
    assertThat(answers()).containsExactly("Case 001,yes,no", "Case 002,,no", "Case 003,,");
    assertThat(read("click yes 1", "press right", "press 2", "press n", "close"))
        .contains("at Case 002 (2 of 3), question 1 of 2; 1 read: click yes 1\n")
        .contains("at Case 003 (3 of 3), question 2 of 2; 2 read: press n\n")
        .contains("2 of 3 cases are read");
    assertThat(answers()).containsExactly("Case 001,yes,no", "Case 002,yes,no", "Case 003,,no");
  }

  @Test
  void theLastAnswerLeavesTimeToCorrectOthers() throws Exception {
    assertThat(
            read(
                "press y",
                "press y",
                "press n",
                "press n",
                "press y",
                "press y",
                "press left",
                "press delete",
                "press y",
                "click end"))
        .contains("at Case 003 (3 of 3), question 2 of 2; 3 read: press left\n")
        .contains("at Case 002 (2 of 3), question 1 of 2; 3 read: press delete\n")
        .contains("All 3 cases are read: Tally Readings... takes")
        .contains("windows left: 0\n");
    assertThat(answers())
        .containsExactly("Case 001,yes,yes", "Case 002,yes,no", "Case 003,yes,yes");
  }

  @Test
  void anAnswerThatCannotBeKeptEndsTheMacroWithOneSentence() throws Exception {
    assertThat(read("press y", "rename " + folder.resolve("own"), "press n"))
        .contains("sheet.csv\" cannot be written")
        .contains("windows left: 0\n")
        .doesNotContain("went on");
    assertThat(Files.readString(folder.resolve("own-elsewhere/sheet.csv")))
        .contains("Case 001,yes,\n");
  }
}
