package io.github.inceptionlens.image.file;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import io.github.inceptionlens.collection.UnreadableImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;

/** A file of a user's, opened as an image or refused with the reason. */
public final class ImageFile {

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
          Opener.PNG,
          Opener.ZIP,
          Opener.AVI);

  /** The formats that ImageJ has Java read, and of which it aborts the macro when that fails. */
  private static final Set<Integer> JAVAS = Set.of(Opener.GIF, Opener.BMP, Opener.PNG);

  private static final Set<Integer> TIFFS = Set.of(Opener.TIFF, Opener.TIFF_AND_DICOM);

  /** The formats whose pixels stand in the file one after the other. */
  private static final Set<Integer> RAW = Set.of(FileInfo.TIFF, FileInfo.DICOM, FileInfo.FITS);

  /** The types of pixels that share bytes. */
  private static final Set<Integer> PACKED =
      Set.of(FileInfo.BITMAP, FileInfo.GRAY10_UNSIGNED, FileInfo.GRAY12_UNSIGNED);

  private static final String CUT = "it is cut short: copy it again";
  private static final String PIXELS_OF_JPEG = "\u00ff\u00da";
  private static final String END_OF_JPEG = "\u00ff\u00d9";

  private ImageFile() {}

  /**
   * Opens a file that ImageJ's <i>File &gt; Open</i> reads, without showing it; in Fiji also what
   * Bio-Formats reads.
   *
   * @throws UnreadableImage when the file is empty, no image, damaged or cut short
   */
  public static ImagePlus open(final Path file) {
    final long size = size(file);
    if (size == 0) {
      throw new UnreadableImage("the file is empty");
    }
    final int format = new Opener().getFileType(file.toString());
    if (!FORMATS.contains(format)) {
      return HostFormats.open(file);
    }
    if (JAVAS.contains(format)) {
      requireWhole(file);
    } else if (format == Opener.JPEG) {
      require(file, ImageFile::isWholeJpeg);
    } else if (TIFFS.contains(format)) {
      require(file, TiffFile::isWhole);
    } else if (format == Opener.PGM) {
      require(file, PnmFile::isWhole);
    } else if (format == Opener.ZIP) {
      HostFormats.requirePackedImage(file);
    }
    final ImagePlus image = format == Opener.AVI ? HostFormats.movie(file) : read(file);
    if (image == null || image.getWidth() < 1 || image.getProcessor() == null) {
      throw new UnreadableImage("ImageJ cannot open it; it may be damaged");
    }
    if (needed(image) > size) {
      throw new UnreadableImage(CUT);
    }
    return image;
  }

  private static long size(final Path file) {
    try {
      return Files.size(file);
    } catch (final IOException e) {
      throw new UnreadableImage("it cannot be read: " + e.getMessage());
    }
  }

  private static void requireWhole(final Path file) {
    try {
      if (ImageIO.read(file.toFile()) == null) {
        throw new UnreadableImage("it is damaged");
      }
    } catch (final IOException | IllegalArgumentException e) {
      final String detail = e.getMessage() == null ? "" : ": " + e.getMessage();
      throw new UnreadableImage("it is damaged or cut short" + detail);
    }
  }

  /** Looks at the file by itself: of one that is cut short, ImageJ opens what is left. */
  private static void require(final Path file, final Whole whole) {
    try {
      if (!whole.test(file)) {
        throw new UnreadableImage(CUT);
      }
    } catch (final IOException e) {
      throw new UnreadableImage("it cannot be read: " + e.getMessage());
    }
  }

  @FunctionalInterface
  private interface Whole {
    boolean test(Path file) throws IOException;
  }

  /** Whether the end is there, and not only that of a small picture in the header. */
  private static boolean isWholeJpeg(final Path file) throws IOException {
    final String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    return bytes.lastIndexOf(END_OF_JPEG) > bytes.lastIndexOf(PIXELS_OF_JPEG);
  }

  private static ImagePlus read(final Path file) {
    final Opener opener = new Opener();
    opener.setSilentMode(true);
    try {
      return opener.openImage(file.toString());
    } catch (final RuntimeException e) {
      throw new UnreadableImage("ImageJ cannot open it; it may be damaged (" + e + ")");
    }
  }

  /** How many bytes a file of uncompressed pixels has at least. */
  private static long needed(final ImagePlus image) {
    final FileInfo info = image.getOriginalFileInfo();
    if (info == null
        || !RAW.contains(info.fileFormat)
        || PACKED.contains(info.fileType)
        || info.compression > FileInfo.COMPRESSION_NONE) {
      return 0;
    }
    final long pixels = (long) image.getWidth() * image.getHeight();
    return info.getOffset() + pixels * info.getBytesPerPixel() * Math.max(1, info.nImages);
  }
}
