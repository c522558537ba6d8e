package io.github.inceptionlens.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.weights.download.Entries;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they add networks leave whole ones or none. */
@InOwnProcess
final class AddKilledTest {

  private static final Architecture ARCHITECTURE = Training.TEXTURES.architecture();

  @TempDir private Path temporary;
  private Path file;
  private Path folder;

  /** A process that adds a file under one name after the other: file, folder, first number. */
  static final class Child {

    private Child() {}

    public static void main(final String[] arguments) {
      final NetworkStore store = store(Path.of(arguments[1]));
      for (int i = Integer.parseInt(arguments[2]); ; i++) {
        store.add(Path.of(arguments[0]), "net-" + i, Progress.NONE);
      }
    }
  }

  private static NetworkStore store(final Path folder) {
    return new NetworkStore(
        folder, Entries.catalog(URI.create("http://127.0.0.1:9/x.bin"), new byte[9]));
  }

  @BeforeEach
  void aFileOfWeights() throws IOException {
    file = temporary.resolve("net.safetensors");
    folder = temporary.resolve("networks");
    SafetensorsWriter.write(file, RandomWeights.of(ARCHITECTURE, 3));
  }

  @Test
  void aKilledAddingLeavesWholeNetworksOnly() throws Exception {
    kill(2, 1);
  }

  @Test
  @Tag("slow")
  void addingsKilledAtAnyMomentLeaveWholeNetworksOnly() throws Exception {
    kill(30, 2);
  }

  @Test
  void anAddingThatBarelyBeganIsCleared() throws IOException {
    final Path begun = folder.resolve(".adding-3774af77-99a6-4a38-aeca-4603c3499c89");
    final Path foreign = folder.resolve(".adding-notes");
    Files.createDirectories(begun);
    Files.createDirectories(foreign);
    assertThat(store(folder).clearCache(Progress.NONE).left()).containsExactly(foreign);
    assertThat(begun).doesNotExist();
  }

  private void kill(final int kills, final long seed) throws Exception {
    final Random random = new Random(seed);
    final String digest = WeightFiles.read(file, ARCHITECTURE).digest();
    for (int i = 0; i < kills; i++) {
      final Process child = child(1000 * i);
      while (!Files.isDirectory(folder) || folder.toFile().list().length < 2) {
        assertThat(child.isAlive()).as("the child works").isTrue();
        Thread.yield();
      }
      child.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS);
      child.destroyForcibly().waitFor();
      assertWhole(digest);
    }
  }

  private void assertWhole(final String digest) throws IOException {
    final NetworkStore store = store(folder);
    for (final NetworkState state : store.list()) {
      if (state.state() == NetworkState.State.OWN) {
        assertThat(TrainedNetwork.named(state.name(), store).read().digest()).isEqualTo(digest);
        store.remove(state.name(), Progress.NONE);
      }
    }
    store.add(file, "after", Progress.NONE);
    store.remove("after", Progress.NONE);
    assertThat(store.clearCache(Progress.NONE).left()).isEmpty();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(
              left.map(path -> path.getFileName().toString()).filter(name -> !name.equals(".lock")))
          .isEmpty();
    }
  }

  private Process child(final int first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            file.toString(),
            folder.toString(),
            String.valueOf(first))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
