package io.github.inceptionlens.command.label;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.statistics.LabelTelling;
import io.github.inceptionlens.activation.statistics.LabeledPictures;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.collection.scan.ScanJournal;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NamedDictionaries;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.collection.CollectionCommand;
import io.github.inceptionlens.command.collection.PictureLabels;
import io.github.inceptionlens.command.collection.RegionsOffered;
import io.github.inceptionlens.command.dictionary.NamesOfDictionaries;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.region.PictureRegions;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.dictionary.DictionaryStore;
import io.github.inceptionlens.weights.dictionary.EntryLabel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Says what the entries of a dictionary are called. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Label Entries...",
    description =
        "Gives the entries of a dictionary labels, which stand in its file and wherever an entry is"
            + " named: by hand, by the regions that they tell, or by the labels of your images.")
public final class LabelEntriesCommand extends CollectionCommand {

  private static final String TEXT = "text";
  private static final String REGIONS = "regions";
  private static final String LABELS = "labels";

  @Parameter(
      persist = false,
      label = "Name",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = "The dictionary, for instance mydict.")
  private String name = "mydict";

  @Parameter(
      persist = false,
      label = "Labeled by",
      attrs = @Attr(name = MacroKeys.EARLY),
      choices = {TEXT, REGIONS, LABELS},
      description =
          "What you write; the names of the regions that entries tell best; or the label of your"
              + " images (the name of their folder, or a table's column label) that each entry tells"
              + " best.")
  private String by = TEXT;

