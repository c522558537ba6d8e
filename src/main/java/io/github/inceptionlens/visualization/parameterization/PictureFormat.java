package io.github.inceptionlens.visualization.parameterization;

import ai.djl.ndarray.types.Shape;

/**
 * What is optimized at once: the pictures of a target, its facets, follow one another.
 *
 * @param width pixels
 * @param height pixels
 * @param planes 3, or 4 with transparency
 */
public record PictureFormat(int width, int height, int planes, int targets, int facets) {

  public int pictures() {
    return targets * facets;
  }

  /** One value per pixel, plane and picture. */
  public Shape pixels() {
    return new Shape(pictures(), planes, height, width);
  }
}
