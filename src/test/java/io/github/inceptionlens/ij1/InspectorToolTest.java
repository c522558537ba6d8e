package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Inspector in plain ImageJ's window, used by mouse and keyboard. */
@OnDisplay
final class InspectorToolTest {

  private static final String PROGRAM = "io.github.inceptionlens.command.inspector.InspectorCheck";

  private static final int MINUTES = 6;

  @TempDir private Path folder;

  private List<String> used(final String scale, final String... parts) throws Exception {
    Needs.display();
    final List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Duser.home=" + folder,
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                PROGRAM,
                Path.of("target", "classes").toAbsolutePath().toString(),
                folder.resolve("ImageJ").toString(),
                Path.of("sample-images", "drift.tif").toAbsolutePath().toString(),
                Files.createDirectories(folder.resolve("pictures")).toString(),
                scale));
    arguments.addAll(List.of(parts));
    final String out = MacroProcess.java(folder, arguments, MINUTES).out();
    System.out.println(out);
    return out.lines().toList();
  }

  @Test
  void aPersonReadsPinsShowsWalksAndLeavesNothingBehind() throws Exception {
    assertThat(used("1"))
        .containsSubsequence(
            "menu true",
            "tool Inspector (click to pin, drag for a mean) Tool",
            "beside true",
            "place 90 70, 6 values",
            "drawn 3, users true",
            "pinned 40 52 slice 1, equal true, 2 pins",
            "roi null",
            "map true, drawn true",
            "map gone true, users true",
            "layer mixed4d",
            "layer mixed4c",
            "mean of 30 40 51 31",
            "roi null",
            "slice 2",
            "pins there 0",
            "slice 1",
            "edit true",
            "back true",
            "queue 0",
            "last 109 29",
            "other tool: drawn 0, users true",
            "tool again: drawn true",
            "image closed: looks at false",
            "panel closed: drawn 0, users true",
            "listeners 0 more",
            "threads 0",
            "frames 1",
            "drawn 0, users true, elements 1",
            "remembered Inspector",
            "installed true",
            "panel false");
    assertThat(folder.resolve("pictures/overlay.png")).isNotEmptyFile();
  }

  @Test
  void atTwiceTheScaleThePanelIsTwiceAsLarge() throws Exception {
    assertThat(used("2", "look")).contains("place 90 70, 6 values", "drawn 3, users true");
    assertThat(folder.resolve("pictures/inspector.png")).isNotEmptyFile();
  }
}
