package io.github.inceptionlens.textures;

/** Lines: wandering, parallel, crossing, branching, radiating. */
final class Strands {

  private Strands() {}

  static void filaments(final Canvas canvas, final Layout layout, final Dice dice) {
    starts(
        canvas,
        layout,
        26,
        0.4,
        dice,
        pen -> {
          final double half = layout.px(dice.between(0.8, 1.3));
          final double value = dice.between(0.65, 1);
          for (int i = 0; i < 18; i++) {
            pen.wander(0.008, dice);
            pen.draw(canvas, layout.px(4), half, value);
          }
        });
  }

  static void beads(final Canvas canvas, final Layout layout, final Dice dice) {
    starts(
        canvas,
        layout,
        30,
        0.35,
        dice,
        pen -> {
          final double step = layout.px(dice.between(7, 8.4));
          final double radius = layout.px(dice.between(3.3, 4));
          final double value = dice.between(0.8, 1);
          final int count = 7 + dice.below(5);
          for (int i = 0; i < count; i++) {
            canvas.spot(pen.x, pen.y, radius, value);
            pen.wander(0.015, dice);
            pen.draw(canvas, step, layout.px(0.6), value * 0.4);
          }
          canvas.spot(pen.x, pen.y, radius, value);
        });
  }

  static void fibres(final Canvas canvas, final Layout layout, final Dice dice) {
    final double reach = canvas.width + canvas.height;
    double offset = -reach / 2;
    while (offset < reach / 2) {
      offset += layout.spacing(dice.between(2.5, 9));
      final double x = canvas.width / 2.0 - offset * Waves.sin(layout.turns());
      final double y = canvas.height / 2.0 + offset * Waves.cos(layout.turns());
      fibre(canvas, layout, new Pen(x, y, layout.turns() + dice.around(0.012)), reach, dice);
    }
  }

  private static void fibre(
      final Canvas canvas,
      final Layout layout,
      final Pen pen,
      final double reach,
      final Dice dice) {
    pen.move(-reach / 2);
    final double half = layout.px(dice.between(0.7, 1.6));
    final double value = dice.between(0.35, 1);
    canvas.line(
        pen.x,
        pen.y,
        pen.x + Waves.cos(pen.turns) * reach,
        pen.y + Waves.sin(pen.turns) * reach,
        half,
        value);
  }

  static void crossHatch(final Canvas canvas, final Layout layout, final Dice dice) {
    final Axes one = layout.axes();
    final Axes two = new Axes(layout.turns() + dice.between(0.17, 0.25));
    final double period = layout.px(dice.between(9, 13));
    final double half = layout.px(dice.between(0.8, 1.2));
    final double shift = dice.unit() * period;
    canvas.fill(
        (x, y) -> {
          final double d =
              Math.min(
                  toLine(one.across(x, y) + shift, period),
                  toLine(two.across(x, y) + shift, period));
          return Waves.clamp(0.5 + half - d);
        });
  }

  private static double toLine(final double x, final double period) {
    return Math.abs(x - period * Math.rint(x / period));
  }

  static void mesh(final Canvas canvas, final Layout layout, final Dice dice) {
    final double half = layout.px(dice.between(0.8, 1.2));
    new Lattice(canvas, layout, layout.px(dice.between(17, 21)), 0.22, dice)
        .forEachEdge(
            (x0, y0, x1, y1) -> {
              if (dice.chance(0.93)) {
                canvas.line(x0, y0, x1, y1, half, dice.between(0.75, 1));
              }
            });
  }

  static void trees(final Canvas canvas, final Layout layout, final Dice dice) {
    starts(
        canvas,
        layout,
        46,
        0.25,
        dice,
        pen -> {
          pen.move(-layout.px(20));
          branch(canvas, layout, pen, 5, dice);
        });
  }

  private static void branch(
      final Canvas canvas, final Layout layout, final Pen pen, final int order, final Dice dice) {
    final double half = layout.px(0.45 + 0.3 * order);
    for (int i = 0; i < 3; i++) {
      pen.wander(0.012, dice);
      pen.draw(canvas, layout.px(dice.between(2.2, 3.2) * (0.6 + 0.12 * order)), half, 1);
    }
    if (order > 1) {
      branch(
          canvas,
          layout,
          new Pen(pen.x, pen.y, pen.turns + dice.between(0.06, 0.12)),
          order - 1,
          dice);
      branch(
          canvas,
          layout,
          new Pen(pen.x, pen.y, pen.turns - dice.between(0.06, 0.12)),
          order - 1,
          dice);
    }
  }

  static void asters(final Canvas canvas, final Layout layout, final Dice dice) {
    starts(
        canvas,
        layout,
        36,
        0.15,
        dice,
        centre -> {
          final int arms = 9 + dice.below(5);
          canvas.disc(centre.x, centre.y, layout.px(2), 1);
          for (int i = 0; i < arms; i++) {
            final Pen pen =
                new Pen(centre.x, centre.y, centre.turns + (i + dice.around(0.2)) / arms);
            final int length = 4 + dice.below(3);
            for (int j = 0; j < length; j++) {
              pen.wander(0.008, dice);
              pen.draw(canvas, layout.px(3), layout.px(0.85), 1 - 0.1 * j);
            }
          }
        });
  }

  /** What is done from a starting point. */
  @FunctionalInterface
  private interface Stroke {
    void from(Pen pen);
  }

  private static void starts(
      final Canvas canvas,
      final Layout layout,
      final double spacing,
      final double jitter,
      final Dice dice,
      final Stroke stroke) {
    new Lattice(canvas, layout, layout.spacing(spacing), jitter, dice)
        .forEach(canvas, layout.px(40), (x, y) -> stroke.from(new Pen(x, y, dice.unit())));
  }
}
