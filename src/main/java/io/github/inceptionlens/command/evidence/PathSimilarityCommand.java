package io.github.inceptionlens.command.evidence;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.PathSimilarity;
import io.github.inceptionlens.activation.PathSimilarity.Similarity;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.PictureLimit;
import io.github.inceptionlens.command.visualization.VisualizationCommand;
import io.github.inceptionlens.command.visualization.VisualizationTexts;
import io.github.inceptionlens.command.visualization.Visualizations;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.StepListener;
import io.github.inceptionlens.visualization.feature.Visualization;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.visualization.feature.Visualizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells in which layers a unit's visualization is processed like natural pictures. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Path Similarity...",
    description =
        "Compares, layer by layer, the way of a unit's visualization through the network with that"
            + " of the natural pictures that drive the unit most.")
public final class PathSimilarityCommand extends VisualizationCommand {

  @Parameter(
      persist = false,
      label = "Objective",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = VisualizationTexts.UNIT)
  private String objective = "mixed4c:12";

  @Parameter(
      persist = false,
      label = "Natural images",
      style = "directory",
      attrs = @Attr(name = MacroKeys.ALIAS, value = "natural"),
      description = VisualizationTexts.NATURAL)
  private String images = "stack";

  @Parameter(persist = false, label = "Number of examples", description = VisualizationTexts.TOP)
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

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Path Similarity")
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT, label = "Paths")
  private Plot plot;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  protected void compute() {
    final ImageCollection<InputPicture> natural =
        UserImages.selected("images", images).limited(PictureLimit.of(limit), seed());
    selects(UserImages.selection(images));
    withNetwork(
        (inception, progress) -> {
          compare(inception, natural, opaque(inception, progress), progress);
        });
  }

  /** What the network is to see must hide nothing. */
  private VisualizationRequest opaque(final InceptionV1 inception, final Progress progress) {
    final VisualizationRequest request = request(inception, progress);
    if (request.parameterization().isTransparent()) {
      throw new UserError(
          "parameterization is alpha, but a picture with holes has no path of its own: choose"
              + " fourier, pixel or pyramid");
    }
    return request;
  }

  private void compare(
      final InceptionV1 inception,
      final ImageCollection<InputPicture> natural,
      final VisualizationRequest request,
      final Progress progress) {
    final Unit unit = Visualizer.unit(inception, objective);
    final PathSimilarity paths = new PathSimilarity(inception, unit);
    natural.forEach(picture -> paths.look(picture.view().picture()), progress.part(0, 2));
    looked(natural);
    paths.check(examples);
    final Visualization seen =
        Visualizer.visualize(inception, objective, request, StepListener.NONE, progress.part(1, 2));
    stoppedAfter(seen.steps(), request);
    final List<Similarity> similarities =
        paths.of(seen.results().stream().map(Frame::picture).toList(), examples);
    final Visualizations shown =
        new Visualizations(objective, seen, inception, provenance(inception));
    visualization = shown.image(Optional.empty());
    final String own = inception.architecture().trunk(unit.layer()).name();
    final String described = inception.architecture().entryLabels().described(unit);
    show(new PathReport(unit, described, own, similarities), shown, natural, request);
  }

  private void show(
      final PathReport report,
      final Visualizations shown,
      final ImageCollection<InputPicture> natural,
      final VisualizationRequest request) {
    final Provenance provenance =
        shown.provenance().with("natural pictures", natural).with("top pictures", examples);
    table = report.table();
    plot = report.plot(provenance);
    notes = new ArrayList<>(shown.notes());
    notes.addAll(notes(request));
    notes.addAll(report.notes(provenance));
  }
}
