package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.Picture;
import java.util.List;

/** Sees pictures while they are made. */
public interface StepListener {

  /** Wants to see nothing. */
  StepListener NONE =
      new StepListener() {
        @Override
        public boolean wants(final int step) {
          return false;
        }

        @Override
        public void see(final int step, final List<Picture> pictures) {
          throw new IllegalStateException("nothing was wanted");
        }
      };

  /** Asked after every step whether its pictures are wanted now. */
  boolean wants(int step);

  /**
   * Sees the pictures after a step, on the working thread.
   *
   * @param pictures target by target its facets, width x height x 3 or 4, values 0 to 255
   */
  void see(int step, List<Picture> pictures);
}
