package io.github.inceptionlens.collection.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.collection.scan.ScanJournal;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.format.FloatEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are killed while they sample leave what the next one goes on from. */
@Tag("slow")
final class VectorSamplerKilledTest {

  private static final int PICTURES = 120;
  private static final int MOST_CALLS = PICTURES + 2;

  @TempDir private Path folder;

  /** A program that samples: the file, and the folder of journals. */
  static final class Child {

    private Child() {}

    public static void main(final String[] arguments) {
      final ImageCollection<MemoryPicture> pictures =
          MemoryPictures.of(
              IntStream.range(0, PICTURES)
                  .mapToObj(i -> View.of(SmallNetworks.noise(90 + i % 7 * 9, 80 + i % 5 * 9, i)))
                  .toList());
      final FileCache journals = new FileCache(Path.of(arguments[1]), ".json", 9, 1 << 20);
      try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
        final Layer layer = network.architecture().layer("mixed3a");
        final SampleRequest request =
            new SampleRequest(9, SampleFrom.RANDOM, 1, 0, FloatEncoding.F32);
        final Path file = Path.of(arguments[0]);
        try (VectorSampler sampler = new VectorSampler(network, pictures, layer, request, file)) {
          final Scan<MemoryPicture> scan = new Scan<>(network, List.of(layer.name()), pictures);
          final Ride<MemoryPicture, ?, DrawnSample> drawn = scan.ride("sample", sampler);
          scan.run(Optional.of(new ScanJournal(journals, "key", Duration.ZERO)), Progress.NONE);
          sampler.write(drawn.result(), Map.of());
        }
      }
      Runtime.getRuntime().halt(0);
    }
  }

  @Test
  void theFileIsThatOfAProgramThatIsNotKilled() throws Exception {
    final Path whole = folder.resolve("whole.safetensors");
    assertThat(child(whole).waitFor(3, TimeUnit.MINUTES)).isTrue();
    final Random random = new Random(1);
    final Path file = folder.resolve("killed.safetensors");
    int resumed = 0;
    for (int call = 0; !Files.exists(file); call++) {
      assertThat(call).isLessThan(MOST_CALLS);
      resumed += journals().isEmpty() ? 0 : 1;
      final Process child = child(file);
      awaitJournals(child, 1 + random.nextInt(3));
      child.destroyForcibly().waitFor();
    }
    assertThat(resumed).isPositive();
    assertThat(file).hasSameBinaryContentAs(whole);
  }

  /** Until what is kept has changed so many times, which is each time a picture more or none. */
  private void awaitJournals(final Process child, final int changes)
      throws IOException, InterruptedException {
    Set<String> last = journals();
    for (int seen = 0; seen < changes && child.isAlive(); ) {
      final Set<String> now = journals();
      seen += now.equals(last) ? 0 : 1;
      last = now;
      Thread.sleep(2);
    }
  }

  /** The names tell what they hold. */
  private Set<String> journals() throws IOException {
    final Path killed = folder.resolve("killed-scans");
    if (!Files.isDirectory(killed)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(killed)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .collect(Collectors.toSet());
    }
  }

  private Process child(final Path file) throws IOException {
    final String scans = file.getFileName().toString().replace(".safetensors", "-scans");
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            file.toString(),
            folder.resolve(scans).toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out.txt").toFile())
        .start();
  }
}
