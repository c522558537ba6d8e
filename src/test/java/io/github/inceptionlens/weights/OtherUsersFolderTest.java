package io.github.inceptionlens.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.weights.download.Entries;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder of networks that several users share, seen by one of them who may not read all of it.
 */
@InOwnProcess
final class OtherUsersFolderTest {

  @TempDir private Path temporary;

  /** A process of the other user, who lists the networks and opens each: folder. */
  static final class Child {

    private Child() {}

    public static void main(final String[] arguments) {
      final NetworkStore store = store(Path.of(arguments[0]));
      for (final NetworkState state : store.list()) {
        System.out.println(state.name() + ": " + state.state());
      }
      for (final String name : List.of("mine", "theirs")) {
        try {
          System.out.println(name + " has " + TrainedNetwork.named(name, store).read().digest());
        } catch (final UserError error) {
          System.out.println(name + " is refused: " + error.getMessage());
        }
      }
    }
  }

  private static NetworkStore store(final Path folder) {
    return new NetworkStore(
        folder, Entries.catalog(URI.create("http://127.0.0.1:9/x.bin"), new byte[9]));
  }

  @Test
  void whatMayNotBeReadIsListedAndTheRestWorks() throws Exception {
    assumeTrue(
        System.getProperty("user.name").equals("root"),
        "this test needs the right to start a program as another user");
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    final Path file = temporary.resolve("net.safetensors");
    SafetensorsWriter.write(file, RandomWeights.of(Training.TEXTURES.architecture(), 3));
    final Path folder = temporary.resolve("networks");
    final NetworkStore store = store(folder);
    store.add(file, "mine", Progress.NONE);
    store.add(file, "theirs", Progress.NONE);
    Files.setPosixFilePermissions(
        folder.resolve("theirs"), PosixFilePermissions.fromString("rwx------"));
    final String seen = asNobody(folder);
    assertThat(seen.lines())
        .anyMatch(line -> line.matches("mine: .*own.*"))
        .anyMatch(line -> line.startsWith("theirs: "))
        .anyMatch(
            line -> line.equals("mine has " + TrainedNetwork.named("mine", store).read().digest()))
        .anyMatch(
            line ->
                line.matches(
                    "theirs is refused: .*theirs is not readable for you: ask its owner .*"));
    assertThat(seen).doesNotContain("Exception", "\tat ");
  }

  private String asNobody(final Path folder) throws IOException, InterruptedException {
    final Process process =
        new ProcessBuilder(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + temporary,
                "-Dinceptionlens.networks=" + folder,
                "-cp",
                readableClassPath(),
                Child.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  /** A copy of what this Java loads, but for PyTorch, that everybody may read. */
  private String readableClassPath() throws IOException {
    final List<String> copies = new ArrayList<>();
    for (final String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.contains("pytorch-native")) {
        final Path copy = temporary.resolve("entry" + copies.size());
        copy(Path.of(entry), copy);
        copies.add(copy.toString());
      }
    }
    return String.join(File.pathSeparator, copies);
  }

  private static void copy(final Path from, final Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (final Path file : files.toList()) {
        final Path copy = Files.copy(file, to.resolve(from.relativize(file).toString()));
        Files.setPosixFilePermissions(
            copy,
            PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }
}
