package io.github.inceptionlens.textures;

/** Compact objects, scattered without much overlap. */
final class Particles {

  private Particles() {}

  static void puncta(final Canvas canvas, final Layout layout, final Dice dice) {
    scatter(
        canvas,
        layout,
        10,
        0.55,
        dice,
        (x, y) -> {
          canvas.spot(x, y, layout.px(dice.between(2.6, 3.8)), dice.between(0.6, 1));
        });
  }

  static void lattice(final Canvas canvas, final Layout layout, final Dice dice) {
    final double radius = layout.px(dice.between(3.4, 4.6));
    final double spacing = layout.px(dice.between(9.5, 12));
    new Lattice(canvas, layout, spacing, 0.025, dice)
        .forEach(canvas, radius, (x, y) -> canvas.spot(x, y, radius, dice.between(0.9, 1)));
  }

  static void nuclei(final Canvas canvas, final Layout layout, final Dice dice) {
    final RandomWaves chromatin = new RandomWaves(8, layout.px(4), layout.px(7), dice);
    scatter(
        canvas,
        layout,
        24,
        0.16,
        dice,
        (x, y) -> {
          final double major = layout.px(dice.between(8, 10.5));
          final double minor = major * dice.between(0.7, 1);
          final Axes axes = new Axes(dice.unit());
          final double value = dice.between(0.75, 1);
          canvas.tint(
              x,
              y,
              major + 1,
              (dx, dy) -> {
                final double u = axes.along(dx, dy) / major;
                final double v = axes.across(dx, dy) / minor;
                final double inside = Waves.clamp(0.5 + (1 - Math.sqrt(u * u + v * v)) * minor);
                return inside * value * (0.85 + 0.1 * Waves.clamp(chromatin.at(x + dx, y + dy)));
              });
        });
  }

  static void vesicles(final Canvas canvas, final Layout layout, final Dice dice) {
    scatter(
        canvas,
        layout,
        18,
        0.2,
        dice,
        (x, y) -> {
          final double radius = layout.px(dice.between(4.5, 8));
          final double half = layout.px(dice.between(0.9, 1.4));
          final double value = dice.between(0.75, 1);
          canvas.stamp(
              x,
              y,
              radius + half,
              value,
              (dx, dy) -> Math.abs(Math.sqrt(dx * dx + dy * dy) - radius) - half);
        });
  }

  static void arcs(final Canvas canvas, final Layout layout, final Dice dice) {
    scatter(
        canvas,
        layout,
        19,
        0.25,
        dice,
        (x, y) -> {
          final double radius = layout.px(dice.between(7, 10));
          final double half = layout.px(dice.between(1.1, 1.6));
          final double open = Waves.cos(dice.between(0.15, 0.22));
          final Axes axes = new Axes(dice.unit());
          canvas.stamp(
              x,
              y,
              radius + half,
              dice.between(0.75, 1),
              (dx, dy) -> {
                final double r = Math.sqrt(dx * dx + dy * dy);
                return Math.max(Math.abs(r - radius) - half, open * r - axes.along(dx, dy));
              });
        });
  }

  static void rods(final Canvas canvas, final Layout layout, final Dice dice) {
    scatter(
        canvas,
        layout,
        15,
        0.3,
        dice,
        (x, y) -> {
          final double length = layout.px(dice.between(5, 7.5));
          final double turns = dice.unit();
          final double dx = Waves.cos(turns) * length;
          final double dy = Waves.sin(turns) * length;
          final double half = layout.px(dice.between(1.9, 2.5));
          canvas.line(x - dx, y - dy, x + dx, y + dy, half, dice.between(0.7, 1));
        });
  }

  static void dividing(final Canvas canvas, final Layout layout, final Dice dice) {
    scatter(
        canvas,
        layout,
        24,
        0.2,
        dice,
        (x, y) -> {
          final double radius = layout.px(dice.between(4.5, 6));
          final double turns = dice.unit();
          final double dx = Waves.cos(turns) * radius * dice.between(0.88, 1.02);
          final double dy = Waves.sin(turns) * radius * dice.between(0.88, 1.02);
          final double value = dice.between(0.75, 1);
          canvas.disc(x - dx, y - dy, radius, value);
          canvas.disc(x + dx, y + dy, radius * dice.between(0.85, 1), value);
        });
  }

  static void swimmers(final Canvas canvas, final Layout layout, final Dice dice) {
    scatter(
        canvas,
        layout,
        22,
        0.25,
        dice,
        (x, y) -> {
          final double turns = dice.unit();
          final double value = dice.between(0.75, 1);
          final double neck = layout.px(3.5);
          canvas.line(
              x, y, x + Waves.cos(turns) * neck, y + Waves.sin(turns) * neck, layout.px(3), value);
          final Pen tail = new Pen(x, y, turns + 0.5);
          final double bend = dice.around(0.012) / layout.zoom();
          final double phase = dice.unit();
          for (int i = 0; i < 10; i++) {
            tail.turn(bend * 2 + 0.05 * Waves.cos(phase + i / 5.0));
            tail.draw(canvas, layout.px(2.2), layout.px(0.75), value * 0.9);
          }
        });
  }

  static void crystals(final Canvas canvas, final Layout layout, final Dice dice) {
    scatter(
        canvas,
        layout,
        24,
        0.18,
        dice,
        (x, y) -> {
          final int sides = 3 + dice.below(2);
          final double inner = layout.px(dice.between(sides == 3 ? 4.5 : 6, sides == 3 ? 6 : 7.5));
          final Axes[] normals = new Axes[sides];
          final double turns = dice.unit();
          for (int i = 0; i < sides; i++) {
            normals[i] = new Axes(turns + (i + dice.around(0.1)) / sides);
          }
          canvas.stamp(
              x,
              y,
              inner * 2.4,
              dice.between(0.75, 1),
              (dx, dy) -> {
                double outside = -inner;
                for (final Axes normal : normals) {
                  outside = Math.max(outside, normal.along(dx, dy) - inner);
                }
                return outside;
              });
        });
  }

  private static void scatter(
      final Canvas canvas,
      final Layout layout,
      final double spacing,
      final double jitter,
      final Dice dice,
      final Lattice.Visitor visitor) {
    final double margin = layout.px(30);
    new Lattice(canvas, layout, layout.spacing(spacing), jitter, dice)
        .forEach(
            canvas,
            margin,
            (x, y) -> {
              if (dice.chance(0.88)) {
                visitor.at(x, y);
              }
            });
  }
}
