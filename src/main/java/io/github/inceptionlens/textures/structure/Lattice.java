package io.github.inceptionlens.textures.structure;

import io.github.inceptionlens.textures.random.ExactTrigonometry;
import io.github.inceptionlens.textures.random.SeededRandom;

/**
 * Points on a turned hexagonal lattice, each moved a little, that covers a canvas and some margin;
 * and the mosaic of their nearest neighborhoods.
 */
final class Lattice {

  private final double spacing;
  private final double rise;
  private final int reach;
  private final double middleX;
  private final double middleY;
  private final double cos;
  private final double sin;
  private final double[] xs;
  private final double[] ys;

  /** The index of the point nearest to the last pixel asked for. */
  int nearest;

  /** That pixel's coordinates relative to the point. */
  double dx;

  double dy;

  /** Its distance from the point. */
  double distance;

  /** Its distance from the border to the second nearest point's cell. */
  double edge;

  private int other;
  private double first;
  private double second;

  /**
   * @param spacing the mean distance of neighbors in pixels
   * @param jitter how far a point may move, in spacings
   */
  Lattice(
      final Canvas canvas,
      final Layout layout,
      final double spacing,
      final double jitter,
      final SeededRandom dice) {
    this.spacing = spacing;
    rise = spacing * 0.8660254037844386;
    final double diagonal = Math.sqrt(canvas.width * canvas.width + canvas.height * canvas.height);
    reach = (int) Math.ceil(diagonal / 2 / rise) + 3;
    middleX = canvas.width / 2.0 + dice.around(spacing / 2);
    middleY = canvas.height / 2.0 + dice.around(spacing / 2);
    cos = ExactTrigonometry.cos(layout.turns());
    sin = ExactTrigonometry.sin(layout.turns());
    xs = new double[side() * side()];
    ys = new double[side() * side()];
    place(jitter, dice);
  }

  private void place(final double jitter, final SeededRandom dice) {
    for (int row = -reach; row <= reach; row++) {
      for (int column = -reach; column <= reach; column++) {
        final double u = (column + shift(row) + dice.around(jitter)) * spacing;
        final double v = row * rise + dice.around(jitter) * spacing;
        xs[index(row, column)] = middleX + u * cos - v * sin;
        ys[index(row, column)] = middleY + u * sin + v * cos;
      }
    }
  }

  /** What is done at a point. */
  @FunctionalInterface
  interface Visitor {
    void at(double x, double y);
  }

  /** Visits the points that lie on the canvas or at most so far outside. */
  void forEach(final Canvas canvas, final double margin, final Visitor visitor) {
    for (int i = 0; i < xs.length; i++) {
      if (xs[i] > -margin
          && xs[i] < canvas.width + margin
          && ys[i] > -margin
          && ys[i] < canvas.height + margin) {
        visitor.at(xs[i], ys[i]);
      }
    }
  }

  /** What is done between two neighbors. */
  @FunctionalInterface
  interface EdgeVisitor {
    void between(double x0, double y0, double x1, double y1);
  }

  /** Visits the pairs of neighbors. */
  void forEachEdge(final EdgeVisitor visitor) {
    for (int row = -reach; row < reach; row++) {
      for (int column = -reach + 1; column < reach; column++) {
        final int odd = row & 1;
        join(visitor, index(row, column), index(row, column + 1));
        join(visitor, index(row, column), index(row + 1, column + odd));
        join(visitor, index(row, column), index(row + 1, column + odd - 1));
      }
    }
  }

  private void join(final EdgeVisitor visitor, final int from, final int to) {
    visitor.between(xs[from], ys[from], xs[to], ys[to]);
  }

  /** The number of points, for values per point. */
  int size() {
    return xs.length;
  }

  /**
   * Finds the point nearest to a pixel and fills {@link #nearest}, {@link #dx}, {@link #dy}, {@link
   * #distance} and {@link #edge}.
   */
  Lattice look(final double x, final double y) {
    final double u = (x - middleX) * cos + (y - middleY) * sin;
    final double v = (y - middleY) * cos - (x - middleX) * sin;
    final int row = (int) Math.rint(v / rise);
    first = Double.MAX_VALUE;
    second = Double.MAX_VALUE;
    for (int r = Math.max(-reach, row - 1); r <= Math.min(reach, row + 1); r++) {
      final int column = (int) Math.rint(u / spacing - shift(r));
      for (int c = Math.max(-reach, column - 1); c <= Math.min(reach, column + 1); c++) {
        consider(index(r, c), x, y);
      }
    }
    dx = x - xs[nearest];
    dy = y - ys[nearest];
    distance = Math.sqrt(first);
    edge =
        (second - first) / (2 * Math.max(1e-6, Math.sqrt(square(other, xs[nearest], ys[nearest]))));
    return this;
  }

  private void consider(final int i, final double x, final double y) {
    final double square = square(i, x, y);
    if (square < first) {
      second = first;
      other = nearest;
      first = square;
      nearest = i;
    } else if (square < second) {
      second = square;
      other = i;
    }
  }

  private double square(final int i, final double x, final double y) {
    return (x - xs[i]) * (x - xs[i]) + (y - ys[i]) * (y - ys[i]);
  }

  private int side() {
    return 2 * reach + 1;
  }

  private int index(final int row, final int column) {
    return (row + reach) * side() + column + reach;
  }

  private static double shift(final int row) {
    return 0.5 * (row & 1);
  }
}
