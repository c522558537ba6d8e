package io.github.inceptionlens.network.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Disks;
import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.network.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate to the engine, each case in a Java of its own. */
@InOwnProcess
public class TorchEngineTest {

  private static final String WORKS = "works: PyTorch 2.7.1, DJL 0.35.1, 10 classes";

  private static List<String> lines(final ChildJvm.Result result) {
    assertThat(result.output()).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(result.exit()).as(result.output()).isZero();
    return result.output().lines().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fresh", "empty"})
  void foreignLoadersWorkOnceAndAreToldToRestartTheSecondTime(
      final String before, @TempDir final Path folder) throws IOException {
    final List<String> lines =
        lines(
            ChildJvm.with(ForeignLoaders.class, folder)
                .run(
                    ForeignLoaders.class,
                    String.join(File.pathSeparator, ChildJvm.ownClassPath()),
                    before));

    final String restart =
        "second refused: PyTorch was loaded by another plugin, or before the menus were refreshed:"
            + " restart ImageJ";
    if (before.equals("empty")) {
      assertThat(lines.get(0)).isEqualTo("bare: Deep learning engine not found: PyTorch");
    }
    assertThat(lines)
        .endsWith("first " + WORKS, "first " + WORKS, restart, restart)
        .hasSize(before.equals("empty") ? 5 : 4);
  }

  @Test
  void startingLeavesTheThreadThePropertiesAndTheNetworkAlone() throws IOException {
    assertThat(lines(ChildJvm.like().run(EngineStarter.class)))
        .containsExactly(
            WORKS,
            WORKS,
            "loader kept: true",
            "OPT_OUT_TRACKING kept: true",
            "ai.djl.offline kept: true",
            "ai.djl.default_engine kept: true");
  }

  /** Any library will do: one that lacks what DJL asks for would end the start with an error. */
  @Test
  void aCudaRuntimeIsLeftAlone(@TempDir final Path folder) throws IOException {
    Files.copy(
        Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("zip")),
        folder.resolve(System.mapLibraryName("cudart")));
    assertThat(
            lines(ChildJvm.like().option("-Djna.library.path=" + folder).run(EngineStarter.class)))
        .contains(WORKS)
        .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("cuda"));
  }

  @Test
  void missingNativesAreNamed() throws IOException {
    assertThat(
            lines(
                ChildJvm.like()
                    .without(entry -> entry.contains("pytorch-native-cpu"))
                    .run(EngineStarter.class)))
        .startsWith(repeated("refused: " + Platform.current().missing(List.of()).getMessage()))
        .noneMatch(line -> line.startsWith("connection"));
  }

  @Test
  void nativesOfAnotherPlatformAreNamed(@TempDir final Path folder) throws IOException {
    final String other = otherPlatform(folder);

    assertThat(
            lines(
                ChildJvm.like()
                    .without(entry -> entry.contains("pytorch-native-cpu"))
                    .with(folder)
                    .run(EngineStarter.class)))
        .startsWith(
            repeated("refused: " + Platform.current().missing(List.of(other)).getMessage()));
  }

  @Test
  void anotherPlatformsNativesBesideOursDoNoHarm(@TempDir final Path folder) throws IOException {
    otherPlatform(folder);

    assertThat(lines(ChildJvm.like().with(folder).run(EngineStarter.class)))
        .startsWith(repeated(WORKS));
  }

  @Test
  void nativesThatDoNotLoadAreOneSentence(@TempDir final Path cache) throws IOException {
    final Path here = EngineFiles.cache();
    try (Stream<Path> unpacked = Files.list(here)) {
      for (final Path engine : unpacked.toList()) {
        damagedCopy(engine, cache.resolve("pytorch").resolve(engine.getFileName()));
      }
    }

    final List<String> lines =
        lines(
            ChildJvm.like()
                .environment("DJL_CACHE_DIR", cache.toString())
                .run(EngineStarter.class));

    final List<String> refusals =
        lines.stream().filter(line -> line.startsWith("refused: ")).toList();
    assertThat(refusals).hasSize(2);
    assertThat(refusals.get(1)).isEqualTo(refusals.get(0));
    assertThat(refusals.get(0))
        .startsWith("refused: PyTorch could not be started on this computer (")
        .endsWith(
            "): delete the folder "
                + cache.resolve("pytorch")
                + ", unpack the Inception Lens zip for your platform over ImageJ's folder again and"
                + " restart ImageJ");
  }

  /** Lays the description of a PyTorch for another platform into a folder; answers which. */
  private static String otherPlatform(final Path folder) throws IOException {
    final String other = Platform.current().isNamed("win-x86_64") ? "linux-x86_64" : "win-x86_64";
    final Path natives = Files.createDirectories(folder.resolve("native/lib"));
    Files.writeString(
        natives.resolve("pytorch.properties"),
        "version=2.7.1-20250812\nflavor=cpu\nclassifier=" + other + "\nlibraries=none.dll\n");
    return other;
  }

  /** Links to all files, but for one library that is cut short. */
  private static void damagedCopy(final Path engine, final Path copy) throws IOException {
    Files.createDirectories(copy);
    try (Stream<Path> files = Files.list(engine)) {
      for (final Path file : files.toList()) {
        final Path link = copy.resolve(file.getFileName());
        if (file.getFileName().toString().contains("djl_torch")) {
          Files.write(link, new byte[100]);
        } else {
          Files.createSymbolicLink(link, file);
        }
      }
    }
  }

  @Test
  void aMissingBridgeThatWasNeverUnpackedIsOneSentence(@TempDir final Path cache)
      throws IOException {
    final List<String> lines =
        lines(
            ChildJvm.like()
                .without(entry -> entry.contains("pytorch-jni"))
                .environment("DJL_CACHE_DIR", cache.toString())
                .run(EngineStarter.class));

    assertThat(lines.get(0)).startsWith("progress: Unpacking the PyTorch engine (432 MB, once)");
    assertThat(lines.get(1)).startsWith("refused: ").contains("restart ImageJ");
    assertThat(lines.get(2)).isEqualTo(lines.get(1));
    assertThat(lines).noneMatch(line -> line.startsWith("connection"));
  }

  @Test
  void aCacheThatCannotBeMadeIsNamed(@TempDir final Path folder) throws IOException {
    final Path file = Files.createFile(folder.resolve("file"));

    assertThat(
            lines(
                ChildJvm.like().environment("DJL_CACHE_DIR", file + "/x").run(EngineStarter.class)))
        .startsWith(
            repeated(
                "refused: The PyTorch engine cannot be unpacked into "
                    + file.resolve("x/pytorch")
                    + ": make that folder writable, or set the environment variable DJL_CACHE_DIR to"
                    + " another one and restart ImageJ"));
  }

  @Test
  void aFullDiskIsToldWithTheNumbers(@TempDir final Path folder) throws IOException {
    try (Disks disk = Disks.tiny(folder, "1m")) {
      assertThat(
              lines(
                  ChildJvm.like()
                      .environment("DJL_CACHE_DIR", folder.toString())
                      .run(EngineStarter.class)))
          .startsWith(
              repeated(
                  "refused: The PyTorch engine needs 432 MB in "
                      + folder.resolve("pytorch")
                      + ", but only 1 MB are free: free some space, or set the environment variable"
                      + " DJL_CACHE_DIR to a folder on another disk and restart ImageJ"));
    }
  }

  private static String[] repeated(final String line) {
    return new String[] {line, line};
  }
}
