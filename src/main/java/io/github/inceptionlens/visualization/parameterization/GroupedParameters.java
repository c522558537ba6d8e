package io.github.inceptionlens.visualization.parameterization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Pictures that agree as far as they have groups in common: each is a sum of Fourier coefficients
 * of its own and of a picture that each group lends to all of its members, {@code 0.7 * own + 0.5 *
 * sum over groups of weight * lent}, in the planes of color before the sigmoid. As amplitudes fall
 * with the frequency, what groups lend is the coarse structure first of all.
 *
 * @see <a href="https://distill.pub/2018/building-blocks/">Olah et al. 2018, activation grids</a>
 */
public final class GroupedParameters extends ImageParameters {

  /** How much the pictures' own coefficients count. */
  static final double OWN = 0.7;

  /** How much what groups lend counts, of a weight of 1. */
  static final double LENT = 0.5;

  private final FourierParameters own;
  private final FourierParameters lent;
  private final NDArray weights;

  /**
   * @param manager keeps the parameters
   * @param lent one picture per group, as large as these
   * @param weights [picture, group], how much each group lends
   * @param generators one per picture
   */
  public GroupedParameters(
      final NDManager manager,
      final PictureFormat format,
      final FourierParameters lent,
      final float[][] weights,
      final List<SplittableRandom> generators) {
    this(
        new FourierParameters(manager, format, START, generators),
        lent,
        manager.create(weights).mul(LENT));
  }

  private GroupedParameters(
      final FourierParameters own, final FourierParameters lent, final NDArray weights) {
    super(own.format(), List.of(own.parameters().get(0), lent.parameters().get(0)));
    this.own = own;
    this.lent = lent;
    this.weights = weights;
  }

  /**
   * The pictures that groups lend, to begin with.
   *
   * @param manager keeps the parameters
   * @param format as many pictures as there are groups
   * @param generators one per group
   */
  public static FourierParameters lent(
      final NDManager manager,
      final PictureFormat format,
      final List<SplittableRandom> generators) {
    return new FourierParameters(manager, format, START, generators);
  }

  /**
   * The planes that parameters stand for.
   *
   * @param leaves those of the pictures, then those of the groups
   */
  @Override
  public NDArray planes(final List<NDArray> leaves) {
    final Shape shape = format().pixels();
    final NDArray groups = lent.planes(leaves.subList(1, 2));
    final NDArray blend = weights.matMul(groups.reshape(weights.getShape().get(1), -1));
    return own.planes(leaves.subList(0, 1)).mul(OWN).add(blend.reshape(shape));
  }

  /** Not of pictures that hang together. */
  @Override
  public void paint(final NDArray planes) {
    throw new IllegalStateException("pictures of groups begin with noise");
  }
}
