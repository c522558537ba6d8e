package io.github.inceptionlens.weights.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatEncodingTest {

  @ParameterizedTest
  @CsvSource({
    "F16, c500, -5",
    "BF16, 3f80, 1",
    "BF16, c0a0, -5",
    "F32, 3e200000, 0.15625",
    "F64, bfd0000000000000, -0.25",
    "F64, 47f0000000000000, Infinity"
  })
  void decodesKnownBits(final FloatEncoding encoding, final String bits, final float value) {
    final long number = Long.parseUnsignedLong(bits, 16);
    final ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, number);
    assertThat(encoding.next(bytes)).isEqualTo(value);
    assertThat(bytes.position()).isEqualTo(encoding.bytes()).isEqualTo(bits.length() / 2);
  }

  @Test
  void knowsOnlyFloats() {
    assertThat(FloatEncoding.of("BF16")).contains(FloatEncoding.BF16);
    assertThat(FloatEncoding.of("I32")).isEmpty();
    assertThat(FloatEncoding.of("f16")).isEmpty();
  }
}
