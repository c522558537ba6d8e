package io.github.inceptionlens.network.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.core.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged or half-unpacked engine is unpacked anew, and never ends the program. */
@InOwnProcess
final class DamagedEngineTest {

  @TempDir private Path folder;

  /** Starts the engine and computes something with it. */
  public static void main(final String[] arguments) {
    System.out.println(
        "started "
            + TorchEngine.start(Progress.NONE)
                .newManager()
                .create(new float[] {1, 2})
                .sum()
                .getFloat());
  }

  private Process start() throws IOException {
    final ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-cp",
                System.getProperty("java.class.path"),
                DamagedEngineTest.class.getName())
            .redirectErrorStream(true);
    builder.environment().put("DJL_CACHE_DIR", folder.toString());
    return builder.start();
  }

  private void assertStarts() throws IOException, InterruptedException {
    final Process process = start();
    final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    assertThat(out).contains("started 3.0");
  }

  private Path library() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().equals(System.mapLibraryName("torch_cpu")))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aLibraryThatIsCutShortIsUnpackedAnew() throws Exception {
    assertStarts();
    final long size = Files.size(library());
    try (var channel =
        java.nio.channels.FileChannel.open(library(), java.nio.file.StandardOpenOption.WRITE)) {
      channel.truncate(50_000_000);
    }
    assertStarts();
    assertThat(library()).hasSize(size);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 700, 1100, 1500, 1900, 2300})
  @Tag("slow")
  void killedWhileUnpackingTheNextStartIsWhole(final int millis) throws Exception {
    final Process process = start();
    process.waitFor(millis, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    assertStarts();
  }
}
