package io.github.inceptionlens.network.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueGradientsTest {

  private static final Objective UNIT = Objective.neuron("mixed4c", 3, 2, 1);
  private static final Objective OTHER = Objective.channel("mixed4c", 5);

  private static void isSame(final MapStack one, final MapStack other) {
    for (int channel = 0; channel < other.planes(); channel++) {
      assertThat(one.plane(channel)).containsExactly(other.plane(channel), within(1e-4f));
    }
  }

  private static MapStack whole(
      final InceptionV1 network, final Picture picture, final Objective objective) {
    final GradientRequest request = GradientRequest.layers(objective, List.of("mixed4a"));
    return Gradients.of(network, List.of(picture), request)
        .get(0)
        .layers()
        .get("mixed4a")
        .gradient()
        .maps();
  }

  @Test
  void goingOnFromALayerIsAsGoingThroughTheWholeNetwork() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final Picture picture = SmallNetworks.picture(96, 80);
      final MapStack values = network.run(picture, List.of("mixed4a")).map("mixed4a").maps();
      final List<MapStack> slopes =
          ValueGradients.of(
              network,
              Map.of("mixed4a", List.of(values, values)),
              "mixed4a",
              Objective.each(List.of(UNIT, OTHER)));
      assertThat(slopes).hasSize(2);
      isSame(slopes.get(0), whole(network, picture, UNIT));
      isSame(slopes.get(1), whole(network, picture, OTHER));
    }
  }

  @Test
  void aBranchIsDifferentiatedBesideItsSiblings() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.TENSORFLOW)) {
      final Picture picture = SmallNetworks.picture(96, 80);
      final List<String> branches =
          List.of("mixed4a_1x1", "mixed4a_3x3", "mixed4a_5x5", "mixed4a_pool_reduce");
      final Activations all = network.run(picture, branches);
      final Map<String, List<MapStack>> given =
          Map.of(
              branches.get(0), List.of(all.map(branches.get(0)).maps()),
              branches.get(1), List.of(all.map(branches.get(1)).maps()),
              branches.get(2), List.of(all.map(branches.get(2)).maps()),
              branches.get(3), List.of(all.map(branches.get(3)).maps()));
      final MapStack slope = ValueGradients.of(network, given, "mixed4a_3x3", UNIT).get(0);
      final int first = network.architecture().node("mixed4a_1x1").channels();
      final MapStack module = whole(network, picture, UNIT);
      for (int channel = 0; channel < slope.planes(); channel++) {
        assertThat(slope.plane(channel))
            .containsExactly(module.plane(first + channel), within(1e-4f));
      }
    }
  }

  @Test
  void thePixelsAreARowToo() {
    try (InceptionV1 network = SmallNetworks.mixed()) {
      final Picture picture = SmallNetworks.picture(40, 32);
      final MapStack input = network.architecture().preprocessing().planes(picture);
      final Objective logit = Objective.logit(1);
      final MapStack slope =
          ValueGradients.of(
                  network, Map.of(Architecture.INPUT, List.of(input)), Architecture.INPUT, logit)
              .get(0);
      final MapStack pixels = Gradients.of(network, picture, logit).pixels();
      for (int channel = 0; channel < 3; channel++) {
        final int color = network.architecture().preprocessing().source(channel);
        assertThat(slope.plane(channel)).containsExactly(pixels.plane(color), within(1e-5f));
      }
    }
  }
}
