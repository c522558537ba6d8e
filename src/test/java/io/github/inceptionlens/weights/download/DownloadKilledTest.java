package io.github.inceptionlens.weights.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.weights.NetworkState;
import io.github.inceptionlens.weights.NetworkStore;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they download leave a folder in which the next one succeeds. */
@InOwnProcess
class DownloadKilledTest {

  private static final byte[] CONTENT = DownloadTest.content(900_000);
  private static final int DRIP = 20_000;
  private static final long DRIP_MILLIS = 10;

  @TempDir private Path folder;

  /** A process that downloads: folder, address, digest. */
  static final class Child {

    private Child() {}

    public static void main(final String[] arguments) {
      final Catalog catalog =
          new Catalog(List.of(Entries.entry(URI.create(arguments[1]), arguments[2])));
      new NetworkStore(Path.of(arguments[0]), catalog).download("net", Progress.NONE);
    }
  }

  @Test
  void aKilledDownloadIsFinishedByTheNext() throws Exception {
    killAndFinish(2, 1);
  }

  @Test
  @Tag("slow")
  void downloadsKilledAtAnyMomentAreFinishedByTheNext() throws Exception {
    for (int round = 0; round < 8; round++) {
      killAndFinish(5, round);
      Files.delete(folder.resolve("net.bin"));
    }
  }

  private void killAndFinish(final int kills, final long seed) throws Exception {
    final Random random = new Random(seed);
    try (UnrulyServer server = new UnrulyServer(DownloadKilledTest::drip)) {
      final URI url = server.url("/net.bin");
      for (int i = 0; i < kills; i++) {
        final int before = server.requests().size();
        final Process child = child(url);
        awaitRequest(server, before, child);
        child.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
        child.destroyForcibly().waitFor();
        assertSound();
      }
      server.behave((request, out) -> UnrulyServer.file(out, request, CONTENT, CONTENT.length));
      final NetworkStore store = new NetworkStore(folder, Entries.catalog(url, CONTENT));
      assertThat(store.download("net", Progress.NONE)).hasBinaryContent(CONTENT);
      assertThat(folder.resolve("net.bin.part")).doesNotExist();
      assertThat(store.list().get(0).state()).isEqualTo(NetworkState.State.VERIFIED);
    }
  }

  /** Under its own name the file is whole or not there. */
  private void assertSound() {
    final Path file = folder.resolve("net.bin");
    if (Files.exists(file)) {
      assertThat(file).hasBinaryContent(CONTENT);
    }
  }

  private void awaitRequest(final UnrulyServer server, final int before, final Process child)
      throws IOException {
    while (server.requests().size() == before && child.isAlive()) {
      Thread.yield();
    }
    assertThat(server.requests().size() > before || isThere()).as("the child works").isTrue();
  }

  private boolean isThere() {
    return Files.exists(folder.resolve("net.bin"));
  }

  private Process child(final URI url) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            folder.toString(),
            url.toString(),
            "sha256:" + Entries.digest(CONTENT))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void drip(final UnrulyServer.Request request, final OutputStream out)
      throws IOException, InterruptedException {
    final int from = (int) Math.min(request.from(), CONTENT.length);
    UnrulyServer.file(out, request, CONTENT, 0);
    for (int at = from; at < CONTENT.length; at += DRIP) {
      out.write(CONTENT, at, Math.min(DRIP, CONTENT.length - at));
      out.flush();
      TimeUnit.MILLISECONDS.sleep(DRIP_MILLIS);
    }
  }
}
