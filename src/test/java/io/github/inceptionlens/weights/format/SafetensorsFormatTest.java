package io.github.inceptionlens.weights.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.WeightFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promises of every format, and what a safetensors header can claim wrongly. */
class SafetensorsFormatTest extends WeightFormatContract {

  private static final Map<String, byte[]> FILES = files(TRAINING);

  @Override
  WeightFormat format() {
    return new SafetensorsFormat();
  }

  @Override
  Map<String, byte[]> variants(final Weights weights) {
    return weights == TRAINING ? FILES : files(weights);
  }

  private static Map<String, byte[]> files(final Weights weights) {
    final Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("F32", SafetensorsFiles.write(weights, false, false));
    files.put("F32, other order, metadata", SafetensorsFiles.write(weights, false, true));
    files.put("F64", SafetensorsFiles.write(weights, true, false));
    return files;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"conv2d0_b\"     | \"conv2d9_b\"     | holds tensor \"conv2d9_b\", which narrow does not",
        "\"conv2d0_b\"     | \"conv2d0_w\"     | has a damaged header",
        "\"dtype\":\"F32\" | \"dtype\":\"I32\" | only F16, BF16, F32 and F64 can be read",
        "\"dtype\":\"F32\" | \"dtype\":\"F16\" | but its shape",
        "\"dtype\":\"F32\" | \"type\":\"F32\"  | has a damaged header",
        "\"dtype\":\"F32\" | \"dtype\":32      | holds conv2d0_w as 32",
        "[3,3,7,7]         | [3,3,49]          | expected is [3, 3, 7, 7]",
        "[3,3,7,7]         | [3,3,7,-7]        | has a damaged header",
        "[3,3,7,7]         | [3,3,7,7.0]       | has a damaged header",
        "[3,3,7,7]         | 441               | has a damaged header",
        "[0,1764]          | [4,1764]          | but it should begin at 0",
        "[0,1764]          | [0,1760]          | but it should begin at 1760",
        "[0,1764]          | [0,1768]          | but it should begin at 1768",
        "[0,1764]          | [1764,0]          | but it should begin at 0",
        "[0,1764]          | [0,999999999999]  | but it should begin at 0 and end by",
        "[0,1764]          | [0,1764,1]        | has a damaged header",
      })
  void refusesAHeaderThatIsWrong(final String right, final String wrong, final String because) {
    assertThat(refused(edited(header -> replaced(header, right, wrong)))).contains(because);
  }

  private static String replaced(final String header, final String right, final String wrong) {
    assertThat(header).contains(right);
    return header.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
  }

  /** The F32 file with another header. */
  private static byte[] edited(final UnaryOperator<String> edit) {
    final byte[] file = FILES.get("F32");
    final int length = (file[0] & 0xff) + ((file[1] & 0xff) << 8);
    final String header = new String(file, 8, length, StandardCharsets.UTF_8).replace(", ", ",");
    return SafetensorsFiles.file(
        edit.apply(header), Arrays.copyOfRange(file, 8 + length, file.length));
  }

  @Test
  void refusesAMissingTensor() {
    final String nothing = "{}";
    assertThat(refused(SafetensorsFiles.file(nothing, new byte[0])))
        .contains("holds no tensor conv2d0_w [3, 3, 7, 7], but narrow expects it");
  }

  @Test
  void refusesBytesThatBelongToNoTensor() {
    final byte[] file = FILES.get("F32");
    assertThat(refused(Arrays.copyOf(file, file.length + 1)))
        .contains("has 1 bytes after its last tensor");
  }

  @Test
  void refusesTextAfterTheHeader() {
    assertThat(refused(edited(header -> header + "{}"))).contains("has a damaged header");
  }

  @Test
  void refusesDeepNesting() {
    final String deep = "{\"__metadata__\":" + "[".repeat(60_000) + "}";
    assertThat(refused(SafetensorsFiles.file(deep, new byte[0]))).contains("has a damaged header");
  }

  @Test
  void refusesAHeaderLongerThanTheFile() {
    final byte[] file = FILES.get("F32").clone();
    file[3] = 1;
    assertThat(refused(file)).contains("is cut short: its header alone should have 16");
  }

  @Test
  void namesAValueThatIsNotFinite() {
    final byte[] file = FILES.get("F32").clone();
    Arrays.fill(file, file.length - 4, file.length, (byte) 0xff);
    assertThat(refused(file)).contains("holds NaN as value 9 of softmax2_b");
  }

  @Test
  void whatIsWrittenReadsAsTheNearestHalves(@TempDir final Path folder) throws IOException {
    final Path file = folder.resolve("narrow.safetensors");
    SafetensorsWriter.write(file, TRAINING);
    final Weights read = WeightFiles.read(file, NARROW);
    TRAINING
        .tensors()
        .forEach(
            (spec, values) -> {
              final float[] halves = read.tensors().get(spec);
              for (int i = 0; i < values.length; i++) {
                assertThat(halves[i]).isEqualTo(Float16.toFloat(Float16.of(values[i])));
              }
            });
  }

  @Test
  void anotherReaderAgreesAboutWhatIsWritten(@TempDir final Path folder) throws IOException {
    final Path file = folder.resolve("narrow.safetensors");
    SafetensorsWriter.write(file, TRAINING);
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final NDList arrays =
          NDList.decode(manager, new ByteArrayInputStream(Files.readAllBytes(file)));
      assertThat(arrays).hasSameSizeAs(NARROW.tensors());
      for (final NDArray array : arrays) {
        final TensorSpec spec = spec(array.getName());
        assertThat(array.getShape().getShape())
            .isEqualTo(spec.shape().stream().mapToLong(Integer::longValue).toArray());
        final float[] halves =
            array.toType(ai.djl.ndarray.types.DataType.FLOAT32, false).toFloatArray();
        assertThat(halves[0]).isCloseTo(TRAINING.tensors().get(spec)[0], within(1e-2f));
      }
    }
  }

  private static TensorSpec spec(final String name) {
    return NARROW.tensors().stream()
        .filter(spec -> spec.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsWhatAnotherWriterWrote() throws IOException {
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final NDList arrays = new NDList();
      TRAINING
          .tensors()
          .forEach(
              (spec, values) -> {
                final long[] shape = spec.shape().stream().mapToLong(i -> i).toArray();
                final NDArray array = manager.create(values, new Shape(shape));
                array.setName(spec.name());
                arrays.add(array);
              });
      final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      arrays.encode(bytes, NDList.Encoding.SAFETENSORS);
      assertThat(read(bytes.toByteArray()).digest()).isEqualTo(TRAINING.digest());
    }
  }
}
