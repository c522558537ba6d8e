package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two-alternative test in plain ImageJ's window, taken as a person does. */
@OnDisplay
final class TwoAlternativeWindowTest {

  private static final String MACRO =
      "newImage('mine', '8-bit ramp', 96, 96, 12); setForegroundColor(255, 255, 255);"
          + " for (i = 2; i <= 12; i++) { setSlice(i); makeOval(4 * i, 3 * i, 4 + i, 30 - i);"
          + " run('Fill', 'slice'); } setSlice(5); makeRectangle(3, 4, 90, 80);"
          + " run('Two-Alternative Test...', 'objective=mixed3a:3 trials=4 seed=1');"
          + " table = 'Two-Alternative Trials'; for (i = 0; i < Table.size(table); i++)"
          + " print('row', Table.get('Trial', i, table), Table.getString('Answer', i, table),"
          + " Table.get('Seconds', i, table)); table = 'Two-Alternative Accuracy';"
          + " print('accuracy', Table.size(table), Table.get('Trials', 0, table));"
          + " print(Property.get('InceptionLens.macro')); selectImage('mine');"
          + " getSelectionBounds(x, y, w, h); print('mine', getSliceNumber(), x, y, w, h,"
          + " Overlay.size);";

  @TempDir private Path folder;

  @BeforeEach
  void needsAScreen() {
    Needs.display();
  }

  private String taken(final String... actions) throws Exception {
    final List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Duser.home=" + folder,
                PersonCheck.class.getName(),
                Path.of("target", "classes").toAbsolutePath().toString(),
                folder.resolve("ImageJ").toString(),
                Files.writeString(folder.resolve("m.ijm"), MACRO.replace('\'', '"')).toString(),
                folder.resolve("window.png").toString(),
                "Two-Alternative Test"));
    arguments.addAll(List.of(actions));
    return MacroProcess.java(folder, arguments).out();
  }

  /** The rows with these answers, each given after some time. */
  private static String rows(final String... answers) {
    return IntStream.range(0, answers.length)
        .mapToObj(i -> "row " + (i + 1) + " " + answers[i] + " \\d+\\.\\d+\n")
        .collect(Collectors.joining());
  }

  @Test
  void clicksAndArrowKeysAnswerTrialByTrial() throws Exception {
    assertThat(taken("click left", "press right", "click right", "press left"))
        .contains("at Trial 1 of 4: click left\n", "at Trial 4 of 4: press left\n")
        .containsPattern(rows("Left", "Right", "Right", "Left") + "accuracy 1 4\n")
        .contains("trials=4 answers=LRRL\");\n")
        .contains("mine 5 3 4 90 80 0\n", "windows left: 0\n");
    assertThat(folder.resolve("window.png")).isNotEmptyFile();
  }

  @Test
  void escKeepsTheAnswersSoFar() throws Exception {
    assertThat(taken("press right", "click left", "press escape"))
        .containsPattern(rows("Right", "Left") + "accuracy 1 2\n")
        .contains("answers=RL--\");\n")
        .contains("windows left: 0\n");
  }

  @Test
  void aWindowThatIsClosedAtOnceEndsTheMacroWithOneSentence() throws Exception {
    assertThat(taken("close"))
        .contains("error: The test ended without an answer: there is nothing to tally.\n")
        .contains("windows left: 0\n")
        .doesNotContain("row 1");
  }
}
