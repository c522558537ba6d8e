package io.github.inceptionlens.image.file;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;
import ij.plugin.AVI_Reader;
import io.github.inceptionlens.collection.UnreadableImage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Formats that ImageJ opens by one of its plugins: what Bio-Formats reads where the host has it,
 * else what the host's own handler of extra file types does, and movies and packed images.
 */
final class HostFormats {

  private static final String BIO_FORMATS = "loci.plugins.BF";
  private static final String NO_IMAGE = "it is no image of a format that this ImageJ opens";

  private HostFormats() {}

  /**
   * Opens a file of a format that ImageJ does not know by itself.
   *
   * @throws UnreadableImage when nobody else does
   */
  static ImagePlus open(final Path file) {
    return open(file, BIO_FORMATS);
  }

  /**
   * As {@link #open(Path)}.
   *
   * @param reader the class whose {@code openImagePlus} opens files without a dialog, if it is
   *     there
   */
  static ImagePlus open(final Path file, final String reader) {
    final Optional<Method> bioFormats = opener(reader);
    final ImagePlus image =
        bioFormats.isPresent()
            ? first(file, bioFormats.get())
            : new Opener().openWithHandleExtraFileTypes(file.toString(), new int[1]);
    if (image == null || image.getWidth() < 1 || image.getProcessor() == null) {
      throw new UnreadableImage(NO_IMAGE);
    }
    return image;
  }

  private static Optional<Method> opener(final String reader) {
    try {
      final Class<?> type = Class.forName(reader, true, IJ.getClassLoader());
      return Optional.of(type.getMethod("openImagePlus", String.class));
    } catch (final ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static ImagePlus first(final Path file, final Method open) {
    try {
      final ImagePlus[] images = (ImagePlus[]) open.invoke(null, file.toString());
      return images == null || images.length == 0 ? null : images[0];
    } catch (final InvocationTargetException e) {
      throw new UnreadableImage(NO_IMAGE + " (Bio-Formats: " + e.getCause().getMessage() + ")");
    } catch (final IllegalAccessException e) {
      throw new IllegalStateException("the method is public", e);
    }
  }

  /** A movie, of which a frame is read when it is looked at. */
  static ImagePlus movie(final Path file) {
    return AVI_Reader.open(file.toString(), true);
  }

  /**
   * Requires that an archive holds an image: of another one ImageJ complains in a window.
   *
   * @throws UnreadableImage when its first file is none
   */
  static void requirePackedImage(final Path file) {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      final ZipEntry entry = zip.getNextEntry();
      if (entry == null
          || !entry.getName().toLowerCase(Locale.ROOT).matches(".*\\.(tif|tiff|dcm)")) {
        throw new UnreadableImage("it is an archive that does not begin with an image: unpack it");
      }
    } catch (final IOException e) {
      throw new UnreadableImage("it is a damaged archive: " + e.getMessage());
    }
  }
}
