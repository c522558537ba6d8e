package io.github.inceptionlens.weights.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.weights.format.SafetensorsHeader.Entry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MappedTensorsTest {

  @TempDir private Path folder;

  private Path file(final List<Entry> entries, final byte[] data) throws IOException {
    final byte[] head = SafetensorsHeader.bytes(entries, Map.of("layer", "mixed3a"));
    final Path file = folder.resolve("t.safetensors");
    Files.write(file, ByteBuffer.allocate(head.length + data.length).put(head).put(data).array());
    return file;
  }

  /** The header has 8 + 8k bytes, so that with maps of 16 bytes numbers begin in many maps. */
  @ParameterizedTest
  @ValueSource(longs = {8, 16, 24, 1000, 1 << 30})
  void numbersAreReadWhereverTheMapsEnd(final long chunk) throws IOException {
    final ByteBuffer data =
        ByteBuffer.allocate(2 * 21 + 4 * 9 + 8 * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 21; i++) {
      FloatEncoding.F16.put(data, i - 10);
    }
    for (int i = 0; i < 9; i++) {
      FloatEncoding.F32.put(data, i / 3f);
    }
    for (int i = 0; i < 4; i++) {
      data.putLong(-i);
    }
    final Path file =
        file(
            List.of(
                new Entry("halves", "F16", List.of(7L, 3L), 0, 42),
                new Entry("floats", "F32", List.of(9L), 42, 78),
                new Entry("longs", "I64", List.of(2L, 2L), 78, 110)),
            data.array());
    final MappedTensors tensors = MappedTensors.open(file, chunk);

    assertThat(tensors.metadata()).containsExactly(Map.entry("layer", "mixed3a"));
    assertThat(tensors.shape("halves")).contains(List.of(7L, 3L));
    assertThat(tensors.shape("other")).isEmpty();
    for (int from = 0; from <= 18; from++) {
      final float[] three = new float[3];
      tensors.floats("halves").read(from, three);
      assertThat(three).containsExactly(from - 10, from - 9, from - 8);
    }
    final float[] floats = new float[9];
    tensors.floats("floats").read(0, floats);
    assertThat(floats).containsExactly(0, 1 / 3f, 2 / 3f, 1, 4 / 3f, 5 / 3f, 2, 7 / 3f, 8 / 3f);
    final long[] longs = new long[3];
    tensors.integers("longs").read(1, longs);
    assertThat(longs).containsExactly(-1, -2, -3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "F32 | 2 | 4 | 0 | 8 | 7 | should begin at 0 and end by 7",
        "F32 | 2 | 4 | 0 | 8 | 9 | 1 bytes after its last tensor",
        "F32 | 2 | 4 | 4 | 8 | 8 | should begin at 0",
        "F32 | 3 | 4 | 0 | 8 | 8 | not those of its shape",
        "F32 | 4611686018427387904 | 4 | 0 | 8 | 8 | not those of its shape",
        "I16 | 4 | 2 | 0 | 8 | 8 | only F16, BF16, F32 and F64"
      })
  void aHeaderThatTheBytesDoNotConfirmIsRefused(
      final String type,
      final long side,
      final int each,
      final long from,
      final long to,
      final int bytes,
      final String sentence)
      throws IOException {
    final Path file = file(List.of(new Entry("a", type, List.of(side), from, to)), new byte[bytes]);
    assertThatThrownBy(() -> MappedTensors.open(file).floats("a"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("t.safetensors")
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 40})
  void whatIsNoSafetensorsIsRefused(final int bytes) throws IOException {
    final Path file = folder.resolve("t.safetensors");
    Files.write(
        file,
        "abcdefghijklmnopqrstuvwxyz{}0123456789..."
            .substring(0, bytes)
            .getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> MappedTensors.open(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no safetensors file");
    assertThatThrownBy(() -> MappedTensors.open(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is no file");
  }

  @Test
  @Tag("slow")
  void aFileOfMoreThanTwoGigabytesIsReadToItsEnd() throws IOException {
    final long rows = 700_000;
    final Path file =
        file(List.of(new Entry("v", "F32", List.of(rows, 1000L), 0, rows * 4000)), new byte[0]);
    final long start = Files.size(file);
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(start + rows * 4000);
      large.seek(start + rows * 4000 - 4);
      large.write(new byte[] {0, 0, (byte) 0x80, 0x3f});
    }
    final float[] row = new float[1000];
    MappedTensors.open(file).floats("v").read((rows - 1) * 1000, row);
    assertThat(row[998]).isZero();
    assertThat(row[999]).isEqualTo(1);
  }

  @Test
  void aTensorThatIsMissingIsNamed() throws IOException {
    final Path file = file(List.of(), new byte[0]);
    assertThatThrownBy(() -> MappedTensors.open(file).floats("vectors"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no tensor vectors");
  }
}
