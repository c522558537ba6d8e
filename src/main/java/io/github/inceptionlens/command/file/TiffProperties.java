package io.github.inceptionlens.command.file;

import ij.io.FileInfo;
import ij.io.TiffDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What ImageJ's TIFF files say of their images, read without the pixels. */
public final class TiffProperties {

  private TiffProperties() {}

  /** One of an image's properties; nothing where it has none of that name, or is no such file. */
  public static Optional<String> of(final Path file, final String key) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      final FileInfo[] infos =
          new TiffDecoder(file.getParent().toString(), file.getFileName().toString()).getTiffInfo();
      final String[] properties = infos == null ? null : infos[0].properties;
      for (int i = 0; properties != null && i + 1 < properties.length; i += 2) {
        if (properties[i].equals(key)) {
          return Optional.of(properties[i + 1]);
        }
      }
      return Optional.empty();
    } catch (final IOException e) {
      return Optional.empty();
    }
  }
}
