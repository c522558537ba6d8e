package io.github.inceptionlens.command.network;

import ij.gui.Roi;
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
import io.github.inceptionlens.command.network.DictionarySources.Made;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.dictionary.DictionaryTrainer;
import io.github.inceptionlens.dictionary.DictionaryTrainers;
import io.github.inceptionlens.dictionary.Vectors;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.ManagedRois;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.dictionary.DictionaryStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes a dictionary of directions from what a layer does on the user's own images. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Make Dictionary...",
    description =
        "Finds directions of a layer in your own images, or of areas that you outline, and keeps"
            + " them as a dictionary, which every command uses as a layer.")
public final class MakeDictionaryCommand extends NetworkCommand
    implements ChoiceProvider, NeedsNetwork {

  private static final String ROIS = "rois";
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
          "pca: orthogonal directions of largest variance; nmf: non-negative factors; kmeans: means"
              + " of groups; identity: the network channels themselves; random: for comparison;"
              + " rois: one direction per area in the ROI Manager.")
  private String method = "pca";

  @Parameter(
      persist = false,
      label = "Number of entries",
      min = "1",
      max = "16384",
      description = "How many directions are found.")
  private int count = 8;

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
      label = "Number of pictures",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.LIMIT)
  private String limit = PictureLimit.ALL;

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

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Dictionary")
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  public List<String> choices(final String key) {
    final List<String> methods = new ArrayList<>();
    if (key.equals("method")) {
      trainers().forEach(one -> methods.add(one.name()));
      methods.add(ROIS);
    }
    return methods;
  }

  private List<DictionaryTrainer> trainers() {
    return getContext() == null ? DictionaryTrainers.all() : DictionaryTrainers.of(getContext());
  }

  /** The trainer that is named; nothing for ROIs, which are no matter of vectors alone. */
  private Optional<DictionaryTrainer> trainer() {
    final String named = methodName();
    return trainers().stream().filter(one -> one.name().equals(named)).findFirst();
  }

  private String methodName() {
    return Choices.named("method", method, choices("method"), one -> one);
  }

  @Override
  public boolean isRead(final String key) {
    final Optional<DictionaryTrainer> trainer = trainer();
    return switch (key) {
      case "count" -> trainer.isPresent() && trainer.get().isCounted();
      case "seed" -> trainer.isPresent() && trainer.get().isSeeded();
      case "images" -> trainer.isEmpty() || trainer.get().isLearned() && sample.isBlank();
      case "limit" -> trainer.isPresent() && trainer.get().isLearned() && sample.isBlank();
      case "sample" -> trainer.isPresent() && trainer.get().isLearned();
      default -> true;
    };
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("name")) {
      store().requireFree(String.valueOf(value).strip(), replace);
    }
    super.check(key, value);
  }

  private static DictionaryStore store() {
    return NetworkStore.standard().dictionaries();
  }

  @Override
  protected void compute() {
    final String asked = name.strip();
    store().requireFree(asked, replace);
    final Optional<DictionaryTrainer> trainer = trainer();
    final List<Roi> areas = trainer.isEmpty() ? areas() : List.of();
    withNetwork(
        (inception, progress) -> {
          final Layer read = ownLayer(inception.architecture(), layer);
          final Made made =
              trainer
                  .map(one -> trained(one, inception, read, progress))
                  .orElseGet(() -> outlined(areas, inception, read, progress));
          final Dictionary dictionary =
              made.directions().dictionary(asked, inception, read.name(), notes(made));
          store().keep(dictionary, replace);
          table = DictionaryTable.of(dictionary, made.directions());
          if (made.isPart()) {
            notes = List.of("Make Dictionary: learned from " + made.from() + ", drawn by the seed");
          }
        });
  }

  private List<Roi> areas() {
    if (!images.strip().equalsIgnoreCase(STACK)) {
      throw new UserError(
          "images is \""
              + images
              + "\", but the areas of the ROI Manager lie on the current image: choose stack");
    }
    return ManagedRois.areas("method is rois", "direction");
  }

  private Made trained(
      final DictionaryTrainer trainer,
      final InceptionV1 network,
      final Layer read,
      final Progress progress) {
    if (!trainer.isLearned()) {
      final Vectors none = Vectors.none(read.name(), read.channels());
      return new Made(trainer.train(none, count, seed, progress), "", false);
    }
    if (!sample.isBlank()) {
      return DictionarySources.sampled(
          TextFiles.path("sample", sample), network, read, trainer, count, seed, progress);
    }
    final ImageCollection<InputPicture> natural =
        UserImages.named("images", images, one -> ImageInput.inside(one, UserImages.SLICES, read))
            .limited(PictureLimit.of(limit), seed);
    final Optional<String> selection = UserImages.selection(images);
    selects(selection);
    try {
      return new DictionarySources(
              network, read, natural, input -> selection.ifPresent(any -> uses(input)))
          .learned(trainer, count, seed, progress);
    } finally {
      looked(natural);
    }
  }

  private Made outlined(
      final List<Roi> areas, final InceptionV1 network, final Layer read, final Progress progress) {
    selects(Optional.of("ROI Manager"));
    final ImageCollection<InputPicture> natural =
        UserImages.named("images", images, one -> ImageInput.whole(one, UserImages.SLICES));
    return new DictionarySources(network, read, natural, this::uses).outlined(areas, progress);
  }

  /** How the dictionary came about, for its file. */
  private Map<String, String> notes(final Made made) {
    final double explained = made.directions().explained();
    final String source = made.from().isEmpty() ? "" : " of " + made.from();
    final String seeded = isRead("seed") || made.isPart() ? ", seed " + seed : "";
    final String part =
        Double.isNaN(explained)
            ? ""
            : String.format(Locale.ROOT, ", explained variance %.4f", explained);
    final Map<String, String> all = new LinkedHashMap<>();
    all.put("origin", methodName() + source + seeded + part);
    all.put("method", methodName());
    all.put("macro", MacroLine.of(this));
    all.put("version", Provenance.made().entries().get("version"));
    return all;
  }
}
