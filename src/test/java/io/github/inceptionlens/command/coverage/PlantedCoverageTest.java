package io.github.inceptionlens.command.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.circuit.stimulus.NumberList;
import io.github.inceptionlens.circuit.stimulus.StimulusLook;
import io.github.inceptionlens.circuit.tuning.AngleDetectors;
import io.github.inceptionlens.circuit.tuning.AngularGaps;
import io.github.inceptionlens.circuit.tuning.DetectorRule;
import io.github.inceptionlens.command.tuning.ShownStimuli;
import io.github.inceptionlens.command.tuning.StimulusResponses;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Padding;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.Preprocessing;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.edit.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gaps between units that were put into a network at known angles and hues. */
final class PlantedCoverageTest {

  private static final int SIDE = 65;
  private static final int KERNEL = 15;
  private static final int UNITS = 9;
  private static final String LINEAR = "conv2d0_pre_relu";
  private static final double[] EDGES = {10, 40, 85, 125, 150};
  private static final double[] HUES = {60, 120, 180, 300};
  private static final StimulusLook LOOK = new StimulusLook(SIDE, 3, 90, false, 0, 0xffffff);
  private static final DetectorRule RULE = new DetectorRule(0.5, 0.8, 0.5);

  private static InceptionV1 network;

  @BeforeAll
  static void plant() {
    final SlidingWindow window = new SlidingWindow(KERNEL, 1, new Padding.Fixed(7, false));
    final List<Node> rows =
        List.of(
            node(LINEAR, new Operation.Convolution("conv2d0", 3, UNITS, window), "input", UNITS),
            node("conv2d0", new Operation.Relu(), LINEAR, UNITS),
            node("avgpool0", new Operation.GlobalMean(), "conv2d0", UNITS),
            node(Architecture.LOGITS, new Operation.Dense("softmax2", UNITS, 2), "avgpool0", 2),
            node(Architecture.PROBABILITIES, new Operation.Softmax(), Architecture.LOGITS, 2));
    final Architecture table =
        new Architecture("planted", rows, Preprocessing.CAFFE, List.of("a", "b"));
    final Map<String, float[]> values = new HashMap<>();
    for (final TensorSpec spec : table.tensors()) {
      values.put(spec.name(), new float[spec.count()]);
    }
    final float[] kernels = values.get("conv2d0_w");
    for (int unit = 0; unit < EDGES.length; unit++) {
      edge(kernels, unit, EDGES[unit]);
    }
    for (int i = 0; i < HUES.length; i++) {
      hue(kernels, EDGES.length + i, HUES[i]);
    }
    network = new InceptionV1(SmallNetworks.engine(), table, new Weights(table.tensors(), values));
  }

  private static Node node(
      final String name, final Operation op, final String input, final int channels) {
    return new Node(name, "", op, List.of(input), channels);
  }

  /** Wants the left of a direction brighter than its right. */
  private static void edge(final float[] kernels, final int unit, final double degrees) {
    final double angle = Math.toRadians(degrees);
    for (int i = 0; i < 3 * KERNEL * KERNEL; i++) {
      final double x = i % KERNEL - 7;
      final double y = 7 - i / KERNEL % KERNEL;
      final double left = y * Math.cos(angle) - x * Math.sin(angle);
      kernels[unit * 3 * KERNEL * KERNEL + i] =
          (float) (left * Math.exp(-(x * x + y * y) / 18) / 1000);
    }
  }

