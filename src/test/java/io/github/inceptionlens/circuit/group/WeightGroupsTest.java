package io.github.inceptionlens.circuit.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.circuit.weight.UnitKernels;
import io.github.inceptionlens.circuit.weight.UnitWeights;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.PlantedCircuit;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Groups of planted weights, and of such of which nothing is known. */
class WeightGroupsTest {

  private static List<UnitKernels> weights(
      final InceptionV1 network, final String from, final String to) {
    return UnitWeights.expanded(
            network,
            KernelEnd.parse(network.architecture(), "from", from),
            KernelEnd.parse(network.architecture(), "to", to))
        .all(Progress.NONE);
  }

  @Test
  void plantedEdgesAreAGroupEachAndTheirKernelsAreThoseOfTheLines() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final List<UnitKernels> weights = weights(network, "conv2d0", "conv2d1:0,2-4");
      final WeightGroups groups = WeightGroups.of(weights, 4, 0, Progress.NONE);
      assertThat(groups.explained()).isCloseTo(1, within(1e-6));
      final Set<Integer> edges = new TreeSet<>();
      for (int group = 0; group < 4; group++) {
        final float[] direction = groups.direction(group);
        int strongest = 0;
        for (int i = 0; i < direction.length; i++) {
          strongest = direction[i] > direction[strongest] ? i : strongest;
        }
        assertThat(direction[strongest]).isCloseTo(1, within(1e-5f));
        edges.add(strongest);
        final int line = strongest;
        assertThat(groups.kernels(line, "group").kernel(group).values())
            .containsExactly(weights.get(line).kernel(strongest).values(), within(1e-5f));
      }
      assertThat(edges).containsExactly(0, 1, 2, 3);
    }
  }

  @Test
  void moreGroupsExplainMore() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final List<UnitKernels> weights = weights(network, "mixed4b", "mixed4c:0-9");
      final double few = WeightGroups.of(weights, 2, 0, Progress.NONE).explained();
      final double many = WeightGroups.of(weights, 8, 0, Progress.NONE).explained();
      assertThat(few).isBetween(0.01, 0.99);
      assertThat(many).isGreaterThan(few);
      assertThat(WeightGroups.of(weights, 2, 0, Progress.NONE).directions())
          .isEqualTo(WeightGroups.of(weights, 2, 0, Progress.NONE).directions());
    }
  }

  @Test
  void whereNothingIsConnectedThereIsNothingToGroup() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final List<UnitKernels> none = weights(network, "conv2d0:1", "conv2d1:0");
      assertThatThrownBy(() -> WeightGroups.of(none, 2, 0, Progress.NONE))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("all weights between these units are 0");
    }
  }
}
