package io.github.inceptionlens.textures.structure;

import io.github.inceptionlens.textures.random.ExactTrigonometry;

/** Cells and their organelles, scattered without much overlap. */
final class Cells {

  private Cells() {}

  static void nuclei(final Sketch sketch) {
    final RandomWaves chromatin = new RandomWaves(8, sketch.px(4), sketch.px(7), sketch.dice());
    sketch.scatter(
        24,
        0.16,
        (x, y) -> {
          final double major = sketch.px(8, 10.5);
          final double minor = major * sketch.dice().between(0.7, 1);
          final Direction axes = new Direction(sketch.dice().unit());
          final double value = sketch.dice().between(0.75, 1);
          sketch
              .canvas()
              .tint(
                  x,
                  y,
                  major + 1,
                  (dx, dy) -> {
                    final double u = axes.along(dx, dy) / major;
                    final double v = axes.across(dx, dy) / minor;
                    final double inside =
                        ExactTrigonometry.clamp(0.5 + (1 - Math.sqrt(u * u + v * v)) * minor);
                    return inside
                        * value
                        * (0.85 + 0.1 * ExactTrigonometry.clamp(chromatin.at(x + dx, y + dy)));
                  });
        });
  }

  static void vesicles(final Sketch sketch) {
    sketch.scatter(
        18,
        0.2,
        (x, y) -> {
          final double radius = sketch.px(4.5, 8);
          final double half = sketch.px(0.9, 1.4);
          final double value = sketch.dice().between(0.75, 1);
          sketch
              .canvas()
              .stamp(
                  x,
                  y,
                  radius + half,
                  value,
                  (dx, dy) -> Math.abs(Math.sqrt(dx * dx + dy * dy) - radius) - half);
        });
  }

  static void rods(final Sketch sketch) {
    sketch.scatter(
        15,
        0.3,
        (x, y) -> {
          final double length = sketch.px(5, 7.5);
          final double turns = sketch.dice().unit();
          final double dx = ExactTrigonometry.cos(turns) * length;
          final double dy = ExactTrigonometry.sin(turns) * length;
          final double half = sketch.px(1.9, 2.5);
          sketch.canvas().line(x - dx, y - dy, x + dx, y + dy, half, sketch.dice().between(0.7, 1));
        });
  }

  static void dividing(final Sketch sketch) {
    sketch.scatter(
        24,
        0.2,
        (x, y) -> {
          final double radius = sketch.px(4.5, 6);
          final double turns = sketch.dice().unit();
          final double dx =
              ExactTrigonometry.cos(turns) * radius * sketch.dice().between(0.88, 1.02);
          final double dy =
              ExactTrigonometry.sin(turns) * radius * sketch.dice().between(0.88, 1.02);
          final double value = sketch.dice().between(0.75, 1);
          sketch.canvas().disc(x - dx, y - dy, radius, value);
          sketch.canvas().disc(x + dx, y + dy, radius * sketch.dice().between(0.85, 1), value);
        });
  }

  static void swimmers(final Sketch sketch) {
    sketch.scatter(
        22,
        0.25,
        (x, y) -> {
          final double turns = sketch.dice().unit();
          final double value = sketch.dice().between(0.75, 1);
          final double neck = sketch.px(3.5);
          sketch
              .canvas()
              .line(
                  x,
                  y,
                  x + ExactTrigonometry.cos(turns) * neck,
                  y + ExactTrigonometry.sin(turns) * neck,
                  sketch.px(3),
                  value);
          final Turtle tail = new Turtle(x, y, turns + 0.5);
          final double bend = sketch.dice().around(0.012) / sketch.layout().zoom();
          final double phase = sketch.dice().unit();
          for (int i = 0; i < 10; i++) {
            tail.turn(bend * 2 + 0.05 * ExactTrigonometry.cos(phase + i / 5.0));
            tail.draw(sketch.canvas(), sketch.px(2.2), sketch.px(0.75), value * 0.9);
          }
        });
  }
}
