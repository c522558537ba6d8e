package io.github.inceptionlens.command.activation;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NeedsNetwork;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.visualization.DiskPictureCache;
import io.github.inceptionlens.command.visualization.GroupIcons;
import io.github.inceptionlens.command.window.GrowingPicture;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.dictionary.NeuronGroups;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.dictionary.DictionaryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows which channels of a layer fire together, where, what for, and for which classes. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Group Activations...",
    description =
        "Divides what a layer sees in the image into a few groups of network channels that fire"
            + " together, and shows where each group fires, what it looks for and which classes it"
            + " speaks for.")
public final class GroupActivationsCommand extends NetworkCommand implements NeedsNetwork {

  private static final int PARTS = 3;

  @Parameter private ImagePlus image;

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4d";

  @Parameter(
      persist = false,
      label = "Number of groups",
      min = "1",
      max = "24",
      description = "Into how many groups what the layer sees is divided.")
  private int count = 6;

  @Parameter(
      persist = false,
      label = "Opacity (%)",
      min = "0",
      max = "100",
      style = "slider",
      description = "Percent, of the overlay, where a group is strongest.")
  private int opacity = 60;

  @Parameter(
      persist = false,
      label = "Quality of the icons",
      choices = {GroupIcons.QUICK, GroupIcons.FINE, GroupIcons.CUSTOM},
      description = GroupIcons.PRESET)
  private String preset = GroupIcons.QUICK;

  @Parameter(
      persist = false,
      label = "Size of the icons (pixels)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "Width and height in which each icon is made, in pixels.")
  private int size = GroupIcons.QUICK_SIZE;

  @Parameter(
      persist = false,
      label = "Steps of the icons",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "How often each icon is changed.")
  private int steps = GroupIcons.QUICK_STEPS;

  @Parameter(
      required = false,
      persist = false,
      label = "Keep the groups as a dictionary named",
      description =
          "A name under which the groups are kept as a dictionary of the layer, for all commands"
              + " (layer=NAME, unit=NAME:0); empty to keep nothing.")
  private String name = "";

  @Parameter(
      persist = false,
      label = "Replace a dictionary of that name",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "Let a dictionary go that has the name already.")
  private boolean replace;

  @Parameter(
      persist = false,
      label = "Enlarge or shrink the image (factor)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.SCALE)
  private double scale = 1;

  @Parameter(
      persist = false,
      label = "Show the network the selected rectangle only",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CROP)
  private boolean crop;

  @Parameter(
      persist = false,
      label = "Random seed",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "What the search for groups and the icons start from.")
  private long seed;

  @Parameter(
      persist = false,
      label = "All slices and time points",
      description = ParameterTexts.STACK)
  private boolean stack;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Group maps")
  private ImagePlus maps;

  @Parameter(type = ItemIO.OUTPUT, label = "Groups")
  private ImagePlus picture;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Groups")
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  public Optional<String> proposal(final String key) {
    return key.equals("scale") ? scaleFor(image) : super.proposal(key);
  }

  @Override
  protected long planes(final Layer read, final int slices) {
    return (long) slices * (2 * count + ActivationLayer.PLANES);
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "size", "steps" -> preset.equals(GroupIcons.CUSTOM);
      case "replace" -> !name.isBlank();
      default -> super.isRead(key);
    };
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("name") && !String.valueOf(value).isBlank()) {
      store().requireFree(String.valueOf(value).strip(), replace);
    }
    super.check(key, value);
  }

  @Override
  protected void compute() {
    final InputRequest request = new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.AUTO, stack);
    notes = new ArrayList<>();
    if (isKept()) {
      store().requireFree(name.strip(), replace);
    }
    withNetwork((inception, progress) -> show(inception, request, progress));
  }

  private void show(
      final InceptionV1 inception, final InputRequest request, final Progress progress) {
    final Architecture architecture = inception.architecture();
    final Layer read = isKept() ? ownLayer(architecture, layer) : architecture.layer(layer);
    final ImageInput input = input(image, request, read, crop);
    uses(input);
    requireRoom(input, read);
    final List<View> views = input.views();
    final NeuronGroups groups =
        NeuronGroups.of(
            inception,
            views,
            new NeuronGroups.Request(read.name(), count, seed),
            progress.part(0, PARTS));
    if (groups.count() < count) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Group Activations: what %s sees here is made of %d groups alone",
              read,
              groups.count()));
    }
    final GroupsOfFrames shown =
        new GroupsOfFrames(
            input, groups, contributions(inception, views, groups, progress.part(1, PARTS)));
    final Provenance made = made(inception, groups);
    if (isKept()) {
      store().keep(shown.dictionary(name.strip(), inception, made), replace);
    }
    maps = shown.maps(made);
    table = shown.table();
    shown.overlay(opacity, made).show(image);
    picture = picture(inception, input, shown, progress.part(2, PARTS));
    ResultImages.describe(picture, input.provenance().with(made));
  }

  private void requireRoom(final ImageInput input, final Layer read) {
    ResultImages.onRegion(input).requireRoom(count);
    ActivationLayer.requireRoom(input, count);
  }

  private boolean isKept() {
    return !name.isBlank();
  }

  private static DictionaryStore store() {
    return NetworkStore.standard().dictionaries();
  }

  private Provenance made(final InceptionV1 inception, final NeuronGroups groups) {
    return provenance(inception)
        .with("method", "neuron groups")
        .with("layer", groups.layer())
        .with("groups", groups.count())
        .with("unexplained", groups.error())
        .with("seed", seed);
  }

  private List<GroupContributions> contributions(
      final InceptionV1 inception,
      final List<View> views,
      final NeuronGroups groups,
      final Progress progress) {
    try {
      return GroupContributions.of(inception, views, groups, progress);
    } catch (final UserError tooLarge) {
      notes.add("Group Activations: nothing is attributed to classes: " + tooLarge.getMessage());
      return GroupContributions.none(views.size());
    }
  }

  private ImagePlus picture(
      final InceptionV1 inception,
      final ImageInput input,
      final GroupsOfFrames shown,
      final Progress progress) {
    final GroupPicture drawn = new GroupPicture(input, shown);
    final GrowingPicture growing =
        new GrowingPicture(icons -> drawn.image(group -> icon(icons, group)));
    if (growing.wants()) {
      growing.see(Map.of());
    }
    final GroupIcons icons =
        GroupIcons.of(
            "Group Activations",
            inception,
            shown.groups(),
            GroupIcons.request(preset, size, steps).seed(seed),
            new DiskPictureCache(NetworkStore.standard().kept().pictures()),
            growing,
            progress);
    notes.addAll(icons.notes());
    return growing.end(icons.pictures());
  }

  private static Optional<Picture> icon(final Map<Unit, Picture> icons, final int group) {
    return Optional.ofNullable(icons.get(GroupIcons.unit(group)));
  }
}
