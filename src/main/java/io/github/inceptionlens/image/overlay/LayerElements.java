package io.github.inceptionlens.image.overlay;

import ij.gui.ImageRoi;
import ij.gui.Roi;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.result.MapGrid;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * What all layers are made of: soft colors, the border of what was analyzed, and a key to the
 * colors, each on its frame's slices.
 *
 * @param what the layer shows
 */
record LayerElements(ImageInput input, String what) {

  private static final float DASH = 6;

  /**
   * The colors of a frame.
   *
   * @param painted as large as the region
   * @param palette of its colors
   * @param opacity percent
   */
  List<Roi> soft(
      final PaintedRows painted,
      final IndexColorModel palette,
      final double opacity,
      final Provenance provenance) {
    final Rectangle region = input.region();
    final Rectangle image = input.image();
    final List<ImageRoi> soft =
        SoftElements.of(
            painted, region.width, palette, opacity / 100, (long) image.width * image.height);
    for (final ImageRoi element : soft) {
      final Rectangle place = element.getBounds();
      element.setLocation(region.x + place.x, region.y + place.y);
      element.setName("InceptionV1 " + what);
      provenance.entries().forEach((key, value) -> describe(element, key, value));
    }
    return new ArrayList<>(soft);
  }

  /** ImageJ reads saved properties as lines in which a backslash is no character of its own. */
  private static void describe(final Roi element, final String key, final String value) {
    final String paths = File.separatorChar == '\\' ? value.replaceAll("\\\\+", "/") : value;
    if (paths.indexOf('\\') < 0) {
      element.setProperty(
          ResultImages.PROPERTY_PREFIX + key, paths.replaceAll("\\s+", " ").strip());
    }
  }

  /** A dashed line around what the network saw, where that is not all of the region. */
  List<Roi> border() {
    final Rectangle seen =
        MapGrid.picture(input.region(), input.placement())
            .covered(input.networkWidth(), input.networkHeight());
    final Rectangle drawn = seen.intersection(input.region());
    if (drawn.equals(input.region())) {
      return List.of();
    }
    final Roi border = new Roi(drawn);
    border.setStrokeColor(Color.WHITE);
    border.setStroke(
        new BasicStroke(
            1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, DASH, new float[] {DASH}, 0));
    border.setName("InceptionV1 analyzed area");
    return List.of(border);
  }

  /** The elements of a key to the colors. */
  List<Roi> named(final List<Roi> ofKey) {
    ofKey.forEach(element -> element.setName("InceptionV1 " + what + " bar"));
    return ofKey;
  }

  /** Makes elements those of our layers on a frame's slices. */
  void put(final List<Roi> elements, final int frame) {
    for (final Roi element : elements) {
      element.setProperty(OwnElements.MARK, what);
      input.put(element, input.frames().get(frame));
    }
  }

  /**
   * The place below which least is drawn; the first of equal ones.
   *
   * @param places in the image's pixels
   * @param drawn the frames, as large as the region
   */
  Rectangle quietest(final List<Rectangle> places, final List<PaintedRows> drawn) {
    final double[] sums = new double[places.size()];
    for (final PaintedRows frame : drawn) {
      frame.each(
          band -> {
            for (int i = 0; i < sums.length; i++) {
              sums[i] = withActivity(sums[i], band, places.get(i));
            }
          });
    }
    int least = 0;
    for (int i = 1; i < sums.length; i++) {
      least = sums[i] < sums[least] ? i : least;
    }
    return places.get(least);
  }

  /** A sum and what is drawn of a band at a place. */
  private double withActivity(
      final double before, final PaintedRows.Band band, final Rectangle place) {
    final Rectangle region = input.region();
    final int width = region.width;
    final Rectangle covered =
        place.intersection(
            new Rectangle(region.x, region.y + band.top(), width, band.size() / width));
    double sum = before;
    for (int y = covered.y; y < covered.y + covered.height; y++) {
      for (int x = covered.x; x < covered.x + covered.width; x++) {
        sum += band.strength((y - region.y - band.top()) * width + x - region.x);
      }
    }
    return sum;
  }
}
