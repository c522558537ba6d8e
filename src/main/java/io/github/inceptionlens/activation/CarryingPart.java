package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import java.util.List;
import java.util.Optional;

/**
 * The part of a unit's receptive field that carries its value on a picture: the smallest square
 * around the field's center that holds 90 % of the absolute derivative of the value with respect to
 * the pixels. It is far smaller than the field, of which the borders hardly count.
 *
 * @param x the column of the center, in pixels of the picture
 * @param y the row of the center
 * @param reach how far the square goes from the center, in pixels to each side
 * @see <a href="https://arxiv.org/abs/1701.04128">Luo et al. 2016, Understanding the Effective
 *     Receptive Field in Deep Convolutional Neural Networks</a>
 */
public record CarryingPart(double x, double y, int reach) {

  /** The part of the derivative that the square holds. */
  public static final double SHARE = 0.9;

  /**
   * The part of one unit's field at one place.
   *
   * @param unit with canonical names
   * @param column of the layer
   * @param row of the layer
   * @return nothing where the value does not depend on any pixel, as that of a silent unit
   * @throws io.github.inceptionlens.core.UserError when the picture is too small for the layer or
   *     too large for the memory
   */
  public static Optional<CarryingPart> of(
      final InceptionV1 network,
      final Picture picture,
      final Unit unit,
      final int column,
      final int row,
      final Progress progress) {
    final Geometry geometry =
        Geometry.of(network.architecture().layer(unit.layer()), picture.width(), picture.height());
    final Objective value = Objective.neuron(unit.layer(), unit.channel(), column, row);
    final MapStack pixels =
        Gradients.of(network, List.of(picture), GradientRequest.pixels(value), progress)
            .get(0)
            .pixels();
    return of(pixels, geometry.x().center(column), geometry.y().center(row));
  }

  /**
   * The smallest square around a place.
   *
   * @param derivative by pixel and color
   * @return nothing where it is 0 everywhere
   */
  static Optional<CarryingPart> of(final MapStack derivative, final double x, final double y) {
    final double[] rings = new double[derivative.width() + derivative.height() + 2];
    double all = 0;
    for (int plane = 0; plane < derivative.planes(); plane++) {
      final float[] values = derivative.plane(plane);
      for (int i = 0; i < values.length; i++) {
        final double away =
            Math.max(Math.abs(i % derivative.width() - x), Math.abs(i / derivative.width() - y));
        rings[(int) Math.min(rings.length - 1, Math.ceil(away))] += Math.abs(values[i]);
        all += Math.abs(values[i]);
      }
    }
    if (all == 0) {
      return Optional.empty();
    }
    int reach = 0;
    for (double inside = rings[0]; inside < SHARE * all; inside += rings[reach]) {
      reach++;
    }
    return Optional.of(new CarryingPart(x, y, reach));
  }
}
