package io.github.inceptionlens.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.network.ChildJvm;
import io.github.inceptionlens.network.memory.MemoryBudget;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a Java that cannot hold a layer still sums it up and shows channels of it. */
@InOwnProcess
class LargeLayersTest {

  @Test
  void channelsOfALayerThatJavaCannotHoldAreRankedAndReadOrAllOfThemSomeAtATime()
      throws IOException {
    final ChildJvm.Result result =
        ChildJvm.like()
            .option("-Xmx192m")
            .option("-D" + MemoryBudget.PROPERTY + "=256")
            .run(LargeLayerProbe.class);

    assertThat(result.exit()).as(result.output()).isZero();
    final List<String> lines = result.output().lines().toList();
    assertThat(lines).as(result.output()).hasSize(5);
    assertThat(lines.get(0))
        .startsWith("conv2d0 (64 channels of 1024 x 1024 units) needs 257 MB, but Java has ");
    final String strongest = lines.get(1);
    assertThat(lines.get(2)).isEqualTo(strongest + " 2");
    assertThat(lines.get(3)).isEqualTo(strongest + " 1");
    assertThat(lines.get(4)).isEqualTo(strongest + " of 64 true");
  }
}
