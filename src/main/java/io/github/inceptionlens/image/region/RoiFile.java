package io.github.inceptionlens.image.region;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A file of ROIs as ImageJ saves them: one (.roi), or those of the ROI Manager (.zip). */
final class RoiFile {

  private static final String ONE = ".roi";
  private static final String SEVERAL = ".zip";

  private RoiFile() {}

  /**
   * The ROIs of a file, with their names.
   *
   * @return nothing where a text names no such file, or a zip file without ROIs
   * @throws UserError when it is damaged
   */
  static Optional<List<Roi>> read(final String text) {
    final String name = text.toLowerCase(Locale.ROOT);
    return FileNames.path(text)
        .filter(file -> name.endsWith(ONE) || name.endsWith(SEVERAL))
        .filter(Files::isRegularFile)
        .map(file -> read(text, file, name.endsWith(ONE)))
        .filter(all -> !all.isEmpty());
  }

  private static List<Roi> read(final String text, final Path file, final boolean isOne) {
    try {
      return isOne
          ? List.of(roi(Files.readAllBytes(file), file.getFileName().toString()))
          : rois(file);
    } catch (final IOException e) {
      throw new UserError("regions \"" + text + "\" cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Roi> rois(final Path file) throws IOException {
    final List<Roi> rois = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(ONE)) {
          rois.add(roi(zip.readAllBytes(), entry.getName()));
        }
      }
    }
    return rois;
  }

  private static Roi roi(final byte[] bytes, final String name) throws IOException {
    final Roi roi = RoiDecoder.openFromByteArray(bytes);
    if (roi == null) {
      throw new IOException("\"" + name + "\" is no ROI, or damaged");
    }
    roi.setName(name.substring(0, name.length() - ONE.length()));
    return roi;
  }
}
