package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macro lines that were written before keys, choices or classes were renamed go on to work. */
@InOwnProcess
final class FormerLinesTest {

  private static final int MINUTES = 10;

  @TempDir private Path folder;

  @Test
  void theLinesOfEarlierReadmesAndRecordersStillRun() throws Exception {
    final MacroProcess.Result result =
        MacroProcess.java(
            folder,
            List.of(
                "-Djava.awt.headless=true",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Duser.home=" + folder,
                "-Dmacro=" + macro(),
                "-Darg=" + folder,
                MacroRunner.class.getName(),
                Path.of("target", "classes").toAbsolutePath().toString()),
            MINUTES);
    assertThat(result.exit()).as(result.out() + result.err()).isZero();
    assertThat(result.out()).contains("done");
    try (Stream<Path> made = Files.list(folder)) {
      assertThat(made.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
          .contains("maps.tif", "overlay.tif", "smoothgrad.tif", "evaluation.csv", "layer.tif");
    }
    assertThat(Files.readString(folder.resolve("evaluation.csv")))
        .contains("Randomisation down to mixed3a");
  }

  private Path macro() throws IOException {
    final Path file = folder.resolve("former-lines.ijm");
    try (InputStream in = FormerLinesTest.class.getResourceAsStream("former-lines.ijm")) {
      Files.copy(in, file);
    }
    return file;
  }
}
