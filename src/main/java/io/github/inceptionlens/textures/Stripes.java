package io.github.inceptionlens.textures;

/** Periodic bands: straight, wavy, broken, around centres. */
final class Stripes {

  private Stripes() {}

  static void fringes(final Canvas canvas, final Layout layout, final Dice dice) {
    final Axes axes = layout.axes();
    final double period = layout.px(dice.between(8, 12));
    final double wave = layout.px(dice.between(32, 48));
    final double height = layout.px(dice.between(3, 5));
    final double phase = dice.unit();
    final RandomWaves drift = new RandomWaves(4, layout.px(50), layout.px(90), dice);
    canvas.fill(
        (x, y) -> {
          final double bend =
              height * Waves.cos(axes.along(x, y) / wave + phase) + height / 2 * drift.at(x, y);
          return 0.5 + 0.5 * Waves.cos((axes.across(x, y) + bend) / period);
        });
  }

  static void sarcomeres(final Canvas canvas, final Layout layout, final Dice dice) {
    final Axes axes = layout.axes();
    final double period = layout.px(dice.between(9, 12));
    final double lane = layout.px(dice.between(9, 13));
    final double band = dice.between(0.4, 0.55);
    final double[] shifts = new double[64];
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] = dice.around(0.22);
    }
    canvas.fill(
        (x, y) -> {
          final double v = axes.across(x, y) / lane;
          final double row = Math.rint(v);
          final double u = axes.along(x, y) / period + shifts[(int) row & 63];
          final double toBand = Math.abs(u - Math.rint(u)) * period - band * period / 2;
          final double toGap = (0.5 - Math.abs(v - row)) * lane - layout.px(0.6);
          final double zLine = 0.45 * Waves.clamp(toBand + 1.1 + (band - 1) * period / 2);
          return Waves.clamp(0.5 + toGap) * Math.max(Waves.clamp(0.5 - toBand), zLine);
        });
  }

  static void rings(final Canvas canvas, final Layout layout, final Dice dice) {
    around(canvas, layout, dice, 0);
  }

  static void spirals(final Canvas canvas, final Layout layout, final Dice dice) {
    around(canvas, layout, dice, (dice.chance(0.5) ? 1 : -1) * (2 + dice.below(3)));
  }

  private static void around(
      final Canvas canvas, final Layout layout, final Dice dice, final int arms) {
    final Lattice centres = new Lattice(canvas, layout, layout.px(52), 0.15, dice);
    final double period = layout.px(dice.between(7.5, 10.5));
    final double phase = dice.unit();
    canvas.fill(
        (x, y) -> {
          centres.look(x, y);
          final double turns = arms == 0 ? 0 : arms * Waves.turns(centres.dy, centres.dx);
          return 0.5 + 0.75 * Waves.cos(centres.distance / period + turns + phase);
        });
  }
}
