package io.github.inceptionlens.circuit.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The strongest of many units beside all of each alone. */
final class StrongestWeightsTest {

  private static final int MOST = 3;

  @ParameterizedTest
  @ValueSource(strings = {"conv2d0", "mixed3b", "mixed4c", "mixed5b"})
  void theyAreTheFirstOfAll(final String layer) {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.TENSORFLOW)) {
      final StrongestWeights strongest =
          new StrongestWeights(network, new KernelEnd(layer, List.of(3, 1)), MOST);
      for (final int channel : new int[] {3, 1}) {
        final Unit unit = new Unit(layer, channel);
        assertSame(
            strongest.incoming(Progress.NONE).get(channel),
            ExpandedWeights.incoming(network, unit));
        assertSame(
            strongest.outgoing(Progress.NONE).get(channel),
            ExpandedWeights.outgoing(network, unit));
      }
    }
  }

  private static void assertSame(final List<WeightKernel> some, final List<WeightKernel> all) {
    assertThat(some).hasSize(Math.min(MOST, all.size()));
    for (int i = 0; i < some.size(); i++) {
      assertThat(some.get(i).from()).isEqualTo(all.get(i).from());
      assertThat(some.get(i).to()).isEqualTo(all.get(i).to());
      assertThat(some.get(i).norm()).isCloseTo(all.get(i).norm(), withinPercentage(0.01));
    }
  }
}
