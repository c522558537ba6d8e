package io.github.inceptionlens.collection;

import io.github.inceptionlens.core.geometry.View;

/** A picture of a collection while its image is open. */
public interface SourcePicture {

  /** Which one it is. */
  PictureId id();

  /** How sentences name it. */
  default String caption() {
    return id().toString();
  }

  /** What the collection says that it shows; empty for nothing. */
  String label();

  /** The column of the image where the view's region begins. */
  default int left() {
    return 0;
  }

  /** The row of the image where the view's region begins. */
  default int top() {
    return 0;
  }

  /** Its pixels, read at every call, and where they lie on the image. */
  View view();
}
