package io.github.inceptionlens.command.superposition;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.sample.SampleFrom;
import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NeedsNetwork;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.PictureLimit;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.command.dictionary.LearnedSample;
import io.github.inceptionlens.command.dictionary.NamesOfDictionaries;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.dictionary.vectors.SampleVectors;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.superposition.CoFiring;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.format.FloatEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Says how the directions of a dictionary share the dimensions of their layer. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Feature Geometry...",
    description =
        "Measures how a dictionary's directions share the dimensions of their layer: each one's"
            + " dimensionality and interference beside random directions, and with images which"
            + " entries fire together and whether these point the same way. Geometry, no proof.")
public final class FeatureGeometryCommand extends NetworkCommand implements NeedsNetwork {

  private static final String AUTO = "auto";
  private static final int HALF = 2;

  @Parameter(
      persist = false,
      label = "Name",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = "The dictionary, for instance mydict.")
  private String name = "mydict";

  @Parameter(
      required = false,
      persist = false,
      label = "Images",
      style = "directory",
      description =
          "Where it is looked which entries fire together, within the selection; empty: only how the"
              + " directions lie. "
              + ParameterTexts.IMAGES)
  private String images = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Sample (.safetensors)",
      style = "open",
      description =
          "A file of Sample Activations..., or one written elsewhere, of the dictionary's layer: its"
              + " vectors in the place of those of the images.")
  private String sample = "";

  @Parameter(
      persist = false,
      label = "Least correlation of a cluster",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "The mean correlation phi of their firing, 0 to 1, above which entries are one cluster;"
              + " auto: the largest of any pair where each fires as often, at places drawn by"
              + " chance.")
  private String least = AUTO;

  @Parameter(
      persist = false,
      label = "Number of pictures",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.LIMIT)
  private String limit = PictureLimit.ALL;

  @Parameter(
      persist = false,
      label = "Units left out at the border",
      min = "0",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.MARGIN)
  private int margin = 1;

  @Parameter(
      persist = false,
      label = "Seed",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "What random directions, places and chance are drawn from.")
  private long seed;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Dimensionality")
  private Plot dimensionality;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Feature Geometry")
  private ResultsTable table;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Feature Clusters",
      attrs = @Attr(name = ResultTables.NAME, value = "clusters"))
  private ResultsTable clusters;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Geometry Summary",
      attrs = @Attr(name = ResultTables.NAME, value = "summary"))
  private ResultsTable summary;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  public List<Suggestion> suggestions(final String key) {
    return key.equals("name") ? NamesOfDictionaries.offered() : super.suggestions(key);
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "network", "least" -> looksAtPlaces();
      case "limit", "margin" -> looksAtPlaces() && sample.isBlank();
      case "images" -> sample.isBlank();
      default -> super.isRead(key);
    };
  }

  private boolean looksAtPlaces() {
    return !images.isBlank() || !sample.isBlank();
  }

  @Override
  public void check(final String key, final Object value) {
    switch (key) {
      case "name" -> dictionary();
      case "least" -> threshold();
      default -> super.check(key, value);
    }
  }

  private Dictionary dictionary() {
    return NetworkStore.standard().dictionaries().read("name", name.strip());
  }

  private Optional<Double> threshold() {
    if (least.strip().equalsIgnoreCase(AUTO)) {
      return Optional.empty();
    }
    try {
      final double value = Double.parseDouble(least.strip());
      if (value >= 0 && value <= 1) {
        return Optional.of(value);
      }
    } catch (final NumberFormatException e) {
      // the sentence below says what is expected
    }
    throw new UserError("least is \"" + least + "\", expected auto or a number from 0 to 1");
  }

  @Override
  protected void compute() {
    final Dictionary dictionary = dictionary();
    final Optional<Double> wanted = threshold();
    if (looksAtPlaces()) {
      withNetwork((network, progress) -> measure(dictionary, network, wanted, progress));
    } else {
      lens()
          .reporting(
              progress -> {
                final DictionaryGeometry geometry =
                    new DictionaryGeometry(dictionary, seed, progress.part(0, HALF));
                show(geometry.result(progress.part(1, HALF)), provenance());
                return null;
              });
    }
  }

  private void measure(
      final Dictionary dictionary,
      final InceptionV1 network,
      final Optional<Double> wanted,
      final Progress progress) {
    dictionary.requireHome(network.architecture().name(), network.lineage());
    final Layer layer = network.architecture().layer(dictionary.home().layer());
    final LearnedSample from = from(network, layer, progress.part(0, HALF));
    final DictionaryGeometry geometry = new DictionaryGeometry(dictionary, seed, Progress.NONE);
    show(
        geometry.result(new SampleVectors(from.sample()), wanted, progress.part(1, HALF)),
        provenance(network).with("vectors", from.words()));
  }

  private LearnedSample from(
      final InceptionV1 network, final Layer layer, final Progress progress) {
    if (!sample.isBlank()) {
      return LearnedSample.of(TextFiles.path("sample", sample), network, layer);
    }
    selects(UserImages.selection(images));
    final ImageCollection<InputPicture> pictures =
        LearnedSample.pictures(images, limit, layer, seed);
    final int all = pictures.images().size();
    final int seen = Math.max(1, Math.min(all, PictureLimit.of(limit).orElse(all)));
    final int each = (DictionaryGeometry.MOST_PLACES - 1) / seen + 1;
    try {
      return LearnedSample.of(
          pictures,
          network,
          layer,
          new SampleRequest(each, SampleFrom.RANDOM, margin, seed, FloatEncoding.F32),
          progress);
    } finally {
      looked(pictures);
    }
  }

  private void show(final GeometryResult result, final Provenance made) {
    final GeometryTables tables = new GeometryTables(result);
    table = tables.entries();
    summary = tables.summary();
    clusters = tables.together().orElse(null);
    dimensionality = GeometryPlot.of(result, made.with("method", "feature geometry"));
    notes = notes(result).stream().map("Feature Geometry: "::concat).toList();
  }

  private List<String> notes(final GeometryResult result) {
    final List<String> lines = new ArrayList<>();
    lines.add("this is geometry, no proof that features are in superposition");
    if (result.dictionary().decoder().isEmpty()) {
      lines.add(name.strip() + " has no way back to its layer: its encoder's directions count");
    }
    result
        .firing()
        .ifPresent(
            firing -> {
              lines.add(
                  String.format(
                      Locale.ROOT,
                      "at %,d places %,d of %,d entries fire (and are silent) at %d or more, and are"
                          + " compared; by chance phi is at most %.3f, clusters have more than %.3f",
                      firing.places().places(),
                      firing.together().entries().length,
                      result.dictionary().entries(),
                      CoFiring.LEAST_PLACES,
                      firing.together().chance(),
                      firing.least()));
              if (firing.clusters().isEmpty()) {
                lines.add("no entries fire together more than that, so that there are no clusters");
              }
            });
    return lines;
  }
}
