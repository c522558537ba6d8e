package io.github.inceptionlens.network.objective;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.target.Argument;
import io.github.inceptionlens.core.target.Target;
import java.util.Map;
import java.util.TreeMap;

/**
 * A weighted sum of the channels of one layer, that is, a direction in the space of its
 * activations.
 *
 * @param layer canonical name
 * @param weights one per channel
 * @param target the sum as it is written
 */
public record ChannelCombination(String layer, float[] weights, Target target) {

  /**
   * Reads the first argument of a function.
   *
   * @throws io.github.inceptionlens.core.UserError when it is no such sum
   */
  public static ChannelCombination of(
      final FunctionArguments arguments, final TargetBinding binding, final String usage) {
    final Target target = arguments.target(0, usage);
    final Map<Unit, Double> terms = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    if (!collect(target, 1, terms)) {
      throw arguments.refused(usage);
    }
    final Target known = binding.bind(target).target();
    final String layer = binding.read(terms.keySet().iterator().next()).layer();
    final float[] weights = new float[binding.network().architecture().layer(layer).channels()];
    for (final Map.Entry<Unit, Double> term : terms.entrySet()) {
      final Unit unit = binding.read(term.getKey());
      if (!unit.layer().equals(layer)) {
        throw arguments.refused(usage);
      }
      weights[unit.channel()] += term.getValue().floatValue();
    }
    return new ChannelCombination(layer, weights, known);
  }

  /** A call of a function with this sum and a power, which is left out where it is 0. */
  Target.Call call(final TargetFunction function, final double power) {
    return power == 0 ? function.call(target) : function.call(target, new Argument.Number(power));
  }

  /** Adds up the factors of channels; returns whether there is nothing but channels. */
  private static boolean collect(
      final Target target, final double factor, final Map<Unit, Double> terms) {
    if (target instanceof Target.Scaled scaled) {
      return collect(scaled.target(), factor * scaled.factor(), terms);
    } else if (target instanceof Target.Sum sum) {
      return sum.terms().stream().allMatch(term -> collect(term, factor, terms));
    } else if (target instanceof Target.Channel channel) {
      terms.merge(channel.unit(), factor, Double::sum);
      return true;
    }
    return false;
  }
}
