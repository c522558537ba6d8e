package io.github.inceptionlens.textures.structure;

import io.github.inceptionlens.textures.random.ExactTrigonometry;

/**
 * A field of structure, 0 to 1, and the brushes that paint on it. Coordinates are in pixels, edges
 * are antialiased, the stronger of two strokes stays.
 */
public final class Canvas {

  private static final double LONGEST = 16;

  final int width;
  final int height;
  public final float[] values;

  Canvas(final int width, final int height) {
    this.width = width;
    this.height = height;
    this.values = new float[width * height];
  }

  /** A value for each pixel. */
  @FunctionalInterface
  interface Field {
    double at(double x, double y);
  }

  /**
   * The distance in pixels from a shape's edge, negative inside, relative to the shape's center.
   */
  @FunctionalInterface
  interface Shape {
    double distance(double dx, double dy);
  }

  /** Sets every pixel, clipped to 0 to 1. */
  void fill(final Field field) {
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i++) {
        values[i] = (float) ExactTrigonometry.clamp(field.at(x, y));
      }
    }
  }

  /** Paints a shape that reaches at most so far from its center. */
  void stamp(
      final double x, final double y, final double reach, final double value, final Shape shape) {
    tint(
        x, y, reach + 1, (dx, dy) -> value * ExactTrigonometry.clamp(0.5 - shape.distance(dx, dy)));
  }

  /** Paints values relative to a center. */
  void tint(final double x, final double y, final double reach, final Field field) {
    final int left = Math.max(0, (int) Math.ceil(x - reach));
    final int right = Math.min(width - 1, (int) Math.floor(x + reach));
    final int top = Math.max(0, (int) Math.ceil(y - reach));
    final int bottom = Math.min(height - 1, (int) Math.floor(y + reach));
    for (int v = top; v <= bottom; v++) {
      for (int u = left; u <= right; u++) {
        final int i = v * width + u;
        values[i] = Math.max(values[i], (float) field.at(u - x, v - y));
      }
    }
  }

  void disc(final double x, final double y, final double radius, final double value) {
    stamp(x, y, radius, value, (dx, dy) -> Math.sqrt(dx * dx + dy * dy) - radius);
  }

  /** A spot that fades to nothing at its radius. */
  void spot(final double x, final double y, final double radius, final double value) {
    tint(
        x,
        y,
        radius,
        (dx, dy) -> {
          final double rest = Math.max(0, 1 - (dx * dx + dy * dy) / (radius * radius));
          return value * rest * rest;
        });
  }

  /** A line with round ends. */
  void line(
      final double x0,
      final double y0,
      final double x1,
      final double y1,
      final double halfWidth,
      final double value) {
    final double length = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
    final int pieces = Math.max(1, (int) Math.ceil(length / LONGEST));
    final double dx = (x1 - x0) / pieces;
    final double dy = (y1 - y0) / pieces;
    for (int i = 0; i < pieces; i++) {
      stroke(x0 + i * dx, y0 + i * dy, dx, dy, halfWidth, value);
    }
  }

  private void stroke(
      final double x,
      final double y,
      final double dx,
      final double dy,
      final double halfWidth,
      final double value) {
    final double square = Math.max(dx * dx + dy * dy, 1e-9);
    final double reach = Math.sqrt(square) / 2 + halfWidth;
    stamp(
        x + dx / 2,
        y + dy / 2,
        reach,
        value,
        (u, v) -> {
          final double t = Math.max(-0.5, Math.min(0.5, (u * dx + v * dy) / square));
          final double p = u - t * dx;
          final double q = v - t * dy;
          return Math.sqrt(p * p + q * q) - halfWidth;
        });
  }
}
