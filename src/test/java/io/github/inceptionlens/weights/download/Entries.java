package io.github.inceptionlens.weights.download;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Catalogs for tests. */
public final class Entries {

  private Entries() {}

  /** One network {@code net} of about 1 MB in {@code net.bin}. */
  public static Catalog catalog(final URI url, final byte[] content) {
    return new Catalog(List.of(entry(url, "sha256:" + digest(content))));
  }

  public static CatalogEntry entry(final URI url, final String digest) {
    return new CatalogEntry(
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
        List.of(new CatalogEntry.Known("the file", null, digest)));
  }

  public static String digest(final byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (final NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
