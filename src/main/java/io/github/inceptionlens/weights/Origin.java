package io.github.inceptionlens.weights;

import io.github.inceptionlens.weights.download.FileDigest;
import io.github.inceptionlens.weights.format.WeightSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** Where weights come from; equal for the same, unchanged file. */
public sealed interface Origin {

  /** Opens it for reading. */
  WeightSource open() throws IOException;

  /**
   * A file on the disk.
   *
   * @param path absolute
   * @param modified when it was last changed
   * @param size its length in bytes
   * @param sample the digest of its first, last and some blocks between
   */
  record OnDisk(Path path, FileTime modified, long size, String sample) implements Origin {

    static OnDisk of(final Path file) throws IOException {
      return new OnDisk(
          file, Files.getLastModifiedTime(file), Files.size(file), FileDigest.sample(file));
    }

    @Override
    public WeightSource open() throws IOException {
      return WeightSource.open(path);
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /**
   * A resource of the plugin.
   *
   * @param resource its name beside this class
   */
  record Bundled(String resource) implements Origin {

    @Override
    public WeightSource open() throws IOException {
      return BundledWeights.open(resource);
    }

    @Override
    public String toString() {
      return resource;
    }
  }
}
