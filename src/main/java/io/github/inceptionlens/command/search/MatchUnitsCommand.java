package io.github.inceptionlens.command.search;

import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.search.DrawnItems;
import io.github.inceptionlens.activation.search.MatchedUnit;
import io.github.inceptionlens.activation.search.SharedPlaces;
import io.github.inceptionlens.activation.search.UnitMatches;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.collection.scan.ScanJournal;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NamedDictionaries;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.command.collection.CollectionCommand;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Finds for each unit the one of another layer or network that answers most as it does. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Match Units...",
    description =
        "Finds for each unit of a layer the best correlated one of another network or layer, on one"
            + " half of your images, and measures on the other half how alike they are.")
public final class MatchUnitsCommand extends CollectionCommand {

  private static final String OTHER = "other";
  private static final int MOST_NAMED = 20;
  private static final int DECIMALS = 4;

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      required = false,
      persist = false,
      label = "Other network",
      style = "open",
      description =
          "The network with the other layer: a name or the path of a file of weights; empty for the"
              + " same network.")
  private String other = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Other layer",
      description = "The layer of the other network; empty for one of the same name.")
  private String other_layer = "";

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
      label = "InceptionV1 Matched Units",
      attrs = @Attr(name = ResultTables.PIXELS))
  private ResultsTable matched;

  /** Two layers that are read at the same places. */
  private record Both(Layer first, Layer second) {

    /** The one that needs the larger pictures. */
    Layer deeper() {
      return Geometry.smallest(second) > Geometry.smallest(first) ? second : first;
    }

    int most() {
      return DrawnItems.most(first.channels() > second.channels() ? first : second, 1);
    }

    SharedPlaces<InputPicture> places(final Layer read, final long seed) {
      return new SharedPlaces<>(read, first, second, most(), seed);
    }
  }

  /**
   * What the first network gave.
   *
   * @param journal to be discarded once the result is made
   */
  private record Drawn(Both both, DrawnItems items, ScanJournal journal) {}

  @Override
  public List<Suggestion> suggestions(final String key) {
    return switch (key) {
      case OTHER -> new Suggestion("", "the same network").before(super.suggestions("network"));
      case "other_layer" ->
          new Suggestion("", "one of the same name").before(super.suggestions("layer"));
      default -> super.suggestions(key);
    };
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals(OTHER) && !String.valueOf(value).isBlank()) {
      checkNetwork(key, String.valueOf(value));
    }
    super.check(key, value);
  }

  private String otherLayer() {
    return other_layer.isBlank() ? layer : other_layer.strip();
  }

  @Override
  protected void compute() {
    if (other.isBlank() || other.strip().equals(network().strip())) {
      matchInOne();
    } else {
      matchInTwo();
    }
  }

  private void matchInOne() {
    withNetwork(
        (network, progress) ->
            NamedDictionaries.in(otherLayer())
                .on(
                    network,
                    edited -> {
                      matchInOne(edited, progress);
                      return edited;
                    }));
  }

  private void matchInOne(final InceptionV1 network, final Progress progress) {
    final Both both = new Both(network.architecture().layer(layer), otherLayer(network));
    final ImageCollection<InputPicture> pictures = pictures(both);
    final Scan<InputPicture> scan =
        new Scan<>(network, List.of(both.first.name(), both.second.name()), pictures);
    final Ride<InputPicture, ?, DrawnItems> drawn =
        scan.ride("places", both.places(both.first, seed()));
    final Ride<InputPicture, ?, DrawnItems> others =
        scan.ride(OTHER, both.places(both.second, seed()));
    scan(
        scan,
        pictures,
        network,
        List.of(both, seed()),
        () -> show(both, drawn.result(), others.result(), pictures, network),
        progress);
  }

  private Layer otherLayer(final InceptionV1 network) {
    final String key = other_layer.isBlank() ? "layer" : "other_layer";
    return network.architecture().layer(key, otherLayer());
  }

  private ImageCollection<InputPicture> pictures(final Both both) {
    return collection(
        Fit.OWN_SIZE, (image, request) -> ImageInput.inside(image, request, both.deeper()));
  }

  /** Both networks see the pictures one after the other; what the first gave is kept meanwhile. */
  private void matchInTwo() {
    final Layer second =
        workWith(OTHER, other, otherLayer(), (network, progress) -> otherLayer(network));
    final Drawn first =
        work(
            (network, progress) ->
                drawn(network, network.architecture().layer(layer), second, progress));
    workWith(
        OTHER,
        other,
        otherLayer(),
        (network, progress) -> {
          final ImageCollection<InputPicture> pictures = pictures(first.both);
          final Scan<InputPicture> scan = new Scan<>(network, List.of(second.name()), pictures);
          final Ride<InputPicture, ?, DrawnItems> others =
              scan.ride(OTHER, first.both.places(second, seed()));
          scan(
              scan,
              pictures,
              network,
              List.of(first.both, seed(), OTHER),
              () -> show(first.both, first.items, others.result(), pictures, network),
              progress);
          first.journal.discard();
          return network;
        });
  }

  private Drawn drawn(
      final InceptionV1 network, final Layer own, final Layer second, final Progress progress) {
    final Both both = new Both(own, second);
    final ImageCollection<InputPicture> pictures = pictures(both);
    final Scan<InputPicture> scan = new Scan<>(network, List.of(own.name()), pictures);
    final Ride<InputPicture, ?, DrawnItems> drawn = scan.ride("places", both.places(own, seed()));
    final ScanJournal journal = scanFirst(scan, pictures, network, List.of(both, seed()), progress);
    return new Drawn(both, drawn.result(), journal);
  }

  private void show(
      final Both both,
      final DrawnItems drawn,
      final DrawnItems others,
      final ImageCollection<?> pictures,
      final InceptionV1 otherNetwork) {
    final UnitMatches matches =
        new UnitMatches(both.first, both.second, drawn, others, new PictureGroups(pictures)::of);
    if (!matches.isEnough()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%,d places are too few to choose matches on one half and to measure them on the"
                  + " other: give more or larger pictures",
              matches.places()));
    }
    final List<MatchedUnit> found = matches.matches();
    matched = table(found, matches.places(), otherNetwork.architecture().name());
    noteUnmatched(matches.unmatched(found));
  }

  private static ResultsTable table(
      final List<MatchedUnit> found, final long places, final String otherNetwork) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final MatchedUnit one : found) {
      table.addRow();
      table.addValue("Unit", one.unit().toString());
      table.addValue("Match", one.match().toString());
      table.addValue("Correlation", one.correlation());
      table.addValue("Shuffled", one.shuffled());
      table.addValue("Chosen Correlation", one.chosen());
      table.addValue("Places", places);
      table.addValue("Image", one.example().picture().image());
      table.addValue("Slice", one.example().picture().slice());
      table.addValue("X", one.example().x());
      table.addValue("Y", one.example().y());
      table.addValue("Other", otherNetwork);
    }
    return table;
  }

  private void noteUnmatched(final List<Unit> units) {
    if (!units.isEmpty()) {
      final String first =
          units.stream().limit(MOST_NAMED).map(Unit::toString).collect(Collectors.joining(", "));
      note(
          String.format(
              Locale.ROOT,
              "Match Units: not measured, for they have the same value everywhere: %s%s",
              first,
              units.size() > MOST_NAMED ? " and " + (units.size() - MOST_NAMED) + " more" : ""));
    }
  }
}
