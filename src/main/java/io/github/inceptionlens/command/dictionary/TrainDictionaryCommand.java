package io.github.inceptionlens.command.dictionary;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.ChoiceProvider;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.MacroLine;
import io.github.inceptionlens.command.NeedsNetwork;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.PictureLimit;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.dictionary.autoencoder.SparseMethod;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.dictionary.DictionaryStore;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Learns a dictionary of directions from what a layer does on the user's own images. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Train Dictionary...",
    description =
        "Learns directions of a layer of which a few at a time build what it gives on your own"
            + " images (a sparse autoencoder), and keeps them as a dictionary, which every command"
            + " uses as a layer.")
public final class TrainDictionaryCommand extends NetworkCommand
    implements ChoiceProvider, NeedsNetwork {

  private static final String STACK = "stack";

  @Parameter(
      persist = false,
      label = "Name",
      description =
          "What the dictionary is to be called: a letter and up to 39 letters, digits and"
              + " underscores.")
  private String name = "mydict";

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      persist = false,
      label = "Method",
      description =
          "topk: the k largest entries of each place; batchtopk: k in the mean, more where there is"
              + " more to see; relu: all positive ones, kept few by a penalty; archetypal: as topk,"
              + " and every entry is a mixture of places of your images.")
  private String method = "topk";

  @Parameter(
      persist = false,
      label = "Number of entries",
      description =
          "A number, or a multiple of the number of channels such as 4x, which is taken down where"
              + " the vectors vary in few directions.")
  private String size = "4x";

  @Parameter(
      persist = false,
      label = "Active entries per place (k)",
      min = "1",
      description = "How many entries are active at a place, at most or in the mean.")
  private int k = 16;

  @Parameter(
      persist = false,
      label = "Images",
      style = "directory",
      description = ParameterTexts.LEARNED_IMAGES)
  private String images = STACK;

  @Parameter(
      required = false,
      persist = false,
      label = "Sample (.safetensors), instead of images",
      style = "open",
      description = ParameterTexts.SAMPLE)
  private String sample = "";

  @Parameter(
      persist = false,
      label = "Steps",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "How many updates; auto: 3,000, or three looks at every vector if that is more.")
  private String steps = AutoText.AUTO;

  @Parameter(
      persist = false,
      label = "Vectors per step",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "auto: 1,024, or a quarter of the vectors if that is less.")
  private String batch = AutoText.AUTO;

  @Parameter(
      persist = false,
      label = "Learning rate",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "The step width of Adam; auto: 2e-4 for 16,384 entries, more for fewer.")
  private String learning_rate = AutoText.AUTO;

  @Parameter(
      persist = false,
      label = "Part of the pictures held out",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "The dictionary is measured on pictures that it does not learn from.")
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
          "Places nearer than so many units to the layer's border are left out, for they see much"
              + " that is not in the picture.")
  private int margin = 1;

  @Parameter(
      persist = false,
      label = "Seed",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "The same seed makes the same dictionary; another one draws differently.")
  private long seed;

  @Parameter(
      persist = false,
      label = "Replace what is there",
      description = "Whether a dictionary of that name goes.")
  private boolean replace;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Dictionary Training")
  private ResultsTable table;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Archetypes",
      attrs = {@Attr(name = "name", value = "archetypes"), @Attr(name = "pixels")})
  private ResultsTable archetypes;

  @Parameter(type = ItemIO.OUTPUT, label = "Training")
  private Plot plot;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  public List<String> choices(final String key) {
    return key.equals("method")
        ? Arrays.stream(SparseMethod.values()).map(SparseMethod::label).toList()
        : List.of();
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "images", "limit", "margin" -> sample.isBlank();
      default -> true;
    };
  }

  @Override
  public void check(final String key, final Object value) {
    final String text = String.valueOf(value);
    switch (key) {
      case "name" -> store().requireFree(text.strip(), replace);
      case "size" -> DictionarySize.of(text);
      case "k" -> keys();
      case "steps", "batch" -> AutoText.whole(key, text);
      case "learning_rate" -> AutoText.number(key, text);
      default -> super.check(key, value);
    }
  }

  private static DictionaryStore store() {
    return NetworkStore.standard().dictionaries();
  }

  private TrainingKeys keys() {
    return new TrainingKeys(
        SparseMethod.of(method),
        DictionarySize.of(size),
        k,
        AutoText.whole("steps", steps),
        AutoText.whole("batch", batch),
        AutoText.number("learning_rate", learning_rate),
        seed);
  }

  @Override
  protected void compute() {
    store().requireFree(name.strip(), replace);
    final DictionaryTraining training = new DictionaryTraining(name.strip(), keys(), held_out);
    withNetwork(
        (network, progress) -> {
          final Layer read = ownLayer(network.architecture(), layer);
          final LearnedSample from = from(network, read, progress.part(0, 2));
          training.run(from, network, read, report -> finish(report, network), progress.part(1, 2));
        });
  }

  private LearnedSample from(final InceptionV1 network, final Layer read, final Progress progress) {
    if (!sample.isBlank()) {
      return LearnedSample.of(TextFiles.path("sample", sample), network, read);
    }
    final ImageCollection<InputPicture> pictures =
        LearnedSample.pictures(images, limit, read, seed);
    selects(UserImages.selection(images));
    try {
      return LearnedSample.of(pictures, network, read, margin, seed, progress);
    } finally {
      looked(pictures);
    }
  }

  private void finish(final TrainingReport report, final InceptionV1 network) {
    final String version = Provenance.made().entries().get("version");
    final Dictionary dictionary =
        report
            .trained()
            .directions()
            .dictionary(
                report.name(), network, report.layer(), report.card(MacroLine.of(this), version));
    store().keep(dictionary, replace);
    table = report.table();
    archetypes = report.places().orElse(null);
    plot =
        new TrainingPlot(report.name() + "-Training", report.request().steps())
            .of(report.trained().course());
    notes = report.notes().stream().map("Train Dictionary: "::concat).toList();
    if (report.isStopped()) {
      throw new CancellationException("the training was stopped");
    }
  }
}
