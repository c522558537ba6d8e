package io.github.inceptionlens.textures.structure;

import io.github.inceptionlens.textures.random.ExactTrigonometry;

/** Random fields without objects. */
final class Speckles {

  private Speckles() {}

  static void nothing(final Sketch sketch) {
    sketch.canvas().fill((x, y) -> 0);
  }

  /** The intensity of a random coherent wave: bright grains between dark vortices. */
  static void speckle(final Sketch sketch) {
    final double finest = sketch.px(4.5, 6);
    final RandomWaves real = new RandomWaves(14, finest, 4 * finest, sketch.dice());
    final RandomWaves imaginary = new RandomWaves(14, finest, 4 * finest, sketch.dice());
    sketch
        .canvas()
        .fill(
            (x, y) -> {
              final double a = real.at(x, y);
              final double b = imaginary.at(x, y);
              return (a * a + b * b) / 4;
            });
  }

  static void labyrinth(final Sketch sketch) {
    final double wavelength = sketch.px(9, 13);
    final RandomWaves field =
        new RandomWaves(20, wavelength * 0.95, wavelength * 1.05, sketch.dice());
    sketch.canvas().fill((x, y) -> ExactTrigonometry.step(-0.4, 0.4, field.at(x, y)));
  }

  /** Bands of a fine and of a coarse random texture. */
  static void boundary(final Sketch sketch) {
    final Direction axes = sketch.axes();
    final RandomWaves fine = new RandomWaves(14, sketch.px(3.6), sketch.px(5), sketch.dice());
    final RandomWaves coarse = new RandomWaves(14, sketch.px(15), sketch.px(22), sketch.dice());
    final double band = sketch.px(34, 44);
    final double wobble = sketch.px(4);
    final double period = sketch.px(40);
    final double phase = sketch.dice().unit();
    sketch
        .canvas()
        .fill(
            (x, y) -> {
              final double u =
                  axes.along(x - sketch.canvas().width / 2.0, y - sketch.canvas().height / 2.0);
              final double v = axes.across(x, y);
              final double place =
                  (u + wobble * ExactTrigonometry.cos(v / period + phase)) / (2 * band);
              final double side = place - Math.floor(place);
              return ExactTrigonometry.step(-1.2, 1.2, (side < 0.5 ? fine : coarse).at(x, y));
            });
  }
}
