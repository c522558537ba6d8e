package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of our menus, by keys and mouse alone. Slow, and without a window manager the
 * keyboard's focus is now and then lost.
 */
@Tag("slow")
@OnDisplay
class MenuTourTest {

  /** After so many the program counts as hanging; it takes three on an idle machine. */
  private static final int MINUTES = 10;

  @TempDir private Path folder;

  private List<String> tour(final String... options) throws Exception {
    Needs.display();
    final List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Duser.home=" + folder,
                MenuTour.class.getName(),
                ".",
                folder.resolve("ImageJ").toString(),
                "sample-images/scene-8bit.tif",
                "2500"));
    arguments.addAll(List.of(options));
    final String out = MacroProcess.java(folder, arguments, MINUTES).out();
    System.out.println(out);
    final List<String> lines = out.lines().filter(line -> line.contains(": ")).toList();
    assertThat(lines).hasSizeGreaterThan(20);
    return lines;
  }

  @Test
  void everyDialogIsLeftByEscapeAndByCancel() throws Exception {
    assertThat(tour("dialogs"))
        .allSatisfy(line -> assertThat(line).matches(".*: (keys, mouse, |no dialog)"));
  }

  /** What a command needs and has not stands at its field, or in one sentence. */
  @Test
  void everyCommandEndsByItselfOrByEscape() throws Exception {
    assertThat(tour())
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches(
                        ".*: (keys, mouse, )?"
                            + "(done|stopped within \\d+ ms.*|waits for an entry|says .*)"))
        .anySatisfy(line -> assertThat(line).contains("stopped within"));
  }
}
