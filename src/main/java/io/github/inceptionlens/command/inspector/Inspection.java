package io.github.inceptionlens.command.inspector;

import io.github.inceptionlens.activation.SelectedUnits;
import io.github.inceptionlens.activation.UnitValue;
import io.github.inceptionlens.command.activation.UnitOverlay;
import io.github.inceptionlens.command.inspect.LayerOnImage;
import io.github.inceptionlens.command.inspect.RectangleView;
import io.github.inceptionlens.command.unit.UnitPictures;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.EntryLabels;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;

/**
 * A layer's map of one slice of an image: computed once, then read anywhere in no time.
 *
 * @param network its name
 * @param units where its units lie
 * @param maps a plane per channel
 * @param most the largest value of all
 * @param labels the network's texts of units
 * @param layers the network's layers, from the lowest to the highest
 * @param pictures of the layer's units
 */
record Inspection(
    String network,
    LayerOnImage units,
    MapStack maps,
    double most,
    EntryLabels labels,
    List<String> layers,
    UnitPictures pictures) {

  /**
   * Runs the network, in bands where the picture is large.
   *
   * @param input all of an image
   * @throws io.github.inceptionlens.core.UserError when there is no such layer, the image is too
   *     small for it, or Java's memory is too small for its map
   */
  static Inspection of(
      final InceptionV1 network,
      final ImageInput input,
      final String layer,
      final Progress progress) {
    final Layer read = network.architecture().layer(layer);
    progress.at(0, "Looking through " + read + " ...");
    final MapStack maps = network.read(input.views().get(0), read.name()).map(progress).maps();
    return new Inspection(
        network.architecture().name(),
        new LayerOnImage(input, read),
        maps,
        most(maps),
        network.architecture().entryLabels(),
        network.architecture().mainLayers(),
        UnitPictures.kept(network).or(UnitPictures.examples(network)));
  }

  private static double most(final MapStack maps) {
    float most = Float.MIN_VALUE;
    for (int channel = 0; channel < maps.planes(); channel++) {
      for (final float value : maps.plane(channel)) {
        most = Math.max(most, value);
      }
    }
    return most;
  }

  /** The layer. */
  Layer layer() {
    return units.layer();
  }

  /** The slice that was seen. */
  Frame frame() {
    return units.input().frames().get(0);
  }

  /** The bytes of the map. */
  long bytes() {
    return (long) Float.BYTES * maps.width() * maps.height() * maps.planes();
  }

  /**
   * What the layer gives at a place, which may lie beyond the image by a part of a pixel.
   *
   * @param at in the image's pixels, whole numbers their centers
   * @param count how many channels
   */
  PlaceReading at(final Point2D at, final int count) {
    final int unit = units.unit(at.getX(), at.getY());
    return new PlaceReading(
        at,
        Optional.empty(),
        UnitValue.strongest(layer(), UnitValue.mean(maps, unit), count),
        units.field(unit),
        unit);
  }

  /** The mean over the units whose centers lie in a rectangle; the nearest one where none does. */
  PlaceReading over(final Rectangle pixels, final int count) {
    final int[] selected =
        new SelectedUnits(units.geometry(), new RectangleView(units.input(), pixels)).indices();
    return new PlaceReading(
        new Point2D.Double(pixels.getCenterX() - 0.5, pixels.getCenterY() - 0.5),
        Optional.of(pixels),
        UnitValue.strongest(layer(), UnitValue.mean(maps, selected), count),
        pixels,
        -1);
  }

  /** Where one of the layer's channels fires on the slice. */
  ActivationLayer overlay(final Unit unit) {
    return UnitOverlay.of(
        units.input(), units.geometry(), maps.plane(unit.channel()), labels.described(unit));
  }
}
