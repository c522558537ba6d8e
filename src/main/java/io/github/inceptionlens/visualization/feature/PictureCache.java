package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import java.util.Optional;

/** Where finished pictures are kept, so that they need not be made again. */
public interface PictureCache {

  /** Keeps nothing. */
  PictureCache NONE =
      new PictureCache() {
        @Override
        public Optional<Frame> find(final String key) {
          return Optional.empty();
        }

        @Override
        public void keep(final String key, final Frame frame) {}
      };

  /**
   * The picture that was kept under a key.
   *
   * @param key everything that the picture depends on, in words
   */
  Optional<Frame> find(String key);

  /** Keeps a picture; where that cannot be done, it is made again the next time. */
  void keep(String key, Frame frame);
}
