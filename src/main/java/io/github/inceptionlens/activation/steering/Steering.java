package io.github.inceptionlens.activation.steering;

import io.github.inceptionlens.core.ChannelRange;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.architecture.channel.ChannelChange.Kind;
import io.github.inceptionlens.network.architecture.channel.Places;
import io.github.inceptionlens.network.edit.ChannelSplice;
import io.github.inceptionlens.network.edit.NetworkEdit;
import io.github.inceptionlens.network.edit.UnitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Features that are held at other strengths: channels, or entries of a dictionary, of which the
 * layer that the dictionary reads gets the change alone, {@code x + Σ (f' − f) · d}, so that what
 * the dictionary does not explain stays.
 *
 * @param units which
 * @param kind {@link Kind#ZERO}, {@link Kind#CLAMP} or {@link Kind#SCALE}
 * @param strength of a clamp the activation, or the multiple of the largest one that the unit has
 *     on the pictures; of a scale the factor; else not read
 * @see <a href="https://transformer-circuits.pub/2024/scaling-monosemanticity/">Templeton et al.
 *     2024</a>
 */
public record Steering(List<UnitSet> units, Kind kind, Strength strength) {

  /** Each becomes a row of the network's table. */
  private static final int MOST_MULTIPLES = 64;

  /** Copies the list. */
  public Steering {
    units = List.copyOf(units);
    if (kind == Kind.MEAN) {
      throw new UserError("mode is mean, expected zero, clamp or scale");
    }
  }

  /** Whether the largest activations must be known before the network can be changed. */
  public boolean needsLargest() {
    return kind == Kind.CLAMP && strength.isMultiple();
  }

  /**
   * The layers and dictionaries whose units are changed.
   *
   * @throws UserError when there is no such layer or unit
   */
  public List<Layer> layers(final Architecture network) {
    return units.stream()
        .map(
            set -> {
              set.channels(network);
              return network.layer(set.layer());
            })
        .distinct()
        .toList();
  }

  /** The edits of a network that hold them everywhere. */
  public List<NetworkEdit> edits(final Architecture network, final LargestValues largest) {
    return edits(network, largest, layer -> Optional.empty());
  }

  /**
   * The edits of a network that hold them.
   *
   * @param largest of all {@link #layers}, where it {@link #needsLargest}
   * @param places where, by layer
   * @throws UserError when there is no such unit, or one of which a multiple is meant is silent
   */
  public List<NetworkEdit> edits(
      final Architecture network,
      final LargestValues largest,
      final Function<Layer, Optional<Places>> places) {
    return units.stream()
        .flatMap(set -> splices(network, set, largest, places.apply(network.layer(set.layer()))))
        .toList();
  }

  /**
   * The activations at which units are held of which a multiple is meant.
   *
   * @param largest of all {@link #layers}
   * @throws UserError when one of them is silent
   */
  public Map<Unit, Float> strengths(final Architecture network, final LargestValues largest) {
    final Map<Unit, Float> strengths = new LinkedHashMap<>();
    for (final UnitSet set : units) {
      final Layer layer = network.layer(set.layer());
      for (final int channel : set.channels(network)) {
        strengths.put(layer.unit(channel), multiple(layer.unit(channel), largest));
      }
    }
    return strengths;
  }

  private Stream<NetworkEdit> splices(
      final Architecture network,
      final UnitSet set,
      final LargestValues largest,
      final Optional<Places> places) {
    if (!needsLargest()) {
      return Stream.of(new ChannelSplice(set, change(), places));
    }
    final Layer layer = network.layer(set.layer());
    final List<Integer> channels = set.channels(network);
    requireFew(set, channels.size());
    return channels.stream()
        .map(
            channel ->
                new ChannelSplice(
                    one(set, channel),
                    ChannelChange.clamp(multiple(layer.unit(channel), largest)),
                    places));
  }

  private static UnitSet one(final UnitSet set, final int channel) {
    return new UnitSet(set.layer(), List.of(new ChannelRange(channel, channel)), false);
  }

  private ChannelChange change() {
    return switch (kind) {
      case CLAMP -> ChannelChange.clamp((float) strength.value());
      case SCALE -> ChannelChange.scale((float) strength.value());
      default -> ChannelChange.ZERO;
    };
  }

  private void requireFew(final UnitSet set, final int count) {
    if (count > MOST_MULTIPLES) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "units has %d of %s, but strength %s is worked out for each, of %d at most: give an"
                  + " activation, such as strength=5, or fewer units",
              count,
              set.layer(),
              strength,
              MOST_MULTIPLES));
    }
  }

  private float multiple(final Unit unit, final LargestValues largest) {
    final float value = largest.of(unit);
    if (!(value > 0)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s is nowhere above 0 here, so that %s its largest activation says nothing: give an"
                  + " activation, such as strength=5",
              unit,
              strength));
    }
    return (float) (strength.value() * value);
  }
}
