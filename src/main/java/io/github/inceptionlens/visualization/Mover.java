package io.github.inceptionlens.visualization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.SplittableRandom;

/** Transforms at work on pictures of one size. */
abstract class Mover {

  private static final Mover STILL =
      new Mover() {
        @Override
        void draw(final SplittableRandom random, final int step) {}

        @Override
        NDArray move(final NDArray pictures) {
          return pictures;
        }
      };

  /**
   * @param manager keeps what lasts
   * @param width the pictures' pixels
   * @param height the pictures' pixels
   */
  static Mover of(
      final Transforms transforms, final NDManager manager, final int width, final int height) {
    if (transforms instanceof Crops crops) {
      return new CropMover(crops, manager, width, height);
    }
    final Moves moves = (Moves) transforms;
    return moves.isIdentity() ? STILL : new AffineMover(moves, width, height);
  }

  /**
   * Draws what {@link #move} is to do, the same for all pictures; what it answered before must no
   * longer be in use.
   *
   * @param step how many steps were done before
   */
  abstract void draw(SplittableRandom random, int step);

  /**
   * The pictures as they were drawn to be.
   *
   * @param pictures [picture, plane, row, column]
   * @return the first copy of all pictures, then the second, and so on
   */
  abstract NDArray move(NDArray pictures);
}
