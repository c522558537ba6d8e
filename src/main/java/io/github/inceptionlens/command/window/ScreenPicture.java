package io.github.inceptionlens.command.window;

import ij.process.ImageProcessor;
import java.util.List;
import javax.swing.Icon;
import javax.swing.ImageIcon;

/** Pictures enlarged for the screen with crisp pixels, or shrunk without loss of fine structure. */
public final class ScreenPicture {

  private ScreenPicture() {}

  /** The largest scale at which each of several pictures fits into a square. */
  public static double scale(final List<ImageProcessor> pictures, final int side) {
    final int longest =
        pictures.stream()
            .mapToInt(one -> Math.max(one.getWidth(), one.getHeight()))
            .max()
            .orElse(1);
    return (double) side / longest;
  }

  /**
   * A picture at a scale: its pixels become squares, and where these do not fit the screen's
   * pixels, these are means.
   */
  public static Icon icon(final ImageProcessor picture, final double scale) {
    final int times = (int) Math.ceil(scale);
    picture.setInterpolationMethod(ImageProcessor.NONE);
    final ImageProcessor large =
        picture.resize(times * picture.getWidth(), times * picture.getHeight());
    large.setInterpolationMethod(ImageProcessor.BILINEAR);
    final int width = Math.max(1, (int) Math.round(scale * picture.getWidth()));
    final int height = Math.max(1, (int) Math.round(scale * picture.getHeight()));
    return new ImageIcon(large.resize(width, height, true).createImage());
  }
}
