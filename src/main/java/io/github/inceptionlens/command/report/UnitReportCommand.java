package io.github.inceptionlens.command.report;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.example.ExampleRequest;
import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.command.collection.CollectionCommand;
import io.github.inceptionlens.command.collection.QuantileParts;
import io.github.inceptionlens.command.page.PageDrawing;
import io.github.inceptionlens.command.page.PageFile;
import io.github.inceptionlens.command.report.ReportScan.SeenUnit;
import io.github.inceptionlens.command.report.sheet.SheetDrawing;
import io.github.inceptionlens.command.unit.UnitPortraits;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Puts on a page what is known of a unit: what it looks for, responds to, reads and does. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Unit Report...",
    description =
        "Puts on one page for each unit what it looks for, what of your images drives it, how it"
            + " responds over them and by label, its strongest connections, and the classes that it"
            + " speaks for and against.")
public final class UnitReportCommand extends CollectionCommand {

  @Parameter(
      persist = false,
      label = "Units",
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "Units with their layers, such as mixed4c:447 or mixed4c:1,5;mixed5a:3, or entries of a"
              + " dictionary such as mydict:17: each gets a page.")
  private String units = "mixed4c:0";

  @Parameter(
      persist = false,
      label = "Strongest crops",
      min = "1",
      max = "9",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "How many of the places that drive a unit most are shown, 1 to 9.")
  private int count = 9;

  @Parameter(
      persist = false,
      label = "Quantiles",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "Parts from 0 (the smallest value) to 1 (the largest), with commas between, at most 9, or"
              + " none: at each a crop is shown, and the histogram is marked.")
  private String quantiles = "0,0.1,0.25,0.5,0.75,0.9,0.99,0.999,1";

  @Parameter(
      persist = false,
      label = "Facets",
      min = "0",
      max = "4",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "How many further pictures show what a unit looks for, 0 to 4.")
  private int facets = 4;

  @Parameter(
      persist = false,
      label = "Connections",
      min = "0",
      max = "6",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "How many of the units that a unit reads, and of those that read it, are shown, 0 to 6.")
  private int connections = 6;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the pages (PDF or SVG file)",
      style = "save",
      description =
          "A file that ends in .pdf (a page for each unit) or .svg (of several units each has its"
              + " own, with the unit in its name); it takes the place of an earlier one.")
  private String file = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the tables (CSV files)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Unit report")
  private ImagePlus report;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Unit Report")
  private ResultsTable figures;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Unit Crops",
      attrs = @Attr(name = ResultTables.NAME, value = "crops"))
  private ResultsTable crops;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Unit Weights",
      attrs = @Attr(name = ResultTables.NAME, value = "weights"))
  private ResultsTable weights;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Unit Classes",
      attrs = @Attr(name = ResultTables.NAME, value = "classes"))
  private ResultsTable classes;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Unit Neighbors",
      attrs = @Attr(name = ResultTables.NAME, value = "neighbors"))
  private ResultsTable neighbors;

  @Override
  public void check(final String key, final Object value) {
    final String text = String.valueOf(value);
    switch (key) {
      case "quantiles" -> QuantileParts.parseOptional(text);
      case "units" -> requireLayers(text);
      default -> super.check(key, value);
    }
  }

  private static void requireLayers(final String units) {
    if (!UnitChoice.namesLayers(units) || units.strip().startsWith("class:")) {
      throw new UserError(
          "units is \""
              + units
              + "\", expected units with their layers, such as mixed4c:447 or"
              + " mixed4c:1,5;mixed5a:3");
    }
    UnitChoice.check(units);
  }

  @Override
  protected void compute() {
    requireLayers(units);
    final ReportOptions options =
        new ReportOptions(count, QuantileParts.parseOptional(quantiles), facets, connections);
    final Optional<PageFile> target = PageFile.of(file);
    withNetwork((network, progress) -> compute(network, options, target, progress));
  }

  private void compute(
      final InceptionV1 network,
      final ReportOptions options,
      final Optional<PageFile> target,
      final Progress progress) {
    final UnitChoice choice = UnitChoice.of(network.architecture(), "", units);
    ReportStack.requireRoom(choice.units().size());
    final ImageCollection<InputPicture> pictures =
        collection(
            Fit.OWN_SIZE, (image, request) -> ImageInput.inside(image, request, choice.widest()));
    final ReportScan looked =
        new ReportScan(
            network,
            choice.units(),
            new ExampleRequest(options.count(), 1, options.quantiles(), seed()),
            pictures);
    scan(
        looked.scan(),
        pictures,
        network,
        List.of(choice.units(), options.count(), options.quantiles(), seed()),
        () -> {},
        progress.part(0, 1 + choice.units().size()));
    write(network, looked.seen(), pictures, options, target, progress);
  }

  /** Makes the pages one after the other; where the user stops that, those that are finished. */
  private void write(
      final InceptionV1 network,
      final Map<Unit, SeenUnit> seen,
      final ImageCollection<InputPicture> pictures,
      final ReportOptions options,
      final Optional<PageFile> target,
      final Progress progress) {
    final UnitInvestigation investigation = new UnitInvestigation(network, pictures);
    final UnitPortraits portraits = new UnitPortraits(network);
    final SheetMaker maker = new SheetMaker(network, pictures, options, portraits);
    final Map<UnitFindings, SheetDrawing> pages = new LinkedHashMap<>();
    try {
      seen.forEach(
          (unit, values) -> {
            final Progress own = progress.part(pages.size() + 1, seen.size() + 1);
            final UnitFindings found = investigation.of(unit, values, own.part(0, 2));
            pages.put(
                found, new SheetDrawing(maker.sheet(found, provenance(network), own.part(1, 2))));
          });
    } catch (final CancellationException stopped) {
      note(
          String.format(
              Locale.ROOT,
              "Unit Report: stopped after %d of %d units; the same call goes on from there, and no"
                  + " file was written",
              pages.size(),
              seen.size()));
      show(network, pages, pictures, options);
      throw stopped;
    }
    portraits.notes().stream().distinct().forEach(line -> note("Unit Report: " + line));
    show(network, pages, pictures, options);
    target.ifPresent(one -> one.write(drawings(pages)));
  }

  private static Map<String, PageDrawing> drawings(final Map<UnitFindings, SheetDrawing> pages) {
    final Map<String, PageDrawing> drawings = new LinkedHashMap<>();
    pages.forEach((found, page) -> drawings.put(found.unit().toString(), page));
    return drawings;
  }

  private void show(
      final InceptionV1 network,
      final Map<UnitFindings, SheetDrawing> pages,
      final ImageCollection<InputPicture> pictures,
      final ReportOptions options) {
    if (pages.isEmpty()) {
      return;
    }
    final Provenance made =
        provenance(network).with("method", "unit report").with("images", pictures);
    report = new ReportStack(pages, pictures).image(made);
    final ReportTables tables = new ReportTables(List.copyOf(pages.keySet()));
    figures = tables.figures(options.quantiles());
    crops = tables.crops();
    weights = options.connections() > 0 ? tables.weights(options.connections()) : null;
    classes =
        pages.keySet().stream().anyMatch(one -> one.effects().isPresent())
            ? tables.classes(network.architecture().labels())
            : null;
    neighbors =
        tables.hasNeighbors() ? tables.neighbors(network.architecture().entryLabels()) : null;
  }
}
