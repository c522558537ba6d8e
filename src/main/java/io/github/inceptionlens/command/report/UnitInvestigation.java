package io.github.inceptionlens.command.report;

import io.github.inceptionlens.activation.AblationEffect;
import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.activation.example.UnitExamples.QuantileExample;
import io.github.inceptionlens.circuit.weight.ExpandedWeights;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.natural.Evidence;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.command.report.ReportScan.SeenUnit;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.network.InceptionV1;
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
        effects(unit, seen.examples().top(), progress));
  }

  private List<NaturalCrop> crops(final Unit unit, final List<Example> places) {
    return Evidence.of(network, unit, pictures, places).crops();
  }

  /** Nothing where the network has no classes, or the pictures are too small for them. */
  private Optional<double[]> effects(
      final Unit unit, final List<Example> places, final Progress progress) {
    if (network.architecture().labels().isEmpty() || places.isEmpty()) {
      return Optional.empty();
    }
    final List<View> views =
        places.stream()
            .map(Example::picture)
            .distinct()
            .map(id -> pictures.picture(id).view())
            .toList();
    try {
      return Optional.of(
          AblationEffect.ofLogits(
              network,
              unit,
              views,
              (part, what) -> progress.at(part, "What " + unit + " adds to the classes ...")));
    } catch (final UserError e) {
      return Optional.empty();
    }
  }
}
