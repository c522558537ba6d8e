package io.github.inceptionlens.attribution.cam;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.edit.LayerDirections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What groups of a layer's channels contribute to a target: at each place of a view's region the
 * group's strength times the target's derivative along the group's direction, summed.
 *
 * @see <a href="https://distill.pub/2018/building-blocks/">Olah et al. 2018</a>
 */
public final class GroupAttribution {

  private GroupAttribution() {}

  /**
   * Attributes an objective to groups.
   *
   * @param groups one direction per group
   * @param strengths of each group at the units whose centers lie in the view's region, row-major
   * @return a contribution per group, in units of the objective
   * @throws io.github.inceptionlens.core.UserError when the objective does not depend on the layer
   *     or the picture is too large for the memory
   */
  public static double[] of(
      final InceptionV1 network,
      final View view,
      final LayerDirections groups,
      final List<float[]> strengths,
      final Objective objective) {
    final FeatureMap gradient =
        LayerGradients.slopes(network, view.picture(), objective, groups.layer())
            .layer()
            .gradient();
    final UnaryOperator<float[]> cut =
        Registration.NONE.onto(gradient.geometry(), view.placement());
    final int width = Registration.NONE.width(gradient.geometry(), view.placement());
    final int height = Registration.NONE.height(gradient.geometry(), view.placement());
    final MapStack along =
        groups.along(
            new MapStack(width, height, Stream.of(gradient.maps().arrays()).map(cut).toList()));
    final double[] sums = new double[groups.count()];
    for (int group = 0; group < sums.length; group++) {
      final float[] strength = strengths.get(group);
      final float[] slope = along.plane(group);
      for (int i = 0; i < slope.length; i++) {
        sums[group] += (double) strength[i] * slope[i];
      }
    }
    return sums;
  }
}
