package io.github.inceptionlens.image.overlay;

import java.util.function.Consumer;

/** A frame in colors, some rows at a time; made anew whenever it is asked for. */
@FunctionalInterface
interface PaintedRows {

  /** Some rows. */
  interface Band {

    /** The first row, from the region's upper border. */
    int top();

    /** How many pixels they have. */
    int size();

    /** The part of the opacity that a pixel has, 0 to 1. */
    double strength(int pixel);

    /** A pixel's color: an index of a palette, 0 for none. */
    int color(int pixel);
  }

  /** Gives all rows, from the upper border on. */
  void each(Consumer<Band> sink);
}
