package io.github.inceptionlens.circuit.weight;

/**
 * Linear weights between a unit and the channels of a row, at places around it.
 *
 * @param channels of the row
 * @param size places on a side
 * @param first the first place along an axis, counted from the unit's own
 * @param stride places of the lower grid, on which they are counted, from one of the upper to the
 *     next
 * @param weighted whether a row with weights lies between
 * @param values [channel, row, column]
 */
record Taps(int channels, int size, int first, int stride, boolean weighted, double[] values) {

  /** Of a row's channels, each with a weight at its own place. */
  static Taps at(final double[] weights, final boolean weighted) {
    return new Taps(weights.length, 1, 0, 1, weighted, weights);
  }

  static Taps zeros(
      final int channels,
      final int size,
      final int first,
      final int stride,
      final boolean weighted) {
    return new Taps(channels, size, first, stride, weighted, new double[channels * size * size]);
  }

  int area() {
    return size * size;
  }

  boolean isSilent(final int channel) {
    for (int i = channel * area(); i < (channel + 1) * area(); i++) {
      if (values[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Adds a channel of others to one of these, each place times every place of a window.
   *
   * @param step from one of the others' places to the next, in places of these
   * @param window row-major, square
   * @param spacing from one place of the window to the next, in places of these
   */
  void spread(
      final int channel,
      final Taps from,
      final int source,
      final int step,
      final double[] window,
      final int spacing) {
    final int length = (int) Math.round(Math.sqrt(window.length));
    for (int i = 0; i < from.area(); i++) {
      final double value = from.values[source * from.area() + i];
      final int top = i / from.size * step;
      final int left = i % from.size * step;
      for (int j = 0; j < window.length; j++) {
        final int row = top + j / length * spacing;
        final int column = left + j % length * spacing;
        values[(channel * size + row) * size + column] += value * window[j];
      }
    }
  }

  /** Adds others, which lie within these, from a channel on. */
  void add(final Taps other, final int channel) {
    final int shift = other.first - first;
    for (int i = 0; i < other.values.length; i++) {
      final int row = i / other.size % other.size + shift;
      final int column = i % other.size + shift;
      values[((channel + i / other.area()) * size + row) * size + column] += other.values[i];
    }
  }

  /** The sum of two of one row. */
  Taps plus(final Taps other) {
    final int from = Math.min(first, other.first);
    final int to = Math.max(first + size, other.first + other.size);
    final Taps both = zeros(channels, to - from, from, stride, weighted || other.weighted);
    both.add(this, 0);
    both.add(other, 0);
    return both;
  }

  /** Each channel times a factor. */
  Taps times(final double[] factors) {
    final double[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factors[i / area()];
    }
    return new Taps(channels, size, first, stride, weighted, scaled);
  }

  /** Some of the channels. */
  Taps part(final int channel, final int count) {
    final Taps part = zeros(count, size, first, stride, weighted);
    System.arraycopy(values, channel * area(), part.values, 0, part.values.length);
    return part;
  }

  /** The same as some of a larger number of channels. */
  Taps among(final int all, final int channel) {
    final Taps wider = zeros(all, size, first, stride, weighted);
    wider.add(this, channel);
    return wider;
  }

  /** The values of a channel. */
  float[] channel(final int channel) {
    final float[] own = new float[area()];
    for (int i = 0; i < own.length; i++) {
      own[i] = (float) values[channel * area() + i];
    }
    return own;
  }
}
