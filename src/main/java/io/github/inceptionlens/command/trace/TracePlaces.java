package io.github.inceptionlens.command.trace;

import ij.ImagePlus;
import io.github.inceptionlens.circuit.trace.NodeMap;
import io.github.inceptionlens.command.file.KeptResult;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.map.MapDisplay;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.architecture.EntryLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where on the image the nodes of a circuit add to the answer. */
record TracePlaces(ImageInput input, String target) {

  /** A slice per node, each with colors of its own. */
  ImagePlus image(final List<NodeMap> maps, final EntryLabels labels, final Provenance made) {
    final KeptResult kept =
        KeptResult.of(
            Optional.empty(),
            input,
            ResultImages.onRegion(input),
            maps.size(),
            "Places of " + target,
            made.with("registration", Registration.ALIGNED));
    final List<MapDisplay> looks = new ArrayList<>();
    for (final NodeMap map : maps) {
      final float[] plane =
          Registration.ALIGNED.onto(map.geometry(), input.placement()).apply(map.values());
      kept.add(labels.described(map.unit()), plane);
      looks.add(MapDisplay.of(List.of(plane), true));
    }
    return MapDisplay.show(kept.image(), looks);
  }
}
