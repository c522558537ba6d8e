package io.github.inceptionlens.textures.structure;

import io.github.inceptionlens.textures.random.ExactTrigonometry;

/** A direction in the plane. */
public final class Direction {

  private final double cos;
  private final double sin;

  public Direction(final double turns) {
    cos = ExactTrigonometry.cos(turns);
    sin = ExactTrigonometry.sin(turns);
  }

  public double along(final double x, final double y) {
    return x * cos + y * sin;
  }

  double across(final double x, final double y) {
    return y * cos - x * sin;
  }
}
