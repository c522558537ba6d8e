package io.github.inceptionlens.image.input;

import ij.ImagePlus;
import io.github.inceptionlens.core.geometry.Layer;
import java.awt.Rectangle;

/**
 * How large the picture will be that the network sees of an image; no pixel is looked at.
 *
 * @param region the analyzed rectangle in the image's pixels
 * @param read how many pixels of the image are read for the picture
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 */
public record SeenSize(Rectangle region, long read, int width, int height) {

  /**
   * The picture of {@link ImageInput#of}.
   *
   * @throws io.github.inceptionlens.core.UserError as that
   */
  public static SeenSize of(final ImagePlus image, final InputRequest request) {
    final Rectangle region = Region.of(image).bounds();
    return of(region, region, request);
  }

  /**
   * The picture of {@link ImageInput#inside}.
   *
   * @throws io.github.inceptionlens.core.UserError as that, and when the scale leaves the layer a
   *     single unit
   */
  public static SeenSize inside(
      final ImagePlus image, final InputRequest request, final Layer layer) {
    final Rectangle region = Region.of(image).bounds();
    final Rectangle seen = Surroundings.of(region, ImageInput.bounds(image), request, layer);
    final SeenSize size = of(region, seen, request);
    if (request.scale() < 1) {
      SmallestScale.requireContrast(layer, seen, size.width, size.height);
    }
    return size;
  }

  /**
   * The picture of {@link ImageInput#whole} and {@link ImageInput#around}.
   *
   * @throws io.github.inceptionlens.core.UserError as that
   */
  public static SeenSize whole(final ImagePlus image, final InputRequest request) {
    return of(ImageInput.bounds(image), ImageInput.bounds(image), request);
  }

  private static SeenSize of(
      final Rectangle region, final Rectangle seen, final InputRequest request) {
    SmallestScale.require(seen, request.scale());
    final Sizing sizing = request.fit().sizing(seen.width, seen.height, request.scale());
    final long read = (long) seen.width * seen.height;
    return new SeenSize(region, read, sizing.x().network(), sizing.y().network());
  }
}
