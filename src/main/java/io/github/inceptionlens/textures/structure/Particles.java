package io.github.inceptionlens.textures.structure;

import io.github.inceptionlens.textures.random.ExactTrigonometry;

/** Compact objects, scattered without much overlap or in order. */
final class Particles {

  private Particles() {}

  static void puncta(final Sketch sketch) {
    sketch.scatter(
        10,
        0.55,
        (x, y) -> {
          sketch.canvas().spot(x, y, sketch.px(2.6, 3.8), sketch.dice().between(0.6, 1));
        });
  }

  static void lattice(final Sketch sketch) {
    final double radius = sketch.px(3.4, 4.6);
    final Lattice lattice = sketch.lattice(sketch.px(9.5, 12), 0.025);
    final Canvas canvas = sketch.canvas();
    lattice.forEach(
        canvas, radius, (x, y) -> canvas.spot(x, y, radius, sketch.dice().between(0.9, 1)));
  }

  static void arcs(final Sketch sketch) {
    sketch.scatter(
        19,
        0.25,
        (x, y) -> {
          final double radius = sketch.px(7, 10);
          final double half = sketch.px(1.1, 1.6);
          final double open = ExactTrigonometry.cos(sketch.dice().between(0.15, 0.22));
          final Direction axes = new Direction(sketch.dice().unit());
          sketch
              .canvas()
              .stamp(
                  x,
                  y,
                  radius + half,
                  sketch.dice().between(0.75, 1),
                  (dx, dy) -> {
                    final double r = Math.sqrt(dx * dx + dy * dy);
                    return Math.max(Math.abs(r - radius) - half, open * r - axes.along(dx, dy));
                  });
        });
  }

  static void crystals(final Sketch sketch) {
    sketch.scatter(
        24,
        0.18,
        (x, y) -> {
          final int sides = 3 + sketch.dice().below(2);
          final double inner = sketch.px(sides == 3 ? 4.5 : 6, sides == 3 ? 6 : 7.5);
          final Direction[] normals = new Direction[sides];
          final double turns = sketch.dice().unit();
          for (int i = 0; i < sides; i++) {
            normals[i] = new Direction(turns + (i + sketch.dice().around(0.1)) / sides);
          }
          sketch
              .canvas()
              .stamp(
                  x,
                  y,
                  inner * 2.4,
                  sketch.dice().between(0.75, 1),
                  (dx, dy) -> {
                    double outside = -inner;
                    for (final Direction normal : normals) {
                      outside = Math.max(outside, normal.along(dx, dy) - inner);
                    }
                    return outside;
                  });
        });
  }
}
