package io.github.inceptionlens.weights.download;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * Brings one file of the catalog into a folder: first as {@code <file>.part}, which a later run
 * continues, and under its own name only when its digest is right.
 */
public final class Download {

  /** What the name of an unfinished file ends with. */
  public static final String PART = ".part";

  private static final Duration SLICE = Duration.ofMillis(100);

  private final CatalogEntry entry;
  private final Path folder;
  private final Timeouts patience;
  private final DownloadFailures failures;
  private final HttpClient client;

  public Download(final CatalogEntry entry, final Path folder, final Timeouts patience) {
    this.entry = entry;
    this.folder = folder;
    this.patience = patience;
    failures = new DownloadFailures(entry, folder);
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience.connect())
            .build();
  }

  /**
   * Downloads, unless a right file is there already; the caller holds the folder's lock.
   *
   * @return the file
   * @throws UserError when it cannot be had; the sentence says why and what helps
   * @throws CancellationException when the user stopped it; what came is kept
   */
  public Path run(final Progress progress) {
    final Path part = folder.resolve(entry.file() + PART);
    try {
      if (!isRight(part, progress)) {
        final boolean resumed = fetch(part, progress);
        if (!isRight(part, progress)) {
          startAgain(part, resumed, progress);
        }
      }
      return publish(part);
    } catch (final IOException e) {
      throw failures.notWritable(e);
    }
  }

  /** The beginning that was there may have been of another file. */
  private void startAgain(final Path part, final boolean resumed, final Progress progress)
      throws IOException {
    if (resumed) {
      Files.deleteIfExists(part);
      fetch(part, progress);
    }
    if (!resumed || !isRight(part, progress)) {
      final boolean page = startsAsPage(part);
      final String found = FileDigest.of(part, entry.digests().get(0), progress);
      Files.deleteIfExists(part);
      throw page ? failures.webPage() : failures.wrongDigest(found);
    }
  }

  private static boolean startsAsPage(final Path part) throws IOException {
    try (InputStream in = Files.newInputStream(part)) {
      return in.read() == '<';
    }
  }

  private boolean isRight(final Path part, final Progress progress) throws IOException {
    return Files.isRegularFile(part)
        && Files.size(part) > 0
        && Verification.matching(part, entry.digests(), progress).isPresent();
  }

  private Path publish(final Path part) throws IOException {
    final Path file = folder.resolve(entry.file());
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    return file;
  }

  /**
   * Fetches to the end, over several connections if need be.
   *
   * @return whether the file was continued that was there
   */
  private boolean fetch(final Path part, final Progress progress) throws IOException {
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.position(out.size());
      boolean resumed = out.size() > 0;
      for (int breaks = 0; ; breaks++) {
        try {
          resumed &= transfer(out, progress);
          out.force(true);
          return resumed;
        } catch (final BrokenConnection e) {
          if (breaks == patience.breaks()) {
            throw failures.broken(out.size(), e.getCause());
          }
        }
      }
    }
  }

  /** Whether what was there was continued. */
  private boolean transfer(final FileChannel out, final Progress progress) throws IOException {
    FileResponse answer = ask(out.position(), progress);
    final boolean continued = answer.startsAt(out.position());
    if (!continued) {
      out.truncate(0);
      if (!answer.isWhole()) {
        answer.discard();
        answer = ask(0, progress);
      }
    }
    try (ResponseChunks body = answer.body()) {
      final long length = answer.length().orElse(entry.aboutBytes() - out.position());
      checkRoom(out.position(), length);
      receive(body, out, out.position() + Math.max(1, length), progress);
    }
    return continued;
  }

  private FileResponse ask(final long from, final Progress progress) {
    try {
      return FileResponse.ask(client, entry.url(), from, patience, failures, progress);
    } catch (final IOException e) {
      throw new BrokenConnection(e);
    }
  }

  private void checkRoom(final long got, final long length) throws IOException {
    if (got + length > entry.mostBytes()) {
      throw failures.tooMuch();
    }
    if (Files.getFileStore(folder).getUsableSpace() < length) {
      throw failures.diskFull(length);
    }
  }

  private void receive(
      final ResponseChunks body, final FileChannel out, final double total, final Progress progress)
      throws IOException {
    long last = System.nanoTime();
    while (true) {
      progress.at(Math.min(1, out.position() / total), progressText(out.position()));
      final ResponseChunks.Piece piece = next(body);
      if (piece == null) {
        if (System.nanoTime() - last >= patience.stall().toNanos()) {
          throw failures.stalled(out.position());
        }
      } else if (piece.isEnd()) {
        return;
      } else {
        write(piece, out);
        last = System.nanoTime();
      }
    }
  }

  private String progressText(final long got) {
    return "Downloading " + entry.name() + ", " + DownloadFailures.megabytes(got) + " ...";
  }

  private static ResponseChunks.Piece next(final ResponseChunks body) {
    try {
      return body.next(SLICE);
    } catch (final IOException e) {
      throw new BrokenConnection(e);
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the download was interrupted");
    }
  }

  private void write(final ResponseChunks.Piece piece, final FileChannel out) throws IOException {
    for (final ByteBuffer bytes : piece.bytes()) {
      if (out.position() + bytes.remaining() > entry.mostBytes()) {
        out.truncate(0);
        throw failures.tooMuch();
      }
      try {
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
      } catch (final IOException e) {
        throw fullOr(e);
      }
    }
  }

  /** A full disk has no exception of its own; its sentence differs between systems. */
  private IOException fullOr(final IOException failure) throws IOException {
    if (Files.getFileStore(folder).getUsableSpace() < entry.aboutBytes()
        || String.valueOf(failure.getMessage()).contains("space")) {
      throw failures.diskFull(entry.aboutBytes());
    }
    return failure;
  }

  /** The connection broke, as opposed to the disk. */
  private static final class BrokenConnection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenConnection(final IOException cause) {
      super(cause);
    }
  }
}
