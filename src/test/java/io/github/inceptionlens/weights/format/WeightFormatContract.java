package io.github.inceptionlens.weights.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.WeightFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.scijava.plugin.Plugin;

/** What every format of weights promises: the fixtures are a subclass's, the promises are here. */
public abstract class WeightFormatContract {

  /** A network narrow enough for files below 200 kB. */
  public static final Architecture NARROW =
      Training.CAFFE
          .narrowed(20, "narrow", IntStream.range(0, 10).mapToObj(i -> "class " + i).toList())
          .architecture();

  public static final Weights TRAINING = RandomWeights.of(NARROW, 7);

  /** Room for buffers, names and places, whatever the file's size. */
  private static final long SMALL_CHANGE = 1 << 19;

  private static final Duration WATCHDOG = Duration.ofMinutes(2);

  private static final String NAME = "/data/run [1] a=b.weights";

  /** The format under test. */
  abstract WeightFormat format();

  /** All ways to write a training of {@link #NARROW}; a file ends with a tensor that is needed. */
  abstract Map<String, byte[]> variants(Weights weights);

  @Test
  void everyVariantIsRecognizedAndReadsAsWritten() {
    variants(TRAINING)
        .forEach(
            (variant, file) -> {
              final Weights read = read(file);
              TRAINING
                  .tensors()
                  .forEach(
                      (spec, values) -> assertThat(read.tensors().get(spec)).isEqualTo(values));
              assertThat(read.digest()).as(variant).isEqualTo(TRAINING.digest());
              assertThat(file.length).as(variant).isLessThan(200_000);
            });
  }

  @Test
  void oneChangedValueChangesTheDigest() {
    final TensorSpec last = NARROW.tensors().get(NARROW.tensors().size() - 1);
    final Map<String, float[]> values = new LinkedHashMap<>();
    TRAINING.tensors().forEach((spec, tensor) -> values.put(spec.name(), tensor.clone()));
    values.get(last.name())[0] += 1;
    variants(new Weights(NARROW.tensors(), values))
        .forEach(
            (variant, file) ->
                assertThat(read(file).digest()).as(variant).isNotEqualTo(TRAINING.digest()));
  }

  @Property(tries = 200)
  void everyTruncationIsRefused(
      @ForAll @IntRange(max = 999) final int variant,
      @ForAll @IntRange(max = 200_000) final int end) {
    final byte[] whole = variant(variant);
    refused(Arrays.copyOf(whole, end % whole.length));
  }

  @Test
  void everyTruncationOfTheFirstAndLastBytesIsRefused() {
    final byte[] whole = variant(0);
    for (int bytes = 0; bytes < 300; bytes++) {
      refused(Arrays.copyOf(whole, bytes));
      refused(Arrays.copyOf(whole, whole.length - 1 - bytes));
    }
  }

  @Property(tries = 200)
  void mutationsAreRefusedOrStillReadFinite(
      @ForAll @IntRange(max = 999) final int variant,
      @ForAll final long seed,
      @ForAll @IntRange(min = 1, max = 12) final int changes,
      @ForAll final boolean nearTheHead) {
    final byte[] file = variant(variant).clone();
    final Random random = new Random(seed);
    for (int i = 0; i < changes; i++) {
      final int place = random.nextInt(nearTheHead ? 200 : file.length);
      file[place] = (byte) random.nextInt(256);
    }
    final Throwable thrown = catchThrowable(() -> complete(read(file)));
    assertThat(thrown == null || thrown instanceof UserError).as("%s", thrown).isTrue();
  }

  @Property(tries = 5000)
  @Tag("slow")
  void thousandsOfMutationsAreRefusedOrStillReadFinite(
      @ForAll @IntRange(max = 999) final int variant,
      @ForAll final long seed,
      @ForAll @IntRange(min = 1, max = 12) final int changes,
      @ForAll final boolean nearTheHead) {
    assertTimeoutPreemptively(
        WATCHDOG, () -> mutationsAreRefusedOrStillReadFinite(variant, seed, changes, nearTheHead));
  }

  @Test
  void otherFilesAreNotRecognized() {
    final Map<String, String> heads =
        Map.of(
            "PNG", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u00e0",
            "zip", "PK\u0003\u0004\u0014\0\0\0\u0008\0",
            "HDF5", "\u0089HDF\r\n\u001a\n",
            "text", "name: \"GoogLeNet\"\nlayer {\n",
            "blank text", "\n\n  \n weights\n",
            "zeros", "\0".repeat(5000),
            "ones", "\u00ff".repeat(5000));
    heads.forEach(
        (kind, head) ->
            assertThatThrownBy(() -> read(head.getBytes(StandardCharsets.ISO_8859_1)))
                .as(kind)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no known format")
                .hasMessageContaining(format().name()));
  }

  @Test
  void anEmptyFileSaysThatItIsEmpty() {
    assertThat(refused(new byte[0])).contains("is empty");
  }

  @Test
  void isAmongTheStandardFormatsAndPlugins() {
    assertThat(WeightFiles.standard()).hasAtLeastOneElementOfType(format().getClass());
    final Plugin plugin = format().getClass().getAnnotation(Plugin.class);
    assertThat(plugin.type()).isEqualTo(WeightFormat.class);
    assertThat(plugin.name()).isEqualTo(format().name());
  }

  /**
   * Reads a file and checks how much the reading touched and allocated; where that is too much, a
   * second reading is judged, since the first may have loaded classes.
   */
  final Weights read(final byte[] file) {
    final long before = allocated();
    try {
      return readOnce(file);
    } finally {
      if (allocated() - before > file.length + SMALL_CHANGE + more()) {
        assertThat(allocatedByReading(file)).isLessThan(file.length + SMALL_CHANGE + more());
      }
    }
  }

  private long allocatedByReading(final byte[] file) {
    final long before = allocated();
    catchThrowable(() -> readOnce(file));
    return allocated() - before;
  }

  private Weights readOnce(final byte[] file) {
    final CountedBytes bytes = new CountedBytes(file);
    try (WeightSource source = new WeightSource(NAME, bytes)) {
      return WeightFiles.format(source, List.of(format())).read(source, NARROW);
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      assertThat(bytes.touched())
          .as("bytes touched")
          .isLessThanOrEqualTo(2L * file.length + more());
    }
  }

  /** The bytes that a format may touch and allocate besides: for archives with a directory. */
  long more() {
    return 0;
  }

  private static long allocated() {
    final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  /** The one sentence with which a file is refused. */
  final String refused(final byte[] file) {
    final Throwable thrown = catchThrowable(() -> read(file));
    assertThat(thrown).isInstanceOf(UserError.class);
    assertThat(thrown.getMessage()).startsWith("\"" + NAME + "\" ").doesNotContain("\n");
    return thrown.getMessage();
  }

  private byte[] variant(final int index) {
    final List<byte[]> files = List.copyOf(variants(TRAINING).values());
    return files.get(index % files.size());
  }

  private static void complete(final Weights weights) {
    assertThat(weights.tensors().keySet()).containsExactlyElementsOf(NARROW.tensors());
    weights
        .tensors()
        .forEach(
            (spec, values) -> {
              for (final float value : values) {
                assertThat(Float.isFinite(value)).as(spec.name()).isTrue();
              }
            });
  }
}
