package io.github.inceptionlens.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.download.Catalog;
import io.github.inceptionlens.weights.download.Entries;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import io.github.inceptionlens.weights.format.WeightFormatContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertedWeightsCacheTest {

  private static final Architecture NARROW = WeightFormatContract.NARROW;
  private static final FileTime TIME = FileTime.fromMillis(1_700_000_000_000L);

  @TempDir private Path temporary;
  private Path file;
  private Path folder;
  private ConvertedWeightsCache conversions;

  @BeforeEach
  void aFileOfWeights() throws IOException {
    file = temporary.resolve("net.safetensors");
    folder = temporary.resolve("converted");
    conversions = new ConvertedWeightsCache(folder);
    write(1, TIME);
  }

  private void write(final long seed, final FileTime time) throws IOException {
    Files.write(file, SafetensorsWriter.exact(RandomWeights.of(NARROW, seed), Map.of()));
    Files.setLastModifiedTime(file, time);
  }

  private Weights read() throws IOException {
    return conversions.read(Origin.OnDisk.of(file), NARROW);
  }

  private static String digest(final long seed) {
    return RandomWeights.of(NARROW, seed).digest();
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void bothDigestsAreThoseOfTheFileAndOfItsWeights() throws IOException {
    for (int i = 0; i < 2; i++) {
      assertThat(read().file()).isEqualTo("sha256:" + Entries.digest(Files.readAllBytes(file)));
      assertThat(read().digest()).isEqualTo(digest(1));
    }
  }

  @Test
  void theConversionHoldsTheVeryWeights() throws IOException {
    read();
    final Weights second = read();
    assertThat(second.known(null, "").digest()).isEqualTo(digest(1));
  }

  @Test
  void aFileExchangedWithItsSizeAndTimeKeptIsReadAnew() throws IOException {
    read();
    write(2, TIME);
    assertThat(read().digest()).isEqualTo(digest(2));
  }

  @Test
  void aChangedFileIsReadAndItsOldConversionRemoved() throws IOException {
    read();
    write(2, FileTime.fromMillis(TIME.toMillis() + 1));
    assertThat(read().digest()).isEqualTo(digest(2));
    assertThat(kept()).hasSize(1);
  }

  @Test
  void aDamagedConversionIsReplaced() throws IOException {
    read();
    final Path conversion = kept().get(0);
    final byte[] right = Files.readAllBytes(conversion);
    for (final int at : new int[] {0, 9, right.length / 2, right.length - 1}) {
      final byte[] damaged = right.clone();
      damaged[at] ^= 1;
      Files.write(conversion, damaged);
      assertThat(read().digest()).isEqualTo(digest(1));
      assertThat(conversion).hasBinaryContent(right);
    }
    Files.write(conversion, new byte[0]);
    assertThat(read().digest()).isEqualTo(digest(1));
  }

  @Test
  void whereNothingCanBeWrittenTheFileIsRead() throws IOException {
    Files.writeString(folder, "no folder");
    assertThat(read().digest()).isEqualTo(digest(1));
    assertThat(folder).hasContent("no folder");
  }

  @Test
  void aFileThatIsNoTrainingLeavesNothing() throws IOException {
    Files.writeString(file, "no weights");
    assertThatThrownBy(this::read).isInstanceOf(UserError.class);
    assertThat(folder).doesNotExist();
  }

  @Test
  void onlyTheLatestAreKept() throws IOException {
    for (int i = 0; i < 10; i++) {
      file = temporary.resolve(i + ".safetensors");
      write(1, TIME);
      read();
    }
    assertThat(kept()).hasSize(8);
  }

  @Test
  void clearingTheCacheFreesThemAll() throws IOException {
    final NetworkStore store = new NetworkStore(temporary.resolve("store"), Catalog.STANDARD);
    store.read(Origin.OnDisk.of(file), NARROW);
    assertThat(store.clearCache(Progress.NONE).bytes()).isGreaterThan(Files.size(file) / 2);
    assertThat(store.clearCache(Progress.NONE).bytes()).isZero();
    assertThat(store.read(Origin.OnDisk.of(file), NARROW).digest()).isEqualTo(digest(1));
  }

  @Test
  void theBundledNetworkKnowsBothDigestsToo() {
    final Weights bundled =
        conversions.read(
            new Origin.Bundled("textures.safetensors"), Training.TEXTURES.architecture());
    assertThat(bundled.file()).matches("sha256:[0-9a-f]{64}");
    assertThat(bundled.digest()).isEqualTo(BundledWeights.textures().digest());
    assertThat(folder).doesNotExist();
  }
}
