package io.github.inceptionlens.command.inspect;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.input.ImageInput;
import java.awt.Rectangle;

/**
 * All of an image, of which a rectangle is selected.
 *
 * @param pixels of the image
 */
public record RectangleView(ImageInput input, Rectangle pixels) implements View {

  @Override
  public Picture picture() {
    return input.frames().get(0).picture();
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
    return pixels.contains(input.region().x + x, input.region().y + y);
  }
}
