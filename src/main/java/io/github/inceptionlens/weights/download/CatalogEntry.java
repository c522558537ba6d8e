package io.github.inceptionlens.weights.download;

import java.net.URI;
import java.util.List;

/**
 * What the catalog knows of one public training.
 *
 * @param name how keys and results name it
 * @param title how lists name it
 * @param description what it is, in a sentence or two
 * @param license of the weights
 * @param citation what to cite
 * @param training the name of its architecture
 * @param bundled the resource that holds it, or {@code null} when it is to be downloaded
 * @param url where it is published, or {@code null} when nobody publishes it in a form that can be
 *     read
 * @param file what the downloaded file is called
 * @param megabytes about how large it is
 * @param files the files that are known to hold it
 */
public record CatalogEntry(
    String name,
    String title,
    String description,
    String license,
    String citation,
    String training,
    String bundled,
    URI url,
    String file,
    int megabytes,
    List<Known> files) {

  private static final long MEGABYTE = 1_000_000;

  /**
   * A file that holds the training.
   *
   * @param about what it is
   * @param file what it is called, or {@code null} when as the downloaded one
   * @param digest the algorithm and the digest of its bytes, such as {@code sha256:a19a…}
   */
  public record Known(String about, String file, String digest) {}

  /** Copies the list of files. */
  public CatalogEntry {
    files = List.copyOf(files);
  }

  /**
   * Whether a person makes the file and puts it into the folder: no digest is known, its content
   * decides.
   */
  public boolean isByHand() {
    return bundled == null && url == null;
  }

  /** The names under which a file dropped by hand is looked for. */
  public List<String> fileNames() {
    if (isByHand()) {
      return List.of(file);
    }
    return files.stream()
        .map(known -> known.file() == null ? file : known.file())
        .distinct()
        .toList();
  }

  /** The digests that a right file may have. */
  public List<String> digests() {
    return files.stream().map(Known::digest).toList();
  }

  /** Beyond how many bytes a download cannot be this file. */
  long mostBytes() {
    return 2 * megabytes * MEGABYTE;
  }

  /** About how many bytes a download has. */
  public long aboutBytes() {
    return megabytes * MEGABYTE;
  }
}
