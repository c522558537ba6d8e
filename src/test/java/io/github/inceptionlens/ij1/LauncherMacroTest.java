package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real macros in a real ImageJ without a display. */
@InOwnProcess
class LauncherMacroTest {

  private static final String IMAGE = "newImage('input', '8-bit ramp', 20, 20, 1);\n";

  @TempDir private static Path folder;
  private static MacroProcess imagej;

  @BeforeAll
  static void start() throws Exception {
    imagej = new MacroProcess(folder);
  }

  @AfterAll
  static void stop() {
    imagej.close();
  }

  @Test
  void anOmittedKeyMeansTheDefaultAndTheOutputBecomesCurrent() throws Exception {
    final Result result =
        run(
            """
            setBatchMode(true);
            newImage("other", "8-bit ramp", 20, 20, 1);
            newImage("input", "8-bit ramp", 20, 20, 1);
            run("Echo Test...", "top=7");
            print("current=" + getTitle() + " of " + nImages);
            selectImage("other");
            run("Echo Test...");
            """);
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("network=builtin\nfit=center crop top=7 scale=1.0 stack=false\n")
        .contains("mask=null image=input log=true\n")
        .contains("current=echo of input of 3")
        .contains("fit=center crop top=5")
        .contains("image=other");
  }

  @Test
  void aPathWithSpacesBracketsAndEqualSignsArrives() throws Exception {
    final Result result =
        run(
            IMAGE
                + """
                path = "/data/top=3 [x]/a&b.caffemodel";
                n = 12;
                run("Echo Test...", "network=[" + path + "] stack fit=stretch");
                run("Echo Test...", "NETWORK=&path Top=&n scale=.5 mask_file=[/m n]");
                function inner() { local = "deep"; run("Echo Test...", "network=&local"); }
                inner();
                """);
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out())
        .contains(
            "network=/data/top=3 [x]/a&b.caffemodel\nfit=stretch top=5 scale=1.0 stack=true\n")
        .contains(
            "network=/data/top=3 [x]/a&b.caffemodel\nfit=center crop top=12 scale=0.5 stack=false\n"
                + "mask=/m n ")
        .contains("network=deep\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour=red | \"colour\" is not a key of Echo Test... Its keys and defaults: network=builtin,"
            + " fit=[center crop], top=5, scale=1, stack=false, mask_file=[].",
        "fit=squeeze | The value of fit is \"squeeze\", but one of center crop, stretch is expected.",
        "top=0 | The value of top is \"0\", but a whole number from 1 to 1000 is expected.",
        "top=2.5 | The value of top is \"2.5\", but a whole number from 1 to 1000 is expected.",
        "top=[] | The value of top is \"\", but a whole number from 1 to 1000 is expected.",
        "scale=NaN | The value of scale is \"NaN\", but a number of at least 0 is expected.",
        "stack=maybe | The value of stack is \"maybe\", but true or false is expected.",
        "top=1 top=2 | The key top is given twice: give it once.",
        "network=[a | The value of network is not closed: [a.",
        "network=&none | The value of network is &none, but the macro has no variable none."
      })
  void aBadOptionEndsTheMacro(final String options, final String sentence) throws Exception {
    final Result result =
        run(IMAGE + "run('Echo Test...', '" + options + "');\nprint('next line');\n");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains(sentence);
    assertThat(result.out()).doesNotContain("next line").doesNotContain("network=builtin\nfit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user | The mask is empty: draw one.",
        "wrapped | The mask is wrapped.",
        "cancel | The command gave up.",
        "stop | e",
        "bug | Inception Lens met an unexpected error in Fail Test...: index 7; please report it",
        "memory | Fail Test... ran out of memory: analyze a smaller image or a crop"
      })
  void aFailureEndsTheMacroWithOneSentence(final String how, final String sentence)
      throws Exception {
    final Result result =
        run(
            "setBatchMode(true);\nfor (i=0; i<2; i++) { f(); print('next line'); }\n"
                + "function f() { if (true) { run('Fail Test...', 'how="
                + how
                + "'); print('next line'); } }\n");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).containsOnlyOnce("failing").doesNotContain("next line");
  }

  @Test
  void aStoppedCommandShowsWhatItHasDone() throws Exception {
    final Result result = run("run('Fail Test...', 'how=stop');\nprint('next line');");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).contains("half done").doesNotContain("next line");
  }

  @Test
  void withoutAnImageTheSentenceSaysSo() throws Exception {
    final Result result = run("run('Echo Test...', 'top=1');\nprint('next line');");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("No image is open: open one first (File > Open...).");
    assertThat(result.out()).doesNotContain("next line");
  }

  @Test
  void rowsOfALaterRunStandBelowThoseOfTheFirst() throws Exception {
    final Path table = folder.resolve("table.csv");
    final Result result =
        run(
            IMAGE
                + "run('Echo Test...', ''); selectImage('input'); run('Echo Test...', '');\n"
                + "print('rows=' + Table.size + ' last=' + Table.getString('Label', 3));\n"
                + "saveAs('Results', '"
                + table
                + "');\n");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("rows=4 last=class \"2\"");
    assertThat(Files.readAllLines(table)).hasSize(5);
  }

  @Test
  void severalOutputsAreShownInOrder() throws Exception {
    final Result result =
        run("run('Two Test'); print(getTitle()); print(String.join(getList('image.titles')));");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("own loader=true", "curve", "first, second, curve");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exit('enough'); | enough",
        "exit(); | The macro ended itself",
        "print(nowhere); | Undefined variable",
        "nowhere(); | Undefined identifier",
        "run('No Such Command'); | Unrecognized command",
        "open('/no/such/image.png'); | image.png",
        "x = 1 +; | expected"
      })
  void theRunnerFailsWhenTheMacroDoes(final String macro, final String sentence) throws Exception {
    final Result result = run("print('begin');\n" + macro + "\nprint('next line');");
    assertThat(result.exit()).as(result.out()).isEqualTo(1);
    assertThat(result.err()).contains(sentence);
    assertThat(result.out()).contains("begin").doesNotContain("next line");
  }

  @Test
  void theRunnerHandsTheArgumentOver() throws Exception {
    final Result result = imagej.runAlone("print('<' + getArgument() + '>');", "a [b] c=d  e");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("<a [b] c=d  e>");
  }

  @Test
  void theRunnersExitStatusTellsAFailure() throws Exception {
    final Result result = imagej.runAlone("run('Fail Test...', 'how=user');", "");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("The mask is empty: draw one.");
  }

  private Result run(final String macro) throws Exception {
    return imagej.run(macro);
  }
}
