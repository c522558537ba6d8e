package io.github.inceptionlens.command.dictionary;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NeedsNetwork;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.PictureLimit;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.dictionary.evaluation.DownstreamEffect;
import io.github.inceptionlens.dictionary.evaluation.EvaluationRequest;
import io.github.inceptionlens.dictionary.vectors.PictureSplit;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Says how good dictionaries are, beside what they must be better than. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Evaluate Dictionary...",
    description =
        "Measures dictionaries on pictures that they did not learn from: what they leave"
            + " unexplained, how they use their entries, whether another seed finds the same, and"
            + " what becomes of the network's answer; beside random ones, PCA, NMF, k-means and the"
            + " channels.")
public final class EvaluateDictionaryCommand extends NetworkCommand implements NeedsNetwork {

  private static final String STACK = "stack";

  /** Reading images is about so small a part of the work, first and last. */
  private static final int PARTS = 8;

  @Parameter(
      persist = false,
      label = "Dictionaries",
      description = "Names with commas between, such as mydict,other.")
  private String names = "mydict";

  @Parameter(
      persist = false,
      label = "Images",
      style = "directory",
      description =
          "What is measured on (and the comparisons learn from), within the selection; with a sample"
              + " only a folder or table counts, for the effect on the network's answer. "
              + ParameterTexts.IMAGES)
  private String images = STACK;

  @Parameter(
      required = false,
      persist = false,
      label = "Sample (.safetensors)",
      style = "open",
      description =
          "A file of Sample Activations..., or one written elsewhere, of the dictionaries' layer: its"
              + " vectors in the place of those of the images.")
  private String sample = "";

  @Parameter(
      persist = false,
      label = "Compare with what is no merit",
      description =
          "Beside each dictionary its training with random atoms and with a random encoder, PCA, NMF,"
              + " k-means, random directions, the channels, the mean.")
  private boolean nulls = true;

  @Parameter(
      persist = false,
      label = "Seeds",
      min = "1",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "How often everything is trained in which chance has a part, the dictionary included; 1 for"
              + " no further training of it, and no stability.")
  private int seeds = 3;

  @Parameter(
      required = false,
      persist = false,
      label = "Curve over numbers active (k)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "Numbers of active entries such as 4,8,16,32, for each of which the dictionary's training"
              + " is repeated; empty for no curve.")
  private String curve = "";

  @Parameter(
      persist = false,
      label = "Part of the pictures held out",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "What is measured on; with the value and seed of the dictionary's training the same.")
  private double held_out = 0.1;

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
      description =
          "Places nearer than so many units to the layer's border are left out of the vectors.")
  private int margin = 1;

  @Parameter(
      persist = false,
      label = "Seed",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "What is held out, and all that is left to chance, is drawn from it.")
  private long seed;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Dictionary Figures")
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT, label = "Densities")
  private Plot densities;

  @Parameter(type = ItemIO.OUTPUT, label = "Curve")
  private Plot fidelity;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  private final List<DictionaryFigures> found = new ArrayList<>();

  @Override
  public List<Suggestion> suggestions(final String key) {
    return key.equals("names") ? NamesOfDictionaries.offered() : super.suggestions(key);
  }

  @Override
  public boolean isRead(final String key) {
    return !key.equals("margin") || sample.isBlank();
  }

  @Override
  public void check(final String key, final Object value) {
    switch (key) {
      case "names" -> NamesOfDictionaries.read(String.valueOf(value));
      case "curve" -> numbers(String.valueOf(value));
      default -> super.check(key, value);
    }
  }

  private static List<Integer> numbers(final String text) {
    try {
      return Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(one -> !one.isEmpty())
          .map(Integer::valueOf)
          .distinct()
          .sorted()
          .toList();
    } catch (final NumberFormatException e) {
      throw new UserError(
          "curve is \"" + text + "\", expected numbers of active entries such as 4,8,16,32", e);
    }
  }

  @Override
  protected void compute() {
    PictureSplit.requireShare(held_out);
    final EvaluationRequest request = new EvaluationRequest(nulls, seeds, numbers(curve), seed);
    final List<Dictionary> dictionaries = NamesOfDictionaries.read(names);
    found.clear();
    withNetwork(
        (network, progress) -> {
          try {
            for (int i = 0; i < dictionaries.size(); i++) {
              final Progress part = progress.part(i, dictionaries.size());
              evaluate(dictionaries.get(i), request, network, part);
            }
          } catch (final CancellationException stopped) {
            show(network);
            throw stopped;
          }
          show(network);
        });
  }

  private void evaluate(
      final Dictionary dictionary,
      final EvaluationRequest request,
      final InceptionV1 network,
      final Progress progress) {
    dictionary.requireHome(network.architecture().name(), network.lineage());
    final Layer layer = network.architecture().layer(dictionary.home().layer());
    final Optional<ImageCollection<InputPicture>> pictures = pictures(layer);
    final LearnedSample from = from(network, layer, pictures, progress.part(0, PARTS));
    final DictionaryMeasuring measuring =
        new DictionaryMeasuring(dictionary, network, layer, from, request, held_out);
    final DictionaryFigures figures = measuring.vectors(most(progress));
    final int at = found.size();
    found.add(figures);
    if (pictures.isPresent() && DownstreamEffect.isThere(network, layer.name())) {
      measuring.downstream(
          figures, pictures.get(), done -> found.set(at, done), progress.part(PARTS - 1, PARTS));
      looked(pictures.get());
    }
  }

  private static Progress most(final Progress progress) {
    return (fraction, what) -> progress.at((1 + fraction * (PARTS - 2)) / PARTS, what);
  }

  private Optional<ImageCollection<InputPicture>> pictures(final Layer layer) {
    if (!sample.isBlank() && UserImages.isStack(images)) {
      return Optional.empty();
    }
    selects(UserImages.selection(images));
    return Optional.of(LearnedSample.pictures(images, limit, layer, seed));
  }

  private LearnedSample from(
      final InceptionV1 network,
      final Layer layer,
      final Optional<ImageCollection<InputPicture>> pictures,
      final Progress progress) {
    if (!sample.isBlank()) {
      return LearnedSample.of(TextFiles.path("sample", sample), network, layer);
    }
    try {
      return LearnedSample.of(pictures.orElseThrow(), network, layer, margin, seed, progress);
    } finally {
      looked(pictures.orElseThrow());
    }
  }

  private void show(final InceptionV1 network) {
    if (found.isEmpty()) {
      return;
    }
    final EvaluationReport report = new EvaluationReport(found);
    final Provenance provenance = provenance(network).with("method", "dictionary figures");
    table = report.table();
    densities = report.densities(provenance);
    fidelity = report.curve(provenance).orElse(null);
    notes = report.notes().stream().map("Evaluate Dictionary: "::concat).toList();
  }
}
