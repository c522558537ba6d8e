package io.github.inceptionlens.command.edit;

import io.github.inceptionlens.activation.Ablation;
import io.github.inceptionlens.command.file.KeptResult;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.map.MapDisplay;
import io.github.inceptionlens.image.map.MapSample;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Shows how a later layer changes when units are.
 *
 * @param network as it is
 * @param edited with the change
 * @param input what both see
 */
record AblationMaps(InceptionV1 network, InceptionV1 edited, ImageInput input) {

  /** Where the maps of a layer lie on the analyzed image. */
  ResultImages results(final Layer layer) {
    return ResultImages.of(input, geometry(layer), Registration.ALIGNED);
  }

  private Geometry geometry(final Layer layer) {
    return Geometry.of(layer, input.networkWidth(), input.networkHeight());
  }

  /**
   * The maps without slices.
   *
   * @param folder where the slices are written; without one they stay in memory
   */
  KeptResult kept(final Layer layer, final Optional<Path> folder, final Provenance made) {
    return KeptResult.of(
        folder,
        input,
        results(layer),
        layer.channels(),
        layer + " change",
        made.with("method", "difference of activations, after less before").with("layer", layer));
  }

  /** Adds the activations after the change less those before, a slice per channel and frame. */
  MapDisplay draw(final Layer layer, final KeptResult kept, final Progress progress) {
    final UnaryOperator<float[]> register =
        Registration.ALIGNED.onto(geometry(layer), input.placement());
    final ResultImages results = results(layer);
    final int frames = input.frames().size();
    final int channels = layer.channels();
    final MapSample sample = new MapSample(channels * frames, results.width() * results.height());
    for (int i = 0; i < frames; i++) {
      final Progress part = progress.part(i, frames);
      part.at(0, "Comparing " + layer + " ...");
      final List<float[]> differences =
          Ablation.differences(network, edited, input.views().get(i), layer.name(), part);
      for (int channel = 0; channel < channels; channel++) {
        part.at(
            (channel + 1.0) / (channels + 1), drawing(i * channels + channel, frames * channels));
        final float[] plane = register.apply(differences.get(channel));
        sample.add(plane);
        kept.add(described(layer, channel), plane);
      }
    }
    return sample.display(true);
  }

  private static String drawing(final int index, final int all) {
    return "Drawing map " + (index + 1) + " of " + all + " ...";
  }

  private String described(final Layer layer, final int channel) {
    return network.architecture().entryLabels().described(layer.unit(channel));
  }

  /**
   * The layer of a name.
   *
   * @throws io.github.inceptionlens.core.UserError when there is no such layer, or the change does
   *     not reach it
   */
  Layer reached(final String name) {
    return ReachedLayers.require(edited.architecture(), "show", name);
  }
}
