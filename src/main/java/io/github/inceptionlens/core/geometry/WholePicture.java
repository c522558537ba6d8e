package io.github.inceptionlens.core.geometry;

import io.github.inceptionlens.core.Picture;

/** The view of a picture that is its own region. */
record WholePicture(Picture picture) implements View {

  @Override
  public int width() {
    return picture.width();
  }

  @Override
  public int height() {
    return picture.height();
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
