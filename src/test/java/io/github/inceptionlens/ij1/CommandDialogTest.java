package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dialog in plain ImageJ's window, used as a person does. */
@OnDisplay
class CommandDialogTest {

  private static final String DONE =
      "network=/data/top=3 [x]/a stack.caffemodel\n"
          + "fit=center crop top=5 scale=1.0 stack=true\n"
          + "mask=null image=input log=true\n";

  @TempDir private Path folder;

  @Test
  void whatTheRecorderWritesDoesWhatTheDialogDid() throws Exception {
    Needs.display();
    final String out =
        MacroProcess.java(
                folder,
                List.of(
                    "-Duser.home=" + folder,
                    DialogCheck.class.getName(),
                    folder.resolve("ImageJ").toString(),
                    folder.resolve("dialog.png").toString()))
            .out();
    assertThat(out)
        .contains("label: Network\n", "label: Fit\n", "label: Top\n", "label: Scale factor\n")
        .contains("button: All slices\n", "label: Mask_file\n", "button: Help\n")
        .contains("label: 5 rows\n", "then cost: 5 rows per slice\n")
        .contains("wrong: The value of top is \"none\", but a whole number", "expected. false\n")
        .contains("right: true\n")
        .contains("after cancel: 0\n")
        .contains(
            "recorded: run(\"Echo Test...\", \"network=[/data/top=3 [x]/a stack.caffemodel]"
                + " fit=[center crop] top=5 scale=1 stack mask_file=[]\");\n")
        .contains("dialog made:\n" + DONE, "line made:\n" + DONE)
        .contains("rows: 4\n", "size=4 4\n", "batch=echo of input\n");
    assertThat(folder.resolve("dialog.png")).isNotEmptyFile();
  }

  /** Who presses OK at once gets what a macro without keys gets. */
  @Test
  void everyDialogOfTheMenuBeginsWithTheDefaults() throws Exception {
    Needs.display();
    final String out =
        MacroProcess.java(
                folder,
                List.of("-Duser.home=" + folder, EveryDialog.class.getName(), "plugins.config"))
            .out();
    assertThat(out.lines().filter(line -> line.startsWith("dialog ")).toList())
        .hasSizeGreaterThan(15)
        .allSatisfy(line -> assertThat(line).endsWith(" is as the defaults"));
  }

  @Test
  void everyDialogFitsASmallScreenAndSaysAtTheFieldWhatIsWrong() throws Exception {
    Needs.display();
    final String out =
        MacroProcess.java(
                folder,
                List.of(
                    "-Duser.home=" + folder,
                    DialogTour.class.getName(),
                    "plugins.config",
                    "sample-images/scene-8bit.tif"))
            .out();
    final List<String> dialogs =
        out.lines().filter(line -> line.startsWith("dialog ") && line.contains(" is ")).toList();
    assertThat(dialogs)
        .hasSizeGreaterThan(15)
        .allSatisfy(
            line ->
                assertThat(Integer.parseInt(line.replaceAll(".* is (\\d+) high.*", "$1")))
                    .as(line)
                    .isLessThanOrEqualTo(700));
    assertThat(out)
        .contains("Grad-CAM reads samples: false\n", "SmoothGrad reads samples: true\n")
        .doesNotContain("after Reset as at first: false");
    assertThat(out.lines().filter(line -> line.startsWith("wrong layer")).toList())
        .hasSizeGreaterThan(3)
        .allSatisfy(line -> assertThat(line).contains(": falselayer is \"mixed9\", but textures"));
  }

  @Test
  void helpIsThePageOfTheReferenceWithPicturesThatAreThere() throws Exception {
    final String page = CommandHelp.reference("Saliency Map...").orElseThrow();
    assertThat(page).startsWith("<html>").contains("What it does not mean");
    assertThat(page).doesNotContain("href=\"../");
    final Matcher picture = Pattern.compile("src=\"([^\"]+)\"").matcher(page);
    assertThat(picture.find()).isTrue();
    try (InputStream in = new URL(picture.group(1)).openStream()) {
      assertThat(in.read()).isNotNegative();
    }
    assertThat(CommandHelp.reference("No Such Command...")).isEmpty();
    try (Stream<String> lines = Files.lines(Path.of("plugins.config"))) {
      assertThat(lines.filter(line -> line.startsWith("Plugins>")).map(line -> line.split("\"")[1]))
          .hasSizeGreaterThan(20)
          .allMatch(label -> CommandHelp.reference(label).isPresent());
    }
  }
}
