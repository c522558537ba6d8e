package io.github.inceptionlens.command.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.dictionary.sparse.TrainingState;
import io.github.inceptionlens.weights.cache.FileCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class TrainingCheckpointsTest {

  @TempDir Path folder;

  /** A program that keeps a large state in a folder. */
  static final class Child {

    private Child() {}

    public static void main(final String[] arguments) {
      checkpoints(Path.of(arguments[0]), "one")
          .keep(new TrainingState(Map.of("model", new float[1 << 20]), Map.of("step", "18")));
    }
  }

  private static TrainingCheckpoints checkpoints(final Path kept, final String key) {
    final FileCache files = new FileCache(kept, ".safetensors", 10, Long.MAX_VALUE);
    return new TrainingCheckpoints(files, key, Duration.ZERO);
  }

  private TrainingCheckpoints checkpoints(final String key) {
    return checkpoints(folder.resolve("kept"), key);
  }

  private static TrainingState state(final float first) {
    return new TrainingState(
        Map.of("model", new float[] {first, -0f, Float.MIN_VALUE}, "empty", new float[0]),
        Map.of("step", "17", "choice", "NaN 0.1"));
  }

  private static void assertSame(final TrainingState kept, final TrainingState expected) {
    assertThat(kept.texts()).isEqualTo(expected.texts());
    assertThat(kept.numbers().keySet()).isEqualTo(expected.numbers().keySet());
    expected
        .numbers()
        .forEach((name, values) -> assertThat(kept.numbers().get(name)).isEqualTo(values));
  }

  @Test
  void whatIsKeptIsFoundByTheSameTrainingAlone() {
    checkpoints("one").keep(state(1));
    checkpoints("one").keep(state(2));
    assertSame(checkpoints("one").find().orElseThrow(), state(2));
    assertThat(checkpoints("other").find()).isEmpty();
    checkpoints("one").discard();
    assertThat(checkpoints("one").find()).isEmpty();
  }

  /** What a disk that is full, or a program that ended, leaves is no checkpoint. */
  @Test
  void whatIsHalfWrittenHidesNothing() throws IOException {
    final TrainingCheckpoints checkpoints = checkpoints("one");
    checkpoints.keep(state(1));
    final Path kept;
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      kept = files.findFirst().orElseThrow();
    }
    final byte[] whole = Files.readAllBytes(kept);
    Files.write(folder.resolve("kept").resolve(".fresh-1.tmp"), new byte[] {1, 2, 3});
    assertSame(checkpoints.find().orElseThrow(), state(1));
    Files.write(kept, Arrays.copyOf(whole, whole.length - 4));
    assertThat(checkpoints.find()).isEmpty();
  }

  /** A shell's limit on the size of files refuses in the middle of writing, as a full disk does. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDiskThatIsFullInTheMiddleLeavesTheEarlierOneAndNothingElse() throws Exception {
    checkpoints("one").keep(state(1));
    final Process child =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f 200; exec \"$0\" -XX:-UsePerfData -cp \"$1\" \"$2\" \"$3\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.resolve("kept").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(child.waitFor()).isZero();
    assertSame(checkpoints("one").find().orElseThrow(), state(1));
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aDiskThatRefusesLeavesTheEarlierOne() throws IOException {
    final TrainingCheckpoints checkpoints = checkpoints("one");
    checkpoints.keep(state(1));
    final TrainingState unwritable =
        new TrainingState(Map.of("model", new float[1]), Map.of("step", "18"));
    final Path folderOfFiles = folder.resolve("kept");
    final Path aside = folder.resolve("aside");
    Files.move(folderOfFiles, aside);
    Files.writeString(folderOfFiles, "no folder");
    checkpoints.keep(unwritable);
    Files.delete(folderOfFiles);
    Files.move(aside, folderOfFiles);
    assertSame(checkpoints.find().orElseThrow(), state(1));
    assertThat(checkpoints.isDue()).isIn(List.of(true, false));
  }
}
