package io.github.inceptionlens.command.inspect;

import ij.ImagePlus;
import io.github.inceptionlens.activation.UnitValue;
import io.github.inceptionlens.command.inspect.PointPlaces.Place;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.LayerReading;
import io.github.inceptionlens.network.band.RunPlan;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads a layer at points of an image: of slices that are seen as a whole all points of a slice at
 * once, of larger ones a few points each with its surroundings.
 */
final class PointReader {

  /** More points than these are read from all of a large image. */
  private static final int FEW = 16;

  private final InceptionV1 network;
  private final Layer layer;
  private final ImagePlus image;
  private final InputRequest request;

  /** Takes what all channels give at a place. */
  @FunctionalInterface
  interface Receiver {

    /**
     * Takes the values.
     *
     * @param slice that was seen
     * @param values by channel
     */
    void take(Place place, int slice, double[] values);
  }

  /** What was read. */
  private record Values(int slice, double[] channels) {}

  /** Places that are read from one view. */
  private record Look(ImageInput input, int frame, List<Place> places) {}

  PointReader(
      final InceptionV1 network,
      final Layer layer,
      final ImagePlus image,
      final InputRequest request) {
    this.network = network;
    this.layer = layer;
    this.image = image;
    this.request = request;
  }

  /** Reads all places, in their order. */
  void each(final PointPlaces places, final Receiver receiver, final Progress progress) {
    final List<Look> looks = looks(places.places());
    final Map<Place, Values> read = new LinkedHashMap<>();
    for (int i = 0; i < looks.size(); i++) {
      final Progress part = progress.part(i, looks.size());
      part.at(0, "Looking through " + layer + " ...");
      read(looks.get(i), read, part);
    }
    for (final Place place : places.places()) {
      receiver.take(place, read.get(place).slice(), read.get(place).channels());
    }
  }

  private List<Look> looks(final List<Place> places) {
    final ImageInput whole = ImageInput.whole(image, request);
    final boolean isLarge =
        RunPlan.of(
                network.architecture(),
                List.of(layer.name()),
                whole.networkWidth(),
                whole.networkHeight())
            .bands()
            .isPresent();
    final Map<Integer, List<Place>> bySlice = new LinkedHashMap<>();
    places.forEach(
        place -> bySlice.computeIfAbsent(frame(whole, place), any -> new ArrayList<>()).add(place));
    final List<Look> looks = new ArrayList<>();
    bySlice.forEach(
        (frame, some) -> {
          if (isLarge && some.size() <= FEW) {
            some.forEach(place -> looks.add(new Look(around(place), frame, List.of(place))));
          } else {
            looks.add(new Look(whole, frame, some));
          }
        });
    return looks;
  }

  private ImageInput around(final Place place) {
    final int x = (int) Math.round(place.at().getX());
    final int y = (int) Math.round(place.at().getY());
    return ImageInput.at(image, new Rectangle(x, y, 1, 1), request, layer);
  }

  /** The frame that shows the slice of a place: of merged channels all show the same. */
  private int frame(final ImageInput input, final Place place) {
    final int[] position = image.convertIndexToPosition(place.slice());
    final List<Frame> frames = input.frames();
    return IntStream.range(0, frames.size())
        .filter(i -> frames.get(i).z() == position[1] && frames.get(i).t() == position[2])
        .findFirst()
        .orElse(0);
  }

  private void read(final Look look, final Map<Place, Values> values, final Progress progress) {
    final LayerOnImage units = new LayerOnImage(look.input(), layer);
    final View view = look.input().views().get(look.frame());
    final LayerReading reading = network.read(view, layer.name());
    final int columns = units.geometry().x().size();
    final int slice = look.input().frames().get(look.frame()).slice();
    reading.rows(
        (rows, first) -> {
          for (final Place place : look.places()) {
            final int unit = units.unit(place.at().getX(), place.at().getY());
            final int row = unit / columns - first;
            if (row >= 0 && row < rows.height()) {
              values.put(place, new Values(slice, UnitValue.mean(rows, unit - first * columns)));
            }
          }
        },
        progress);
  }
}
