package io.github.inceptionlens.command.website;

import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.activation.example.UnitExamples.QuantileExample;
import io.github.inceptionlens.command.unit.UnitPortraits;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.website.CropShot;
import io.github.inceptionlens.website.SiteLayer;
import io.github.inceptionlens.website.SiteLayer.SiteUnit;
import io.github.inceptionlens.website.UnitPage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes of what was found of units what their pages show. */
final class SitePages {

  private final InceptionV1 network;
  private final SiteOptions options;
  private final List<List<ExportedUnit>> units;
  private final UnitPortraits portraits;
  private final Set<Unit> drawn = new HashSet<>();

  /**
   * @param units of each layer
   */
  SitePages(
      final InceptionV1 network, final SiteOptions options, final List<List<ExportedUnit>> units) {
    this.network = network;
    this.options = options;
    this.units = units;
    portraits = new UnitPortraits(network, options.portraits());
  }

  /**
   * Makes the visualizations that are not kept yet, and keeps them.
   *
   * @throws java.util.concurrent.CancellationException when the user stopped it; what is finished
   *     is kept
   */
  void visualize(final Progress progress) {
    for (int i = 0; i < units.size(); i++) {
      final List<Unit> all = units.get(i).stream().map(ExportedUnit::unit).toList();
      drawn.addAll(portraits.of(all, progress.part(i, units.size())).keySet());
    }
  }

  /** How many visualizations were made, as they were not kept before. */
  int made() {
    return portraits.made();
  }

  /** What could not be visualized, a sentence each. */
  List<String> notes() {
    return portraits.notes();
  }

  /** The layers as the site names them, after the visualizations. */
  List<SiteLayer> layers(final SiteSources sources) {
    final Architecture table = network.architecture();
    return units.stream()
        .filter(some -> !some.isEmpty())
        .map(
            some -> {
              final Layer layer = some.get(0).layer();
              return new SiteLayer(
                  layer.name(),
                  table.isGrafted(layer.name()) ? table.trunk(layer.name()).name() : "",
                  sources.about(layer),
                  layer.channels(),
                  some.stream().map(this::named).toList());
            })
        .toList();
  }

  private SiteUnit named(final ExportedUnit one) {
    return new SiteUnit(
        one.unit().layer(),
        one.unit().channel(),
        network.architecture().entryLabels().of(one.unit()).orElse(""),
        drawn.contains(one.unit()));
  }

  /** The connections of the units of each layer. */
  Map<Layer, SiteLinks> links(final Progress progress) {
    final Map<Layer, SiteLinks> links = new LinkedHashMap<>();
    for (int i = 0; i < units.size(); i++) {
      final List<ExportedUnit> some = units.get(i);
      final Layer layer = some.get(0).layer();
      links.put(
          layer,
          new SiteLinks(
              network,
              layer,
              some.stream().map(one -> one.unit().channel()).toList(),
              options.connections(),
              progress.part(i, units.size())));
    }
    return links;
  }

  /** The page of a unit. */
  UnitPage page(final ExportedUnit one, final SiteCrops crops, final SiteLinks links) {
    final SiteUnit unit = named(one);
    return new UnitPage(
        unit,
        portraits.kept(one.unit()),
        one.figures(),
        one.examples().top().stream().map(place -> shot(one, place, 1, crops)).toList(),
        one.along().stream().map(place -> shot(one, place, crops)).toList(),
        links.inputs(unit.channel()),
        links.outputs(unit.channel()));
  }

  private CropShot shot(
      final ExportedUnit one, final QuantileExample place, final SiteCrops crops) {
    return shot(one, place.example(), place.part(), crops);
  }

  private CropShot shot(
      final ExportedUnit one, final Example place, final double part, final SiteCrops crops) {
    final SiteCrops.Shown shown = crops.of(one.layer(), place);
    return new CropShot(
        shown.picture(),
        part,
        place.before(),
        place.label(),
        options.sources() ? shown.place().label() : "");
  }
}
