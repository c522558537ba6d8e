package io.github.inceptionlens.core.geometry;

import java.util.Optional;

/**
 * A region of an image that is measured.
 *
 * @param name what the user calls it
 * @param x the column of its pixels' centroid, in the image's unit; NaN without pixels
 * @param y the row of the same
 * @param area of its pixels, in the image's unit squared
 * @param view the region on the picture that the network sees; nothing where the region has no
 *     pixel on the image
 */
public record MeasuredRegion(String name, double x, double y, double area, Optional<View> view) {}
