package io.github.inceptionlens.textures;

/** A direction in the plane. */
final class Axes {

  private final double cos;
  private final double sin;

  Axes(final double turns) {
    cos = Waves.cos(turns);
    sin = Waves.sin(turns);
  }

  double along(final double x, final double y) {
    return x * cos + y * sin;
  }

  double across(final double x, final double y) {
    return y * cos - x * sin;
  }
}
