package io.github.inceptionlens.weights.format;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Float16Test {

  @ParameterizedTest
  @CsvSource({
    "0, 0000",
    "1, 3c00",
    "-2, c000",
    "0.333251953125, 3555",
    "65504, 7bff",
    "65519, 7bff",
    "65520, 7c00",
    "Infinity, 7c00",
    "-Infinity, fc00",
    "6.103515625E-5, 0400",
    "6.097555160522461E-5, 03ff",
    "5.960464477539063E-8, 0001",
    "2.9E-8, 0000",
    "-0.0, 8000",
    "1.00048828125, 3c00",
    "1.00146484375, 3c02",
    "1.9998, 4000"
  })
  void knownValues(final float value, final String bits) {
    assertThat(String.format("%04x", Float16.of(value) & 0xffff)).isEqualTo(bits);
  }

  @Test
  void everyHalfSurvivesTheWayThroughFloat() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      final float value = Float16.toFloat((short) bits);
      if (!Float.isNaN(value)) {
        assertThat(Float16.of(value)).isEqualTo((short) bits);
      } else {
        assertThat(Float16.toFloat(Float16.of(value))).isNaN();
      }
    }
  }

  @Property
  void noOtherHalfIsNearer(@ForAll @FloatRange(min = -65000, max = 65000) final float value) {
    final short half = Float16.of(value);
    final double error = Math.abs((double) Float16.toFloat(half) - value);
    for (int step = -1; step <= 1; step += 2) {
      final float other = Float16.toFloat((short) (half + step));
      assertThat(Float.isNaN(other) || Math.abs((double) other - value) >= error).isTrue();
    }
  }
}
