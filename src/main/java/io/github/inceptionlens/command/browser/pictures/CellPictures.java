package io.github.inceptionlens.command.browser.pictures;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Pictures of units, of one kind. Called on the browser's working thread. */
public interface CellPictures {

  /** Takes pictures of units. */
  @FunctionalInterface
  interface Receiver {

    /**
     * Takes one.
     *
     * @param finished whether it stays as it is
     */
    void take(Unit unit, BufferedImage picture, boolean finished);
  }

  /** The picture of a unit that is there, or can be drawn at once. */
  Optional<BufferedImage> find(Unit unit);

  /** How to get pictures where there are none, in a sentence; empty where there are some. */
  default String hint() {
    return "";
  }

  /** Whether missing ones can be made. */
  default boolean canMake() {
    return false;
  }

  /**
   * Makes pictures at once, and keeps them.
   *
   * @param units at least one
   * @throws java.util.concurrent.CancellationException when it was stopped, or others need the
   *     engine; what was finished is kept
   */
  default void make(final List<Unit> units, final Receiver receiver, final Progress progress) {
    throw new UnsupportedOperationException("these pictures are not made here");
  }
}