  @Parameter(
      required = false,
      persist = false,
      label = "Labels",
      description =
          "Entries and their labels, such as 3=curve; 7=red dots; an empty label, as in 12=, takes the"
              + " entry's away.")
  private String text = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Table (CSV file), instead of labels",
      style = "open",
      description = "A file with columns Entry (such as 3 or mydict:3) and Label.")
  private String file = "";

  @Parameter(
      persist = false,
      label = "Regions",
      description =
          "Where the named regions are: manager (the ROIs of the ROI Manager), selection (what is"
              + " selected on each image), overlay (the areas of each image's overlay), a file of"
              + " ROIs (.roi, .zip), the title or path of a label image, a folder of them named as"
              + " the images are, or a path such as masks/*-nuclei.tif.")
  private String regions = PictureRegions.MANAGER;

  @Parameter(
      persist = false,
      label = "Least area under ROC",
      min = "0",
      max = "1",
      description =
          "How well an entry must tell a region or a label, on pictures that were held out, to be"
              + " called so: 0.5 is chance, 1 never wrong.")
  private double least = 0.8;

  @Parameter(
      persist = false,
      label = "Replace labels that there are",
      description = "Without it, entries that have a label keep it.")
  private boolean replace;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Entry Labels")
  private ResultsTable table;

  @Override
  public List<Suggestion> suggestions(final String key) {
    return switch (key) {
      case "name" -> NamesOfDictionaries.offered();
      case REGIONS -> RegionsOffered.besides(WindowManager.getCurrentImage());
      default -> super.suggestions(key);
    };
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "name", "by", "replace", "csv" -> true;
      case TEXT, "file" -> by.equalsIgnoreCase(TEXT);
      case REGIONS -> by.equalsIgnoreCase(REGIONS);
      default -> !by.equalsIgnoreCase(TEXT);
    };
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("name")) {
      store().read(String.valueOf(value).strip());
    } else if (key.equals(TEXT) && isRead(key) && file.isBlank()) {
      WrittenLabels.of(name.strip(), String.valueOf(value));
    }
    super.check(key, value);
  }

  private static DictionaryStore store() {
    return NetworkStore.standard().dictionaries();
  }

  @Override
  protected void compute() {
    final String wanted =
        Choices.named("by", by, List.of(TEXT, REGIONS, LABELS), Function.identity());
    if (!(least >= 0 && least <= 1)) {
      throw new UserError("least is " + least + ", expected an area under ROC from 0 to 1");
    }
    final Dictionary dictionary = store().read(name.strip());
    if (wanted.equals(TEXT)) {
      write(dictionary);
    } else {
      withNetwork(
          (network, progress) -> measure(dictionary, network, wanted.equals(REGIONS), progress));
    }
  }

  private void write(final Dictionary dictionary) {
    final SortedMap<Integer, EntryLabel> written = new TreeMap<>();
    WrittenLabels.of(name.strip(), text, file)
        .forEach((entry, label) -> written.put(entry, EntryLabel.given(label, TEXT)));
    final LabelChanges changes = new LabelChanges(dictionary, written, replace);
    if (!changes.kept().isEmpty()) {
      throw new UserError(
          (file.isBlank() ? TEXT : "file")
              + " gives other labels to entries that have one, "
              + changes.kept()
              + ": choose replace to change these, or leave them out");
    }
    keep(changes);
  }

  private void keep(final LabelChanges changes) {
    store().keep(changes.result(), true);
    table = changes.table().orElse(null);
  }

  private void measure(
      final Dictionary dictionary,
      final InceptionV1 network,
      final boolean regional,
      final Progress progress) {
    if (network.architecture().has(dictionary.name())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "network is \"%s\", which has %s in it, as that was when the variant was made: choose"
                  + " the network of which it is a variant",
              network.architecture().name(),
              dictionary.name()));
    }
    NamedDictionaries.in(dictionary.name())
        .on(
            network,
            edited -> {
              if (regional) {
                byRegions(dictionary, edited, progress);
              } else {
                byLabels(dictionary, edited, progress);
              }
              return edited;
            });
  }

  private void byRegions(
      final Dictionary dictionary, final InceptionV1 network, final Progress progress) {
    final ImagePlus analyzed =
        UserImages.isStack(images()) ? WindowManager.getCurrentImage() : null;
    final PictureRegions wanted = PictureRegions.onWhole(regions, analyzed);
    final ImageCollection<InputPicture> pictures = collection(Fit.OWN_SIZE, wanted::see);
    if (!regions.strip().equalsIgnoreCase(PictureRegions.SELECTION)) {
      selects(Optional.empty());
    }
    final NamedRegions named = new NamedRegions(wanted);
    pictures.forEach(named::add, progress.part(0, 2));
    final Layer layer = network.architecture().layer(dictionary.name());
    final RegionSearch search = new RegionSearch(network, layer, named, pictures);
    final ScanJournal journal =
        scanFirst(
            search.scan(network, seed()),
            pictures,
            network,
            List.of(layer.name(), search.most(), seed(), regions, wanted.state()),
            progress.part(1, 2));
    final ToldEntries told = new ToldEntries(REGIONS, least);
    search.tell(told);
    keep(dictionary, told);
    journal.discard();
  }

  private void byLabels(
      final Dictionary dictionary, final InceptionV1 network, final Progress progress) {
    final Layer layer = network.architecture().layer(dictionary.name());
    final ImageCollection<InputPicture> pictures =
        collection(Fit.OWN_SIZE, (image, request) -> ImageInput.inside(image, request, layer));
    PictureLabels.several(pictures);
    final Scan<InputPicture> scan = new Scan<>(network, List.of(layer.name()), pictures);
    final Ride<InputPicture, ?, LabeledPictures> seen = scan.ride("means", new LabelTelling(layer));
    final ScanJournal journal = scanFirst(scan, pictures, network, List.of(layer.name()), progress);
    final ToldEntries told = new ToldEntries(LABELS, least);
    told.add(layer, seen.result(), seed());
    keep(dictionary, told);
    journal.discard();
  }

  /** The file may have changed since the work began: labels of other entries stay as they are. */
  private void keep(final Dictionary measured, final ToldEntries told) {
    told.notes().forEach(this::say);
    final Dictionary now = store().read(measured.name());
    if (!Arrays.equals(measured.encoder(), now.encoder())) {
      throw new UserError(
          measured.name() + " was made anew meanwhile: its entries are others; label these");
    }
    final LabelChanges changes = new LabelChanges(now, told.labels(), replace);
    if (!changes.kept().isEmpty()) {
      say("labels that there were stay: " + changes.kept() + "; replace gives them others");
    }
    if (!told.labels().isEmpty()) {
      keep(changes);
    }
  }

  private void say(final String what) {
    note("Label Entries: " + what);
  }
}
