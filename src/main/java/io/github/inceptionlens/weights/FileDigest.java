package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Digests of files as the catalogue writes them: {@code sha256:…} or {@code sha1:…}. */
final class FileDigest {

  private static final Map<String, String> ALGORITHMS =
      Map.of("sha256", "SHA-256", "sha1", "SHA-1");
  private static final int BUFFER = 1 << 16;

  private FileDigest() {}

  /**
   * A file's digest.
   *
   * @param like a digest of the same algorithm
   * @throws IOException when the file cannot be read
   */
  static String of(final Path file, final String like, final Progress progress) throws IOException {
    final String algorithm = like.substring(0, like.indexOf(':'));
    final MessageDigest digest = messageDigest(ALGORITHMS.get(algorithm));
    final byte[] buffer = new byte[BUFFER];
    final double size = Math.max(1, Files.size(file));
    long done = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
        done += count;
        progress.at(Math.min(1, done / size), "Checking " + file.getFileName() + " ...");
      }
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
