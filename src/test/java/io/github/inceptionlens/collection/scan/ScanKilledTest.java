package io.github.inceptionlens.collection.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.activation.example.DatasetExamples;
import io.github.inceptionlens.activation.example.ExampleRequest;
import io.github.inceptionlens.activation.example.LayerUnits;
import io.github.inceptionlens.activation.example.UnitExamples;
import io.github.inceptionlens.activation.statistics.LayerStatistics;
import io.github.inceptionlens.activation.statistics.UnitStatistics;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.ChildJvm;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.weights.cache.FileCache;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are killed while they scan: the next goes on, and nothing is counted twice. */
class ScanKilledTest {

  private static final int COUNT = 600;

  @TempDir private Path folder;

  /** A program that scans: folder of the journal, file of the result. */
  static final class Child {

    private Child() {}

    public static void main(final String[] arguments) throws IOException {
      try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
        final ScanJournal journal =
            new ScanJournal(
                new FileCache(Path.of(arguments[0]), ".json", 10, 1L << 30), "key", Duration.ZERO);
        Files.writeString(Path.of(arguments[1]), scan(network, Optional.of(journal)));
      }
      System.exit(0);
    }
  }

  /** The results, every digit of them. */
  private static String scan(final InceptionV1 network, final Optional<ScanJournal> journal) {
    final List<View> views =
        IntStream.range(0, COUNT)
            .<View>mapToObj(i -> View.of(SmallNetworks.noise(32 + i / 7 % 3, 32, i)))
            .toList();
    final LayerUnits units = LayerUnits.of(network.architecture(), "mixed3a", List.of(1));
    final Scan<MemoryPicture> scan = new Scan<>(network, units.names(), MemoryPictures.of(views));
    final Ride<MemoryPicture, ?, List<UnitExamples>> examples =
        scan.ride(
            "examples", new DatasetExamples(units, new ExampleRequest(9, 1, List.of(0.5, 0.9), 0)));
    final Ride<MemoryPicture, ?, List<UnitStatistics>> statistics =
        scan.ride("statistics", new LayerStatistics(network.architecture().layer("mixed3a")));
    scan.run(journal, Progress.NONE);
    return KeptJson.gson().toJson(examples.result())
        + KeptJson.gson().toJson(statistics.result())
        + scan.pictures();
  }

  @Test
  @Tag("slow")
  void aScanThatIsKilledAtAnyMomentEndsAsOneThatIsNot() throws Exception {
    final Random dice = new Random(7);
    final Path result = folder.resolve("result.txt");
    int kills = 0;
    while (!Files.exists(result)) {
      final String before = kept();
      final Process child = child(result);
      while (child.isAlive() && kept().equals(before)) {
        Thread.sleep(20);
      }
      if (!child.waitFor(dice.nextInt(1500), TimeUnit.MILLISECONDS)) {
        child.destroyForcibly().waitFor();
        kills++;
      }
    }
    assertThat(kills).isPositive();
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      assertThat(Files.readString(result)).isEqualTo(scan(network, Optional.empty()));
    }
  }

  /** The names of what the journal holds: they change with the content. */
  private String kept() throws IOException {
    final Path journal = folder.resolve("journal");
    if (!Files.exists(journal)) {
      return "";
    }
    try (Stream<Path> files = Files.list(journal)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".json")).toList().toString();
    }
  }

  private Process child(final Path result) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            String.join(File.pathSeparator, ChildJvm.ownClassPath()),
            Child.class.getName(),
            folder.resolve("journal").toString(),
            result.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out.txt").toFile())
        .start();
  }
}
