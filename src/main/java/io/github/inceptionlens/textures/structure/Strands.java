package io.github.inceptionlens.textures.structure;

import io.github.inceptionlens.textures.random.ExactTrigonometry;

/** Lines: wandering, parallel, crossing, branching, radiating. */
final class Strands {

  private Strands() {}

  static void filaments(final Sketch sketch) {
    starts(
        sketch,
        26,
        0.4,
        pen -> {
          final double half = sketch.px(0.8, 1.3);
          final double value = sketch.dice().between(0.65, 1);
          pen.move(-sketch.px(36));
          for (int i = 0; i < 18; i++) {
            pen.wander(0.008, sketch.dice());
            pen.draw(sketch.canvas(), sketch.px(4), half, value);
          }
        });
  }

  static void beads(final Sketch sketch) {
    starts(
        sketch,
        30,
        0.35,
        pen -> {
          final double step = sketch.px(7, 8.4);
          final double radius = sketch.px(3.3, 4);
          final double value = sketch.dice().between(0.8, 1);
          final int count = 7 + sketch.dice().below(5);
          pen.move(-step * count / 2);
          for (int i = 0; i < count; i++) {
            sketch.canvas().spot(pen.x, pen.y, radius, value);
            pen.wander(0.015, sketch.dice());
            pen.draw(sketch.canvas(), step, sketch.px(0.6), value * 0.4);
          }
          sketch.canvas().spot(pen.x, pen.y, radius, value);
        });
  }

  static void fibres(final Sketch sketch) {
    final double reach = sketch.canvas().width + sketch.canvas().height;
    final double turns = sketch.layout().turns();
    double offset = -reach / 2;
    while (offset < reach / 2) {
      offset += sketch.spacing(sketch.dice().between(2.5, 9));
      final Turtle pen =
          new Turtle(sketch.canvas().width / 2.0, sketch.canvas().height / 2.0, turns + 0.25);
      pen.move(offset);
      pen.turn(sketch.dice().around(0.012) - 0.25);
      pen.move(-reach / 2);
      pen.draw(sketch.canvas(), reach, sketch.px(0.7, 1.6), sketch.dice().between(0.35, 1));
    }
  }

  static void crossHatch(final Sketch sketch) {
    final Direction one = sketch.axes();
    final Direction two =
        new Direction(sketch.layout().turns() + sketch.dice().between(0.17, 0.25));
    final double period = sketch.px(9, 13);
    final double half = sketch.px(0.8, 1.2);
    final double shift = sketch.dice().unit() * period;
    sketch
        .canvas()
        .fill(
            (x, y) -> {
              final double d =
                  Math.min(
                      toLine(one.across(x, y) + shift, period),
                      toLine(two.across(x, y) + shift, period));
              return ExactTrigonometry.clamp(0.5 + half - d);
            });
  }

  private static double toLine(final double x, final double period) {
    return Math.abs(x - period * Math.rint(x / period));
  }

  static void mesh(final Sketch sketch) {
    final double half = sketch.px(0.8, 1.2);
    sketch
        .lattice(sketch.px(17, 21), 0.22)
        .forEachEdge(
            (x0, y0, x1, y1) -> {
              if (sketch.dice().chance(0.93)) {
                sketch.canvas().line(x0, y0, x1, y1, half, sketch.dice().between(0.75, 1));
              }
            });
  }

  static void trees(final Sketch sketch) {
    starts(
        sketch,
        46,
        0.25,
        pen -> {
          pen.move(-sketch.px(20));
          branch(sketch, pen, 5);
        });
  }

  private static void branch(final Sketch sketch, final Turtle pen, final int order) {
    final double size = 0.6 + 0.12 * order;
    for (int i = 0; i < 3; i++) {
      pen.wander(0.012, sketch.dice());
      pen.draw(sketch.canvas(), sketch.px(2.2, 3.2) * size, sketch.px(0.45 + 0.3 * order), 1);
    }
    if (order > 1) {
      final double left = sketch.dice().between(0.06, 0.12);
      final double right = sketch.dice().between(0.06, 0.12);
      branch(sketch, new Turtle(pen.x, pen.y, pen.turns + left), order - 1);
      branch(sketch, new Turtle(pen.x, pen.y, pen.turns - right), order - 1);
    }
  }

  static void asters(final Sketch sketch) {
    starts(
        sketch,
        36,
        0.15,
        center -> {
          final int arms = 9 + sketch.dice().below(5);
          sketch.canvas().disc(center.x, center.y, sketch.px(2), 1);
          for (int i = 0; i < arms; i++) {
            final Turtle pen =
                new Turtle(
                    center.x, center.y, center.turns + (i + sketch.dice().around(0.2)) / arms);
            final int length = 4 + sketch.dice().below(3);
            for (int j = 0; j < length; j++) {
              pen.wander(0.008, sketch.dice());
              pen.draw(sketch.canvas(), sketch.px(3), sketch.px(0.85), 1 - 0.1 * j);
            }
          }
        });
  }

  /** What is done from a starting point. */
  @FunctionalInterface
  private interface Stroke {
    void from(Turtle pen);
  }

  private static void starts(
      final Sketch sketch, final double spacing, final double jitter, final Stroke stroke) {
    sketch.scatter(spacing, jitter, (x, y) -> stroke.from(new Turtle(x, y, sketch.dice().unit())));
  }
}
