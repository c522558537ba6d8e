package io.github.inceptionlens.collection.scan;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;

/** A view whose pixels cannot be read. */
record FailingView(View view) implements View {

  @Override
  public Picture picture() {
    throw new UserError("the file ends in the middle");
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
