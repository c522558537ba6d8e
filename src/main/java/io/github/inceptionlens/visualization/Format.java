package io.github.inceptionlens.visualization;

import ai.djl.ndarray.types.Shape;

/**
 * What is optimised at once: the pictures of a subject, its facets, follow one another.
 *
 * @param width pixels
 * @param height pixels
 * @param planes 3, or 4 with transparency
 */
record Format(int width, int height, int planes, int subjects, int facets) {

  int pictures() {
    return subjects * facets;
  }

  /** One value per pixel, plane and picture. */
  Shape pixels() {
    return new Shape(pictures(), planes, height, width);
  }
}
