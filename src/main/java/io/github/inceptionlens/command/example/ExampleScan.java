package io.github.inceptionlens.command.example;

import io.github.inceptionlens.activation.example.DatasetExamples;
import io.github.inceptionlens.activation.example.ExampleRequest;
import io.github.inceptionlens.activation.example.UnitExamples;
import io.github.inceptionlens.activation.statistics.LayerStatistics;
import io.github.inceptionlens.activation.statistics.UnitStatistics;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One scan for the examples and the statistics of all units. */
final class ExampleScan {

  private final ExampleUnits units;
  private final List<Riders> riders = new ArrayList<>();
  private final Scan<InputPicture> scan;

  /** What collects of one group. */
  private record Riders(
      UnitGroup group,
      Ride<InputPicture, ?, List<UnitExamples>> examples,
      Ride<InputPicture, ?, List<UnitStatistics>> statistics) {

    Stream<ScannedUnit> found() {
      final List<UnitExamples> all = examples.result();
      final List<UnitStatistics> measured = statistics.result();
      return IntStream.range(0, all.size())
          .mapToObj(
              i -> {
                final int channel = group.channels().get(i);
                return new ScannedUnit(group, channel, all.get(i), measured.get(channel));
              });
    }
  }

  ExampleScan(
      final InceptionV1 network,
      final ExampleUnits units,
      final ExampleRequest request,
      final ImageCollection<InputPicture> pictures) {
    this.units = units;
    final List<UnitGroup> groups = units.groups(network.architecture());
    scan =
        new Scan<>(
            network,
            groups.stream().flatMap(group -> group.ranked().names().stream()).distinct().toList(),
            pictures);
    groups.forEach(group -> ride(group, request));
  }

  private void ride(final UnitGroup group, final ExampleRequest request) {
    final String name = group.layer().name();
    riders.add(
        new Riders(
            group,
            scan.ride("examples of " + name, new DatasetExamples(group.ranked(), request)),
            scan.ride("statistics of " + name, new LayerStatistics(group.layer(), group.maps()))));
  }

  Scan<InputPicture> scan() {
    return scan;
  }

  /** What the units are called that are looked for. */
  List<String> names() {
    return riders.stream().flatMap(one -> one.group().ranked().units().stream()).toList();
  }

  /** How many they are. */
  int size() {
    return names().size();
  }

  /** The bytes of Java's memory that it takes at most. */
  long bytes(final ExampleRequest request) {
    return size() * request.bytes();
  }

  /** The units that are shown, in order. */
  List<ScannedUnit> found() {
    final List<ScannedUnit> all = riders.stream().flatMap(Riders::found).toList();
    return units
        .ranks()
        .map(
            strongest -> {
              final List<ScannedUnit> ranked = riders.get(0).found().toList();
              final List<Integer> shown =
                  strongest.of(
                      riders.get(0).group().layer(),
                      () -> ranked.stream().mapToDouble(one -> one.statistics().mean()).toArray());
              return Stream.concat(
                      shown.stream().map(ranked::get), all.stream().skip(ranked.size()))
                  .toList();
            })
        .orElse(all);
  }
}
