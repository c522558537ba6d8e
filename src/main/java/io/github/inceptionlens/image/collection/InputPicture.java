package io.github.inceptionlens.image.collection;

import ij.ImagePlus;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;

/**
 * A slice of an image of ImageJ's as a picture of a collection.
 *
 * @param image what the collection knows of the image
 * @param opened the image
 * @param input what of it is looked at
 * @param index which of the image's frames, from 0
 */
public record InputPicture(CollectionImage image, ImagePlus opened, ImageInput input, int index)
    implements SourcePicture {

  @Override
  public PictureId id() {
    return new PictureId(image.path(), frame().slice());
  }

  @Override
  public String label() {
    return image.label();
  }

  @Override
  public int left() {
    return input.region().x;
  }

  @Override
  public int top() {
    return input.region().y;
  }

  @Override
  public View view() {
    return input.views().get(index);
  }

  /** The slice as the image has it. */
  public Frame frame() {
    return input.frames().get(index);
  }

  /** The image's path, with the slice's label where there are several. */
  @Override
  public String caption() {
    return input.frames().size() == 1 ? image.path() : image.path() + " " + frame().label();
  }
}
