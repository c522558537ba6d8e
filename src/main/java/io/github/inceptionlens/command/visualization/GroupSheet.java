package io.github.inceptionlens.command.visualization;

import ij.ImagePlus;
import io.github.inceptionlens.command.window.GrowingPicture;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.dictionary.NeuronGroups;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.map.Montage;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.image.result.CellGrid;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.grid.GridRequest;
import io.github.inceptionlens.weights.NetworkStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Groups of channels side by side: what each looks for, how much of the layer it makes up, and its
 * channels. Each leads back to the place where the group is strongest.
 */
final class GroupSheet {

  private static final int CAPTION = 140;
  private static final int LINES = 3;
  private static final int CHANNELS = 3;
  private static final int PERCENT = 100;

  private final ImageInput input;
  private final NeuronGroups groups;
  private final int side;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param side width and height of each picture in pixels
   */
  GroupSheet(final ImageInput input, final NeuronGroups groups, final int side) {
    this.input = input;
    this.groups = groups;
    this.side = side;
  }

  /**
   * Makes the pictures and the sheet, which grows in a window where there is one.
   *
   * @param made network, version and macro line
   */
  ImagePlus image(
      final InceptionV1 network,
      final GridRequest request,
      final Provenance made,
      final Progress progress) {
    final GrowingPicture growing = new GrowingPicture(this::sheet);
    final GroupIcons icons =
        GroupIcons.of(
            "Activation Grid",
            network,
            groups,
            GroupIcons.request(GroupIcons.CUSTOM, side, request.steps()).seed(request.seed()),
            new DiskPictureCache(NetworkStore.standard().kept().pictures()),
            growing,
            progress);
    notes.addAll(icons.notes());
    final ImagePlus image = growing.end(icons.pictures());
    ResultImages.describe(
        image,
        input
            .provenance()
            .with(made)
            .with("layer", groups.layer())
            .with("groups", groups.count())
            .with("unexplained", groups.error())
            .with("size", side)
            .with("steps", request.steps())
            .with("seed", request.seed()));
    CropPlaces.write(image, places());
    return image;
  }

  /** What a reader must know before looking at it. */
  List<String> notes() {
    return notes;
  }

  private ImagePlus sheet(final Map<Unit, Picture> icons) {
    final Montage montage = new Montage(side, side, CAPTION, LINES);
    for (int group = 0; group < groups.count(); group++) {
      final Picture icon = icons.get(GroupIcons.unit(group));
      if (icon == null) {
        montage.addNothing(name(group), share(group), channels(group));
      } else {
        montage.add(icon, name(group), share(group), channels(group));
      }
    }
    return montage.image("Activation groups of " + groups.layer(), columns());
  }

  private int columns() {
    return (int) Math.ceil(Math.sqrt(groups.count()));
  }

  private static String name(final int group) {
    return "group " + (group + 1);
  }

  private String share(final int group) {
    return String.format(
        Locale.ROOT, "%.0f %% of %s", PERCENT * groups.share(0, group), groups.layer());
  }

  private String channels(final int group) {
    return groups.channels(group, CHANNELS).stream()
        .map(unit -> String.valueOf(unit.channel()))
        .collect(Collectors.joining(", ", "channels ", ""));
  }

  private List<CropPlaces.Crop> places() {
    final CellGrid grid = new CellGrid(input, groups.geometry(), 1);
    final Montage layout = new Montage(side, side, CAPTION, LINES);
    return IntStream.range(0, groups.count())
        .filter(group -> !grid.on(groups.peak(0, group)).isEmpty())
        .mapToObj(
            group ->
                GridPicture.place(
                    input, grid.on(groups.peak(0, group)), layout.bounds(group, columns())))
        .toList();
  }
}
