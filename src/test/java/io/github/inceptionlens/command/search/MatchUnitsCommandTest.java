package io.github.inceptionlens.command.search;

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

/** A match of two networks that is stopped in either. */
final class MatchUnitsCommandTest extends CommandTrial {

  private static final int PICTURES = 40;

  @TempDir private Path folder;

  MatchUnitsCommandTest() {
    super(MatchUnitsCommand.class);
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
    give("layer", "mixed3a");
    give("other", "textures");
    give("other_layer", "mixed3b");
  }

  private List<String> rows() {
    final ResultsTable table = (ResultsTable) command().getOutput("matched");
    return IntStream.range(0, table.size()).mapToObj(table::getRowAsString).toList();
  }

  @SuppressWarnings("unchecked")
  private String notes() {
    return String.join("\n", (List<String>) command().getOutput("notes"));
  }

  @Test
  void whatEitherNetworkHasSeenIsNotSeenAgain() {
    command().run();
    final List<String> whole = rows();
    command().setOutput("matched", null);
    command().setOutput("notes", null);
    runUntil((fraction, what) -> what.contains("pictures") && fraction > 0.3);
    assertThat(command().getOutput("matched")).isNull();
    assertThat(notes()).contains("the same call goes on from there");
    final double[] last = {0};
    final int[] scans = {0};
    runUntil(
        (fraction, what) -> {
          if (!what.contains("pictures")) {
            return false;
          }
          scans[0] += fraction < last[0] ? 1 : 0;
          last[0] = fraction;
          return scans[0] == 1 && fraction > 0.3;
        });
    command().setOutput("notes", null);
    command().run();
    assertThat(notes())
        .contains("Match Units: " + PICTURES + " of " + PICTURES + " pictures were looked at");
    assertThat(rows()).isEqualTo(whole);
  }
}
