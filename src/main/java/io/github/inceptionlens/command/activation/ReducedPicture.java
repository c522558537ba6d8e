package io.github.inceptionlens.command.activation;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.RoiScaler;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.result.PictureStack;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.Optional;

/**
 * What the network sees of a region, as large as its place in a montage, with overlays drawn into
 * it.
 */
public final class ReducedPicture {

  private final ImagePlus small;
  private final Placement placement;

  private ReducedPicture(final ImagePlus small, final Placement placement) {
    this.small = small;
    this.placement = placement;
  }

  /**
   * The part of a picture that lies in a region.
   *
   * @param picture as the network sees it
   * @param region where the region lies on the picture
   * @param side of the square into which it shall fit, in pixels
   * @param most how much it may be enlarged
   */
  public static ReducedPicture of(
      final String title,
      final Picture picture,
      final Placement region,
      final int side,
      final double most) {
    final Rectangle seen = seen(picture, region);
    final double scale = Math.min(most, (double) side / Math.max(seen.width, seen.height));
    final int width = (int) Math.max(1, Math.rint(seen.width * scale));
    final int height = (int) Math.max(1, Math.rint(seen.height * scale));
    final ImageProcessor colors = PictureStack.colors(picture);
    colors.setRoi(seen);
    final ImageProcessor part = colors.crop();
    part.setInterpolationMethod(ImageProcessor.BILINEAR);
    return new ReducedPicture(
        new ImagePlus(title, part.resize(width, height, true)),
        new Placement(
            width,
            height,
            (double) seen.width / width,
            (double) seen.height / height,
            -seen.x,
            -seen.y));
  }

  /** The region's pixels of the picture. */
  private static Rectangle seen(final Picture picture, final Placement region) {
    final int left = (int) Math.rint(region.networkX(-0.5) + 0.5);
    final int top = (int) Math.rint(region.networkY(-0.5) + 0.5);
    final int right = (int) Math.rint(region.networkX(region.width() - 0.5) + 0.5);
    final int bottom = (int) Math.rint(region.networkY(region.height() - 0.5) + 0.5);
    return new Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top))
        .intersection(new Rectangle(picture.width(), picture.height()));
  }

  /** In pixels. */
  public int width() {
    return small.getWidth();
  }

  /** In pixels. */
  public int height() {
    return small.getHeight();
  }

  /** What is selected on the image that it was made of, as large as it lies here. */
  public Optional<Roi> selection(final ImagePlus image) {
    return Optional.ofNullable(image.getRoi())
        .map(
            roi -> {
              final Roi scaled =
                  RoiScaler.scale(
                      (Roi) roi.clone(),
                      (double) width() / image.getWidth(),
                      (double) height() / image.getHeight(),
                      false);
              scaled.setStrokeColor(Color.CYAN);
              return scaled;
            });
  }

  /** Where its pixels lie on the picture. */
  public Placement placement() {
    return placement;
  }

  /** Itself as an input, for overlays. */
  public ImageInput input() {
    return ImageInput.whole(small, InputRequest.ownSize());
  }

  /** Itself with an overlay drawn into it. */
  public ColorProcessor with(final Overlay overlay) {
    final ImagePlus shown = new ImagePlus(small.getTitle(), small.getProcessor().duplicate());
    shown.setOverlay(overlay);
    return (ColorProcessor) shown.flatten().getProcessor();
  }
}
