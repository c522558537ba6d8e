package io.github.inceptionlens.weights.download;

import io.github.inceptionlens.core.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongConsumer;

/** Digests of files as the catalog writes them: {@code sha256:…} or {@code sha1:…}. */
public final class FileDigest {

  private static final Map<String, String> ALGORITHMS =
      Map.of("sha256", "SHA-256", "sha1", "SHA-1");
  private static final int BUFFER = 1 << 16;
  private static final int SAMPLES = 32;

  private FileDigest() {}

  /**
   * A file's digest.
   *
   * @param like a digest of the same algorithm
   * @throws IOException when the file cannot be read
   */
  public static String of(final Path file, final String like, final Progress progress)
      throws IOException {
    final double size = Math.max(1, Files.size(file));
    final String what = "Checking " + file.getFileName() + " ...";
    try (InputStream in = Files.newInputStream(file)) {
      return of(in, like, done -> progress.at(Math.min(1, done / size), what));
    }
  }

  /** The SHA-256 digest of all that a stream holds. */
  public static String of(final InputStream in) throws IOException {
    return of(in, "sha256:", done -> {});
  }

  /**
   * A digest of a file's first and last blocks and of evenly spaced ones between: a moment's work
   * that notices a file that was exchanged with its size and time kept.
   *
   * @throws IOException when the file cannot be read
   */
  public static String sample(final Path file) throws IOException {
    final MessageDigest digest = messageDigest("SHA-256");
    try (FileChannel channel = FileChannel.open(file)) {
      final long last = Math.max(0, channel.size() - BUFFER);
      for (int i = 0; i < SAMPLES; i++) {
        final ByteBuffer block = ByteBuffer.allocate(BUFFER);
        long at = last * i / (SAMPLES - 1);
        for (int count = channel.read(block, at); count > 0; count = channel.read(block, at)) {
          at += count;
        }
        digest.update(block.flip());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String of(final InputStream in, final String like, final LongConsumer progress)
      throws IOException {
    final String algorithm = like.substring(0, like.indexOf(':'));
    final MessageDigest digest = messageDigest(ALGORITHMS.get(algorithm));
    final byte[] buffer = new byte[BUFFER];
    long done = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      digest.update(buffer, 0, count);
      done += count;
      progress.accept(done);
    }
    return algorithm + ":" + HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest messageDigest(final String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (final NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
