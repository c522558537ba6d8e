package io.github.inceptionlens.command.edit;

import ij.ImagePlus;
import io.github.inceptionlens.activation.Ablation;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.map.MapDisplay;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Shows how a later layer changes when units are.
 *
 * @param network as it is
 * @param edited with the change
 * @param input what both see
 */
record AblationMaps(InceptionV1 network, InceptionV1 edited, ImageInput input) {

  /**
   * The activations after the change less those before, a slice per channel and frame.
   *
   * @throws UserError when there is no such layer, or the change does not reach it
   */
  ImagePlus image(final String name, final Provenance made, final Progress progress) {
    final Layer layer = reached(name);
    final Geometry geometry = Geometry.of(layer, input.networkWidth(), input.networkHeight());
    final ResultImages results = ResultImages.of(input, geometry, Registration.ALIGNED);
    results.requireRoom(layer.channels());
    final List<float[]> planes = planes(layer, geometry, progress);
    final ImagePlus maps =
        results.image(
            new MapStack(results.width(), results.height(), planes),
            IntStream.range(0, layer.channels()).mapToObj(i -> described(layer, i)).toList(),
            layer + " change",
            made.with("method", "difference of activations, after less before")
                .with("layer", layer));
    MapDisplay.of(planes, true).show(maps);
    return maps;
  }

  private List<float[]> planes(
      final Layer layer, final Geometry geometry, final Progress progress) {
    final UnaryOperator<float[]> register = Registration.ALIGNED.onto(geometry, input.placement());
    final List<float[]> planes = new ArrayList<>();
    final List<View> views = input.views();
    for (int i = 0; i < views.size(); i++) {
      final Progress part = progress.part(i, views.size());
      part.at(0, "Comparing " + layer + " ...");
      Ablation.differences(network, edited, views.get(i), layer.name(), part)
          .forEach(plane -> planes.add(register.apply(plane)));
    }
    return planes;
  }

  private String described(final Layer layer, final int channel) {
    return network.architecture().entryLabels().described(layer.unit(channel));
  }

  private Layer reached(final String name) {
    final Architecture table = edited.architecture();
    final Layer layer = table.layer(name);
    final boolean isReached =
        new Walk(table, List.of(Architecture.INPUT), List.of(layer.name()))
            .path().stream().anyMatch(node -> table.isEdited(node.name()));
    if (!isReached) {
      throw new UserError(
          "show is \"" + name + "\", which the changed units do not reach: choose a later layer");
    }
    return layer;
  }
}
