package io.github.inceptionlens.command.report;

import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.activation.example.UnitExamples.QuantileExample;
import io.github.inceptionlens.activation.steering.LargestValues;
import io.github.inceptionlens.activation.steering.Steering;
import io.github.inceptionlens.activation.steering.SteeringEffect;
import io.github.inceptionlens.activation.steering.Strength;
import io.github.inceptionlens.circuit.weight.ExpandedWeights;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.natural.Evidence;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.command.report.ReportScan.SeenUnit;
import io.github.inceptionlens.command.report.UnitFindings.UnitEffects;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.dictionary.EntryNeighbors;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.channel.ChannelChange.Kind;
import io.github.inceptionlens.network.edit.UnitSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds what can be said of units in numbers, after the collection was looked through. */
final class UnitInvestigation {

  private final InceptionV1 network;
  private final ImageCollection<InputPicture> pictures;

  UnitInvestigation(final InceptionV1 network, final ImageCollection<InputPicture> pictures) {
    this.network = network;
    this.pictures = pictures;
  }

  /** All of a unit. */
  UnitFindings of(final Unit unit, final SeenUnit seen, final Progress progress) {
    final List<Example> along =
        seen.examples().quantiles().stream().map(QuantileExample::example).toList();
    return new UnitFindings(
        unit,
        seen.response(),
        seen.examples(),
        crops(unit, seen.examples().top()),
        crops(unit, along),
        ExpandedWeights.incoming(network, unit),
        ExpandedWeights.outgoing(network, unit),
        EntryNeighbors.of(network, ReportScan.rectified(unit), ReportTables.NEIGHBORS),
        effects(unit, seen, progress));
  }

  private List<NaturalCrop> crops(final Unit unit, final List<Example> places) {
    return Evidence.of(network, unit, pictures, places).crops();
  }

  /** Nothing where the network has no classes, or the pictures are too small for them. */
  private Optional<UnitEffects> effects(
      final Unit unit, final SeenUnit seen, final Progress progress) {
    final List<View> views =
        seen.examples().top().stream()
            .map(Example::picture)
            .distinct()
            .map(id -> pictures.picture(id).view())
            .toList();
    if (network.architecture().labels().isEmpty() || views.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          effects(
              ReportScan.rectified(unit),
              seen.largest(),
              views,
              (part, what) -> progress.at(part, "What " + unit + " does to the classes ...")));
    } catch (final UserError e) {
      return Optional.empty();
    }
  }

  private UnitEffects effects(
      final Unit unit, final float largest, final List<View> views, final Progress progress) {
    final List<UnitSet> one = List.of(UnitSet.parse(unit.toString()));
    final List<Steering> changes = new ArrayList<>();
    changes.add(new Steering(one, Kind.ZERO, new Strength(0, false)));
    if (largest > 0) {
      changes.add(new Steering(one, Kind.CLAMP, new Strength(largest, false)));
    }
    final List<double[]> effects =
        SteeringEffect.ofLogits(network, changes, LargestValues.of(List.of()), views, progress);
    return new UnitEffects(
        Arrays.stream(effects.get(0)).map(off -> 0 - off).toArray(),
        effects.stream().skip(1).findFirst(),
        largest);
  }
}
