package io.github.inceptionlens.command.website;

import io.github.inceptionlens.activation.example.DatasetExamples;
import io.github.inceptionlens.activation.example.ExampleRequest;
import io.github.inceptionlens.activation.example.LayerUnits;
import io.github.inceptionlens.activation.example.UnitExamples;
import io.github.inceptionlens.activation.statistics.LayerStatistics;
import io.github.inceptionlens.activation.statistics.UnitStatistics;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.command.website.MicroscopeUnits.ChosenLayer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.List;

/** One scan for the examples and the figures of all units of a site. */
final class SiteScan {

  private final Scan<InputPicture> scan;
  private final List<Riders> riders = new ArrayList<>();

  /** What collects of a layer. */
  private record Riders(
      ChosenLayer chosen,
      Ride<InputPicture, ?, List<UnitExamples>> examples,
      Ride<InputPicture, ?, List<UnitStatistics>> statistics) {

    /** The units that are shown, in order. */
    List<ExportedUnit> found() {
      final List<UnitExamples> seen = examples.result();
      final List<UnitStatistics> all = statistics.result();
      final List<Integer> channels = chosen.seen().channels();
      final List<Integer> shown =
          chosen
              .ranked()
              .map(
                  ranked ->
                      ranked.of(
                          chosen.layer(),
                          () -> all.stream().mapToDouble(UnitStatistics::mean).toArray()))
              .orElse(channels);
      return shown.stream()
          .map(
              channel ->
                  new ExportedUnit(
                      chosen.layer(),
                      chosen.layer().unit(channel),
                      seen.get(channels.indexOf(channel)),
                      all.get(channel)))
          .toList();
    }
  }

  SiteScan(
      final InceptionV1 network,
      final MicroscopeUnits units,
      final ExampleRequest request,
      final ImageCollection<InputPicture> pictures) {
    scan =
        new Scan<>(
            network,
            units.layers().stream().flatMap(one -> one.seen().names().stream()).distinct().toList(),
            pictures);
    units.layers().forEach(one -> ride(one, request));
  }

  private void ride(final ChosenLayer chosen, final ExampleRequest request) {
    final LayerUnits seen = chosen.seen();
    riders.add(
        new Riders(
            chosen,
            scan.ride(seen.layer() + " examples", new DatasetExamples(seen, request)),
            scan.ride(seen.layer() + " figures", new LayerStatistics(seen.before()))));
  }

  Scan<InputPicture> scan() {
    return scan;
  }

  /** How many units are shown. */
  int size() {
    return found().stream().mapToInt(List::size).sum();
  }

  /** The units of each layer that are shown, in order. */
  List<List<ExportedUnit>> found() {
    return riders.stream().map(Riders::found).toList();
  }
}
