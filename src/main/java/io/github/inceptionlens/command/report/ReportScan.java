package io.github.inceptionlens.command.report;

import io.github.inceptionlens.activation.example.DatasetExamples;
import io.github.inceptionlens.activation.example.ExampleRequest;
import io.github.inceptionlens.activation.example.LayerUnits;
import io.github.inceptionlens.activation.example.UnitExamples;
import io.github.inceptionlens.activation.statistics.UnitResponse;
import io.github.inceptionlens.activation.statistics.UnitResponses;
import io.github.inceptionlens.activation.steering.LargestValues;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Figures and examples of units of several layers, in one scan. */
final class ReportScan {

  private final Scan<InputPicture> scan;
  private final List<UnitRides> layers = new ArrayList<>();
  private final Ride<InputPicture, ?, LargestValues> largest;

  /** What rides for the units of a layer. */
  private record UnitRides(
      List<Unit> units,
      Ride<InputPicture, ?, List<UnitResponse>> responses,
      Ride<InputPicture, ?, List<UnitExamples>> examples) {}

  /**
   * What was seen of a unit.
   *
   * @param largest its largest activation of all, after its rectifier
   */
  record SeenUnit(UnitResponse response, UnitExamples examples, float largest) {}

  ReportScan(
      final InceptionV1 network,
      final List<Unit> units,
      final ExampleRequest request,
      final ImageCollection<InputPicture> pictures) {
    final Architecture table = network.architecture();
    final Map<String, List<Integer>> channels = new LinkedHashMap<>();
    units.forEach(
        unit ->
            channels.computeIfAbsent(unit.layer(), key -> new ArrayList<>()).add(unit.channel()));
    final List<LayerUnits> ranked = new ArrayList<>();
    channels.forEach((layer, some) -> ranked.add(LayerUnits.of(table, layer, some)));
    final List<Layer> after =
        channels.keySet().stream().map(name -> table.layer(rectified(name))).distinct().toList();
    scan =
        new Scan<>(
            network,
            Stream.concat(
                    ranked.stream().flatMap(one -> one.names().stream()),
                    after.stream().map(Layer::name))
                .distinct()
                .toList(),
            pictures);
    ranked.forEach(one -> ride(one, request));
    largest = scan.ride("largest", LargestValues.collector(after));
  }

  private void ride(final LayerUnits ranked, final ExampleRequest request) {
    final Layer read = ranked.before();
    final String name = ranked.layer().name();
    layers.add(
        new UnitRides(
            ranked.channels().stream().map(ranked.layer()::unit).toList(),
            scan.ride(name + " responses", new UnitResponses(read, ranked.channels())),
            scan.ride(name + " examples", new DatasetExamples(ranked, request))));
  }

  Scan<InputPicture> scan() {
    return scan;
  }

  /** What was seen so far, by unit. */
  Map<Unit, SeenUnit> seen() {
    final Map<Unit, SeenUnit> seen = new LinkedHashMap<>();
    final LargestValues most = largest.result();
    for (final UnitRides one : layers) {
      final List<UnitResponse> responses = one.responses().result();
      final List<UnitExamples> examples = one.examples().result();
      for (int i = 0; i < one.units().size(); i++) {
        final Unit unit = one.units().get(i);
        seen.put(unit, new SeenUnit(responses.get(i), examples.get(i), most.of(rectified(unit))));
      }
    }
    return seen;
  }

  /** The unit after its rectifier, where the layer's readers have it. */
  static Unit rectified(final Unit unit) {
    return new Unit(rectified(unit.layer()), unit.channel());
  }

  private static String rectified(final String layer) {
    return layer.replace(Architecture.PRE_RELU, "");
  }
}
