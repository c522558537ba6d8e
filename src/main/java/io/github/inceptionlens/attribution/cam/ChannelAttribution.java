package io.github.inceptionlens.attribution.cam;

import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.BoundRequest;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What each channel of a layer contributes to a target at each place: its activation times the
 * target's derivative. Of a dictionary's entries: the entry's strength times the derivative along
 * its row of the decoder, or of the encoder where there is none.
 *
 * <p>The sum over the places tells the channels apart, the sum over the channels the places, as
 * {@link HiResCam} does. At the last module all together is the logit less its bias; below it is
 * what the picture's own linear network says, which is not all of the logit.
 *
 * @param target with canonical names and classes by index
 * @param value the target's value on the picture
 * @param parts width x height x channels, in units of the target; above zero what raises it
 * @see <a href="https://distill.pub/2018/building-blocks/">Olah et al. 2018</a>
 */
public record ChannelAttribution(Target target, double value, FeatureMap parts) {

  /**
   * Attributes a target to the channels of a layer.
   *
   * @param picture width x height x 3 (red, green, blue), values 0 to 255
   * @param request target, selection and layer; the latter is needed
   * @throws UserError when the target or the layer does not exist here, the target does not depend
   *     on the layer or reads it, or the picture is too large for the memory
   */
  public static ChannelAttribution of(
      final InceptionV1 network, final Picture picture, final AttributionRequest request) {
    final BoundRequest bound = BoundRequest.of(network, picture, request);
    final Layer layer = network.architecture().layer(request.layer());
    requireAbove(network.architecture(), layer, bound.objective().names());
    final LayerGradients.Slopes slopes =
        LayerGradients.slopes(network, picture, bound.objective(), layer.name());
    final MapStack activations = slopes.map().maps();
    final float[][] gradients = slopes.layer().gradient().maps().arrays();
    final float[][] values = activations.arrays();
    final MapStack products =
        PlaneArithmetic.maps(
            activations, (channel, i) -> (double) values[channel][i] * gradients[channel][i]);
    final double sum = slopes.value() + PlaneArithmetic.sum(products);
    if (!Double.isFinite(sum)) {
      throw new UserError(
          "channel attribution met values that are not finite: does the image hold infinite values"
              + " or NaN?");
    }
    return new ChannelAttribution(
        bound.target(), slopes.value(), new FeatureMap(layer, slopes.map().geometry(), products));
  }

  private static void requireAbove(
      final Architecture architecture, final Layer layer, final List<String> read) {
    for (final String name : read) {
      if (architecture.node(name).name().equals(layer.name())) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "layer is \"%s\", but the target reads this layer itself: choose a lower layer",
                layer));
      }
    }
  }

  /** All contributions together. */
  public double sum() {
    return PlaneArithmetic.sum(parts.maps());
  }

  /** The contribution of each channel: its sum over all places. */
  public double[] channels() {
    return IntStream.range(0, parts.layer().channels())
        .mapToDouble(channel -> sum(parts.channel(channel)))
        .toArray();
  }

  private static double sum(final float[] values) {
    double sum = 0;
    for (final float value : values) {
      sum += value;
    }
    return sum;
  }

  /** The contribution of each place: its sum over all channels, row-major. */
  public float[] places() {
    return LayerGradients.weighted(parts, channel -> 1);
  }

  /**
   * The contribution of each channel at a place.
   *
   * @param place row-major on the layer
   */
  public double[] at(final int place) {
    return IntStream.range(0, parts.layer().channels())
        .mapToDouble(channel -> parts.channel(channel)[place])
        .toArray();
  }

  /**
   * A channel among others.
   *
   * @param channel index
   * @param value its contribution, in units of the target
   * @param share its contribution as a part of the magnitudes of all; from -1 to 1, and 0 where all
   *     contribute nothing
   */
  public record Part(int channel, double value, double share) {}

  /**
   * The channels that contribute most, up or down, of equal ones the lower first; none that
   * contributes nothing.
   *
   * @param contributions of all channels
   * @param count how many at most
   */
  public static List<Part> strongest(final double[] contributions, final int count) {
    final double all = Arrays.stream(contributions).map(Math::abs).sum();
    return IntStream.range(0, contributions.length)
        .boxed()
        .filter(channel -> contributions[channel] != 0)
        .sorted(Comparator.comparingDouble(channel -> -Math.abs(contributions[channel])))
        .limit(count)
        .map(channel -> new Part(channel, contributions[channel], contributions[channel] / all))
        .toList();
  }
}
