package io.github.inceptionlens.image.overlay;

import ij.gui.ImageRoi;
import ij.process.ColorProcessor;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

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

  private final int[] colors;
  private final int width;
  private final byte[] levels;
  private final int steps;

  private SoftElements(
      final int[] colors, final int width, final IntToDoubleFunction strength, final int steps) {
    this.colors = colors;
    this.width = width;
    this.steps = steps;
    levels = new byte[colors.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) Math.min(steps, strength.applyAsDouble(i) * steps + noise(i));
    }
  }

  /**
   * What is added before rounding down, 0 to 1, so that no steps are seen: interleaved gradient
   * noise (Jimenez 2014).
   */
  private double noise(final int index) {
    final double wave = 0.06711056 * (index % width) + 0.00583715 * (index / width);
    final double sawtooth = 52.9829189 * (wave - Math.floor(wave));
    return sawtooth - Math.floor(sawtooth);
  }

  /**
   * The elements from the lowest to the highest; at least one, though it may be empty.
   *
   * @param colors row-major
   * @param strength the part of the opacity that a pixel has, 0 to 1
   * @param opacity of the strongest pixels, 0 to 1
   * @param room the pixels of the image that they lie on
   */
  static List<ImageRoi> of(
      final int[] colors,
      final int width,
      final IntToDoubleFunction strength,
      final double opacity,
      final long room) {
    for (int steps = MOST; ; steps--) {
      final SoftElements soft = new SoftElements(colors, width, strength, steps);
      final List<Rectangle> parts = soft.parts();
      final long pixels = parts.stream().mapToLong(part -> (long) part.width * part.height).sum();
      if (pixels <= ROOM * room || steps <= ROOM) {
        return soft.elements(parts, opacity);
      }
    }
  }

  /** What each level covers, at most; the levels above one that covers nothing are left away. */
  private List<Rectangle> parts() {
    final List<Rectangle> parts = new ArrayList<>();
    for (int level = 1; level <= steps; level++) {
      final Rectangle part = part(level);
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }

  private Rectangle part(final int level) {
    int left = width;
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] >= level) {
        top = top < 0 ? i / width : top;
        bottom = i / width;
        left = Math.min(left, i % width);
        right = Math.max(right, i % width);
      }
    }
    return top < 0 ? new Rectangle() : new Rectangle(left, top, right - left + 1, bottom - top + 1);
  }

  private List<ImageRoi> elements(final List<Rectangle> parts, final double opacity) {
    if (parts.isEmpty()) {
      return List.of(element(new Rectangle(0, 0, 1, 1), 1, opacity));
    }
    final List<ImageRoi> elements = new ArrayList<>();
    final int[] counts = counts();
    double covered = 0;
    for (int level = 1; level <= parts.size(); level++) {
      if (level < parts.size() && counts[level] == counts[level + 1]) {
        continue; // the next level covers the same
      }
      final double wanted = opacity * level / steps;
      final double own = Math.rint(BYTE * (wanted - covered) / (1 - Math.min(covered, 0.999)));
      elements.add(element(parts.get(level - 1), level, own / BYTE));
      covered = 1 - (1 - covered) * (1 - own / BYTE);
    }
    return elements;
  }

  /** How many pixels each level covers. */
  private int[] counts() {
    final int[] counts = new int[steps + 2];
    for (final byte level : levels) {
      counts[level]++;
    }
    for (int level = steps - 1; level > 0; level--) {
      counts[level] += counts[level + 1];
    }
    return counts;
  }

  private ImageRoi element(final Rectangle part, final int level, final double opacity) {
    final int[] pixels = new int[part.width * part.height];
    for (int y = 0; y < part.height; y++) {
      for (int x = 0; x < part.width; x++) {
        final int at = (part.y + y) * width + part.x + x;
        pixels[y * part.width + x] = levels[at] >= level ? colors[at] : 0;
      }
    }
    final ImageRoi element =
        new ImageRoi(part.x, part.y, new ColorProcessor(part.width, part.height, pixels));
    element.setZeroTransparent(true);
    element.setOpacity(opacity);
    return element;
  }
}
