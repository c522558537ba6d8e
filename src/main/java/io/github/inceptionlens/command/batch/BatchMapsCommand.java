package io.github.inceptionlens.command.batch;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.ChannelSelection;
import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionMethods;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.ChoiceProvider;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.collection.CollectionCommand;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes activation maps, overlays or saliency maps of every image of a collection. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Batch Maps...",
    description =
        "Writes activation maps, overlays or saliency maps of many images as TIFF files into a folder,"
            + " with one table of what is where.")
public final class BatchMapsCommand extends CollectionCommand implements ChoiceProvider {

  private static final int DECIMALS = 4;
  private static final String MAPS = "maps";
  private static final String OVERLAYS = "overlays";
  private static final String SALIENCY = "saliency";

  @Parameter(
      persist = false,
      label = "What is made",
      choices = {MAPS, OVERLAYS, SALIENCY},
      description =
          "Of every image: activation maps (maps), copies with a unit's colors on them (overlays), or"
              + " saliency maps.")
  private String kind = MAPS;

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      persist = false,
      label = "Units",
      description =
          "Network channels of the layer: strongest:12 (of each image, by mean activation), all, or a"
              + " list such as 0-15,447; or units of one layer such as mixed5a:3,12.")
  private String units = "strongest:12";

  @Parameter(
      persist = false,
      label = "Method",
      description = "How the values are found, as in Saliency Map..., at its defaults.")
  private String method = "Grad-CAM";

  @Parameter(
      persist = false,
      label = "Target",
      description =
          "What the pixels are held responsible for, as in Saliency Map...: top (each picture's most"
              + " probable class), class:285, mixed4c:447, ...")
  private String target = "top";

  @Parameter(
      required = false,
      persist = false,
      label = "Folder for the files",
      style = "directory",
      description = "It is made if need be; files of another run in it are never written over.")
  private String folder = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Maps")
  private ResultsTable maps;

  @Override
  public List<String> choices(final String key) {
    return key.equals("method")
        ? methods().stream().map(AttributionMethod::name).toList()
        : List.of();
  }

  private List<AttributionMethod> methods() {
    return AttributionMethods.of(getContext());
  }

  @Override
  public List<Suggestion> suggestions(final String key) {
    return super.suggestions(key.equals("units") ? "channels" : key);
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("units")) {
      UnitChoice.check(String.valueOf(value));
    } else if (key.equals("folder")) {
      folder(String.valueOf(value));
    }
    super.check(key, value);
  }

  @Override
  public boolean isRead(final String key) {
    final boolean saliency = kind.equals(SALIENCY);
    return switch (key) {
      case "layer" -> !saliency && !UnitChoice.namesLayers(units);
      case "units" -> !saliency;
      case "method", "target" -> saliency;
      default -> super.isRead(key);
    };
  }

  private static Path folder(final String text) {
    if (text.isBlank()) {
      throw new UserError("folder is empty: name the folder for the files");
    }
    final Path path = TextFiles.path("folder", text);
    if (Files.isRegularFile(path)) {
      throw new UserError("folder is \"" + path + "\", which is a file: name a folder");
    }
    return path;
  }

  @Override
  protected void compute() {
    final Path path = folder(folder);
    withNetwork((network, progress) -> write(network, path, progress));
  }

  private void write(final InceptionV1 network, final Path path, final Progress progress) {
    final BatchKind chosen = kind(network);
    final ImageCollection<InputPicture> pictures =
        collection(chosen.fit(), (image, asked) -> see(chosen, image, asked));
    final String parameters = String.join("\n", network.digest(), chosen.parameters(), range());
    final BatchFolder files = new BatchFolder(path, parameters, chosen.files(), pictures.images());
    files.requireOwn(pictures.images());
    final BatchRun run =
        new BatchRun(
            pictures,
            files,
            (picture, part) ->
                chosen.make(
                    network,
                    picture.opened(),
                    picture.input(),
                    request(chosen.fit()),
                    provenance(network),
                    part));
    try {
      run.run(progress);
    } catch (final CancellationException stopped) {
      note(
          String.format(
              Locale.ROOT,
              "%s: stopped after %,d images; the same call goes on from there",
              name(),
              run.images()));
      show(run, chosen, pictures);
      throw stopped;
    }
    show(run, chosen, pictures);
  }

  private static ImageInput see(
      final BatchKind chosen, final ImagePlus image, final InputRequest asked) {
    if (image.getProp(BatchFolder.RUN) != null) {
      throw new UserError("it was written by Batch Maps");
    }
    return chosen.see(image, asked);
  }

  private BatchKind kind(final InceptionV1 network) {
    if (kind.equals(SALIENCY)) {
      return new SaliencyKind(
          AttributionMethods.named(method, methods()), Target.parse(target), this::note);
    }
    final MapsKind chosen = maps(network);
    return kind.equals(OVERLAYS) ? new OverlaysKind(chosen) : chosen;
  }

  private MapsKind maps(final InceptionV1 network) {
    final UnitChoice choice = UnitChoice.of(network.architecture(), layer, units);
    if (choice.layers().size() > 1) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "units is \"%s\", which names %d layers, but maps are made of one: name units of one,"
                  + " and call again for the other",
              units,
              choice.layers().size()));
    }
    return new MapsKind(choice.layers().get(0), ChannelSelection.parse("units", channels(choice)));
  }

  private String channels(final UnitChoice choice) {
    return UnitChoice.namesLayers(units)
        ? choice.units().stream()
            .map(unit -> String.valueOf(unit.channel()))
            .collect(Collectors.joining(","))
        : units;
  }

  private void show(
      final BatchRun run, final BatchKind chosen, final ImageCollection<InputPicture> pictures) {
    looked(pictures);
    if (run.before() > 0) {
      note(
          String.format(
              Locale.ROOT,
              "%s: the files of %,d of %,d images were there already, made by the same call",
              name(),
              run.before(),
              run.images()));
    }
    if (run.images() > 0) {
      maps = table(run.lines(), chosen.column());
    }
  }

  private static ResultsTable table(final List<BatchRun.Line> lines, final String column) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final BatchRun.Line line : lines) {
      table.addRow();
      table.addValue("Image", line.image());
      table.addValue("Slice", line.row().slice());
      table.addValue("File", line.file());
      table.addValue(column, line.row().what());
      table.addValue("Minimum", line.row().minimum());
      table.addValue("Maximum", line.row().maximum());
      table.addValue("Mean", line.row().mean());
      table.addValue("X", line.row().x());
      table.addValue("Y", line.row().y());
    }
    return table;
  }
}
