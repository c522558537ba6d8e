package io.github.inceptionlens.collection;

import io.github.inceptionlens.core.Sha256;
import java.nio.ByteBuffer;
import java.util.Comparator;

/**
 * Which picture of a collection: the same after a restart, and on another machine.
 *
 * @param image the image's path relative to the collection's root, with {@code /} between folders;
 *     the title of an image that is open
 * @param slice the slice of the image, from 1
 */
public record PictureId(String image, int slice) implements Comparable<PictureId> {

  private static final Comparator<PictureId> ORDER =
      Comparator.comparing(PictureId::image).thenComparingInt(PictureId::slice);

  @Override
  public int compareTo(final PictureId other) {
    return ORDER.compare(this, other);
  }

  /**
   * What to draw from where each picture is to draw on its own, whatever came before it.
   *
   * @param seed the user's
   */
  public long seed(final long seed) {
    return ByteBuffer.wrap(Sha256.of(seed + "\n" + slice + "\n" + image)).getLong();
  }

  /** Image and slice, as sentences name a picture. */
  @Override
  public String toString() {
    return image + ", slice " + slice;
  }
}
