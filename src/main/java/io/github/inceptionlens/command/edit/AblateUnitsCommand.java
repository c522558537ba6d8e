package io.github.inceptionlens.command.edit;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.ClassRanking;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.file.KeptResult;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.map.MapDisplay;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.edit.UnitSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells what the network's answers owe to some of its units, by changing these. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Ablate Units...",
    description =
        "Tells what the network's classes, and a later layer, owe to some network channels: by"
            + " taking these away, or changing them.")
public final class AblateUnitsCommand extends NetworkCommand {

  private static final String AUTO = "auto";
  private static final String ROI = "roi";

  @Parameter private ImagePlus image;

  @Parameter(
      persist = false,
      label = "Network channels to change",
      description =
          "A layer, then channels and ranges: mixed4c:447,12,300-340; several layers with semicolons;"
              + " all but mixed4c:447; entries of a dictionary: mydict:3.")
  private String units = "mixed4c:12";

  @Parameter(
      persist = false,
      label = "They become",
      description =
          "zero (nothing is left), mean (the channel's own mean over the slice), clamp:5 (this"
              + " activation everywhere) or scale:2 (a multiple).")
  private String mode = "zero";

  @Parameter(
      persist = false,
      label = "Where",
      choices = {"everywhere", ROI},
      description =
          "everywhere, or at the units whose centers lie in the selection (roi); the network sees"
              + " the whole image then.")
  private String where = "everywhere";

  @Parameter(
      required = false,
      persist = false,
      label = "Later layer to compare",
      description =
          "A later layer whose maps are compared: one slice per network channel, the activation after"
              + " the change less that before; empty for none.")
  private String show = "";

  @Parameter(
      persist = false,
      label = "Number of classes",
      min = "1",
      description = "The table has the classes that are among so many best, before or after.")
  private int top = 5;

  @Parameter(
      persist = false,
      label = "Fit to the network's 224 x 224 pixels",
      choices = {AUTO, "center crop", "stretch", "own size"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "How the image becomes the network's picture: its center square at 224 x 224 (auto, center"
              + " crop), squeezed into 224 x 224 (stretch), or as it is (own size).")
  private String fit = AUTO;

  @Parameter(
      persist = false,
      label = "Pixel values shown as black to white",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.RANGE)
  private String range = AUTO;

  @Parameter(
      persist = false,
      label = "All slices and time points",
      description = ParameterTexts.STACK)
  private boolean stack;

  @Parameter(
      required = false,
      persist = false,
      label = "Folder for maps too large for memory",
      style = "directory",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.FOLDER)
  private String folder = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(
      persist = false,
      label = "Enlarge or shrink the image (factor)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.SCALE)
  private double scale = 1;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Ablation")
  private ResultsTable classes;

  @Parameter(type = ItemIO.OUTPUT, label = "Difference maps")
  private ImagePlus differences;

  @Override
  public Optional<String> proposal(final String key) {
    return switch (key) {
      case "scale" -> scaleFor(image);
      case "folder" -> Optional.of("");
      default -> super.proposal(key);
    };
  }

  @Override
  public boolean isRead(final String key) {
    return !key.equals("scale") || fit.equalsIgnoreCase(Fit.OWN_SIZE.label());
  }

  @Override
  public List<Suggestion> suggestions(final String key) {
    return switch (key) {
      case "mode" ->
          List.of(
              new Suggestion("zero", "nothing is left"),
              new Suggestion("mean", "the channel's own mean"),
              new Suggestion("clamp:0", "this activation everywhere"),
              new Suggestion("scale:2", "a multiple"));
      case "show" -> super.suggestions("layer");
      default -> super.suggestions(key);
    };
  }

  @Override
  public void check(final String key, final Object value) {
    final String text = String.valueOf(value);
    switch (key) {
      case "mode" -> ChannelChange.parse(text);
      case "units" -> namedArchitecture().ifPresent(network -> channels(network, text));
      case "show" -> super.check("layer", value);
      case "where" -> requireSelection(text);
      default -> super.check(key, value);
    }
  }

  private static void channels(final Architecture network, final String text) {
    sets(text).forEach(set -> set.channels(network));
  }

  static List<UnitSet> sets(final String text) {
    final List<UnitSet> sets = UnitSet.parseAll(text);
    if (sets.isEmpty()) {
      throw new UserError("units is empty: name at least one, such as mixed4c:447");
    }
    return sets;
  }

  private void requireSelection(final String place) {
    EditedPlaces.require(place, ROI, image);
  }

  @Override
  protected void compute() {
    requireSelection(where);
    final AblatedUnits changed = new AblatedUnits(sets(units), where.equals(ROI));
    final ChannelChange change = ChannelChange.parse(mode);
    final Fit chosen = fit.equals(AUTO) ? Fit.CENTER_CROP : Fit.of(fit);
    final InputRequest asked = new InputRequest(chosen, scale, DisplayRange.parse(range), stack);
    final ImageInput input =
        where.equals(ROI) ? ImageInput.whole(image, asked) : ImageInput.of(image, asked);
    uses(input);
    withNetwork(
        (inception, progress) -> {
          try (InceptionV1 edited =
              inception.with(changed.edits(inception.architecture(), image, input, change))) {
            compare(inception, edited, input, progress);
          }
        });
  }

  private void compare(
      final InceptionV1 inception,
      final InceptionV1 edited,
      final ImageInput input,
      final Progress progress) {
    final boolean isAboutMaps = inception.architecture().labels().isEmpty() && !show.isBlank();
    final ResultsTable table = isAboutMaps ? null : table(inception, edited, input, progress);
    differences = null;
    if (!show.isBlank()) {
      draw(new AblationMaps(inception, edited, input), edited, progress);
    }
    classes = table;
  }

  private void draw(final AblationMaps maps, final InceptionV1 edited, final Progress progress) {
    final Layer later = maps.reached(show.strip());
    final Optional<Path> chosen = folderFor(folder, maps.results(later).size(later.channels()));
    final KeptResult kept = maps.kept(later, chosen, provenance(edited));
    fill(
        kept,
        () -> {
          final MapDisplay look = maps.draw(later, kept, progress);
          differences = kept.image();
          look.show(differences);
        },
        part -> differences = part);
  }

  private ResultsTable table(
      final InceptionV1 inception,
      final InceptionV1 edited,
      final ImageInput input,
      final Progress progress) {
    inception.check(ClassRanking.NAMES, input.networkWidth(), input.networkHeight());
    warnOfClasses(input, inception);
    return AblationTable.of(inception, edited, input, top, progress);
  }
}
