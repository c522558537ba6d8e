package io.github.inceptionlens.collection;

import io.github.inceptionlens.core.geometry.View;

/** A picture of a collection while its image is open. */
public interface SourcePicture {

  /** Which one it is. */
  PictureId id();

  /** What the collection says that it shows; empty for nothing. */
  String label();

  /** Its pixels, read at every call, and where they lie on the image. */
  View view();
}
