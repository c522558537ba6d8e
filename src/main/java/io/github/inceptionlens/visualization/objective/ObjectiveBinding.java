package io.github.inceptionlens.visualization.objective;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.TargetBinding;
import io.github.inceptionlens.network.TargetBinding.Bound;
import io.github.inceptionlens.network.architecture.Architecture;

/**
 * Ties a target expression to a network for pictures that are to be made: units are read before
 * their rectifier, which would hide from a silent unit where to go, and functions are known.
 *
 * @param width the pictures' pixels
 * @param height the pictures' pixels
 * @param facets how many pictures are made together
 * @param rectified whether units are read after their rectifier instead
 */
public record ObjectiveBinding(
    InceptionV1 network, int width, int height, int facets, boolean rectified) {

  /**
   * Binds a whole objective.
   *
   * @throws UserError when it speaks of something that does not exist here, or of nothing that the
   *     network computes
   */
  public static Bound bind(
      final Target target,
      final InceptionV1 network,
      final int width,
      final int height,
      final int facets) {
    final Bound bound = new ObjectiveBinding(network, width, height, facets, false).bind(target);
    if (bound.objective().names().isEmpty()) {
      throw new UserError(
          "the objective "
              + target
              + " reads nothing of the network: add a unit such as mixed4c:12");
    }
    return bound;
  }

  /** Binds a part of an objective. */
  public Bound bind(final Target target) {
    if (target instanceof Target.Scaled scaled) {
      return bind(scaled.target()).times(scaled.factor());
    } else if (target instanceof Target.Sum sum) {
      return Bound.sum(sum.terms().stream().map(this::bind).toList());
    } else if (target instanceof Target.Call call) {
      return TargetFunction.named(call).bind(new FunctionArguments(call), this);
    }
    return TargetBinding.bind(read(target), network, width, height);
  }

  /** The same target, its unit where it is read. */
  private Target read(final Target target) {
    if (target instanceof Target.Channel channel) {
      return new Target.Channel(read(channel.unit()));
    } else if (target instanceof Target.Position at) {
      return new Target.Position(read(at.unit()), at.column(), at.row());
    }
    return target;
  }

  /** The unit where it is read. */
  public Unit read(final Unit unit) {
    final Unit known = network.architecture().layer(unit.layer()).unit(unit.channel());
    return rectified ? known : new Unit(beforeRectifier(known.layer()), known.channel());
  }

  private String beforeRectifier(final String layer) {
    final String before = layer + Architecture.PRE_RELU;
    return network.architecture().nodes().stream().anyMatch(node -> node.name().equals(before))
        ? before
        : layer;
  }

  /** How many channels a layer has. */
  int channels(final String layer) {
    return network.architecture().layer(layer).channels();
  }

  /** The same, with units read after their rectifier. */
  ObjectiveBinding afterRectifier() {
    return new ObjectiveBinding(network, width, height, facets, true);
  }
}
