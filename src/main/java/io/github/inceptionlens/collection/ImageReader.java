package io.github.inceptionlens.collection;

import java.util.List;

/**
 * Opens images of a collection.
 *
 * @param <P> the pictures
 */
@FunctionalInterface
public interface ImageReader<P extends SourcePicture> {

  /**
   * The pictures of an image, slice by slice; their pixels are read when they are asked for.
   *
   * @throws UnreadableImage when there are none to be had
   */
  List<P> open(CollectionImage image);
}
