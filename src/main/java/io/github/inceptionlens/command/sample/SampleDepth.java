package io.github.inceptionlens.command.sample;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.textures.imaging.Coloring;
import io.github.inceptionlens.textures.imaging.Nuisance;

/** As which pixels a generated picture is kept. */
public enum SampleDepth {
  /** Gray, 0 to 255. */
  EIGHT("8", 1) {
    @Override
    ImageProcessor pixels(final Picture picture) {
      final ByteProcessor pixels = new ByteProcessor(picture.width(), picture.height());
      fill(pixels, picture, Picture.WHITE);
      return pixels;
    }
  },
  /** Gray, 0 to 4095, as of a camera of 12 bits. */
  SIXTEEN("16", 2) {
    @Override
    ImageProcessor pixels(final Picture picture) {
      final ShortProcessor pixels = new ShortProcessor(picture.width(), picture.height());
      fill(pixels, picture, BRIGHTEST);
      pixels.setMinAndMax(0, BRIGHTEST);
      return pixels;
    }
  },
  /** The generator's colors. */
  RGB("rgb", 4) {
    @Override
    ImageProcessor pixels(final Picture picture) {
      return PictureStack.colors(picture);
    }

    @Override
    Nuisance of(final Nuisance drawn) {
      return drawn;
    }
  };

  private static final int BRIGHTEST = 4095;

  private final String label;
  private final int bytes;

  SampleDepth(final String label, final int bytes) {
    this.label = label;
    this.bytes = bytes;
  }

  /** As dialogs and macros write it. */
  public String label() {
    return label;
  }

  /** What a pixel takes of the memory. */
  int bytes() {
    return bytes;
  }

  /** The way in which a picture is taken that may have another coloring. */
  Nuisance of(final Nuisance drawn) {
    return drawn.in(Coloring.GRAY);
  }

  /** The pixels of a picture that was taken in that way. */
  abstract ImageProcessor pixels(Picture picture);

  private static void fill(final ImageProcessor pixels, final Picture picture, final int white) {
    final float[] gray = picture.plane(0);
    final float scale = (float) white / Picture.WHITE;
    for (int i = 0; i < gray.length; i++) {
      pixels.set(i, Math.round(gray[i] * scale));
    }
  }
}
