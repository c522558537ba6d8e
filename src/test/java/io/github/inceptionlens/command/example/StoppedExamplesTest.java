package io.github.inceptionlens.command.example;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.CommandTrial;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of examples that somebody stopped. */
final class StoppedExamplesTest extends CommandTrial {

  private static final int COUNT = 4;

  @TempDir private Path folder;

  StoppedExamplesTest() {
    super(DatasetExamplesCommand.class);
  }

  @BeforeEach
  void images() {
    for (int i = 0; i < COUNT; i++) {
      final String file = folder.resolve("image" + i + ".tif").toString();
      IJ.saveAsTiff(IJ.createImage("noise", "8-bit noise", 64 + 8 * i, 64, 1), file);
    }
    give("images", folder.toString());
    give("units", "conv2d2:0-3");
    give("count", 2);
    give("embedding", "none");
  }

  private ResultsTable table(final String output) {
    return (ResultsTable) command().getOutput(output);
  }

  @Test
  void whenTheCropsAreCutTheTablesAreThere() {
    runUntil("Looking at your images again");
    assertThat(table("examples").size()).isEqualTo(4 * 9);
    assertThat(table("figures").size()).isEqualTo(4);
    assertThat(command().getOutput("montage")).isNull();
    assertThat(command().getOutput("crops")).isNull();
  }

  @Test
  void whenImagesAreLookedThroughTheExamplesAreThoseSoFar() {
    runUntil(0.5);
    assertThat(table("examples").size()).isBetween(4, 4 * 9);
    assertThat((List<?>) command().getOutput("notes"))
        .anyMatch(line -> line.toString().contains("the same call goes on from there"));
  }
}
