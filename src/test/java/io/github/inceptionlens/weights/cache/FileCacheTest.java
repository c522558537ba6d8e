package io.github.inceptionlens.weights.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileCacheTest {

  @TempDir private Path temporary;
  private Path folder;
  private FileCache files;

  @BeforeEach
  void anEmptyFolder() {
    folder = temporary.resolve("kept");
    files = new FileCache(folder, ".bin", 3, 10);
  }

  private void keep(final String name, final int bytes) throws IOException {
    files.keep(name, name, new byte[bytes]);
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  @Test
  void whatIsKeptIsFoundUnderItsNameOnly() throws IOException {
    assertThat(files.find("a")).isEmpty();
    files.keep("a", "a", new byte[] {1, 2});
    files.keep("ab", "ab", new byte[] {3});

    assertThat(files.find("a")).contains(new byte[] {1, 2});
    assertThat(files.find("ab")).contains(new byte[] {3});
    assertThat(files.find("b")).isEmpty();
  }

  @Test
  void aDamagedFileIsNotFound() throws IOException {
    keep("a", 4);
    Files.write(all().get(0), new byte[] {0, 0, 1, 0});

    assertThat(files.find("a")).isEmpty();
  }

  @Test
  void whatIsOutdatedIsReplaced() throws IOException {
    files.keep("a", "a-1", new byte[1]);
    files.keep("a", "a-2", new byte[1]);

    assertThat(files.find("a-1")).isEmpty();
    assertThat(all()).hasSize(1);
  }

  @Test
  void whatWasNotUsedForLongestGoesWhenThereAreTooMany() throws IOException {
    for (final String name : List.of("a", "b", "c")) {
      keep(name, 1);
    }
    for (final Path file : all()) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
    }
    files.find("a");
    files.find("c");
    keep("d", 1);

    assertThat(files.find("a")).isPresent();
    assertThat(files.find("b")).isEmpty();
    assertThat(files.find("d")).isPresent();
  }

  @Test
  void theBytesAreLimitedButForTheLatestFile() throws IOException {
    keep("a", 6);
    Files.setLastModifiedTime(all().get(0), FileTime.fromMillis(1_700_000_000_000L));
    keep("b", 6);
    assertThat(files.find("a")).isEmpty();
    keep("c", 100);

    assertThat(files.find("c")).isPresent();
    assertThat(all()).hasSize(1);
  }

  @Test
  void clearingTellsWhatIsFree() throws IOException {
    assertThat(files.clear().bytes()).isZero();
    keep("a", 7);

    assertThat(files.clear().bytes()).isEqualTo(7);
    assertThat(files.find("a")).isEmpty();
  }

  @Test
  void aCopyOfAFileIsFoundUnlessItIsDamaged(@TempDir final Path elsewhere) throws IOException {
    final Path large = elsewhere.resolve("large");
    final byte[] bytes = new byte[3_000_000];
    bytes[2_999_999] = 7;
    Files.write(large, bytes);
    keepCopy(large);
    assertThat(files.findFile("b")).isEmpty();
    assertThat(files.findFile("a").orElseThrow()).hasBinaryContent(bytes);
    assertThat(files.find("a")).contains(bytes);

    bytes[5] = 1;
    Files.write(all().get(0), bytes);
    assertThat(files.findFile("a")).isEmpty();

    keepCopy(large);
    assertThat(all()).hasSize(1);
    assertThat(large).exists();
  }

  private void keepCopy(final Path large) throws IOException {
    files.keepFile("a", fresh -> Files.copy(large, fresh, StandardCopyOption.REPLACE_EXISTING));
  }

  @Test
  void whatWasBegunStaysForAWeekAndGoesWithAllElse() throws IOException {
    keep("a", 1);
    final Path begun = files.begun("a1b2");
    final Path part = begun.resolveSibling(begun.getFileName() + ".3.part");
    Files.write(begun, new byte[1]);
    Files.write(part, new byte[1]);
    final long day = 86_400_000L;
    Files.setLastModifiedTime(begun, FileTime.fromMillis(System.currentTimeMillis() - 8 * day));
    Files.setLastModifiedTime(part, FileTime.fromMillis(System.currentTimeMillis() - 6 * day));
    keep("b", 1);
    assertThat(begun).doesNotExist();
    assertThat(part).exists();
    assertThat(files.clear().left()).isEmpty();
    assertThat(part).doesNotExist();
  }
}
