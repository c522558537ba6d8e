package io.github.inceptionlens.image.result;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.io.Opener;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A picture as the bytes of a TIFF file that ImageJ opens: its unrounded values and what is known
 * of it.
 */
public final class PictureFile {

  private final ImagePlus image;

  private PictureFile(final ImagePlus image) {
    this.image = image;
  }

  /**
   * Writes a picture.
   *
   * @param picture width x height x 3 or 4, values 0 to 255
   */
  public static byte[] write(
      final Picture picture, final String label, final Provenance provenance) {
    final PictureStack one = new PictureStack(List.of(picture), List.of(label));
    final ImagePlus image = one.raw(label, Provenance.EMPTY);
    image.setProperty("Info", ResultImages.text(provenance));
    return new FileSaver(image).serialize();
  }

  /**
   * Reads a picture.
   *
   * @param bytes as {@link #write} made them
   */
  public static PictureFile read(final byte[] bytes) {
    return new PictureFile(new Opener().deserialize(bytes));
  }

  /** The values, width x height x planes. */
  public Picture picture() {
    final List<float[]> planes = new ArrayList<>();
    for (int i = 1; i <= image.getStackSize(); i++) {
      planes.add((float[]) image.getStack().getPixels(i));
    }
    return new Picture(image.getWidth(), image.getHeight(), planes);
  }

  /** What is known of it; nothing where it was not written. */
  public Optional<String> property(final String key) {
    return Optional.ofNullable(image.getStringProperty(ResultImages.PROPERTY_PREFIX + key));
  }
}
