package io.github.inceptionlens.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.weights.cache.CleaningReport;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.download.Catalog;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import io.github.inceptionlens.weights.format.TensorFlowLabels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not ours in a folder of networks stays, whatever is cleaned or removed. */
final class ForeignFilesTest {

  @TempDir private Path temporary;

  private Path folder;
  private NetworkStore store;

  @BeforeEach
  void prepare() throws IOException {
    folder = Files.createDirectories(temporary.resolve("networks"));
    store = new NetworkStore(folder, Catalog.STANDARD);
  }

  private Path weights(final String name) throws IOException {
    final Path file = temporary.resolve(name);
    SafetensorsWriter.write(file, RandomWeights.of(Training.TEXTURES.architecture(), 1));
    return file;
  }

  private Path foreign(final String path) throws IOException {
    final Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "mine");
  }

  @Test
  void aFolderThatIsNotOursIsNeitherListedNorRemoved() throws IOException {
    final Path thesis = foreign("Documents/sub/thesis.txt");
    assertThat(store.list()).extracting(NetworkState::name).doesNotContain("Documents");
    assertThatThrownBy(() -> store.remove("Documents", Progress.NONE))
        .hasMessageContaining("Documents\" was not made by Inception Lens, and so stays");
    assertThat(thesis).hasContent("mine");
  }

  @Test
  void whatWasPutIntoOneOfOursStays() throws IOException {
    store.add(weights("w.safetensors"), "mine", Progress.NONE);
    final Path note = foreign("mine/notes/a.txt");
    assertThatThrownBy(() -> store.remove("mine", Progress.NONE))
        .hasMessageContaining("holds what is not Inception Lens's and was left: notes");
    assertThat(note).hasContent("mine");
    assertThat(folder.resolve("mine/w.safetensors")).doesNotExist();
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    final Path outside = Files.createDirectories(temporary.resolve("outside"));
    final Path kept = Files.writeString(outside.resolve("a.safetensors"), "mine");
    Files.createSymbolicLink(folder.resolve("linked"), outside);
    assertThatThrownBy(() -> store.remove("linked", Progress.NONE))
        .hasMessageContaining("no such network");
    assertThat(kept).hasContent("mine");
  }

  @Test
  void clearingLeavesAndNamesWhatIsForeign() throws IOException {
    final Path part = foreign("thesis.part");
    final Path adding = foreign(".adding-mine/a.txt");
    final Path note = foreign(".verified-by-me");
    final Path inside = foreign(".visualizations/folder/b.txt");
    final Path picture = foreign(".visualizations/holiday.tif");
    final Path table = foreign(".converted/c.csv");
    Files.write(folder.resolve("inception5h.zip.part"), new byte[7]);
    store.kept().pictures().keep("a-", "a-b", "kept".getBytes(StandardCharsets.UTF_8));
    final CleaningReport cleared = store.clearCache(Progress.NONE);
    assertThat(cleared.bytes()).isEqualTo(7 + 4);
    assertThat(cleared.left())
        .contains(part, adding.getParent(), note, inside.getParent(), picture, table)
        .hasSize(6);
    for (final Path file : new Path[] {part, adding, note, inside, picture, table}) {
      assertThat(file).hasContent("mine");
    }
    assertThat(store.kept().pictures().find("a-b")).isEmpty();
  }

  @Test
  void aFullCacheRemovesOnlyItsOwn() throws IOException {
    final FileCache files = new FileCache(folder.resolve("kept"), ".tif", 2, 1000);
    final Path holiday = foreign("kept/holiday.tif");
    for (int i = 0; i < 5; i++) {
      files.keep("n" + i + "-", "n" + i + "-x", new byte[] {1});
    }
    assertThat(holiday).hasContent("mine");
    assertThat(files.clear().left()).containsExactly(holiday);
  }

  @Test
  void whatIsAddedCanBeReadByThoseWhoMayReadTheFolder() throws IOException {
    final Path added = store.add(weights("w.safetensors"), "shared", Progress.NONE);
    final Path usual = Files.createDirectory(folder.resolve("usual"));
    assertThat(Files.getPosixFilePermissions(added.getParent()))
        .isEqualTo(Files.getPosixFilePermissions(usual));
    assertThat(Files.getPosixFilePermissions(added)).contains(PosixFilePermission.OWNER_READ);
  }

  @ParameterizedTest
  @ValueSource(strings = {".hidden.safetensors"})
  void whatCouldNotBeOpenedIsNotAdded(final String name) throws IOException {
    final Path file = weights(name);
    assertThatThrownBy(() -> store.add(file, "mine", Progress.NONE))
        .hasMessageContaining("hidden files are passed over");
    assertThat(folder.resolve("mine")).doesNotExist();
  }

  @Test
  void aLabelFileThatIsNoneIsNotCopiedAlong() throws IOException {
    final Path file = weights("w.safetensors");
    final Path labels = temporary.resolve(TensorFlowLabels.FILE);
    Files.writeString(labels, "kit fox\n".repeat(4_000_000));
    assertThatThrownBy(() -> store.add(file, "mine", Progress.NONE))
        .hasMessageContaining("does not hold the");
    Files.writeString(labels, "kit\u0007fox\n".repeat(1001));
    assertThatThrownBy(() -> store.add(file, "mine", Progress.NONE))
        .hasMessageContaining("does not hold the");
    assertThat(folder.resolve("mine")).doesNotExist();
  }
}
