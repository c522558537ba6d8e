package io.github.inceptionlens.command.example;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.example.ExampleRequest;
import io.github.inceptionlens.activation.example.UnitUnity;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.command.collection.CollectionCommand;
import io.github.inceptionlens.command.collection.QuantileParts;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows what of many images drives units most, least, and in between. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Dataset Examples...",
    description =
        "Shows what of many images drives units most, least, and at quantiles of their own values,"
            + " as crops that lead back to their images, with figures of each unit.")
public final class DatasetExamplesCommand extends CollectionCommand {

  private static final String NONE = "none";
  private static final String AUTO = "auto";

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
              + " 0-15,447; units of any layers such as mixed4c:12,447;mixed5a:3; or classes such as"
              + " class:340 or class:'zebra','tiger', which rank whole pictures by the logit.")
  private String units = "all";

  @Parameter(
      persist = false,
      label = "Top and bottom crops of each unit",
      min = "1",
      max = "1000",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = "How many of the largest, and of the smallest, values are shown.")
  private int count = 9;

  @Parameter(
      required = false,
      persist = false,
      label = "Quantiles",
      description =
          "Parts from 0 (the smallest value) to 1 (the largest), with commas between: a crop at each;"
              + " none for no such crops.")
  private String quantiles = "0,0.25,0.5,0.75,1";

  @Parameter(
      persist = false,
      label = "Crops of one picture at most",
      min = "1",
      max = "1000",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "Among the top crops of a unit, and among its bottom ones; they lie at least half of what"
              + " the unit sees apart.")
  private int per_picture = 1;

  @Parameter(
      persist = false,
      label = "Draw each unit's activation over its crops",
      description =
          "In the colors of Activation Overlay..., from a tenth of the unit's largest on.")
  private boolean activation;

  @Parameter(
      persist = false,
      label = "Layer that tells how alike crops are",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "For Clarity, Polysemanticity and Most Like: auto (mixed5b, or mixed4c for units of mixed5a"
              + " and mixed5b and for classes), another layer, or none.")
  private String embedding = AUTO;

  @Parameter(
      required = false,
      persist = false,
      label = "Folder for the crops",
      style = "directory",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "A folder that takes the crops, a TIFF stack per unit, in place of one stack in memory;"
              + " files of another call in it are never written over.")
  private String folder = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the tables (CSV files)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Examples")
  private ResultsTable examples;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Units",
      attrs = @Attr(name = ResultTables.NAME, value = "units"))
  private ResultsTable figures;

  @Parameter(type = ItemIO.OUTPUT, label = "Crops")
  private ImagePlus crops;

  @Parameter(type = ItemIO.OUTPUT, label = "Montage")
  private ImagePlus montage;

  @Override
  public void check(final String key, final Object value) {
    final String text = String.valueOf(value).strip();
    if (key.equals("quantiles")) {
      QuantileParts.parseOptional(text);
    } else if (key.equals("units")) {
      ExampleUnits.check(text);
    } else if (key.equals("embedding")) {
      namedArchitecture().ifPresent(network -> embedding(text).ifPresent(network::layer));
    }
    super.check(key, value);
  }

  @Override
  public boolean isRead(final String key) {
    return key.equals("layer") ? !ExampleUnits.namesLayers(units) : super.isRead(key);
  }

  /** A layer that somebody named. */
  private static Optional<String> embedding(final String text) {
    return Optional.of(text.strip())
        .filter(one -> !one.isEmpty() && !one.equals(AUTO) && !one.equals(NONE));
  }

  @Override
  protected void compute() {
    crops = null;
    montage = null;
    final ExampleRequest request =
        new ExampleRequest(count, per_picture, QuantileParts.parseOptional(quantiles), seed());
    ExampleUnits.check(units);
    withNetwork((network, progress) -> compute(network, request, progress));
  }

  private void compute(
      final InceptionV1 network, final ExampleRequest request, final Progress progress) {
    embedding(embedding).ifPresent(network.architecture()::layer);
    final ExampleUnits chosen = ExampleUnits.of(network.architecture(), layer, units);
    final ImageCollection<InputPicture> pictures = pictures(chosen.widest());
    final Optional<UnitFiles> files = files(network, pictures, chosen, request);
    final ExampleScan scan = new ExampleScan(network, chosen, request, pictures);
    HeapCheck.require(
        scan.bytes(request), "the examples of " + scan.size() + " units", "ask for fewer units");
    scan(
        scan.scan(),
        pictures,
        network,
        List.of(scan.names(), request),
        () -> show(network, pictures, scan.found(), files, progress),
        progress);
  }

  private ImageCollection<InputPicture> pictures(final Optional<Layer> widest) {
    return collection(
        Fit.OWN_SIZE,
        (image, request) ->
            widest
                .map(one -> ImageInput.inside(image, request, one))
                .orElseGet(() -> ImageInput.of(image, request)));
  }

  private Optional<UnitFiles> files(
      final InceptionV1 network,
      final ImageCollection<InputPicture> pictures,
      final ExampleUnits chosen,
      final ExampleRequest request) {
    return UnitFiles.of(
        folder,
        chosen.groups(network.architecture()).stream()
            .flatMap(group -> group.ranked().units().stream())
            .toList(),
        List.of(network.digest(), pictures.digest(), range(), request, activation));
  }

  /** Tables come first, so that they are there when somebody stops the rest. */
  private void show(
      final InceptionV1 network,
      final ImageCollection<InputPicture> pictures,
      final List<ScannedUnit> found,
      final Optional<UnitFiles> files,
      final Progress progress) {
    examples = ExampleTables.examples(found);
    figures = ExampleTables.units(found, pictures.labels(), unit -> UnitUnity.UNKNOWN);
    final ExampleGallery gallery =
        new ExampleGallery(
            network, pictures, found, activation, group -> embedding(network, group));
    final Provenance made =
        provenance(network).with("examples from", pictures).with("method", "dataset examples");
    gallery.fill(
        files.map(
            all ->
                (unit, image) -> {
                  ResultImages.describe(image, made);
                  all.write(unit.name(), image);
                }),
        progress);
    figures = ExampleTables.units(found, pictures.labels(), gallery::unity);
    gallery.keep();
    final String what = what(found);
    crops = gallery.stack(ResultImages.unique("Examples of " + what)).orElse(null);
    montage = gallery.montage(ResultImages.unique("Montage of examples of " + what)).orElse(null);
    for (final ImagePlus image : new ImagePlus[] {crops, montage}) {
      if (image != null) {
        ResultImages.describe(image, made);
      }
    }
    tell(found, files);
  }

  private Optional<String> embedding(final InceptionV1 network, final UnitGroup group) {
    return embedding.strip().equals(NONE)
        ? Optional.empty()
        : Optional.of(
            embedding(embedding)
                .map(name -> network.architecture().layer(name).name())
                .orElseGet(() -> group.embedding(network.architecture())));
  }

  private static String what(final List<ScannedUnit> found) {
    return found.size() == 1
        ? found.get(0).name()
        : found.stream()
            .map(unit -> unit.group().layer().name())
            .distinct()
            .collect(Collectors.joining(", "));
  }

  private void tell(final List<ScannedUnit> found, final Optional<UnitFiles> files) {
    files.ifPresent(
        all ->
            note(
                String.format(
                    Locale.ROOT,
                    "%s: the crops of %d units are in \"%s\"",
                    name(),
                    found.size(),
                    all.folder())));
    if (crops == null && files.isEmpty()) {
      warn(
          Optional.of(
              "the crops of all units are too many for Java's memory: the tables and the montage"
                  + " have them; for a stack of each unit name a folder (folder=/path)"));
    }
    if (found.size() > ExampleGallery.mostInMontage()) {
      note(
          String.format(
              Locale.ROOT,
              "%s: the montage shows the first %d of %d units",
              name(),
              ExampleGallery.mostInMontage(),
              found.size()));
    }
  }
}
