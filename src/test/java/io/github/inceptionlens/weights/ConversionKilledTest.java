package io.github.inceptionlens.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they convert leave a folder in which the next one succeeds. */
@InOwnProcess
class ConversionKilledTest {

  private static final Architecture ARCHITECTURE = Training.TEXTURES.architecture();
  private static final Weights WEIGHTS = RandomWeights.of(ARCHITECTURE, 3);

  @TempDir private Path temporary;
  private Path file;
  private Path folder;

  /** A process that converts a file again and again, as one that changes: file, folder. */
  static final class Child {

    private Child() {}

    public static void main(final String[] arguments) throws IOException {
      final Path file = Path.of(arguments[0]);
      final ConvertedWeightsCache conversions = new ConvertedWeightsCache(Path.of(arguments[1]));
      for (long time = 1; ; time++) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(time));
        conversions.read(Origin.OnDisk.of(file), ARCHITECTURE);
      }
    }
  }

  @BeforeEach
  void aFileOfWeights() throws IOException {
    file = temporary.resolve("net.safetensors");
    folder = temporary.resolve("converted");
    SafetensorsWriter.write(file, WEIGHTS);
  }

  @Test
  void aKilledConversionIsMadeByTheNext() throws Exception {
    killAndRead(2, 1);
  }

  @Test
  @Tag("slow")
  void conversionsKilledAtAnyMomentAreMadeByTheNext() throws Exception {
    killAndRead(30, 2);
  }

  private void killAndRead(final int kills, final long seed) throws Exception {
    final Random random = new Random(seed);
    final String digest = WeightFiles.read(file, ARCHITECTURE).digest();
    for (int i = 0; i < kills; i++) {
      final Process child = child();
      awaitConversion(child);
      child.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS);
      child.destroyForcibly().waitFor();
      final ConvertedWeightsCache next = new ConvertedWeightsCache(folder);
      for (int reading = 0; reading < 2; reading++) {
        final Weights read = next.read(Origin.OnDisk.of(file), ARCHITECTURE);
        assertThat(read.known(null, "").digest()).isEqualTo(digest).isEqualTo(read.digest());
      }
      next.clear();
      assertThat(folder).isEmptyDirectory();
    }
  }

  private void awaitConversion(final Process child) {
    while (!Files.isDirectory(folder) || folder.toFile().list().length == 0) {
      assertThat(child.isAlive()).as("the child works").isTrue();
      Thread.yield();
    }
  }

  private Process child() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            file.toString(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
