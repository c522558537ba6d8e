package io.github.inceptionlens.collection.sample;

/**
 * An image of which a sample has vectors.
 *
 * @param path relative to the collection's root; its number where the file names none
 * @param label what it is said to show; empty for nothing
 * @param group what it belongs together with; empty for nothing
 * @param sha256 of its file, in hexadecimal digits; empty where it was none
 */
public record SampledImage(String path, String label, String group, String sha256) {

  /** What a file does not say is empty. */
  public SampledImage {
    path = path == null ? "" : path;
    label = label == null ? "" : label;
    group = group == null ? "" : group;
    sha256 = sha256 == null ? "" : sha256;
  }
}
