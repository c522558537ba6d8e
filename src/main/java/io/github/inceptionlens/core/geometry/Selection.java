package io.github.inceptionlens.core.geometry;

/** Which part of a picture the user selected. */
@FunctionalInterface
public interface Selection {

  /**
   * Whether a point of the picture belongs to the selection.
   *
   * @param x pixels of the picture, 0 the first pixel's center
   * @param y pixels of the picture, 0 the first pixel's center
   */
  boolean contains(double x, double y);
}
