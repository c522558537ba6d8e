package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.weights.TrainedNetwork;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said, and what still works, where a library is missing. */
@InOwnProcess
final class MissingLibraryTest {

  /** Reads the bundled network's weights. */
  public static void main(final String[] arguments) {
    System.out.println("digest " + TrainedNetwork.named("").read().digest());
  }

  @ParameterizedTest
  @CsvSource({
    "com/google/protobuf/CodedInputStream, protobuf-java.jar",
    "com/google/gson/stream/JsonReader, gson.jar",
    "org/apache/commons/math3/linear/RealMatrix, commons-math3.jar",
    "net/imglib2/Interval, imglib2.jar"
  })
  void theJarIsNamedAndInFijiItsUpdater(final String type, final String jar) {
    assertThat(MissingLibrary.sentence(type, true))
        .contains("(" + jar + ", " + type.replace('/', '.') + ")")
        .contains("Help > Update...")
        .doesNotContain("zip");
    assertThat(MissingLibrary.sentence(type, false)).contains(jar).contains("-imagej.zip");
  }

  @Test
  void djlComesWithTheZipForFiji() {
    assertThat(MissingLibrary.sentence("ai/djl/engine/Engine", true)).contains("-fiji.zip");
  }

  @Test
  void theBundledNetworkNeedsNoProtobuf(@TempDir final Path folder) throws Exception {
    final String without =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jar -> !jar.contains("protobuf"))
            .collect(Collectors.joining(File.pathSeparator));
    final Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dinceptionlens.networks=" + folder,
                "-cp",
                without,
                MissingLibraryTest.class.getName())
            .redirectErrorStream(true)
            .start();
    final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    assertThat(out).contains("digest ");
  }
}
