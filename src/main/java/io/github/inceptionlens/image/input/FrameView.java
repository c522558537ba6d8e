package io.github.inceptionlens.image.input;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;

/** A frame as a view on the analyzed region. */
record FrameView(ImageInput input, Frame frame) implements View {

  @Override
  public Picture picture() {
    return frame.picture();
  }

  @Override
  public Picture rows(final int top, final int count) {
    return frame.rows(top, count);
  }

  @Override
  public int width() {
    return input.networkWidth();
  }

  @Override
  public int height() {
    return input.networkHeight();
  }

  @Override
  public Placement placement() {
    return input.placement();
  }

  @Override
  public boolean contains(final int x, final int y) {
    return input.contains(x, y);
  }
}
