package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where results stand in a window, and what their rows show. */
@OnDisplay
final class ResultWindowsTest {

  @TempDir private Path folder;

  @Test
  void resultsStandBesideTheImageAndARowShowsItsChannel() throws Exception {
    Needs.display();
    final String out =
        MacroProcess.java(
                folder,
                List.of(
                    "-Duser.home=" + folder,
                    ResultWindowsCheck.class.getName(),
                    folder.resolve("ImageJ").toString(),
                    Path.of("sample-images", "scene-8bit.tif").toAbsolutePath().toString()))
            .out();
    assertThat(out)
        .contains("table lies on image false\n", "map lies on image false\n")
        .containsPattern("table width (9\\d\\d|1\\d\\d\\d)\n")
        .contains("rows 40\n", "row shows true\n", "row selects Point\n", "Log is closed\n")
        .containsPattern("a kernel of 3 is shown \\d\\d")
        .contains("scale proposed 0.17\n")
        .containsPattern(
            "cost 1020 x 850 pixels are seen as a whole: about \\d+ s, .*; with scale 1 in \\d+ bands"
                + " of \\d+ rows: about \\d+ (s|min), ")
        .containsPattern(
            "cost of all 6000 x 5000 pixels are seen in \\d+ bands of \\d+ rows: about .*; with scale"
                + " 0.17 as a whole: about ")
        .containsPattern("cost of another 1200 x 1000 pixels are seen as a whole: about ");
  }
}
