package io.github.inceptionlens.command.visualization;

import ij.ImagePlus;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NeedsNetwork;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.window.LiveImage;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.dictionary.NeuronGroups;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.visualization.grid.ActivationGrid;
import io.github.inceptionlens.visualization.grid.GridCells;
import io.github.inceptionlens.visualization.grid.GridRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows what a layer sees everywhere on an image, as pictures of its vectors of activations. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Activation Grid...",
    description =
        "Shows what a layer sees at each place of the image: every position as the picture of all"
            + " that the layer's channels say there together, in one mosaic that lies on the image;"
            + " or a picture for each group of channels.")
public final class ActivationGridCommand extends NetworkCommand implements NeedsNetwork {

  private static final String AUTO = "auto";
  private static final int GROUP_SIDE = 128;
  private static final int MOST_GROUPS = 24;

  @Parameter private ImagePlus image;

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4d";

  @Parameter(
      persist = false,
      label = "Steps",
      min = "1",
      description = "How often every picture is changed.")
  private int steps = 128;

  @Parameter(
      persist = false,
      label = "Cell (pixels)",
      description =
          "Width and height of each picture in pixels, 8 to 256; auto is 42, of groups 128. The"
              + " network sees as much of it, so that larger cells have room for more structure.")
  private String cell = AUTO;

  @Parameter(
      persist = false,
      label = "Fade where little fires",
      description =
          "Fade cells to gray as their vectors of activations get shorter; the longest keeps its"
              + " colors.")
  private boolean scaled;

  @Parameter(
      persist = false,
      label = "Groups instead of positions (0: positions)",
      min = "0",
      max = "24",
      description =
          "Divide what the layer sees into so many groups of channels that fire together, and make"
              + " a picture of each instead of each position; 0 for positions.")
  private int groups;

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
      description = "What groups, first pictures and their shifts are drawn from.")
  private long seed;

  @Parameter(type = ItemIO.OUTPUT, label = "Activation grid")
  private ImagePlus picture;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  public Optional<String> proposal(final String key) {
    return key.equals("scale") ? scaleFor(image) : super.proposal(key);
  }

  @Override
  public boolean isRead(final String key) {
    return !key.equals("scaled") || groups == 0;
  }

  @Override
  protected void compute() {
    VisualizationRequest.checkRange("groups", groups, 0, MOST_GROUPS);
    final GridRequest request =
        GridRequest.STANDARD
            .steps(steps)
            .cell(side(groups == 0 ? GridRequest.STANDARD.cell() : GROUP_SIDE))
            .scaled(scaled)
            .seed(seed);
    final InputRequest seen = new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.AUTO, false);
    notes = new ArrayList<>();
    withNetwork(
        (inception, progress) -> {
          final Layer read = inception.architecture().layer(layer);
          final ImageInput input = input(image, seen, read, crop);
          uses(input);
          if (groups == 0) {
            showGrid(inception, input, request, progress);
          } else {
            showGroups(inception, input, request, progress);
          }
        });
  }

  private int side(final int usual) {
    if (cell.strip().equalsIgnoreCase(AUTO)) {
      return usual;
    }
    try {
      return Integer.parseInt(cell.strip());
    } catch (final NumberFormatException e) {
      throw new UserError(
          "cell is \"" + cell + "\", expected auto or a number of pixels from 8 to 256", e);
    }
  }

  private void showGrid(
      final InceptionV1 inception,
      final ImageInput input,
      final GridRequest request,
      final Progress progress) {
    final LiveImage live = new LiveImage("Growing activation grid of " + input.title());
    try {
      final GridCells cells = GridCells.of(inception, input.views().get(0), layer, progress);
      final ActivationGrid grid = ActivationGrid.of(inception, cells, request, live, progress);
      if (grid.interrupted()) {
        notes.add(
            String.format(
                Locale.ROOT,
                "Activation Grid: stopped after %d of %d steps",
                grid.steps(),
                request.steps()));
      }
      final Provenance made =
          provenance(inception).with("method", "activation grid").with(grid.provenance());
      picture = new GridPicture(input, cells, request.cell()).image(grid, live.image(), made);
    } finally {
      live.leave(picture);
    }
  }

  private void showGroups(
      final InceptionV1 inception,
      final ImageInput input,
      final GridRequest request,
      final Progress progress) {
    final NeuronGroups found =
        NeuronGroups.of(
            inception,
            input.views(),
            new NeuronGroups.Request(layer, groups, seed),
            progress.part(0, 2));
    if (found.count() < groups) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Activation Grid: what %s sees here is made of %d groups alone",
              found.layer(),
              found.count()));
    }
    final GroupSheet sheet = new GroupSheet(input, found, request.cell());
    picture =
        sheet.image(
            inception,
            request,
            provenance(inception).with("method", "activation grid of groups"),
            progress.part(1, 2));
    notes.addAll(sheet.notes());
  }
}
