package io.github.inceptionlens.visualization.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.engine.Convolutions;
import io.github.inceptionlens.network.engine.ScalarOperations;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Numbers of the picture itself, before it is moved: [picture, plane, row, column], values 0 to 1.
 * What they measure grows, so an objective subtracts them.
 *
 * @see <a href="https://distill.pub/2017/feature-visualization/">Olah et al. 2017, frequency
 *     penalization</a>
 */
public final class Penalties {

  /** Under which name an objective finds the picture. */
  public static final String PICTURE = "picture";

  private static final double GUARD = 1e-6;

  /** The level in the middle of the range. */
  static final double GRAY = 0.5;

  private static final double RIM = 0.5;
  private static final double LEVEL_PART = 0.8;

  private Penalties() {}

  /** The sum of the differences between neighboring pixels. */
  public static Objective totalVariation() {
    return penalty(
        picture -> {
          final NDArray right =
              picture.get(new NDIndex(":, :, :, 1:")).sub(picture.get(new NDIndex(":, :, :, :-1")));
          final NDArray down =
              picture.get(new NDIndex(":, :, 1:, :")).sub(picture.get(new NDIndex(":, :, :-1, :")));
          return sum(right.abs()).add(sum(down.abs()));
        });
  }

  /** The sum of the distances from a level. */
  static Objective l1(final double level) {
    return penalty(picture -> sum(picture.sub(level).abs()));
  }

  /** The Euclidean distance from a level. */
  public static Objective l2(final double level) {
    return penalty(picture -> sum(picture.sub(level).square()).add(GUARD).sqrt());
  }

  /** The sum of the sixth powers of the distances from gray, where black and white are 1 away. */
  public static Objective sixthPower() {
    return penalty(
        picture -> {
          final NDArray squares =
              ScalarOperations.times(picture.sub(GRAY).square(), 1 / (GRAY * GRAY));
          return sum(squares.mul(squares).mul(squares));
        });
  }

  /** Half the squared distance from the picture under a blur of 3 pixels, which stands still. */
  static Objective blur() {
    return penalty(Penalties::sharpness);
  }

  /** [picture]: half the squared distance from the blurred planes, which stand still. */
  static NDArray sharpness(final NDArray planes) {
    return ScalarOperations.times(sum(planes.sub(blurred(planes, 3).stopGradient()).square()), 0.5);
  }

  /** In a margin, the squared distances from the blurred picture and, in part, from a level. */
  static Objective boundary(final int margin, final double level) {
    return penalty(
        picture -> {
          final NDArray rough = blurred(picture, 5).sub(picture).square();
          final NDArray off = ScalarOperations.times(picture.sub(level).square(), LEVEL_PART);
          return sum(rough.add(off).mul(frame(picture, margin)));
        });
  }

  private static Objective penalty(final UnaryOperator<NDArray> value) {
    return new Objective(List.of(), values -> value.apply(values.get(PICTURE)));
  }

  private static NDArray sum(final NDArray values) {
    return values.sum(new int[] {1, 2, 3});
  }

  /** The mean of the pixels around each, those at the rim of the square counting half. */
  private static NDArray blurred(final NDArray planes, final int side) {
    final Shape shape = planes.getShape();
    final NDArray single = planes.reshape(-1, 1, shape.get(2), shape.get(3));
    final float[] kernel = new float[side * side];
    for (int i = 0; i < kernel.length; i++) {
      final boolean inside =
          i % side > 0 && i % side < side - 1 && i / side > 0 && i / side < side - 1;
      kernel[i] = inside ? 1 : (float) RIM;
    }
    final NDManager manager = planes.getManager();
    final NDArray weights = manager.create(kernel, new Shape(1, 1, side, side));
    final NDArray covered =
        convolved(manager.ones(new Shape(1, 1, shape.get(2), shape.get(3))), weights, side);
    return convolved(single, weights, side).div(covered).reshape(shape);
  }

  private static NDArray convolved(final NDArray planes, final NDArray weights, final int side) {
    final Shape half = new Shape(side / 2, side / 2);
    return Convolutions.apply(planes, weights, null, new Shape(1, 1), half);
  }

  /** 1 in the margin, 0 within. */
  private static NDArray frame(final NDArray picture, final int margin) {
    final int height = (int) picture.getShape().get(2);
    final int width = (int) picture.getShape().get(3);
    final float[] frame = new float[height * width];
    for (int i = 0; i < frame.length; i++) {
      final int column = i % width;
      final int row = i / width;
      final boolean within =
          column >= margin && column < width - margin && row >= margin && row < height - margin;
      frame[i] = within ? 0 : 1;
    }
    return picture.getManager().create(frame, new Shape(1, 1, height, width));
  }
}
