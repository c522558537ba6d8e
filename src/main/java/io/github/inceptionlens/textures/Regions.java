package io.github.inceptionlens.textures;

import io.github.inceptionlens.textures.random.ExactTrigonometry;
import io.github.inceptionlens.textures.random.SeededRandom;
import io.github.inceptionlens.textures.structure.RandomWaves;

/** Irregular regions that share an image and keep a distance from each other. */
final class Regions {

  private static final int CANDIDATES = 16;
  private static final double GAP = 0.06;
  private static final double SOFT = 0.03;
  private static final double BEND = 0.09;

  private final int width;
  private final int height;
  private final double[] xs;
  private final double[] ys;
  private final double scale;
  private final int[] owner;
  private final double[] inside;

  /**
   * @param count how many regions
   */
  Regions(final int width, final int height, final int count, final SeededRandom dice) {
    this.width = width;
    this.height = height;
    xs = new double[count];
    ys = new double[count];
    scale = Math.sqrt((double) width * height / count);
    owner = new int[width * height];
    inside = new double[width * height];
    place(dice);
    divide(dice);
  }

  /** Copies a structure into a region, fading over its border. */
  void fill(final int region, final float[] from, final float[] into) {
    final double soft = SOFT * scale;
    for (int i = 0; i < into.length; i++) {
      if (owner[i] == region) {
        into[i] = (float) (from[i] * ExactTrigonometry.step(-soft, soft, inside[i]));
      }
    }
  }

  /** The pixels of which a region takes more than half. */
  boolean[] mask(final int region) {
    final boolean[] mask = new boolean[owner.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = owner[i] == region && inside[i] > 0;
    }
    return mask;
  }

  /** The pixels of which a region takes any part: its mask and the border over which it fades. */
  boolean[] extent(final int region) {
    final boolean[] extent = new boolean[owner.length];
    for (int i = 0; i < extent.length; i++) {
      extent[i] = owner[i] == region && inside[i] > -SOFT * scale;
    }
    return extent;
  }

  /** Places each center where, of some candidates, the other centers are farthest. */
  private void place(final SeededRandom dice) {
    for (int k = 0; k < xs.length; k++) {
      double best = -1;
      for (int candidate = 0; candidate < CANDIDATES; candidate++) {
        final double x = dice.between(0.12, 0.88) * width;
        final double y = dice.between(0.12, 0.88) * height;
        final double distance = nearestOf(k, x, y);
        if (distance > best) {
          best = distance;
          xs[k] = x;
          ys[k] = y;
        }
      }
    }
  }

  private double nearestOf(final int count, final double x, final double y) {
    double nearest = Double.MAX_VALUE;
    for (int k = 0; k < count; k++) {
      nearest = Math.min(nearest, square(k, x, y));
    }
    return nearest;
  }

  private void divide(final SeededRandom dice) {
    final RandomWaves bendX = new RandomWaves(6, 0.7 * scale, 1.6 * scale, dice);
    final RandomWaves bendY = new RandomWaves(6, 0.7 * scale, 1.6 * scale, dice);
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i++) {
        final double bend = BEND * scale;
        assign(i, x + bend * bendX.at(x, y), y + bend * bendY.at(x, y));
      }
    }
  }

  private void assign(final int pixel, final double x, final double y) {
    int first = 0;
    int second = -1;
    for (int k = 1; k < xs.length; k++) {
      if (square(k, x, y) < square(first, x, y)) {
        second = first;
        first = k;
      } else if (second < 0 || square(k, x, y) < square(second, x, y)) {
        second = k;
      }
    }
    final double apart = Math.sqrt(square(first, xs[second], ys[second]));
    final double edge = (square(second, x, y) - square(first, x, y)) / (2 * apart);
    owner[pixel] = first;
    inside[pixel] = edge - GAP * scale;
  }

  private double square(final int k, final double x, final double y) {
    return (x - xs[k]) * (x - xs[k]) + (y - ys[k]) * (y - ys[k]);
  }
}
