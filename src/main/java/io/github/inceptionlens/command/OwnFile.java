package io.github.inceptionlens.command;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;

/** A file of a user's folder, opened as an image or refused with the reason. */
final class OwnFile {

  private static final Set<Integer> FORMATS =
      Set.of(
          Opener.TIFF,
          Opener.DICOM,
          Opener.TIFF_AND_DICOM,
          Opener.FITS,
          Opener.PGM,
          Opener.JPEG,
          Opener.GIF,
          Opener.BMP,
          Opener.PNG);

  /** The formats that ImageJ has Java read, and of which it aborts the macro when that fails. */
  private static final Set<Integer> JAVAS = Set.of(Opener.GIF, Opener.BMP, Opener.PNG);

  private static final String END_OF_JPEG = "\u00ff\u00d9";

  private OwnFile() {}

  /** Why a file is of no use, in a few words. */
  static final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;

    Unusable(final Path file, final String reason) {
      super(reason);
      this.file = file.getFileName().toString();
    }

    /** The file's name. */
    String file() {
      return file;
    }
  }

  /**
   * Opens a file that ImageJ reads, without showing it.
   *
   * @throws Unusable when the file is empty, no image, damaged or cut short
   */
  static ImagePlus open(final Path file) {
    final long size = size(file);
    if (size == 0) {
      throw new Unusable(file, "the file is empty");
    }
    final int format = new Opener().getFileType(file.toString());
    if (!FORMATS.contains(format)) {
      throw new Unusable(file, "it is no image of a format that ImageJ opens by itself");
    }
    if (JAVAS.contains(format)) {
      requireWhole(file);
    } else if (format == Opener.JPEG) {
      requireEnd(file);
    }
    final ImagePlus image = read(file);
    if (image == null || image.getWidth() < 1 || image.getProcessor() == null) {
      throw new Unusable(file, "ImageJ cannot open it; it may be damaged");
    }
    if (needed(image.getOriginalFileInfo()) > size) {
      throw new Unusable(file, "it is cut short: copy it again");
    }
    return image;
  }

  private static long size(final Path file) {
    try {
      return Files.size(file);
    } catch (final IOException e) {
      throw new Unusable(file, "it cannot be read: " + e.getMessage());
    }
  }

  private static void requireWhole(final Path file) {
    try {
      if (ImageIO.read(file.toFile()) == null) {
        throw new Unusable(file, "it is damaged");
      }
    } catch (final IOException | IllegalArgumentException e) {
      throw new Unusable(file, "it is damaged or cut short: " + e.getMessage());
    }
  }

  /** A JPEG that is cut short opens with gray below. */
  private static void requireEnd(final Path file) {
    try {
      if (!Files.readString(file, StandardCharsets.ISO_8859_1).contains(END_OF_JPEG)) {
        throw new Unusable(file, "it is cut short: copy it again");
      }
    } catch (final IOException e) {
      throw new Unusable(file, "it cannot be read: " + e.getMessage());
    }
  }

  private static ImagePlus read(final Path file) {
    final Opener opener = new Opener();
    opener.setSilentMode(true);
    try {
      return opener.openImage(file.toString());
    } catch (final RuntimeException e) {
      throw new Unusable(file, "ImageJ cannot open it; it may be damaged: " + e.getMessage());
    }
  }

  /** How many bytes a file of uncompressed pixels has at least. */
  private static long needed(final FileInfo info) {
    if (info == null
        || info.fileFormat != FileInfo.TIFF
        || info.compression > FileInfo.COMPRESSION_NONE) {
      return 0;
    }
    final long pixels = (long) info.width * info.height * info.getBytesPerPixel();
    return info.getOffset() + pixels * Math.max(1, info.nImages);
  }
}
