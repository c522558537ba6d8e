package io.github.inceptionlens.command.saliency;

import ij.measure.ResultsTable;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.cam.ChannelAttribution;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.map.MapDisplay;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.image.overlay.LayerValues;
import io.github.inceptionlens.image.result.PictureOnRegion;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A layer's contributions to a target on all frames of an input, as a table and as an overlay. */
final class ChannelAttributions {

  private static final int DECIMALS = 4;

  private final ImageInput input;
  private final Architecture network;
  private final List<ChannelAttribution> frames = new ArrayList<>();

  private ChannelAttributions(final ImageInput input, final Architecture network) {
    this.input = input;
    this.network = network;
  }

  /** Attributes on every frame of the input. */
  static ChannelAttributions of(
      final InceptionV1 network,
      final ImageInput input,
      final AttributionRequest request,
      final Progress progress) {
    final ChannelAttributions all = new ChannelAttributions(input, network.architecture());
    for (final Frame frame : input.frames()) {
      progress.at(
          (double) all.frames.size() / input.frames().size(),
          "Attributing to the channels of " + request.layer() + " ...");
      all.frames.add(ChannelAttribution.of(network, frame.picture(), request));
    }
    return all;
  }

  private String target(final ChannelAttribution frame) {
    return TargetNames.named(frame.target(), network);
  }

  /**
   * The strongest channels, frame by frame: of the whole picture, or of each of some places.
   *
   * @param points whether what is selected are places
   * @param count how many channels at most
   */
  ResultsTable table(final boolean points, final int count) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (int i = 0; i < frames.size(); i++) {
      final ChannelAttribution frame = frames.get(i);
      final int slice = input.frames().get(i).slice();
      if (points) {
        for (final int place : SelectedPlaces.of(input, frame.parts().geometry())) {
          addRows(table, slice, frame, frame.at(place), channel -> place, count);
        }
      } else {
        addRows(
            table,
            slice,
            frame,
            frame.channels(),
            channel -> strongest(frame.parts().channel(channel)),
            count);
      }
    }
    return table;
  }

  private static int strongest(final float[] values) {
    int most = 0;
    for (int i = 1; i < values.length; i++) {
      most = Math.abs(values[i]) > Math.abs(values[most]) ? i : most;
    }
    return most;
  }

  private void addRows(
      final ResultsTable table,
      final int slice,
      final ChannelAttribution frame,
      final double[] contributions,
      final Function<Integer, Integer> place,
      final int count) {
    final double sum =
        IntStream.range(0, contributions.length).mapToDouble(i -> contributions[i]).sum();
    final Geometry geometry = frame.parts().geometry();
    for (final ChannelAttribution.Part part : ChannelAttribution.strongest(contributions, count)) {
      final int at = place.apply(part.channel());
      final Placement placement = input.placement();
      final int columns = geometry.x().size();
      table.addRow();
      table.addValue("Image", input.title());
      table.addValue("Slice", slice);
      table.addValue("Unit", frame.parts().layer().unit(part.channel()).toString());
      table.addValue("Target", target(frame));
      table.addValue("Attribution", part.value());
      table.addValue("Share", part.share());
      table.addValue("X", input.calibratedX(placement.regionX(geometry.x().center(at % columns))));
      table.addValue("Y", input.calibratedY(placement.regionY(geometry.y().center(at / columns))));
      table.addValue("Sum", sum);
      table.addValue("TargetValue", frame.value());
    }
  }

  /** What each place contributes, in colors over the analyzed image. */
  ActivationLayer overlay(final double opacity, final Provenance provenance) {
    final List<float[]> aligned = places(Registration.ALIGNED);
    final PictureOnRegion region = new PictureOnRegion(input);
    return ActivationLayer.of(
        input,
        LayerValues.of(region.stack(aligned)),
        LayerValues.of(region.stack(places(Registration.SMOOTH))),
        what(),
        MapDisplay.of(aligned, true).overlay(opacity),
        provenance
            .with("method", "channel attribution")
            .with("layer", frames.get(0).parts().layer())
            .with("target", each(this::target))
            .with("target value", each(frame -> String.valueOf(frame.value())))
            .with("attributed sum", each(frame -> String.valueOf(frame.sum())))
            .with("registration", Registration.SMOOTH));
  }

  private List<float[]> places(final Registration registration) {
    final Placement picture = Placement.identity(input.networkWidth(), input.networkHeight());
    return frames.stream()
        .map(frame -> registration.place(frame.places(), frame.parts().geometry(), picture))
        .toList();
  }

  private String what() {
    final String layer = frames.get(0).parts().layer().name();
    final List<String> targets = frames.stream().map(this::target).distinct().toList();
    return targets.size() == 1 ? layer + " for " + targets.get(0) : layer + " attribution";
  }

  /** One value where all frames have the same. */
  private String each(final Function<ChannelAttribution, String> value) {
    final List<String> values = frames.stream().map(value).toList();
    return values.stream().distinct().count() == 1
        ? values.get(0)
        : values.stream().collect(Collectors.joining(", "));
  }

  /** What a reader must know before looking at the table. */
  List<String> notes() {
    final List<String> notes = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      final ChannelAttribution frame = frames.get(i);
      if (ChannelAttribution.strongest(frame.channels(), 1).isEmpty()) {
        notes.add(
            String.format(
                Locale.ROOT,
                "Channel Attribution of %s %s: no channel of %s contributes to %s here",
                input.title(),
                input.frames().get(i).label(),
                frame.parts().layer(),
                target(frame)));
      }
    }
    return notes;
  }
}
