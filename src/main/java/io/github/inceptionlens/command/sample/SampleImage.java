package io.github.inceptionlens.command.sample;

import ij.ImagePlus;
import ij.io.Opener;
import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;

/** An image of the plugin's jar. */
public enum SampleImage {

  /** Nuclei, honeycomb and fibers, generated, 8-bit. */
  SCENE("scene-8bit.tif"),

  /** A photograph of a cat's face. */
  CAT("cat.png"),

  /** Vesicles that drift among filaments, generated, a time series. */
  DRIFT("drift.tif");

  private static final String FOLDER = "/inception-lens-samples/";

  private final String file;

  SampleImage(final String file) {
    this.file = file;
  }

  /**
   * Opens the image, without showing it.
   *
   * @throws UserError when the jar is damaged
   */
  public ImagePlus open() {
    try (InputStream in = SampleImage.class.getResourceAsStream(FOLDER + file)) {
      final ImagePlus image =
          file.endsWith(".png")
              ? new ImagePlus(file, ImageIO.read(in))
              : new Opener().openTiff(in, file);
      image.setTitle(file);
      return image;
    } catch (final IOException | RuntimeException e) {
      throw new UserError(
          "the sample \"" + file + "\" cannot be read from the plugin's jar: install it again", e);
    }
  }
}
