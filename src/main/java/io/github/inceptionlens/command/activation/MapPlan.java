package io.github.inceptionlens.command.activation;

import io.github.inceptionlens.activation.ActivationMaps;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.band.RunPlan;
import java.util.List;

/**
 * What is known of activation maps before any is made.
 *
 * @param results where they lie on the analyzed image
 * @param run how each picture is shown to the network
 */
record MapPlan(
    InceptionV1 network, ActivationMaps.Request request, ResultImages results, RunPlan run) {

  /**
   * The plan of maps of an input.
   *
   * @throws io.github.inceptionlens.core.UserError when the layer does not exist, or the picture is
   *     too small or too large
   */
  static MapPlan of(
      final InceptionV1 network, final ImageInput input, final ActivationMaps.Request request) {
    final Layer shown = network.architecture().layer(request.layer());
    final int width = input.networkWidth();
    final int height = input.networkHeight();
    final RunPlan run = RunPlan.of(network.architecture(), List.of(shown.name()), width, height);
    final Geometry geometry = Geometry.of(shown, width, height);
    final ResultImages results = ResultImages.of(input, geometry, request.registration());
    return new MapPlan(network, request, results, run);
  }

  /** The layer that is shown. */
  Layer shown() {
    return network.architecture().layer(request.layer());
  }

  /**
   * How many maps there are of each frame.
   *
   * @throws io.github.inceptionlens.core.UserError when a channel does not exist
   */
  int units() {
    return request.channels().count(shown());
  }

  /** The label of a unit's slices. */
  String label(final Unit unit) {
    return network.architecture().entryLabels().described(unit);
  }

  /**
   * How the maps are made.
   *
   * @param made network, version and macro line
   */
  Provenance provenance(final Provenance made) {
    return made.with("method", "activation maps")
        .with("layer", shown())
        .with(run.provenance())
        .with("channels", request.channels())
        .with("registration", request.registration());
  }
}
