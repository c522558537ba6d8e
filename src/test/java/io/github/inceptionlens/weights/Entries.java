package io.github.inceptionlens.weights;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Catalogues for tests. */
final class Entries {

  private Entries() {}

  /** One network {@code net} of about 1 MB in {@code net.bin}. */
  static Catalogue catalogue(final URI url, final byte[] content) {
    return new Catalogue(List.of(entry(url, "sha256:" + digest(content))));
  }

  static CatalogueEntry entry(final URI url, final String digest) {
    return new CatalogueEntry(
        "net",
        "A network",
        "For tests.",
        "none",
        "nobody",
        "imagenet-tf",
        null,
        url,
        "net.bin",
        1,
        List.of(new CatalogueEntry.Known("the file", null, digest)));
  }

  static String digest(final byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (final NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
