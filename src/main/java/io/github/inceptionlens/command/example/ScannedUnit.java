package io.github.inceptionlens.command.example;

import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.activation.example.UnitExamples;
import io.github.inceptionlens.activation.statistics.UnitStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a scan found of a unit.
 *
 * @param group with which it was sought
 * @param channel its index in the group's layer
 */
record ScannedUnit(UnitGroup group, int channel, UnitExamples examples, UnitStatistics statistics) {

  /** What it is called. */
  String name() {
    return examples.unit();
  }

  /** The examples: top, bottom, quantiles. */
  List<UnitPlace> places() {
    return Stream.of(top(), bottom(), quantiles()).flatMap(List::stream).toList();
  }

  List<UnitPlace> top() {
    return ranked(UnitPlace.TOP, examples.top());
  }

  List<UnitPlace> bottom() {
    return ranked(UnitPlace.BOTTOM, examples.bottom());
  }

  List<UnitPlace> quantiles() {
    return examples.quantiles().stream()
        .map(one -> new UnitPlace(name(), UnitPlace.quantile(one.part()), 1, one.example()))
        .toList();
  }

  private List<UnitPlace> ranked(final String kind, final List<Example> all) {
    final List<UnitPlace> ranked = new ArrayList<>();
    IntStream.range(0, all.size())
        .forEach(i -> ranked.add(new UnitPlace(name(), kind, i + 1, all.get(i))));
    return ranked;
  }
}
