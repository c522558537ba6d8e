package io.github.inceptionlens.textures;

/** Cells that fill the plane. */
final class Tilings {

  private Tilings() {}

  static void honeycomb(final Canvas canvas, final Layout layout, final Dice dice) {
    final Lattice cells =
        new Lattice(canvas, layout, layout.spacing(dice.between(15, 18)), 0.13, dice);
    final double half = layout.px(dice.between(0.8, 1.3));
    canvas.fill((x, y) -> Waves.clamp(0.5 + half - cells.look(x, y).edge));
  }

  static void grains(final Canvas canvas, final Layout layout, final Dice dice) {
    final Lattice cells =
        new Lattice(canvas, layout, layout.spacing(dice.between(12, 16)), 0.3, dice);
    final double[] shades = new double[cells.size()];
    for (int i = 0; i < shades.length; i++) {
      shades[i] = dice.unit();
    }
    canvas.fill((x, y) -> shades[cells.look(x, y).nearest]);
  }

  static void bricks(final Canvas canvas, final Layout layout, final Dice dice) {
    final Axes axes = layout.axes();
    final double rise = layout.px(dice.between(10, 13));
    final double length = rise * dice.between(1.9, 2.5);
    final double half = layout.px(dice.between(0.8, 1.3));
    final double[] shifts = new double[64];
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] = (i % 2 * 0.5 + dice.around(0.18)) * length;
    }
    canvas.fill(
        (x, y) -> {
          final double v = axes.across(x, y) / rise;
          final double row = Math.floor(v);
          final double toRow = Math.min(v - row, row + 1 - v) * rise;
          final double u = (axes.along(x, y) + shifts[(int) row & 63]) / length;
          final double toEnd = Math.abs(u - Math.rint(u)) * length;
          return Waves.clamp(0.5 + half - Math.min(toRow, toEnd));
        });
  }

  static void checkerboard(final Canvas canvas, final Layout layout, final Dice dice) {
    final Axes axes = layout.axes();
    final double side = layout.px(dice.between(7, 11));
    final double shift = dice.unit();
    canvas.fill(
        (x, y) -> {
          final double u = axes.along(x, y) / side + shift;
          final double v = axes.across(x, y) / side - shift;
          final double du = u - Math.rint(u);
          final double dv = v - Math.rint(v);
          final boolean odd = ((int) Math.rint(u) + (int) Math.rint(v) & 1) == 1;
          final double margin = Math.min(0.5 - Math.abs(du), 0.5 - Math.abs(dv)) * side;
          final double inside = 0.5 + Math.min(0.5, margin);
          return odd ? inside : 1 - inside;
        });
  }
}
