package io.github.inceptionlens.visualization.transform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.SplittableRandom;

/** Transforms at work on pictures of one size. */
public abstract class TransformSampler {

  private static final TransformSampler STILL =
      new TransformSampler() {
        @Override
        public void draw(final SplittableRandom random, final int step) {}

        @Override
        public NDArray move(final NDArray pictures) {
          return pictures;
        }
      };

  /**
   * @param manager keeps what lasts
   * @param width the pictures' pixels
   * @param height the pictures' pixels
   */
  public static TransformSampler of(
      final Transforms transforms, final NDManager manager, final int width, final int height) {
    if (transforms instanceof RandomCrops crops) {
      return new CropResampler(crops, manager, width, height);
    }
    final AffineTransforms moves = (AffineTransforms) transforms;
    return moves.isIdentity() ? STILL : new AffineResampler(moves, width, height);
  }

  /**
   * Draws what {@link #move} is to do, the same for all pictures; what it returned before must no
   * longer be in use.
   *
   * @param step how many steps were done before
   */
  public abstract void draw(SplittableRandom random, int step);

  /**
   * The pictures as they were drawn to be.
   *
   * @param pictures [picture, plane, row, column]
   * @return the first copy of all pictures, then the second, and so on
   */
  public abstract NDArray move(NDArray pictures);
}
