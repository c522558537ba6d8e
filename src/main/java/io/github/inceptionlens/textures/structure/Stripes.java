package io.github.inceptionlens.textures.structure;

import io.github.inceptionlens.textures.random.ExactTrigonometry;

/** Periodic bands: straight, wavy, broken, around centers. */
final class Stripes {

  private Stripes() {}

  static void fringes(final Sketch sketch) {
    final Direction axes = sketch.axes();
    final double period = sketch.px(8, 12);
    final double wave = sketch.px(32, 48);
    final double height = sketch.px(3, 5);
    final double phase = sketch.dice().unit();
    final RandomWaves drift = new RandomWaves(4, sketch.px(50), sketch.px(90), sketch.dice());
    sketch
        .canvas()
        .fill(
            (x, y) -> {
              final double bend =
                  height * ExactTrigonometry.cos(axes.along(x, y) / wave + phase)
                      + height / 2 * drift.at(x, y);
              return 0.5 + 0.5 * ExactTrigonometry.cos((axes.across(x, y) + bend) / period);
            });
  }

  static void sarcomeres(final Sketch sketch) {
    final Direction axes = sketch.axes();
    final double period = sketch.px(9, 12);
    final double lane = sketch.px(9, 13);
    final double band = sketch.dice().between(0.4, 0.55);
    final double[] shifts = new double[64];
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] = sketch.dice().around(0.22);
    }
    sketch
        .canvas()
        .fill(
            (x, y) -> {
              final double v = axes.across(x, y) / lane;
              final double row = Math.rint(v);
              final double u = axes.along(x, y) / period + shifts[(int) row & 63];
              final double toBand = Math.abs(u - Math.rint(u)) * period - band * period / 2;
              final double toGap = (0.5 - Math.abs(v - row)) * lane - sketch.px(0.6);
              final double zLine =
                  0.45 * ExactTrigonometry.clamp(toBand + 1.1 + (band - 1) * period / 2);
              return ExactTrigonometry.clamp(0.5 + toGap)
                  * Math.max(ExactTrigonometry.clamp(0.5 - toBand), zLine);
            });
  }

  static void rings(final Sketch sketch) {
    around(sketch, 0);
  }

  static void spirals(final Sketch sketch) {
    around(sketch, (sketch.dice().chance(0.5) ? 1 : -1) * (2 + sketch.dice().below(3)));
  }

  private static void around(final Sketch sketch, final int arms) {
    final Lattice centers = sketch.lattice(sketch.px(52), 0.15);
    final double period = sketch.px(7.5, 10.5);
    final double phase = sketch.dice().unit();
    sketch
        .canvas()
        .fill(
            (x, y) -> {
              centers.look(x, y);
              final double turns =
                  arms == 0 ? 0 : arms * ExactTrigonometry.turns(centers.dy, centers.dx);
              return 0.5 + 0.75 * ExactTrigonometry.cos(centers.distance / period + turns + phase);
            });
  }
}
