package io.github.inceptionlens.circuit.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.core.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which units count as detectors. */
final class AngleDetectorsTest {

  private static final int ANGLES = 36;
  private static final StimulusSet SET =
      new StimulusSet(
          IntStream.range(0, ANGLES)
              .mapToObj(i -> Map.of(StimulusParameter.ANGLE, 10.0 * i))
              .toList(),
          360);

  /** A unit that gives a peak at an angle, and a part of it at the next one. */
  private static UnitTuning unit(final int channel, final double peak, final double beside) {
    final double[] responses = new double[ANGLES];
    responses[channel] = peak;
    responses[channel + 1] = beside * peak;
    return UnitTuning.of(new Unit("conv2d0", channel), 0, 1, responses);
  }

  private static AngleDetectors found(final double neighbor, final UnitTuning... units) {
    return AngleDetectors.of(
        List.of(units), SET, new DetectorRule(5, 0.5, neighbor), new Random(1));
  }

  @Test
  void detectorsAreStrongAndSharp() {
    final double[] everywhere = new double[ANGLES];
    Arrays.fill(everywhere, 9);
    final AngleDetectors detectors =
        found(
            0.5,
            unit(20, 9, 1),
            unit(3, 9, 1),
            unit(7, 4, 1),
            UnitTuning.of(new Unit("conv2d0", 9), 0, 1, everywhere));
    assertThat(detectors.measured()).isEqualTo(4);
    assertThat(detectors.found().stream().map(one -> one.unit().channel())).containsExactly(3, 20);
    assertThat(detectors.found().get(0).tuning().preferred()).isEqualTo(35);
    assertThat(detectors.gaps(360).largest()).isEqualTo(190);
  }

  /** Where neighbors do not count, a response at one angle is as sharp wherever it stands. */
  @Test
  void aResponseAtASingleAngleIsNone() {
    final UnitTuning single = unit(5, 9, 0);
    assertThat(found(0.5, single).found()).isEmpty();
    assertThat(found(0.5, single).shuffled()).isZero();
    assertThat(found(0, single).found()).hasSize(1);
    assertThat(found(0, single).shuffled()).isEqualTo(1);
    assertThat(found(0.5, unit(5, 9, 0.6)).found()).hasSize(1);
    assertThat(found(0.5, unit(5, 9, 0.4)).found()).isEmpty();
  }
}
