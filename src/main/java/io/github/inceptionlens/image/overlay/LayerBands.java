package io.github.inceptionlens.image.overlay;

import io.github.inceptionlens.image.input.ImageInput;

/** An analyzed region in bands of rows, so that no plane of it need be in memory. */
record LayerBands(ImageInput input, LayerValues values) {

  /** The pixels of a band, about; at least one row. */
  private static final int PIXELS = 1 << 18;

  /** Takes bands one after the other, from the region's upper border on. */
  @FunctionalInterface
  interface Sink {

    /**
     * Takes a band.
     *
     * @param top the first row
     * @param count how many rows
     */
    void take(int top, int count);
  }

  void each(final Sink sink) {
    final int height = input.region().height;
    final int rows = Math.max(1, PIXELS / width());
    for (int top = 0; top < height; top += rows) {
      sink.take(top, Math.min(rows, height - top));
    }
  }

  int width() {
    return input.region().width;
  }

  int planes() {
    return values.planes();
  }

  /** The number of pixels of the region. */
  long pixels() {
    return (long) width() * input.region().height;
  }

  /** The values of some rows; NaN outside the user's selection. */
  float[] rows(final int plane, final int top, final int count) {
    final float[] rows = values.source().rows(plane, top, count);
    if (!input.isRectangle()) {
      for (int i = 0; i < rows.length; i++) {
        if (!input.contains(i % width(), top + i / width())) {
          rows[i] = Float.NaN;
        }
      }
    }
    return rows;
  }
}
