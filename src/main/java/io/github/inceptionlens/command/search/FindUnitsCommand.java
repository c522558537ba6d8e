package io.github.inceptionlens.command.search;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.search.DrawnItems;
import io.github.inceptionlens.activation.search.Halves;
import io.github.inceptionlens.activation.search.LabelMeans;
import io.github.inceptionlens.activation.search.RegionPlaces;
import io.github.inceptionlens.activation.search.UnitSearch;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.command.collection.CollectionCommand;
import io.github.inceptionlens.command.collection.PictureLabels;
import io.github.inceptionlens.command.collection.RegionsOffered;
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
import io.github.inceptionlens.network.objective.TargetBinding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Ranks units by how well they tell regions, a mask or labels from the rest. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Find Units...",
    description =
        "Finds the units that tell your ROIs, a mask or a label from the rest, on one half of your"
            + " images, and measures on the other half how well they do.")
public final class FindUnitsCommand extends CollectionCommand {

  private static final String ROI = "roi";
  private static final String LABELS = "labels";
  private static final String MASK = "mask";
  private static final List<String> OF_IMAGEJ =
      List.of(PictureRegions.MANAGER, PictureRegions.SELECTION, PictureRegions.OVERLAY);

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      persist = false,
      label = "Found by",
      choices = {ROI, LABELS, MASK},
      description =
          "What the units have to tell from the rest: ROIs, what the images are said to show (the"
              + " name of their folder, or a table's column label), or where masks are above 0.")
  private String by = ROI;

  @Parameter(
      persist = false,
      label = "Regions",
      description =
          "Where ROIs or masks are: manager (the ROIs of the ROI Manager), selection (what is"
              + " selected on each image), overlay (the areas of each image's overlay), a file of"
              + " ROIs (.roi, .zip), the title or path of a mask or label image, a folder of them"
              + " named as the images are, or a path such as masks/*-nuclei.tif.")
  private String regions = PictureRegions.MANAGER;

  @Parameter(
      persist = false,
      label = "Number of units",
      min = "1",
      description = "How many units are shown, of each label.")
  private int count = 10;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Found Units",
      attrs = @Attr(name = ResultTables.PIXELS))
  private ResultsTable found;

  @Override
  public List<Suggestion> suggestions(final String key) {
    return key.equals("regions")
        ? RegionsOffered.besides(WindowManager.getCurrentImage())
        : super.suggestions(key);
  }

  @Override
  public boolean isRead(final String key) {
    return key.equals("regions") ? !by.equalsIgnoreCase(LABELS) : super.isRead(key);
  }

  @Override
  protected void compute() {
    final String wanted = Choices.named("by", by, List.of(ROI, LABELS, MASK), Function.identity());
    if (wanted.equals(MASK) && OF_IMAGEJ.contains(regions.strip().toLowerCase(Locale.ROOT))) {
      throw new UserError(
          "by is mask, but regions is "
              + regions.strip()
              + ": give the title or path of a mask image, or a folder of masks, or choose by=roi");
    }
    withNetwork(
        (network, progress) -> {
          final Layer named = network.architecture().layer(layer);
          final Layer read =
              network
                  .architecture()
                  .layer(TargetBinding.beforeRectifier(network, named.unit(0)).layer());
          if (wanted.equals(LABELS)) {
            findLabels(network, named, read, progress);
          } else {
            findRegions(network, named, read, progress);
          }
        });
  }

  private void findRegions(
      final InceptionV1 network, final Layer named, final Layer read, final Progress progress) {
    final ImagePlus analyzed =
        UserImages.isStack(images()) ? WindowManager.getCurrentImage() : null;
    final PictureRegions wanted = PictureRegions.onWhole(regions, analyzed);
    final ImageCollection<InputPicture> pictures = collection(Fit.OWN_SIZE, wanted::see);
    if (!regions.strip().equalsIgnoreCase(PictureRegions.SELECTION)) {
      selects(Optional.empty());
    }
    final int most = DrawnItems.most(read, 2);
    final Scan<InputPicture> scan = new Scan<>(network, List.of(read.name()), pictures);
    final Ride<InputPicture, ?, DrawnItems> drawn =
        scan.ride("places", new RegionPlaces<InputPicture>(read, wanted::of, most, seed()));
    scan(
        scan,
        pictures,
        network,
        List.of(read.name(), most, seed(), regions, wanted.state()),
        () -> showRegions(named, drawn.result(), pictures),
        progress);
  }

  private void showRegions(
      final Layer named, final DrawnItems drawn, final ImageCollection<?> pictures) {
    final Halves halves = Halves.of(drawn, new PictureGroups(pictures)::of);
    final UnitSearch search = UnitSearch.ofRegions(named, drawn, halves);
    final long inside = drawn.count(RegionPlaces.INSIDE);
    if (!search.canTell(RegionPlaces.INSIDE)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%,d of %,d places of %s lie in the regions: some must and some must not, on one half"
                  + " of the pictures and on the other; give more pictures or regions, or choose a"
                  + " lower layer",
              inside,
              drawn.count(),
              named));
    }
    if (halves.isOnePicture()) {
      note(
          "Find Units: the regions are on a single picture, of which blocks take turns to choose on"
              + " and to measure on; they see much of each other, so that the figures flatter");
    }
    final FoundTable table = new FoundTable(drawn.count(), "Places", false);
    search.find(RegionPlaces.INSIDE, count).forEach(one -> table.add(one, ""));
    found = table.table();
  }

  private void findLabels(
      final InceptionV1 network, final Layer named, final Layer read, final Progress progress) {
    final ImageCollection<InputPicture> pictures =
        collection(Fit.OWN_SIZE, (image, request) -> ImageInput.inside(image, request, read));
    final List<String> labels = PictureLabels.several(pictures);
    final int most = DrawnItems.most(read, labels.size());
    final Scan<InputPicture> scan = new Scan<>(network, List.of(read.name()), pictures);
    final Ride<InputPicture, ?, DrawnItems> drawn =
        scan.ride("means", new LabelMeans<InputPicture>(read, most, seed()));
    scan(
        scan,
        pictures,
        network,
        List.of(read.name(), most, seed()),
        () -> showLabels(named, drawn.result(), pictures),
        progress);
  }

  private void showLabels(
      final Layer named, final DrawnItems drawn, final ImageCollection<?> pictures) {
    final Halves halves = Halves.of(drawn, new PictureGroups(pictures)::of);
    final UnitSearch search = UnitSearch.ofLabels(named, drawn, halves, seed());
    final FoundTable table = new FoundTable(drawn.count(), "Pictures", true);
    for (final String label : drawn.kinds()) {
      if (search.canTell(label)) {
        search.find(label, count).forEach(one -> table.add(one, label));
      } else {
        note(
            String.format(
                Locale.ROOT,
                "Find Units: \"%s\" is left out: both halves of the pictures need some of it and"
                    + " some others",
                label));
      }
    }
    found = table.table();
  }
}
