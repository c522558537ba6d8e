package io.github.inceptionlens.textures.structure;

import io.github.inceptionlens.textures.random.ExactTrigonometry;
import io.github.inceptionlens.textures.random.SeededRandom;

/** A pen with a place and a heading. */
final class Turtle {

  double x;
  double y;
  double turns;
  private double curl;

  Turtle(final double x, final double y, final double turns) {
    this.x = x;
    this.y = y;
    this.turns = turns;
  }

  void turn(final double by) {
    turns += by;
  }

  /** Turns a little, much as at the last call. */
  void wander(final double curliness, final SeededRandom dice) {
    curl = 0.85 * curl + curliness * dice.normal();
    turns += curl;
  }

  /** Goes ahead without a trace. */
  void move(final double length) {
    x += ExactTrigonometry.cos(turns) * length;
    y += ExactTrigonometry.sin(turns) * length;
  }

  /** Goes ahead and leaves a line. */
  void draw(final Canvas canvas, final double length, final double halfWidth, final double value) {
    final double fromX = x;
    final double fromY = y;
    move(length);
    canvas.line(fromX, fromY, x, y, halfWidth, value);
  }
}
