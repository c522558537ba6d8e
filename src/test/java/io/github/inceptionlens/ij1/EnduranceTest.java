package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three hundred runs of a command in one process leave native memory as it was. */
@Tag("slow")
@OnDisplay
final class EnduranceTest {

  private static final int MINUTES = 60;

  @TempDir private Path folder;

  @Test
  void threeHundredRunsOfACommandLeaveMemoryFlat() throws Exception {
    final MacroProcess.Result result =
        MacroProcess.java(
            folder,
            List.of(
                "-Djava.awt.headless=true",
                "-Xms512m",
                "-Xmx512m",
                "-XX:+AlwaysPreTouch",
                EnduranceRun.class.getName(),
                Needs.shared("weights/bvlc_googlenet.caffemodel").toString()),
            MINUTES);
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out().lines().filter(line -> line.startsWith("command"))).hasSize(5);
    result
        .out()
        .lines()
        .filter(line -> line.startsWith("command"))
        .forEach(EnduranceTest::assertFlat);
  }

  /**
   * A line: command, name, arrays before, arrays after, resident MB after run 300, after run 600.
   */
  private static void assertFlat(final String line) {
    final String[] words = line.split(" ");
    assertThat(Integer.parseInt(words[3])).as(line).isEqualTo(Integer.parseInt(words[2]));
    assertThat(Integer.parseInt(words[5]) - Integer.parseInt(words[4]))
        .as(line)
        .isLessThanOrEqualTo(60);
  }
}
