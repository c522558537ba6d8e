package io.github.inceptionlens.textures;

/** Random fields without objects. */
final class Speckles {

  private Speckles() {}

  static void nothing(final Canvas canvas, final Layout layout, final Dice dice) {
    canvas.fill((x, y) -> 0);
  }

  /** The intensity of a random coherent wave: bright grains between dark vortices. */
  static void speckle(final Canvas canvas, final Layout layout, final Dice dice) {
    final double finest = layout.px(dice.between(4.5, 6));
    final RandomWaves real = new RandomWaves(14, finest, 4 * finest, dice);
    final RandomWaves imaginary = new RandomWaves(14, finest, 4 * finest, dice);
    canvas.fill(
        (x, y) -> {
          final double a = real.at(x, y);
          final double b = imaginary.at(x, y);
          return (a * a + b * b) / 4;
        });
  }

  static void labyrinth(final Canvas canvas, final Layout layout, final Dice dice) {
    final double wavelength = layout.px(dice.between(9, 13));
    final RandomWaves field = new RandomWaves(20, wavelength * 0.95, wavelength * 1.05, dice);
    canvas.fill((x, y) -> Waves.step(-0.4, 0.4, field.at(x, y)));
  }

  /** Bands of a fine and of a coarse random texture. */
  static void boundary(final Canvas canvas, final Layout layout, final Dice dice) {
    final Axes axes = layout.axes();
    final RandomWaves fine = new RandomWaves(14, layout.px(3.6), layout.px(5), dice);
    final RandomWaves coarse = new RandomWaves(14, layout.px(15), layout.px(22), dice);
    final double band = layout.px(dice.between(34, 44));
    final double wobble = layout.px(4);
    final double period = layout.px(40);
    final double phase = dice.unit();
    canvas.fill(
        (x, y) -> {
          final double u = axes.along(x - canvas.width / 2.0, y - canvas.height / 2.0);
          final double v = axes.across(x, y);
          final double place = (u + wobble * Waves.cos(v / period + phase)) / (2 * band);
          final double side = place - Math.floor(place);
          return Waves.step(-1.2, 1.2, (side < 0.5 ? fine : coarse).at(x, y));
        });
  }
}
