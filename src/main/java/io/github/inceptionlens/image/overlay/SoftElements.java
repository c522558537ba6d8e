package io.github.inceptionlens.image.overlay;

import ij.gui.ImageRoi;
import java.awt.Rectangle;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A plane of colors whose opacity differs from pixel to pixel, as overlay elements of one opacity
 * each: an element lies on the next, each covers what is at least so opaque, and together they come
 * to the opacity of each pixel, in steps.
 *
 * <p>ImageJ saves an element's colors and its opacity, but no opacity per pixel; this is what stays
 * the same in a saved TIFF and in a flattened image.
 */
final class SoftElements {

  private static final int MOST = 8;

  /** All elements together hold so many pixels at most, as a multiple of the image's. */
  private static final int ROOM = 4;

  private static final double BYTE = 255;

  private final PaintedRows painted;
  private final int width;
  private final IndexColorModel palette;

  private SoftElements(final PaintedRows painted, final int width, final IndexColorModel palette) {
    this.painted = painted;
    this.width = width;
    this.palette = palette;
  }

  /**
   * The elements from the lowest to the highest; at least one, though it may be empty.
   *
   * @param painted row-major
   * @param palette of its colors; the first is transparent
   * @param opacity of the strongest pixels, 0 to 1
   * @param room the pixels of the image that they lie on
   */
  static List<ImageRoi> of(
      final PaintedRows painted,
      final int width,
      final IndexColorModel palette,
      final double opacity,
      final long room) {
    final SoftElements soft = new SoftElements(painted, width, palette);
    return soft.elements(soft.levels(room), opacity);
  }

  /**
   * The bytes that the elements of a region take at most.
   *
   * @param region its pixels
   * @param image the pixels of the image, at least as many
   */
  static long mostBytes(final long region, final long image) {
    return Math.min(MOST * region, ROOM * image);
  }

  /** As many levels as there is room for. */
  private SoftLevels levels(final long room) {
    final List<SoftLevels> all =
        IntStream.rangeClosed(0, MOST - ROOM).mapToObj(i -> new SoftLevels(MOST - i)).toList();
    painted.each(band -> see(band, all));
    all.forEach(SoftLevels::add);
    return all.stream()
        .filter(levels -> levels.pixels() <= ROOM * room)
        .findFirst()
        .orElse(all.get(all.size() - 1));
  }

  private void see(final PaintedRows.Band band, final List<SoftLevels> all) {
    for (int i = 0; i < band.size(); i++) {
      final double strength = band.strength(i);
      if (strength > 0) {
        final int x = i % width;
        final int y = band.top() + i / width;
        final double noise = noise(x, y);
        for (final SoftLevels levels : all) {
          levels.see(levels.of(strength, noise), x, y);
        }
      }
    }
  }

  /**
   * What is added before rounding down, 0 to 1, so that no steps are seen: interleaved gradient
   * noise (Jimenez 2014).
   */
  private static double noise(final int x, final int y) {
    final double wave = 0.06711056 * x + 0.00583715 * y;
    final double sawtooth = 52.9829189 * (wave - Math.floor(wave));
    return sawtooth - Math.floor(sawtooth);
  }

  private List<ImageRoi> elements(final SoftLevels levels, final double opacity) {
    final List<Rectangle> parts = levels.parts();
    if (parts.isEmpty()) {
      return List.of(new Element(new Rectangle(0, 0, 1, 1), 1, opacity).roi(palette));
    }
    final List<Element> elements = new ArrayList<>();
    double covered = 0;
    for (int level = 1; level <= parts.size(); level++) {
      if (level < parts.size() && levels.isLikeNext(level)) {
        continue;
      }
      final double wanted = opacity * level / levels.steps();
      final double own = Math.rint(BYTE * (wanted - covered) / (1 - Math.min(covered, 0.999)));
      elements.add(new Element(parts.get(level - 1), level, own / BYTE));
      covered = 1 - (1 - covered) * (1 - own / BYTE);
    }
    painted.each(band -> draw(band, levels, elements));
    return elements.stream().map(element -> element.roi(palette)).toList();
  }

  private void draw(
      final PaintedRows.Band band, final SoftLevels levels, final List<Element> elements) {
    for (int i = 0; i < band.size(); i++) {
      final double strength = band.strength(i);
      if (strength > 0) {
        final int x = i % width;
        final int y = band.top() + i / width;
        final int level = levels.of(strength, noise(x, y));
        final byte color = (byte) band.color(i);
        for (int e = 0; e < elements.size() && elements.get(e).level <= level; e++) {
          elements.get(e).set(x, y, color);
        }
      }
    }
  }

  /** An element while it is drawn. */
  private record Element(Rectangle part, int level, double opacity, byte[] colors) {

    Element(final Rectangle part, final int level, final double opacity) {
      this(part, level, opacity, new byte[part.width * part.height]);
    }

    void set(final int x, final int y, final byte color) {
      colors[(y - part.y) * part.width + x - part.x] = color;
    }

    ImageRoi roi(final IndexColorModel palette) {
      final ImageRoi element = new PaletteElement(part, colors, palette);
      element.setOpacity(opacity);
      return element;
    }
  }
}
