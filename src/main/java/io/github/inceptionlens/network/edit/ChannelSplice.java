package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.architecture.channel.Places;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives some channels of a layer other values for all that read the layer: nothing (ablation),
 * their own mean, a fixed activation, or a multiple. The layer's name means the new values, {@code
 * mixed4c_unedited} the old ones; values before a rectifier stay.
 *
 * <p>An entry of a dictionary is changed in the layer that the dictionary reads: the layer gets the
 * change of the entry times its row of the decoder, or, where there is no decoder, times its
 * direction over the direction's squared length. What the dictionary does not explain stays.
 *
 * @param units whose values change
 * @param change what becomes of them
 * @param places where; everywhere if empty
 */
public record ChannelSplice(UnitSet units, ChannelChange change, Optional<Places> places)
    implements NetworkEdit {

  /** Everywhere. */
  public ChannelSplice(final UnitSet units, final ChannelChange change) {
    this(units, change, Optional.empty());
  }

  @Override
  public Architecture architecture(final Architecture parent) {
    final Layer layer = parent.layer(units.layer());
    final Operation op = new Operation.ChannelEdit(units.channels(parent), change, places);
    final Architecture spliced =
        parent.spliced(
            layer.name(),
            before -> List.of(new Node(layer.name(), "", op, List.of(before), layer.channels())));
    return parent.isGrafted(layer.name()) ? Feedback.of(spliced, layer.name()) : spliced;
  }

  @Override
  public Map<String, float[]> tensors(
      final Architecture edited, final Function<String, float[]> values) {
    return Feedback.tensors(edited, units.layer(), values);
  }

  /** As a recipe has it. */
  @Override
  public String description() {
    final String where = places.map(some -> " at " + some).orElse("");
    return switch (change.kind()) {
      case ZERO -> "ablate " + units + where;
      case MEAN -> "average " + units + where;
      case CLAMP -> "clamp " + units + " to " + change.value() + where;
      case SCALE -> "scale " + units + " by " + change.value() + where;
    };
  }
}
