package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;

/** A view of which only the columns left of an edge are selected. */
public record Masked(View view, int edge) implements View {

  @Override
  public Picture picture() {
    return view.picture();
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
    return x < edge;
  }
}
