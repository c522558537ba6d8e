package io.github.inceptionlens.core.geometry;

import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

/** The view of a picture that is its own region. */
record WholePicture(PlanarImg<FloatType, FloatArray> picture) implements View {

  @Override
  public int width() {
    return (int) picture.dimension(0);
  }

  @Override
  public int height() {
    return (int) picture.dimension(1);
  }

  @Override
  public Placement placement() {
    return Placement.identity(width(), height());
  }

  @Override
  public boolean contains(final int x, final int y) {
    return true;
  }
}
