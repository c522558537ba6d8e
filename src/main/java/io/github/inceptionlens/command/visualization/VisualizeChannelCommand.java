package io.github.inceptionlens.command.visualization;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.PictureLimit;
import io.github.inceptionlens.command.natural.Evidence;
import io.github.inceptionlens.command.window.LiveImage;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.Visualization;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.visualization.feature.Visualizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows what a channel looks for: a picture on which it, or any other objective, becomes large. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Visualize Channel...",
    description = "Makes a picture that a network channel, a class or any other target looks for.")
public final class VisualizeChannelCommand extends VisualizationCommand {

  private static final String NO_EVIDENCE = "none";

  @Parameter(
      persist = false,
      label = "Objective",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = VisualizationTexts.OBJECTIVE)
  private String objective = "mixed4c:12";

  @Parameter(
      persist = false,
      label = "Pictures per objective",
      description = VisualizationTexts.FACETS)
  private int facets = 1;

  @Parameter(
      persist = false,
      label = "Weight of diversity",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.DIVERSITY)
  private double diversity = 0.5;

  @Parameter(
      required = false,
      persist = false,
      label = "Also keep the pictures after steps",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.SNAPSHOTS)
  private String snapshots = "";

  @Parameter(
      persist = false,
      label = "Also show raw values (32-bit)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.RAW)
  private boolean raw;

  @Parameter(
      persist = false,
      label = "Magnification",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.MAGNIFY)
  private int magnify = 1;

  @Parameter(
      persist = false,
      label = "Show where the objective depended on the picture",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.IMPORTANCE)
  private boolean importance;

  @Parameter(
      persist = false,
      label = "Plot the objective per step",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.PLOT)
  private boolean plot;

  @Parameter(
      persist = false,
      label = "Natural images as evidence",
      style = "directory",
      attrs = {@Attr(name = MacroKeys.ADVANCED), @Attr(name = MacroKeys.ALIAS, value = "evidence")},
      description = VisualizationTexts.EVIDENCE)
  private String images = NO_EVIDENCE;

  @Parameter(
      persist = false,
      label = "Number of examples",
      min = "1",
      max = "64",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.EXAMPLES)
  private int examples = 8;

  @Parameter(
      persist = false,
      label = "Number of pictures",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.LIMIT)
  private String limit = PictureLimit.ALL;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Visualization")
  private ImagePlus visualization;

  @Parameter(type = ItemIO.OUTPUT, label = "Unrounded visualization")
  private ImagePlus values;

  @Parameter(type = ItemIO.OUTPUT, label = "Importance")
  private ImagePlus weights;

  @Parameter(type = ItemIO.OUTPUT, label = "Course")
  private Plot course;

  @Parameter(type = ItemIO.OUTPUT, label = "Evidence")
  private ImagePlus crops;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Evidence")
  private ResultsTable places;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  protected int pictures() {
    return facets;
  }

  @Override
  protected void compute() {
    final List<Integer> kept = Visualizations.steps(snapshots);
    final Optional<ImageCollection<InputPicture>> natural = natural();
    selects(natural.flatMap(any -> UserImages.selection(images)));
    withNetwork(
        (inception, progress) -> {
          final VisualizationRequest request =
              request(inception, progress)
                  .facets(facets, diversity)
                  .snapshots(kept)
                  .magnification(magnify);
          PictureStack.requireRoom(
              (long) request.size() * magnify, facets * (request.snapshots().size() + 1));
          final Optional<Evidence> found =
              natural.map(all -> evidence(inception, all, progress.part(0, 2)));
          show(inception, request, found, found.isEmpty() ? progress : progress.part(1, 2));
        });
  }

  private Optional<ImageCollection<InputPicture>> natural() {
    final boolean none = images.strip().equalsIgnoreCase(NO_EVIDENCE);
    if (none && !csv.isBlank()) {
      throw new UserError(
          "csv is \""
              + csv
              + "\", but without images there is no table: give images, or leave csv out");
    }
    if (magnify > 1 && !none) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "magnify is %d, but images shows all at the network's scale: leave one of them out",
              magnify));
    }
    return none
        ? Optional.empty()
        : Optional.of(
            UserImages.selected("images", images).limited(PictureLimit.of(limit), seed()));
  }

  private Evidence evidence(
      final InceptionV1 inception,
      final ImageCollection<InputPicture> natural,
      final Progress progress) {
    final Unit unit = Visualizer.unit(inception, objective);
    try {
      return Evidence.of(inception, unit, natural, examples, progress);
    } finally {
      looked(natural);
    }
  }

  private void show(
      final InceptionV1 inception,
      final VisualizationRequest request,
      final Optional<Evidence> found,
      final Progress progress) {
    final long start = System.nanoTime();
    final LiveImage live =
        new LiveImage("Visualizing " + inception.architecture().entryLabels().described(objective));
    try {
      final Visualization seen =
          Visualizer.visualize(inception, objective, request, live, progress);
      stoppedAfter(seen.steps(), request);
      took(request.snapshots(List.of()).steps(seen.steps()), request.facets(), start);
      snapshots = Visualizations.upTo(seen.steps(), request.snapshots());
      final Visualizations shown =
          new Visualizations(objective, seen, inception, provenance(inception));
      visualization = shown.image(live.image());
      values = raw ? shown.raw() : null;
      weights = importance ? shown.importance() : null;
      course = plot ? shown.plot() : null;
      notes = new ArrayList<>(shown.notes());
      notes.addAll(notes(request));
      found.ifPresent(natural -> show(natural, shown));
    } finally {
      live.leave(visualization);
    }
  }

  private void show(final Evidence found, final Visualizations shown) {
    crops = found.montage(shown.results(), shown.provenance());
    places = found.table();
    notes.add(found.note());
  }
}
