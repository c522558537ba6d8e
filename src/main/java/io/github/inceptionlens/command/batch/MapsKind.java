package io.github.inceptionlens.command.batch;

import ij.ImagePlus;
import io.github.inceptionlens.activation.ActivationMaps;
import io.github.inceptionlens.activation.ChannelSelection;
import io.github.inceptionlens.command.activation.MapImage;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.List;

/** Activation maps: one file per image, a slice per unit and frame. */
record MapsKind(Layer layer, ChannelSelection channels) implements BatchKind {

  @Override
  public Fit fit() {
    return Fit.OWN_SIZE;
  }

  @Override
  public ImageInput see(final ImagePlus image, final InputRequest request) {
    return ImageInput.inside(image, request, layer);
  }

  @Override
  public int files() {
    return 1;
  }

  @Override
  public String parameters() {
    return "maps " + layer + " " + channels;
  }

  @Override
  public String column() {
    return "Unit";
  }

  /** Which maps are asked for. */
  ActivationMaps.Request request() {
    return new ActivationMaps.Request(layer.name(), channels, Registration.ALIGNED);
  }

  @Override
  public List<BatchFile> make(
      final InceptionV1 network,
      final ImagePlus image,
      final ImageInput input,
      final InputRequest asked,
      final Provenance made,
      final Progress progress) {
    final MapImage maps = MapImage.of(network, input, request(), made, progress);
    return List.of(new BatchFile(maps.image(), rows(input, maps.maps())));
  }

  /** A row per plane, in the order of the planes. */
  static List<MapRow> rows(final ImageInput input, final ActivationMaps maps) {
    final List<Frame> frames = input.frames();
    final List<Unit> units = maps.units();
    final MapStack planes = maps.maps();
    final List<MapRow> rows = new ArrayList<>();
    for (int i = 0; i < planes.planes(); i++) {
      rows.add(
          MapRow.of(
              frames.get(i / units.size()).slice(),
              units.get(i % units.size()).toString(),
              planes.plane(i),
              planes.width(),
              input.calibration()));
    }
    return rows;
  }
}
