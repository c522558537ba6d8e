package io.github.inceptionlens.image.overlay;

import ij.gui.ImageRoi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.awt.image.IndexColorModel;

/**
 * An element whose black is transparent, as ImageJ's own, that holds one byte per pixel instead of
 * four; so do TIFF files with it. As soon as its pixels are asked for, to be changed perhaps, it
 * turns into one of ImageJ's own kind.
 */
final class PaletteElement extends ImageRoi {

  private static final long serialVersionUID = 1L;

  /** What is seen; none in an element that has turned into one of ImageJ's own kind. */
  private transient ImageProcessor indices;

  /**
   * @param colors indices of the palette
   * @param palette whose first color is a transparent black
   */
  PaletteElement(final Rectangle place, final byte[] colors, final IndexColorModel palette) {
    this(place, new ByteProcessor(place.width, place.height, colors, palette));
  }

  private PaletteElement(final Rectangle place, final ImageProcessor indices) {
    super(place.x, place.y, indices);
    this.indices = indices;
  }

  @Override
  public boolean getZeroTransparent() {
    return indices != null || super.getZeroTransparent();
  }

  @Override
  public void setZeroTransparent(final boolean transparent) {
    if (transparent != getZeroTransparent()) {
      unfold();
      super.setZeroTransparent(transparent);
    }
  }

  @Override
  public ImageProcessor getProcessor() {
    unfold();
    return super.getProcessor();
  }

  @Override
  public void setProcessor(final ImageProcessor pixels) {
    final boolean transparent = getZeroTransparent();
    indices = null;
    super.setProcessor(pixels);
    super.setZeroTransparent(transparent);
  }

  @Override
  public void rotate(final double angle) {
    unfold();
    super.rotate(angle);
  }

  @Override
  public void setAngle(final double angle) {
    unfold();
    super.setAngle(angle);
  }

  private void unfold() {
    if (indices != null) {
      setProcessor(indices.convertToColorProcessor());
    }
  }

  @Override
  public synchronized Object clone() {
    final ImageProcessor shared = indices;
    indices = null; // or else the clone unfolds
    final PaletteElement clone = (PaletteElement) super.clone();
    indices = shared;
    if (shared != null) {
      clone.setProcessor(shared);
      clone.indices = shared;
    }
    return clone;
  }
}
