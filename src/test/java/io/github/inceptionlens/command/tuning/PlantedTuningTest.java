package io.github.inceptionlens.command.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.circuit.stimulus.Stimulus;
import io.github.inceptionlens.circuit.stimulus.StimulusKind;
import io.github.inceptionlens.circuit.stimulus.StimulusLook;
import io.github.inceptionlens.circuit.stimulus.StimulusPainter;
import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.circuit.stimulus.StimulusSeries;
import io.github.inceptionlens.circuit.tuning.CircularTuning;
import io.github.inceptionlens.circuit.tuning.ResponseCurve;
import io.github.inceptionlens.circuit.tuning.StimulusSet;
import io.github.inceptionlens.circuit.tuning.UnitTuning;
import io.github.inceptionlens.core.Picture;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A network into which units of known angles were put. */
final class PlantedTuningTest {

  private static final int SIDE = 65;
  private static final int KERNEL = 15;
  private static final String LINEAR = "conv2d0_pre_relu";
  private static final double[] PLANTED = {30, 100, 300};
  private static final StimulusLook LOOK = new StimulusLook(SIDE, 3, 90, false, 0xffffff, 0);

  private static InceptionV1 network;

  @BeforeAll
  static void plant() {
    final SlidingWindow window = new SlidingWindow(KERNEL, 1, new Padding.Fixed(7, false));
    final List<Node> rows =
        List.of(
            node(LINEAR, new Operation.Convolution("conv2d0", 3, 4, window), "input", 4),
            node("conv2d0", new Operation.Relu(), LINEAR, 4),
            node("avgpool0", new Operation.GlobalMean(), "conv2d0", 4),
            node(Architecture.LOGITS, new Operation.Dense("softmax2", 4, 2), "avgpool0", 2),
            node(Architecture.PROBABILITIES, new Operation.Softmax(), Architecture.LOGITS, 2));
    final Architecture table =
        new Architecture("planted", rows, Preprocessing.CAFFE, List.of("a", "b"));
    final Map<String, float[]> values = new HashMap<>();
    for (final TensorSpec spec : table.tensors()) {
      values.put(spec.name(), new float[spec.count()]);
    }
    fill(values.get("conv2d0_w"));
    network = new InceptionV1(SmallNetworks.engine(), table, new Weights(table.tensors(), values));
  }

  private static Node node(
      final String name, final Operation op, final String input, final int channels) {
    return new Node(name, "", op, List.of(input), channels);
  }

  /**
   * Units 0 to 2 want the left of a direction brighter than its right, each another one; unit 3 a
   * bright stripe at 70 degrees. All have a mean of 0.
   */
  private static void fill(final float[] kernels) {
    final int size = KERNEL * KERNEL;
    for (int unit = 0; unit < 4; unit++) {
      final double[] kernel = new double[size];
      double mean = 0;
      for (int i = 0; i < size; i++) {
        final double x = i % KERNEL - 7;
        final double y = 7 - i / KERNEL;
        final double angle = Math.toRadians(unit < 3 ? PLANTED[unit] : 70);
        final double left = y * Math.cos(angle) - x * Math.sin(angle);
        final double window = Math.exp(-(x * x + y * y) / 18);
        kernel[i] = window * (unit < 3 ? left : Math.cos(left));
        mean += kernel[i] / size;
      }
      for (int color = 0; color < 3; color++) {
        for (int i = 0; i < size; i++) {
          kernels[(unit * 3 + color) * size + i] = (float) ((kernel[i] - mean) / 1000);
        }
      }
    }
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static ShownStimuli shown(
      final StimulusKind kind, final Map<StimulusParameter, List<Double>> values) {
    return ShownStimuli.drawn("stack", StimulusSeries.of(kind, SIDE, values), LOOK);
  }

  private static List<UnitTuning> tunings(
      final InceptionV1 of, final String units, final ShownStimuli shown, final boolean middle) {
    final UnitChoice choice = UnitChoice.of(of.architecture(), LINEAR, units);
    final StimulusResponses responses =
        StimulusResponses.of(of, choice, shown, middle, true, Progress.NONE);
    return responses.tunings(shown.all(), responses.usual());
  }

  private static StimulusSet all(final ShownStimuli shown) {
    return shown.set(shown.all());
  }

  private static CircularTuning circular(final ShownStimuli shown, final UnitTuning unit) {
    return CircularTuning.of(all(shown).circularCurve(unit.responses()).orElseThrow());
  }

  @Test
  void edgesTellThePlantedDirections() {
    final ShownStimuli shown = shown(StimulusKind.EDGES, Map.of());
    for (final boolean middle : new boolean[] {true, false}) {
      final List<UnitTuning> units = tunings(network, "0-2", shown, middle);
      for (int i = 0; i < PLANTED.length; i++) {
        final CircularTuning tuning = circular(shown, units.get(i));
        assertThat(tuning.preferred()).isCloseTo(PLANTED[i], within(middle ? 1.0 : 5.0));
        assertThat(tuning.peakAngle()).isCloseTo(PLANTED[i], within(7.6));
      }
    }
  }

  @Test
  void barsTellThePlantedOrientation() {
    final ShownStimuli shown = shown(StimulusKind.BARS, Map.of());
    final CircularTuning tuning = circular(shown, tunings(network, "3", shown, true).get(0));
    assertThat(tuning.preferred()).isCloseTo(70, within(1.0));
    assertThat(tuning.selectivity()).isGreaterThan(0.9);
  }

  @Test
  void theContrastCurveOfALinearUnitIsALine() {
    final ShownStimuli shown =
        shown(
            StimulusKind.EDGES,
            Map.of(
                StimulusParameter.CONTRAST, List.of(0.2, 0.4, 0.6, 0.8, 1.0),
                StimulusParameter.ANGLE, List.of(0.0, 30.0, 120.0)));
    final UnitTuning unit = tunings(network, "0", shown, true).get(0);
    final ResponseCurve curve = all(shown).curve(StimulusParameter.CONTRAST, unit.responses());
    assertThat(curve.values()).containsExactly(0.2, 0.4, 0.6, 0.8, 1);
    final double step = curve.responses()[1] - curve.responses()[0];
    assertThat(step).isPositive();
    for (int i = 1; i < 5; i++) {
      assertThat(curve.responses()[i] - curve.responses()[i - 1])
          .isCloseTo(step, within(1e-4 * step));
    }
    assertThat(curve.best()).isEqualTo(1);
  }

  @Test
  void responsesAreDeviationsFromTheMeanOverTheStimuli() {
    final ShownStimuli shown = shown(StimulusKind.EDGES, Map.of());
    final UnitTuning unit = tunings(network, "0", shown, true).get(0);
    final int strongest = unit.strongest();
    final double activation =
        network
            .run(picture(shown, strongest), List.of(LINEAR))
            .map(LINEAR)
            .channel(0)[SIDE / 2 * SIDE + SIDE / 2];
    assertThat(unit.responses()[strongest] * unit.deviation() + unit.mean())
        .isCloseTo(activation, within(1e-5 * Math.abs(activation)));
  }

  private static Picture picture(final ShownStimuli shown, final int index) {
    return StimulusPainter.paint(
        new Stimulus(StimulusKind.EDGES, shown.stimuli().get(index).values()), LOOK);
  }
}