  /** Wants a color about its middle; Caffe's channels are blue, green, red. */
  private static void hue(final float[] kernels, final int unit, final double degrees) {
    for (int color = 0; color < 3; color++) {
      final double own = Math.toRadians(120.0 * (2 - color) - degrees);
      kernels[(unit * 3 + color) * KERNEL * KERNEL + KERNEL * KERNEL / 2] =
          (float) (Math.cos(own) / 100);
    }
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static AngularGaps gaps(
      final InceptionV1 of, final CoverageKind kind, final CoverageSource source) {
    return detectors(of, kind, source).gaps(kind.period());
  }

  private static AngleDetectors detectors(
      final InceptionV1 of, final CoverageKind kind, final CoverageSource source) {
    final ShownStimuli shown =
        kind.shown(LOOK, NumberList.parse("angles", "0-350-10"), List.of(0.02));
    final UnitChoice choice = CoverageSources.choice(of.architecture(), List.of(source));
    final StimulusResponses responses =
        StimulusResponses.of(of, choice, shown, true, true, Progress.NONE);
    return AngleDetectors.of(
        responses.tunings(shown.all(), responses.usual()),
        shown.set(shown.all()),
        RULE,
        new Random(0));
  }

  private static CoverageSource only(final InceptionV1 of, final String layer) {
    return new CoverageSources(of.architecture(), layer, "", 0, 0).in(of.architecture()).get(0);
  }

  @Test
  void theGapsBetweenEdgesAreThoseOfThePlantedAngles() {
    final AngularGaps gaps = gaps(network, CoverageKind.EDGES, only(network, LINEAR + ":0-4"));
    final AngularGaps planted = AngularGaps.of(EDGES, 180);
    assertThat(gaps.count()).isEqualTo(5);
    assertThat(planted.largest()).isEqualTo(45);
    assertThat(gaps.largest()).isCloseTo(planted.largest(), within(1.0));
    assertThat(gaps.from()).isCloseTo(planted.from(), within(1.0));
    assertThat(gaps.to()).isCloseTo(planted.to(), within(1.0));
  }

  @Test
  void theGapsBetweenHuesAreThoseOfThePlantedOnes() {
    final AngleDetectors found =
        detectors(network, CoverageKind.COLORS, only(network, LINEAR + ":5-8"));
    assertThat(
            found.found().stream().mapToDouble(one -> one.tuning().preferred()).sorted().toArray())
        .containsExactly(HUES, within(0.5));
    assertThat(found.gaps(360).largest()).isCloseTo(120, within(0.5));
  }

  /** Where a unit is taken away, its neighbors' angles bound the gap. */
  @Test
  void aMissingUnitIsAGap() {
    final AngularGaps gaps = gaps(network, CoverageKind.EDGES, only(network, LINEAR + ":0,1,3,4"));
    assertThat(gaps.largest()).isCloseTo(85, within(1.0));
    assertThat(gaps.from()).isCloseTo(40, within(1.0));
    assertThat(gaps.to()).isCloseTo(125, within(1.0));
  }

  @Test
  void entriesFillTheGapThatChannelsLeave() {
    final float[] rows = new float[2 * UNITS];
    rows[0] = 1;
    rows[UNITS + 1] = 0.5f;
    rows[UNITS + 2] = 0.5f;
    try (InceptionV1 more = network.edited(directions("filled", rows, 2).graft())) {
      final CoverageSources sources =
          new CoverageSources(more.architecture(), LINEAR + ":0-1", "filled", 2, 5);
      sources.with(
          more,
          with -> {
            final List<CoverageSource> all = sources.in(with.architecture());
            assertThat(all.stream().map(one -> one.kind().label()))
                .containsExactly("channels", "entries", "random", "random");
            assertThat(all.stream().map(CoverageSource::layer))
                .containsExactly(LINEAR, "filled", LINEAR, LINEAR);
            assertThat(all.stream().map(one -> one.units().size())).containsOnly(2);
            final AngleDetectors found = detectors(with, CoverageKind.EDGES, all.get(1));
            assertThat(found.found().get(0).tuning().preferred()).isCloseTo(10, within(1.0));
            assertThat(found.found().get(1).tuning().preferred()).isCloseTo(62.5, within(2.0));
          });
    }
  }

  @Test
  void anIdentityDictionaryHasTheGapsOfTheChannels() {
    final float[] rows = new float[UNITS * UNITS];
    IntStream.range(0, UNITS).forEach(i -> rows[i * UNITS + i] = 1);
    try (InceptionV1 more = network.edited(directions("same", rows, UNITS).graft())) {
      for (final CoverageKind kind : CoverageKind.values()) {
        assertThat(gaps(more, kind, only(more, "same")))
            .isEqualTo(gaps(more, kind, only(more, LINEAR)));
      }
    }
  }

  private static Dictionary directions(final String name, final float[] rows, final int count) {
    return Dictionary.ofDirections(
        name,
        new Dictionary.Home(LINEAR, "planted", network.digest()),
        rows,
        Dictionary.unlabeled(count),
        Map.of());
  }

  @Test
  void shuffledAnglesTellChance() {
    final AngleDetectors found =
        detectors(network, CoverageKind.EDGES, only(network, LINEAR + ":0-4"));
    assertThat(found.shuffled()).isLessThan(found.found().size());
    assertThat(found.found()).hasSize(EDGES.length);
  }
}
