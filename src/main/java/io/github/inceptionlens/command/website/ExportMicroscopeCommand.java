package io.github.inceptionlens.command.website;

import ij.IJ;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.BrowserLauncher;
import io.github.inceptionlens.activation.example.ExampleRequest;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.collection.CollectionCommand;
import io.github.inceptionlens.command.collection.QuantileParts;
import io.github.inceptionlens.command.cost.PassTimes;
import io.github.inceptionlens.command.unit.UnitPortraits;
import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes a website of units: what they look for, and what of the user's images drives them. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Export Microscope...",
    description =
        "Writes a website of units, which opens without a server: what they look for, what of your"
            + " images drives them, how they respond and what they are connected with. Of your"
            + " images only the crops that it shows, their labels and the collection's name leave"
            + " this computer when you publish it.")
public final class ExportMicroscopeCommand extends CollectionCommand {

  private static final String WORK = "visualization of a site ";
  private static final double NANOS = 1e9;
  private static final int PARTS = 4;

  @Parameter(
      persist = false,
      label = "Layers",
      attrs = {@Attr(name = MacroKeys.EARLY), @Attr(name = MacroKeys.LIST)},
      description =
          "Layers and dictionaries with commas between, such as mixed4b,mixed4c,mydict: each gets a"
              + " page.")
  private String layers = "mixed4c";

  @Parameter(
      persist = false,
      label = "Units",
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "Of each layer: all, strongest:12 (by mean activation), or a list such as 0-15,447; or"
              + " units with their layers, such as mixed4c:12,447;mixed5a:3. Each gets a page.")
  private String units = "all";

  @Parameter(
      persist = false,
      label = "Folder of the website",
      style = "directory",
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "A new or empty folder, or that of an earlier export, which is brought up to date. Files"
              + " of others are never touched.")
  private String folder = "";

  @Parameter(
      persist = false,
      label = "Strongest crops",
      min = "1",
      max = "50",
      description = "How many of the places that drive a unit most are shown, 1 to 50.")
  private int count = 12;

  @Parameter(
      required = false,
      persist = false,
      label = "Quantiles",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "Parts from 0 (the smallest value) to 1 (the largest), with commas between, or none: at"
              + " each a crop is shown, and the histogram is marked.")
  private String quantiles = "0.1,0.5,0.75,0.9,0.99,0.999";

  @Parameter(
      persist = false,
      label = "Connections",
      min = "0",
      max = "50",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "How many of the units that a unit reads, and of those that read it, are shown, 0 to 50.")
  private int connections = 8;

  @Parameter(
      persist = false,
      label = "Name images and places, too (else only the crops shown leave the images)",
      description = "Names of your images and places in them then stand on the pages, too.")
  private boolean sources;

  @Parameter(
      persist = false,
      label = "Size of visualizations (pixels)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "Width and height of the pictures of what units look for.")
  private int size = 128;

  @Parameter(
      persist = false,
      label = "Steps of visualizations",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "More make clearer pictures and take longer; 256 with a size of 128 takes those that What"
              + " Fires Here... and Unit Report... kept.")
  private int steps = 64;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Microscope")
  private ResultsTable crops;

  @Override
  public void check(final String key, final Object value) {
    final String text = String.valueOf(value);
    switch (key) {
      case "quantiles" -> QuantileParts.parseOptional(text);
      case "layers", "units" -> MicroscopeUnits.check(layers, units);
      case "folder" -> SiteFolder.of(text);
      default -> super.check(key, value);
    }
  }

  @Override
  public List<Suggestion> suggestions(final String key) {
    return super.suggestions(key.equals("layers") ? "layer" : key);
  }

  @Override
  public boolean isRead(final String key) {
    return key.equals("layers") ? !MicroscopeUnits.namesLayers(units) : super.isRead(key);
  }

  @Override
  public String forecast() {
    return namedArchitecture()
        .map(table -> MicroscopeUnits.of(table, layers, units).size())
        .map(
            all ->
                PassTimes.words(WORK + network(), pixels(all))
                    + String.format(Locale.ROOT, "%,d visualizations x %,d steps", all, steps))
        .orElse("");
  }

  private double pixels(final int pictures) {
    return (double) pictures * steps * size * size;
  }

  @Override
  protected void compute() {
    MicroscopeUnits.check(layers, units);
    final SiteOptions options = options();
    final SiteFolder site = SiteFolder.of(folder);
    requireOutside(site.folder());
    withNetwork((network, progress) -> compute(network, options, site, progress));
  }

  private SiteOptions options() {
    final VisualizationRequest portraits = UnitPortraits.REQUEST.size(size).steps(steps);
    return new SiteOptions(
        new ExampleRequest(count, 1, QuantileParts.parseOptional(quantiles), seed()),
        connections,
        portraits,
        sources);
  }

  /** Refuses a folder whose pictures would be among those that are looked at the next time. */
  private void requireOutside(final Path site) {
    final boolean isAmong =
        UserImages.isOfFiles(images())
            && FileNames.path(images())
                .map(looked -> site.startsWith(looked.toAbsolutePath().normalize()))
                .orElse(false);
    if (isAmong) {
      throw new UserError(
          "folder is \"" + site + "\", which lies among the images: name one elsewhere");
    }
  }

  private void compute(
      final InceptionV1 network,
      final SiteOptions options,
      final SiteFolder site,
      final Progress progress) {
    final MicroscopeUnits chosen = MicroscopeUnits.of(network.architecture(), layers, units);
    HeapCheck.require(
        chosen.size() * options.examples().bytes(),
        "the examples of " + chosen.size() + " units",
        "ask for fewer units");
    final ImageCollection<InputPicture> pictures =
        collection(
            Fit.OWN_SIZE, (image, request) -> ImageInput.inside(image, request, chosen.widest()));
    site.begin();
    final SiteScan scan = new SiteScan(network, chosen, options.examples(), pictures);
    scanFirst(
        scan.scan(),
        pictures,
        network,
        List.of(chosen.names(), options.examples()),
        progress.part(0, PARTS));
    try {
      write(network, new SiteExport(network, options, pictures, scan.found()), site, progress);
    } catch (final CancellationException stopped) {
      note(name() + ": stopped before the website was finished; the same call goes on from there");
      throw stopped;
    }
    note(
        String.format(
            Locale.ROOT,
            "%s: %,d units of %,d layers are in \"%s\"",
            name(),
            scan.size(),
            chosen.layers().size(),
            site.index()));
    open(site);
  }

  private void write(
      final InceptionV1 network,
      final SiteExport export,
      final SiteFolder site,
      final Progress progress) {
    final Progress later = (part, what) -> progress.at((1 + (PARTS - 1) * part) / PARTS, what);
    final long start = System.nanoTime();
    final int made = export.visualize(later);
    PassTimes.record(WORK + network(), pixels(made), (System.nanoTime() - start) / NANOS);
    crops = export.write(site, layers + " " + units, provenance(network), later);
    export.notes().forEach(line -> note(name() + ": " + line));
  }

  /** Shows it to a person who asked for it in a window. */
  private void open(final SiteFolder site) {
    if (GraphicsEnvironment.isHeadless()
        || Interpreter.getInstance() != null
        || IJ.getInstance() == null) {
      return;
    }
    try {
      BrowserLauncher.openURL(site.index().toUri().toString());
    } catch (final IOException e) {
      note(name() + ": no browser was found; open the file yourself");
    }
  }
}
