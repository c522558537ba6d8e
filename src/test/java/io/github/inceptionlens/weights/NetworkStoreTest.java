package io.github.inceptionlens.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.NetworkState.State;
import io.github.inceptionlens.weights.download.DownloadTest;
import io.github.inceptionlens.weights.download.Entries;
import io.github.inceptionlens.weights.download.NetworksFolder;
import io.github.inceptionlens.weights.format.CaffeModelWriter;
import io.github.inceptionlens.weights.format.CaffeModelWriter.Variant;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import io.github.inceptionlens.weights.format.WeightFormatContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The folder of networks: what is there, what is believed, and that nothing else is touched. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class NetworkStoreTest {

  /** Nobody listens there. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/net.bin");

  private static final byte[] CONTENT = DownloadTest.content(10_000);

  /** A whole training of the textures network, small enough for tests. */
  private static final Weights TEXTURES = RandomWeights.of(Training.TEXTURES.architecture(), 3);

  @TempDir private Path temporary;

  private Path folder;
  private NetworkStore store;

  @BeforeEach
  void prepare() {
    folder = temporary.resolve("networks");
    store = new NetworkStore(folder, Entries.catalog(NOWHERE, CONTENT));
  }

  @Test
  void anAbsentFolderHoldsNothingAndIsNotMade() {
    assertThat(store.list()).extracting(NetworkState::state).containsExactly(State.ABSENT);
    assertThat(store.list().get(0).place()).isEqualTo(NOWHERE.toString());
    assertThat(store.find("net", Progress.NONE)).isEmpty();
    assertThat(folder).doesNotExist();
  }

  @Test
  void aFileDroppedByHandIsVerifiedAndUsed() throws IOException {
    drop(CONTENT);
    assertThat(states()).containsExactly(State.UNVERIFIED);
    assertThat(store.find("net", Progress.NONE)).contains(folder.resolve("net.bin"));
    assertThat(states()).containsExactly(State.VERIFIED);
  }

  @Test
  void anotherFileOfThatNameIsRefusedAndLeftAlone() throws IOException {
    drop(new byte[10]);
    assertRefused(() -> store.find("net", Progress.NONE), "is not the network net: its digest is");
    assertRefused(() -> store.download("net", Progress.NONE), "remove the file, then download");
    assertThat(folder.resolve("net.bin")).hasBinaryContent(new byte[10]);
    assertThat(states()).containsExactly(State.UNVERIFIED);
  }

  @Test
  void aFileThatChangedAfterwardsIsVerifiedAgain() throws IOException {
    final Path file = drop(CONTENT);
    store.find("net", Progress.NONE);
    final byte[] changed = CONTENT.clone();
    changed[5]++;
    Files.write(file, changed);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    assertRefused(() -> store.find("net", Progress.NONE), "is not the network net");
  }

  @Test
  void aFileExchangedWithItsSizeAndTimeKeptIsNoticed() throws IOException {
    final Path file = drop(CONTENT);
    final FileTime time = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, time);
    store.find("net", Progress.NONE);
    Files.write(file, new byte[CONTENT.length]);
    Files.setLastModifiedTime(file, time);
    assertRefused(() -> store.find("net", Progress.NONE), "is not the network net");
    assertRefused(() -> store.verify("net", Progress.NONE), "is not the network net");
    assertRefused(() -> store.find("net", Progress.NONE), "is not the network net");
  }

  @Test
  void verifyingAnswersTheDigest() throws IOException {
    assertRefused(() -> store.verify("net", Progress.NONE), "no such network is in " + folder);
    drop(CONTENT);
    assertThat(store.verify("net", Progress.NONE)).isEqualTo("sha256:" + Entries.digest(CONTENT));
  }

  @Test
  void removingTakesTheFileTheNoteAndTheBeginning() throws IOException {
    drop(CONTENT);
    store.find("net", Progress.NONE);
    Files.write(folder.resolve("net.bin.part"), new byte[3]);
    final Path other = Files.writeString(folder.resolve("notes.txt"), "mine");
    store.remove("net", Progress.NONE);
    assertThat(files()).containsExactlyInAnyOrder(".lock", "notes.txt");
    assertThat(other).hasContent("mine");
    assertRefused(() -> store.remove("net", Progress.NONE), "no such network");
  }

  @Test
  void clearingTakesBeginningsOnly() throws IOException {
    drop(CONTENT);
    Files.write(folder.resolve("net.bin.part"), new byte[3]);
    assertThat(store.clearCache(Progress.NONE).bytes()).isEqualTo(3);
    assertThat(files()).containsExactlyInAnyOrder(".lock", "net.bin");
    assertThat(store.clearCache(Progress.NONE).bytes()).isZero();
  }

  @Test
  void aBeginningIsListed() throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("net.bin.part"), new byte[30]);
    assertThat(states()).containsExactly(State.PARTIAL);
    assertThat(store.list().get(0).bytes()).isEqualTo(30);
  }

  @Test
  void aUsersFileIsCopiedUnderItsName() throws IOException {
    final Path file = textures("my best [3].safetensors");
    final String digest = WeightFiles.read(file, Training.TEXTURES.architecture()).digest();
    final Path copy = store.add(file, "best", Progress.NONE);
    Files.delete(file);
    assertThat(store.find("best", Progress.NONE)).contains(copy);
    assertThat(states()).containsExactly(State.ABSENT, State.OWN);
    assertThat(TrainedNetwork.named("best", store).read().digest()).isEqualTo(digest);
    assertThat(store.verify("best", Progress.NONE)).startsWith("sha256:");
    assertRefused(() -> store.add(textures("b"), "best", Progress.NONE), "such a network already");
    store.remove("best", Progress.NONE);
    assertThat(files()).containsExactly(".lock");
  }

  @Test
  void namesThatLeadElsewhereOrAreTakenAreRefused() throws IOException {
    final Path file = textures("t.safetensors");
    for (final String name : List.of("", "..", "../x", "a/b", "a\\b", ".x", "net", "x y")) {
      assertRefused(() -> store.add(file, name, Progress.NONE), "name is \"" + name + "\", but");
      assertThat(name.equals("net") || store.find(name, Progress.NONE).isEmpty()).isTrue();
    }
    assertRefused(() -> store.remove("..", Progress.NONE), "no such network");
    assertThat(temporary.resolve("t.safetensors")).exists();
  }

  @Test
  void aFileThatIsNoTrainingIsNotAdded() throws IOException {
    final Path text = Files.writeString(temporary.resolve("text.caffemodel"), "no weights");
    assertRefused(() -> store.add(text, "mine", Progress.NONE), "no known format");
    final Path whole = textures("whole");
    final byte[] bytes = Files.readAllBytes(whole);
    final Path cut = Files.write(temporary.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 2));
    assertRefused(() -> store.add(cut, "mine", Progress.NONE), "cut\" ");
    final Path narrow = temporary.resolve("narrow.caffemodel");
    Files.write(
        narrow,
        CaffeModelWriter.write(
            WeightFormatContract.NARROW, WeightFormatContract.TRAINING, Variant.USUAL));
    assertRefused(() -> store.add(narrow, "mine", Progress.NONE), "expected is [64, 3, 7, 7]");
    assertThat(files()).containsExactly(".lock");
  }

  @Test
  void twoFilesInOnesOwnFolderAreOneTooMany() throws IOException {
    store.add(textures("a"), "mine", Progress.NONE);
    textures("networks/mine/b");
    assertRefused(() -> store.find("mine", Progress.NONE), "holds 2 files of weights");
    assertThat(states()).containsExactly(State.ABSENT, State.UNUSABLE);
  }

  @Test
  void theFolderIsWhereThePropertySays() {
    final String before = System.getProperty(NetworksFolder.PROPERTY);
    try {
      System.setProperty(NetworksFolder.PROPERTY, folder.toString());
      assertThat(NetworkStore.standard().folder()).isEqualTo(folder);
      System.clearProperty(NetworksFolder.PROPERTY);
      assertThat(NetworkStore.standard().folder()).isAbsolute().endsWithRaw(Path.of("networks"));
    } finally {
      if (before != null) {
        System.setProperty(NetworksFolder.PROPERTY, before);
      }
    }
  }

  private Path textures(final String name) throws IOException {
    final Path file = temporary.resolve(name);
    SafetensorsWriter.write(file, TEXTURES);
    return file;
  }

  private Path drop(final byte[] content) throws IOException {
    Files.createDirectories(folder);
    return Files.write(folder.resolve("net.bin"), content);
  }

  private List<State> states() {
    return store.list().stream().map(NetworkState::state).toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void assertRefused(final ThrowingCallable action, final String words) {
    assertThatThrownBy(action).isInstanceOf(UserError.class).hasMessageContaining(words);
  }
}
