package io.github.inceptionlens.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java has. */
public final class Sha256 {

  private Sha256() {}

  /** A digest of nothing yet. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (final NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The 32 bytes of a text's digest, in UTF-8. */
  public static byte[] of(final String text) {
    return digest().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What a digest has come to, in 64 hexadecimal digits; it is of nothing then. */
  public static String hex(final MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
