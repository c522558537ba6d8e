package io.github.inceptionlens.textures.structure;

import io.github.inceptionlens.textures.random.SeededRandom;

/** What a painter works with: the canvas, the layout it was given, and dice for all the rest. */
record Sketch(Canvas canvas, Layout layout, SeededRandom dice) {

  private static final double MARGIN = 40;
  private static final double TAKEN = 0.9;

  /** A length of the class in pixels. */
  double px(final double nominal) {
    return nominal * layout.zoom();
  }

  /** A length of the class in pixels, drawn from a range. */
  double px(final double low, final double high) {
    return px(dice.between(low, high));
  }

  /** A distance between neighbors in pixels. */
  double spacing(final double nominal) {
    return px(nominal) / Math.sqrt(layout.density());
  }

  /** The layout's direction and the one across. */
  Direction axes() {
    return new Direction(layout.turns());
  }

  /** A lattice whose points are so many pixels apart and moved by up to so many spacings. */
  Lattice lattice(final double pixels, final double jitter) {
    return new Lattice(canvas, layout, pixels, jitter, dice);
  }

  /** Visits scattered points on the canvas and near it; some places stay empty. */
  void scatter(final double nominal, final double jitter, final Lattice.Visitor visitor) {
    lattice(spacing(nominal), jitter)
        .forEach(
            canvas,
            px(MARGIN),
            (x, y) -> {
              if (dice.chance(TAKEN)) {
                visitor.at(x, y);
              }
            });
  }
}
