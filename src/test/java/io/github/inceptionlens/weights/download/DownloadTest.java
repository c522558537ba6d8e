package io.github.inceptionlens.weights.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.weights.FolderLock;
import io.github.inceptionlens.weights.NetworkState;
import io.github.inceptionlens.weights.NetworkState.State;
import io.github.inceptionlens.weights.NetworkStore;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server that does everything wrong: one sentence, and nothing half-written. */
public class DownloadTest {

  private static final byte[] CONTENT = content(300_000);
  private static final String NAME = "net";
  private static final String FILE = "net.bin";
  private static final Timeouts IMPATIENT =
      new Timeouts(Duration.ofSeconds(10), Duration.ofMillis(400), 3);
  private static final Timeouts PATIENT =
      new Timeouts(Duration.ofSeconds(30), Duration.ofMinutes(5), 3);

  @TempDir private Path temporary;

  private Path folder;
  private UnrulyServer server;

  public static byte[] content(final int length) {
    final byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return content;
  }

  @BeforeEach
  void start() throws IOException {
    folder = temporary.resolve("net works");
    server = new UnrulyServer((request, out) -> good(request, out));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private static void good(final UnrulyServer.Request request, final java.io.OutputStream out)
      throws IOException {
    UnrulyServer.file(out, request, CONTENT, CONTENT.length);
  }

  @Test
  void aFileArrivesWholeAndVerified() throws IOException {
    assertThat(download()).isEqualTo(folder.resolve(FILE));
    assertArrived();
    assertThat(store(PATIENT).list())
        .extracting(NetworkState::state)
        .containsExactly(State.VERIFIED);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void whatIsThereIsNotFetchedAgain() throws IOException {
    download();
    download();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aBrokenConnectionIsTakenUpWhereItBroke() throws IOException {
    server.behave((request, out) -> UnrulyServer.file(out, request, CONTENT, 120_000));
    download();
    assertArrived();
    assertThat(server.requests()).hasSize(3);
    assertThat(server.requests().get(1).from()).isPositive();
    assertThat(server.requests().get(2).from()).isGreaterThan(server.requests().get(1).from());
  }

  @Test
  void aConnectionThatBreaksAgainAndAgainKeepsWhatCame() throws IOException {
    server.behave((request, out) -> UnrulyServer.file(out, request, CONTENT, 10));
    assertThat(refused(PATIENT)).contains("the connection broke again and again");
    assertThat(server.requests()).hasSize(4);
    assertOnlyAPart();
    server.behave(DownloadTest::good);
    download();
    assertArrived();
  }

  @Test
  void aServerWithoutRangesStartsOver() throws IOException {
    part(Arrays.copyOf(CONTENT, 1000));
    server.behave((request, out) -> good(new UnrulyServer.Request(0, "/", 0), out));
    download();
    assertArrived();
    assertThat(server.requests()).extracting(UnrulyServer.Request::from).containsExactly(1000L);
  }

  @Test
  void aServerWithWrongRangesIsAskedFromTheStart() throws IOException {
    part(Arrays.copyOf(CONTENT, 1000));
    server.behave(
        (request, out) -> {
          final long wrong = request.from() == 0 ? 0 : 5;
          UnrulyServer.file(out, new UnrulyServer.Request(0, "/", wrong), CONTENT, CONTENT.length);
        });
    download();
    assertArrived();
    assertThat(server.requests()).extracting(UnrulyServer.Request::from).containsExactly(1000L, 0L);
  }

  @Test
  void theBeginningOfAnotherFileIsThrownAway() throws IOException {
    part(new byte[1000]);
    download();
    assertArrived();
    assertThat(server.requests()).extracting(UnrulyServer.Request::from).containsExactly(1000L, 0L);
  }

  @Test
  void aBeginningThatIsTooLongIsThrownAway() throws IOException {
    part(new byte[CONTENT.length + 7]);
    download();
    assertArrived();
  }

  @Test
  void aFinishedBeginningNeedsNoServer() throws IOException {
    part(CONTENT);
    download();
    assertArrived();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aWrongFileLeavesNothing() throws IOException {
    server.behave((request, out) -> UnrulyServer.file(out, request, content(5000), CONTENT.length));
    assertThat(refused(PATIENT)).contains("what came is another file (its digest is sha256:");
    assertNothing();
  }

  @Test
  void aLogInPageIsNamedAsSuch() throws IOException {
    final byte[] page = "<!DOCTYPE html><html>Welcome to the hotel</html>".getBytes();
    final List<UnrulyServer.Manner> portals =
        List.of(
            (request, out) -> {
              UnrulyServer.head(out, "200 OK", "Content-Type: text/html; charset=utf-8");
              out.write(page);
            },
            (request, out) -> {
              UnrulyServer.head(out, "200 OK", "Content-Length: " + page.length);
              out.write(page);
            },
            (request, out) -> UnrulyServer.head(out, "511 Network Authentication Required"));
    for (final UnrulyServer.Manner portal : portals) {
      server.behave(portal);
      assertThat(refused(PATIENT)).contains("a web page came instead").contains("log in");
      assertThat(folder.resolve(FILE)).doesNotExist();
    }
  }

  @Test
  void aRedirectElsewhereIsNotFollowed() throws IOException {
    final int port = server.url("/").getPort();
    server.behave(
        (request, out) ->
            UnrulyServer.head(out, "302 Found", "Location: http://localhost:" + port + "/evil"));
    assertThat(refused(PATIENT)).contains("sends us on to localhost, which is not trusted");
    assertThat(server.requests()).hasSize(1);
    assertThat(folder.resolve(FILE)).doesNotExist();
  }

  @Test
  void aRedirectToNoAddressIsOneSentence() {
    for (final String nonsense : List.of("http://[oops", "mailto:you@example.org", "")) {
      server.behave(
          (request, out) ->
              UnrulyServer.head(out, "302 Found", "Location: " + nonsense, "Content-Length: 0"));
      refused(PATIENT);
    }
  }

  @Test
  void aRedirectToTheSameServerIsFollowed() throws IOException {
    server.behave(
        (request, out) -> {
          if (request.path().equals("/moved")) {
            good(request, out);
          } else {
            UnrulyServer.head(out, "301 Moved", "Location: /moved", "Content-Length: 0");
          }
        });
    download();
    assertArrived();
  }

  @Test
  void redirectsInCirclesEnd() {
    server.behave(
        (request, out) ->
            UnrulyServer.head(
                out, "302 Found", "Location: /a" + request.index(), "Content-Length: 0"));
    assertThat(refused(PATIENT)).contains("in circles");
    assertThat(server.requests()).hasSizeLessThan(10);
  }

  @Test
  void aServerThatStallsIsLeftAndWhatCameIsKept() throws IOException {
    server.behave(
        (request, out) -> {
          UnrulyServer.file(out, request, CONTENT, 150_000);
          out.flush();
          server.stall();
        });
    assertThat(refused(IMPATIENT)).contains("the server stopped sending");
    assertOnlyAPart();
  }

  @Test
  void aServerThatDoesNotAnswerIsLeft() {
    server.behave((request, out) -> server.stall());
    assertThat(refused(IMPATIENT)).contains("127.0.0.1 does not answer");
  }

  @Test
  void moreThanExpectedIsNotTaken() throws IOException {
    server.behave((request, out) -> UnrulyServer.head(out, "200 OK", "Content-Length: 9000000000"));
    assertThat(refused(PATIENT)).contains("sends more than 2 MB, about 1 MB are expected");
    server.behave(
        (request, out) -> {
          UnrulyServer.head(out, "200 OK");
          while (true) {
            out.write(CONTENT);
          }
        });
    assertThat(refused(PATIENT)).contains("sends more than 2 MB");
    assertThat(folder.resolve(FILE)).doesNotExist();
    assertThat(folder.resolve(FILE + Download.PART)).isEmptyFile();
  }

  @Test
  void anErrorOfTheServerIsNamed() {
    server.behave((request, out) -> UnrulyServer.head(out, "404 Not Found", "Content-Length: 0"));
    assertThat(refused(PATIENT)).contains("HTTP status 404");
    server.behave((request, out) -> UnrulyServer.head(out, "503 Busy", "Content-Length: 0"));
    assertThat(refused(PATIENT)).contains("HTTP status 503");
  }

  @Test
  void gibberishIsABrokenConnection() {
    server.behave((request, out) -> out.write("SSH-2.0-OpenSSH_9.2\r\n".getBytes()));
    assertThat(refused(PATIENT)).contains("the connection broke again and again");
  }

  @Test
  void noNetworkIsOneSentence() throws IOException {
    final int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    final URI nobody = URI.create("http://127.0.0.1:" + port + "/net.bin");
    assertThat(refused(store(nobody, PATIENT))).contains("there is no connection to 127.0.0.1");
  }

  @Test
  void aSecureAddressNeedsASecureServer() {
    final URI secure = URI.create(server.url("/net.bin").toString().replace("http:", "https:"));
    assertThat(refused(store(secure, PATIENT))).contains("is not secure");
  }

  @Test
  void aFullDiskIsNamed() throws IOException {
    assumeThat(Path.of("/dev/full")).exists();
    Files.createDirectories(folder);
    final Path part = folder.resolve(FILE + Download.PART);
    Files.createSymbolicLink(part, Path.of("/dev/full"));
    assertThat(refusal(store(PATIENT)))
        .contains("the disk of " + folder + " is full; free 1 MB, or choose another folder");
    Files.delete(part);
  }

  @Test
  void aFolderThatCannotBeIsNamed() throws IOException {
    Files.writeString(folder, "a file");
    assertThat(refusal(store(PATIENT)))
        .contains(folder + " cannot be written")
        .contains("-Dinceptionlens.networks=FOLDER");
  }

  @Test
  void aStoppedDownloadGoesOnLater() throws IOException {
    server.behave(
        (request, out) -> {
          UnrulyServer.file(out, request, CONTENT, 150_000);
          out.flush();
          server.stall();
        });
    final Progress stop =
        (fraction, what) -> {
          if (fraction > 0.2) {
            throw new CancellationException("stopped by the user");
          }
        };
    assertThatThrownBy(() -> store(PATIENT).download(NAME, stop))
        .isInstanceOf(CancellationException.class);
    assertOnlyAPart();
    server.behave(DownloadTest::good);
    download();
    assertArrived();
    assertThat(server.requests().get(1).from()).isPositive();
  }

  @Test
  void anInterruptedDownloadStops() throws Exception {
    server.behave((request, out) -> server.stall());
    final AtomicReference<Throwable> thrown = new AtomicReference<>();
    final Thread thread = new Thread(() -> thrown.set(catchThrowable(() -> download())));
    thread.start();
    while (server.requests().isEmpty()) {
      Thread.yield();
    }
    thread.interrupt();
    thread.join();
    assertThat(thrown.get()).isInstanceOf(CancellationException.class);
    assertThat(folder.resolve(FILE)).doesNotExist();
  }

  @Test
  void ofTwoAtOnceOneDownloadsAndTheOtherWaits() throws IOException {
    final List<CompletableFuture<Path>> both =
        Stream.of(1, 2).map(i -> CompletableFuture.supplyAsync(this::download)).toList();
    both.forEach(path -> assertThat(path.join()).isEqualTo(folder.resolve(FILE)));
    assertArrived();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void waitingForAnotherCanBeStopped() throws IOException {
    Files.createDirectories(folder);
    final Progress stop =
        (fraction, what) -> {
          if (what.startsWith("Waiting")) {
            throw new CancellationException(what);
          }
        };
    try (FolderLock lock = FolderLock.take(folder, Progress.NONE)) {
      assertThatThrownBy(() -> store(PATIENT).download(NAME, stop))
          .isInstanceOf(CancellationException.class)
          .hasMessageContaining("another ImageJ");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void onlyWhatTheCatalogOffersCanBeDownloaded() {
    assertThatThrownBy(() -> store(PATIENT).download("other", Progress.NONE))
        .isInstanceOf(UserError.class)
        .hasMessage("name is \"other\", but only these can be downloaded: net");
  }

  private Path download() {
    return store(PATIENT).download(NAME, Progress.NONE);
  }

  private String refused(final Timeouts patience) {
    return refused(store(patience));
  }

  private String refused(final NetworkStore store) {
    final String sentence = refusal(store);
    assertThat(sentence)
        .startsWith("net was not downloaded: ")
        .contains("or put net.bin, downloaded elsewhere from http")
        .endsWith("into " + folder);
    return sentence;
  }

  private static String refusal(final NetworkStore store) {
    final Throwable thrown = catchThrowable(() -> store.download(NAME, Progress.NONE));
    assertThat(thrown).isInstanceOf(UserError.class);
    return thrown.getMessage();
  }

  private void part(final byte[] beginning) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(FILE + Download.PART), beginning);
  }

  private void assertArrived() throws IOException {
    assertThat(folder.resolve(FILE)).hasBinaryContent(CONTENT);
    assertThat(folder.resolve(FILE + Download.PART)).doesNotExist();
  }

  private void assertOnlyAPart() throws IOException {
    assertThat(folder.resolve(FILE)).doesNotExist();
    assertThat(Files.size(folder.resolve(FILE + Download.PART))).isPositive();
  }

  private void assertNothing() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly(".lock");
    }
  }

  private NetworkStore store(final Timeouts patience) {
    return store(server.url("/net.bin"), patience);
  }

  private NetworkStore store(final URI url, final Timeouts patience) {
    return new NetworkStore(folder, Entries.catalog(url, CONTENT), patience);
  }
}
