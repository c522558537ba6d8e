package io.github.inceptionlens.command.edit;

import ij.ImagePlus;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.architecture.channel.Places;
import io.github.inceptionlens.network.edit.ChannelSplice;
import io.github.inceptionlens.network.edit.NetworkEdit;
import io.github.inceptionlens.network.edit.UnitSet;
import java.util.List;
import java.util.Optional;

/**
 * The units of a network that are changed on an image.
 *
 * @param channels which channels
 * @param inSelection whether only at the units whose centers lie in the image's selection
 */
record AblatedUnits(List<UnitSet> channels, boolean inSelection) {

  /**
   * The edits of a network that change them.
   *
   * @throws io.github.inceptionlens.core.UserError when there is no such channel, or no unit in the
   *     selection
   */
  List<NetworkEdit> edits(
      final Architecture network,
      final ImagePlus image,
      final ImageInput input,
      final ChannelChange change) {
    return channels.stream()
        .<NetworkEdit>map(
            set -> new ChannelSplice(set, change, places(network.layer(set.layer()), image, input)))
        .toList();
  }

  private Optional<Places> places(
      final Layer layer, final ImagePlus image, final ImageInput input) {
    return inSelection ? Optional.of(EditedPlaces.of(layer, image, input)) : Optional.empty();
  }
}
