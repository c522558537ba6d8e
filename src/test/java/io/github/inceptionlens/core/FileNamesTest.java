package io.github.inceptionlens.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.weights.TrainedNetwork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Paths with letters that the system's locale lacks. */
final class FileNamesTest {

  /** Names a file with an umlaut; prints the sentence. */
  public static void main(final String[] arguments) {
    try {
      TrainedNetwork.named("/data/Zelle-\u00e4.safetensors");
    } catch (final UserError e) {
      System.out.println(e.getMessage());
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void underTheLocaleCTheSentenceNamesItAndTheRemedy() throws Exception {
    final ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FileNamesTest.class.getName())
            .redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    final Process process = builder.start();
    final String out =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertThat(out)
        .contains("but there is no such file or network")
        .contains("under the locale LC_ALL=C such letters cannot stand in paths")
        .contains("LC_ALL=C.UTF-8");
  }

  @Test
  void whereTheLocaleHasTheLettersThereIsNothingToSay() {
    assertThat(FileNames.hint("/data/\u00e4.tif", "UTF-8", "LANG=de_DE.UTF-8")).isEmpty();
    assertThat(FileNames.hint("/data/a.tif", "ANSI_X3.4-1968", "LC_ALL=C")).isEmpty();
    assertThat(FileNames.hint("/data/\u00e4.tif", "ANSI_X3.4-1968", "LC_ALL=C")).isNotEmpty();
  }

  @Test
  void aPartOfANameIsAllowedOnEverySystemAndNotTooLong() {
    assertThat(FileNames.part(" mixed4c:447 \"a/b\" t = 2 s\n"))
        .isEqualTo("mixed4c_447 _a_b_ t = 2 s");
    assertThat(FileNames.part("C:\\x*?<y>|\t")).isEqualTo("C__x___y__");
    assertThat(FileNames.part("x".repeat(500))).hasSizeBetween(90, 100);
    final String letters = FileNames.part("\u7d30".repeat(500));
    assertThat(letters.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(30, 100);
  }
}
