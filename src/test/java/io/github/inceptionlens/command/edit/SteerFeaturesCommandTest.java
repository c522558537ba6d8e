package io.github.inceptionlens.command.edit;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import io.github.inceptionlens.command.CommandTrial;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steering on a collection that is stopped before and after the network is steered. */
final class SteerFeaturesCommandTest extends CommandTrial {

  private static final int PICTURES = 20;

  @TempDir private Path folder;

  SteerFeaturesCommandTest() {
    super(SteerFeaturesCommand.class);
  }

  @BeforeEach
  void draw() {
    for (int i = 0; i < PICTURES; i++) {
      final ByteProcessor noise = new ByteProcessor(64 + i, 64);
      new Random(i).nextBytes((byte[]) noise.getPixels());
      new FileSaver(new ImagePlus("noise", noise))
          .saveAsTiff(folder.resolve("noise" + (10 + i) + ".tif").toString());
    }
    give("images", folder.toString());
    give("units", "mixed3a:0-20");
    give("mode", "clamp");
    give("strength", "3x");
    give("classes", 2);
    give("fit", "own size");
  }

  private List<String> rows(final String output) {
    final ResultsTable table = (ResultsTable) command().getOutput(output);
    return IntStream.range(0, table.size()).mapToObj(table::getRowAsString).toList();
  }

  @SuppressWarnings("unchecked")
  private String notes() {
    return String.join("\n", (List<String>) command().getOutput("notes"));
  }

  @Test
  void whatWasSeenIsNotSeenAgain() {
    command().run();
    final List<String> whole = rows("pictures");
    final List<String> means = rows("means");
    assertThat(notes()).contains("Steer Features holds mixed3a:0 at ", " and 13 more");
    command().setOutput("notes", null);
    runUntil((fraction, what) -> what.contains("pictures") && fraction > 0.2);
    assertThat(command().getOutput("pictures")).isNull();
    assertThat(notes()).contains("the same call goes on from there");
    runUntil((fraction, what) -> what.contains("pictures") && fraction > 0.7);
    assertThat(rows("pictures")).isNotEmpty().hasSizeLessThan(whole.size());
    command().setOutput("notes", null);
    command().run();
    assertThat(notes()).contains(PICTURES + " of " + PICTURES + " pictures were looked at");
    assertThat(rows("pictures")).isEqualTo(whole);
    assertThat(rows("means")).isEqualTo(means);
  }
}
