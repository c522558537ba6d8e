package io.github.inceptionlens.command.family;

import io.github.inceptionlens.circuit.family.OrbitPicture;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.image.collection.InputPicture;
import java.util.Locale;

/**
 * A disc of a user's picture that lies in one of several ways.
 *
 * @param source the picture
 * @param index which place of it
 * @param element how it lies: the index of an element of the group
 */
record DiscPicture(InputPicture source, int index, int element, TurnedDisc view)
    implements OrbitPicture {

  @Override
  public PictureId id() {
    return source.id();
  }

  @Override
  public String caption() {
    return source.caption();
  }

  @Override
  public String label() {
    return source.label();
  }

  @Override
  public String place() {
    return String.format(
        Locale.ROOT, "%s %06d %06d", source.id().image(), source.id().slice(), index);
  }

  @Override
  public double middleX() {
    return view.size().pivot();
  }

  @Override
  public double middleY() {
    return view.size().pivot();
  }
}
