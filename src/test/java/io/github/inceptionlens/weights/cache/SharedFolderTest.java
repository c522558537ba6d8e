package io.github.inceptionlens.weights.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that keep and find files in one folder at the same time. */
@InOwnProcess
final class SharedFolderTest {

  private static final int NAMES = 8;
  private static final int MOST = 6;
  private static final int ROUNDS = 400;

  @TempDir private Path folder;

  /**
   * A process that keeps and finds files, and says how many were not what was kept: folder, seed.
   */
  static final class Child {

    private Child() {}

    public static void main(final String[] arguments) throws IOException {
      final FileCache files = files(Path.of(arguments[0]));
      final Random random = new Random(Long.parseLong(arguments[1]));
      int wrong = 0;
      int found = 0;
      for (int round = 0; round < ROUNDS; round++) {
        final int name = random.nextInt(NAMES);
        if (random.nextBoolean()) {
          files.keep("name" + name, "name" + name, content(name));
        }
        final Optional<byte[]> content = files.find("name" + name);
        found += content.isPresent() ? 1 : 0;
        wrong += content.isPresent() && !Arrays.equals(content.get(), content(name)) ? 1 : 0;
      }
      System.out.println("found " + (found > ROUNDS / 4) + ", wrong " + wrong);
    }
  }

  private static FileCache files(final Path folder) {
    return new FileCache(folder.resolve("kept"), ".bin", MOST, 1 << 30);
  }

  private static byte[] content(final int name) {
    final byte[] content = new byte[20_000 + name];
    new Random(name).nextBytes(content);
    return content;
  }

  @Test
  void whatIsFoundIsWhole() throws Exception {
    final List<Process> children = new ArrayList<>();
    for (int seed = 1; seed <= 2; seed++) {
      children.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Child.class.getName(),
                  folder.toString(),
                  String.valueOf(seed))
              .redirectErrorStream(true)
              .start());
    }
    for (final Process child : children) {
      assertThat(new String(child.getInputStream().readAllBytes()))
          .isEqualTo("found true, wrong 0" + System.lineSeparator());
      assertThat(child.waitFor()).isZero();
    }
    final FileCache files = files(folder);
    files.keep("last", "last", new byte[1]);
    try (Stream<Path> left = Files.list(folder.resolve("kept"))) {
      assertThat(left)
          .hasSizeLessThanOrEqualTo(MOST)
          .noneMatch(file -> file.getFileName().toString().startsWith("."));
    }
  }
}
