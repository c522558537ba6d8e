package io.github.inceptionlens.visualization.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.network.ChildJvm;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("slow")
@EnabledOnOs(OS.LINUX)
@InOwnProcess
final class VisualizationLeakTest {

  private static final int MEGABYTE = 1024;

  @Test
  void manyStepsLeaveNoArraysBehindAndTheMemoryFlat() throws IOException {
    final ChildJvm.Result result =
        ChildJvm.like()
            .option("-Xms256m")
            .option("-Xmx256m")
            .option("-XX:+AlwaysPreTouch")
            .run(VisualizationProbe.class);

    assertThat(result.exit()).as(result.output()).isZero();
    final List<String> lines =
        result.output().lines().filter(line -> line.matches("\\w+ -?\\d+ -?\\d+")).toList();
    assertThat(lines).hasSize(4);
    for (final String line : lines) {
      final String[] figures = line.split(" ");
      assertThat(Integer.parseInt(figures[1])).as(line).isZero();
      assertThat(Integer.parseInt(figures[2])).as(line).isLessThan(48 * MEGABYTE);
    }
  }
}
