package io.github.inceptionlens.circuit.family;

import io.github.inceptionlens.collection.SourcePicture;

/** A place of an image with its surroundings, turned or mirrored about the place. */
public interface OrbitPicture extends SourcePicture {

  /** Which place, the same for all pictures of it; in the order of images. */
  String place();

  /** How it lies: the index of an element of the group. */
  int element();

  /** The column of the place on the picture. */
  double middleX();

  /** The row of the place on the picture. */
  double middleY();
}
