package io.github.inceptionlens.command.collection;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.activation.statistics.LayerStatistics;
import io.github.inceptionlens.activation.statistics.UnitStatistics;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells how the units of a layer respond over many images, and which label each tells best. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Layer Statistics...",
    description =
        "Tells how the units of a layer respond over many images: mean, deviation, quantiles,"
            + " histogram and, where folders or a table say what they show, which label each tells"
            + " best.")
public final class LayerStatisticsCommand extends CollectionCommand {

  private static final int DECIMALS = 4;

  @Parameter(
      persist = false,
      label = "Layer",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      persist = false,
      label = "Units",
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "Network channels of the layer: all, strongest:12 (by mean activation), or a list such as"
              + " 0-15,447; or units of any layers such as mixed4c:12,447;mixed5a:3.")
  private String units = "all";

  @Parameter(
      persist = false,
      label = "Quantiles",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "Parts from 0 (the smallest value) to 1 (the largest), with commas between.")
  private String quantiles = "0,0.05,0.25,0.5,0.75,0.95,1";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Statistics")
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT, label = "Histogram")
  private Plot histogram;

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("quantiles")) {
      QuantileParts.parse(String.valueOf(value));
    } else if (key.equals("units")) {
      UnitChoice.check(String.valueOf(value));
    }
    super.check(key, value);
  }

  @Override
  public boolean isRead(final String key) {
    return key.equals("layer") ? !UnitChoice.namesLayers(units) : super.isRead(key);
  }

  @Override
  protected void compute() {
    final List<Double> parts = QuantileParts.parse(quantiles);
    UnitChoice.check(units);
    withNetwork((network, progress) -> compute(network, parts, progress));
  }

  private void compute(
      final InceptionV1 network, final List<Double> parts, final Progress progress) {
    final UnitChoice choice = UnitChoice.of(network.architecture(), layer, units);
    final ImageCollection<InputPicture> pictures =
        collection(
            Fit.OWN_SIZE, (image, request) -> ImageInput.inside(image, request, choice.widest()));
    final Scan<InputPicture> scan =
        new Scan<>(network, choice.layers().stream().map(Layer::name).toList(), pictures);
    final List<Ride<InputPicture, ?, List<UnitStatistics>>> rides = new ArrayList<>();
    for (final Layer one : choice.layers()) {
      rides.add(scan.ride(one.name(), new LayerStatistics(one)));
    }
    scan(
        scan,
        pictures,
        network,
        List.of(choice.layers()),
        () ->
            show(
                rides.stream().flatMap(ride -> ride.result().stream()).toList(),
                parts,
                choice,
                network),
        progress);
  }

  private void show(
      final List<UnitStatistics> all,
      final List<Double> parts,
      final UnitChoice choice,
      final InceptionV1 network) {
    final Map<Unit, UnitStatistics> known =
        all.stream().collect(Collectors.toMap(UnitStatistics::unit, Function.identity()));
    final List<UnitStatistics> measured = choice.units().stream().map(known::get).toList();
    final List<UnitStatistics> chosen =
        choice.shown(() -> measured.stream().mapToDouble(UnitStatistics::mean).toArray()).stream()
            .map(measured::get)
            .toList();
    table = new ResultsTable();
    table.setPrecision(DECIMALS);
    chosen.forEach(unit -> addRow(unit, parts));
    histogram =
        HistogramPlot.of(
            chosen,
            network.architecture().entryLabels(),
            provenance(network).with("method", "histogram").with("layers", choice.layers()));
  }

  private void addRow(final UnitStatistics unit, final List<Double> parts) {
    table.addRow();
    table.addValue("Unit", unit.unit().toString());
    table.addValue("Positions", unit.positions());
    table.addValue("Mean", unit.mean());
    table.addValue("Deviation", unit.deviation());
    table.addValue("Active", unit.active());
    for (final double part : parts) {
      final String heading = String.format(Locale.ROOT, "Quantile %s", String.valueOf(part));
      table.addValue(heading.replaceAll("\\.0$", ""), unit.quantile(part));
    }
    unit.labelMeans().forEach((label, mean) -> table.addValue("Mean " + label, mean));
    if (!unit.told().label().isEmpty()) {
      table.addValue("Best Label", unit.told().label());
      table.addValue("Area under ROC", unit.told().area());
      table.addValue("Held-Out Area", unit.told().heldOut());
    }
  }
}
