package io.github.inceptionlens.command.unit;

import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.image.display.Luts;
import java.awt.image.BufferedImage;

/** Where a channel fires, as an icon: for units of which there is no picture. */
public final class MapIcon {

  private MapIcon() {}

  /**
   * The map of a channel.
   *
   * @param side of the square that it fits into, in pixels
   */
  public static BufferedImage of(final MapStack maps, final int channel, final int side) {
    final ImageProcessor map = new FloatProcessor(maps.width(), maps.height(), maps.plane(channel));
    final double scale = (double) side / Math.max(maps.width(), maps.height());
    map.setInterpolationMethod(scale > 1 ? ImageProcessor.BILINEAR : ImageProcessor.NONE);
    final ImageProcessor small =
        map.resize(
            Math.max(1, (int) Math.round(scale * maps.width())),
            Math.max(1, (int) Math.round(scale * maps.height())));
    small.setMinAndMax(0, Math.max(small.getStats().max, Float.MIN_VALUE));
    small.setLut(Luts.inferno());
    return small.getBufferedImage();
  }
}
