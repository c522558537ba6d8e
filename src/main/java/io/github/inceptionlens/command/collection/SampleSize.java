package io.github.inceptionlens.command.collection;

import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How large the file of a sample is going to be.
 *
 * @param pictures how many there are at least; nothing where that is not known yet
 */
record SampleSize(Layer layer, SampleRequest request, OptionalInt pictures) {

  private static final double KILO = 1e3;
  private static final double MEGA = 1e6;

  /** What is coming, in a few words. */
  String words() {
    final long row = request.bytesOfRow(layer.channels());
    if (!request.isBounded()) {
      return bytes(row) + " per unit of " + layer;
    }
    final long picture = row * request.perPicture();
    return pictures.isEmpty()
        ? "up to " + bytes(picture) + " per picture"
        : String.format(
            Locale.ROOT,
            "up to %s for %,d pictures",
            bytes(picture * pictures.getAsInt()),
            pictures.getAsInt());
  }

  private static String bytes(final long count) {
    return count < MEGA
        ? String.format(Locale.ROOT, "%.1f KB", count / KILO)
        : String.format(Locale.ROOT, "%,.1f MB", megabytes(count));
  }

  /** Millions of bytes. */
  static double megabytes(final long bytes) {
    return bytes / MEGA;
  }

  /**
   * Refuses what does not fit on the disk.
   *
   * @throws UserError when it is larger than what is free, as far as that is known
   */
  void requireRoom(final Path file) {
    if (request.isBounded() && pictures.isPresent()) {
      final long need =
          request.bytesOfRow(layer.channels()) * request.perPicture() * pictures.getAsInt();
      final long free = free(file);
      if (need > free) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "file may need %s, but only %s are free there: choose another disk, a smaller"
                    + " per_picture or limit, or precision=float16",
                bytes(need),
                bytes(free)));
      }
    }
  }

  private static long free(final Path file) {
    try {
      return Files.getFileStore(file.getParent()).getUsableSpace();
    } catch (final IOException e) {
      return Long.MAX_VALUE;
    }
  }
}
