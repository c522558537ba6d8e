package io.github.inceptionlens.collection;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;

/** A view that is never asked for its whole picture but by rows. */
public record RowsOnly(View view) implements View {

  @Override
  public Picture picture() {
    throw new AssertionError("the whole picture was read");
  }

  @Override
  public Picture rows(final int top, final int count) {
    return view.rows(top, count);
  }

  @Override
  public int width() {
    return view.width();
  }

  @Override
  public int height() {
    return view.height();
  }

  @Override
  public Placement placement() {
    return view.placement();
  }

  @Override
  public boolean contains(final int x, final int y) {
    return view.contains(x, y);
  }
}
