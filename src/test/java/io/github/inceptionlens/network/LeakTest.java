package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
@InOwnProcess
class LeakTest {

  private static final int MEGABYTE = 1024;

  @Test
  void noCallLeavesNativeMemoryBehindEvenWhenItFails() throws IOException {
    final ChildJvm.Result result =
        ChildJvm.like()
            .option("-Xms256m")
            .option("-Xmx256m")
            .option("-XX:+AlwaysPreTouch")
            .run(LeakProbe.class);

    assertThat(result.exit()).as(result.output()).isZero();
    final List<String> lines = result.output().lines().toList();
    assertThat(lines.subList(0, 6))
        .containsExactly(
            "run works 0",
            "runOn works 0",
            "runOn-failing fails 0",
            "run-failing fails 0",
            "gradient works 0",
            "gradient-failing fails 0");
    assertThat(lines.get(6)).startsWith("kilobytes ");
    assertThat(Integer.parseInt(lines.get(6).substring(10))).isLessThan(64 * MEGABYTE);
    assertThat(lines.get(7)).isEqualTo("closed 1");
  }

  @Tag("slow")
  @Test
  void aThousandNetworksWithEditsLeaveNativeMemoryFlat() throws IOException {
    final ChildJvm.Result result =
        ChildJvm.like()
            .option("-Xms256m")
            .option("-Xmx256m")
            .option("-XX:+AlwaysPreTouch")
            .run(EditLeakProbe.class);

    assertThat(result.exit()).as(result.output()).isZero();
    final List<String> lines = result.output().lines().toList();
    assertThat(lines.get(0)).startsWith("kilobytes ");
    assertThat(Integer.parseInt(lines.get(0).substring(10))).isLessThan(64 * MEGABYTE);
    assertThat(lines.get(1)).isEqualTo("arrays 0");
  }
}
