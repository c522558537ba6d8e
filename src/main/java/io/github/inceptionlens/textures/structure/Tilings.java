package io.github.inceptionlens.textures.structure;

import io.github.inceptionlens.textures.random.ExactTrigonometry;

/** Cells that fill the plane. */
final class Tilings {

  private Tilings() {}

  static void honeycomb(final Sketch sketch) {
    final Lattice cells = sketch.lattice(sketch.spacing(sketch.dice().between(15, 18)), 0.13);
    final double half = sketch.px(0.8, 1.3);
    sketch.canvas().fill((x, y) -> ExactTrigonometry.clamp(0.5 + half - cells.look(x, y).edge));
  }

  static void grains(final Sketch sketch) {
    final Lattice cells = sketch.lattice(sketch.spacing(sketch.dice().between(12, 16)), 0.3);
    final double[] shades = new double[cells.size()];
    for (int i = 0; i < shades.length; i++) {
      shades[i] = sketch.dice().unit();
    }
    sketch.canvas().fill((x, y) -> shades[cells.look(x, y).nearest]);
  }

  static void bricks(final Sketch sketch) {
    final Direction axes = sketch.axes();
    final double rise = sketch.px(10, 13);
    final double length = rise * sketch.dice().between(1.9, 2.5);
    final double half = sketch.px(0.8, 1.3);
    final double[] shifts = new double[64];
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] = (i % 2 * 0.5 + sketch.dice().around(0.18)) * length;
    }
    sketch
        .canvas()
        .fill(
            (x, y) -> {
              final double v = axes.across(x, y) / rise;
              final double row = Math.floor(v);
              final double toRow = Math.min(v - row, row + 1 - v) * rise;
              final double u = (axes.along(x, y) + shifts[(int) row & 63]) / length;
              final double toEnd = Math.abs(u - Math.rint(u)) * length;
              return ExactTrigonometry.clamp(0.5 + half - Math.min(toRow, toEnd));
            });
  }

  static void checkerboard(final Sketch sketch) {
    final Direction axes = sketch.axes();
    final double side = sketch.px(7, 11);
    final double shift = sketch.dice().unit();
    sketch
        .canvas()
        .fill(
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
