package io.github.inceptionlens.network;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PictureRows;

/** A picture that knows how long the making of its rows took so far. */
final class TimedRows implements PictureRows {

  private final PictureRows picture;
  private long nanos;

  TimedRows(final PictureRows picture) {
    this.picture = picture;
  }

  long nanos() {
    return nanos;
  }

  @Override
  public int width() {
    return picture.width();
  }

  @Override
  public int height() {
    return picture.height();
  }

  @Override
  public Picture rows(final int top, final int count) {
    final long start = System.nanoTime();
    final Picture rows = picture.rows(top, count);
    nanos += System.nanoTime() - start;
    return rows;
  }
}
