package io.github.inceptionlens.collection;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;

/** A view whose picture was read already. */
record ReadView(View view, Picture picture) implements View {

  @Override
  public int width() {
    return picture.width();
  }

  @Override
  public int height() {
    return picture.height();
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
