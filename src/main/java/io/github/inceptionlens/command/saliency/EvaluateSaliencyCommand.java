package io.github.inceptionlens.command.saliency;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MapReduction;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Selection;
import io.github.inceptionlens.evaluation.MapUnderTest;
import io.github.inceptionlens.evaluation.SaliencyMeasure;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.input.OpenImages;
import io.github.inceptionlens.image.result.RegionOnPicture;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tests a saliency map: whether it tells something of the network, beside maps that cannot. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Evaluate Saliency...",
    description =
        "Tests whether a saliency map tells something of the network, beside maps of random numbers"
            + " and of edges, which cannot.")
public final class EvaluateSaliencyCommand extends OneMethodCommand {

  private static final String SELECTION = "roi";

  @Parameter(
      persist = false,
      label = "Measures",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = SaliencyTexts.MEASURES)
  private String measures = SaliencyMeasure.ALL;

  @Parameter(
      required = false,
      persist = false,
      label = "Truth (open image, or roi)",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = SaliencyTexts.MASK)
  private String mask = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Saliency Evaluation")
  private ResultsTable figures;

  @Parameter(type = ItemIO.OUTPUT, label = "Curves")
  private List<Plot> curves;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  private Provenance provenance = Provenance.EMPTY;
  private String truthUsed = "none";

  @Override
  protected void compute() {
    final AttributionMethod chosen = method();
    final List<SaliencyMeasure> wanted = SaliencyMeasure.parse(measures);
    final InputRequest asked = input(false);
    final ImageInput input =
        isSelection() ? ImageInput.whole(image(), asked) : ImageInput.of(image(), asked);
    uses(input);
    final AttributionRequest request = request(chosen, asked, input);
    final SaliencyEvaluation evaluation = new SaliencyEvaluation(input, wanted, truth(input));
    try {
      work(
          (inception, progress) -> {
            provenance = provenance(inception).with("mask", truthUsed);
            evaluation.run(making(inception, input, chosen, request), progress);
            return evaluation;
          });
    } catch (final CancellationException stopped) {
      show(evaluation);
      throw stopped;
    }
    show(evaluation);
    notes.addAll(SaliencyOptions.notes("Evaluate Saliency", chosen, request));
  }

  private boolean isSelection() {
    return mask.strip().equalsIgnoreCase(SELECTION);
  }

  private Optional<Selection> truth(final ImageInput input) {
    final String title = mask.strip();
    if (title.isEmpty()) {
      return Optional.empty();
    }
    final RegionOnPicture picture = new RegionOnPicture(input);
    if (isSelection()) {
      truthUsed = SELECTION;
      if (image().getRoi() == null) {
        throw new UserError("mask is roi, but nothing is selected on the image: select the truth");
      }
      return Optional.of(picture.ofSelection(image()));
    }
    final ImagePlus named =
        OpenImages.named("mask", title, image())
            .orElseThrow(
                () ->
                    new UserError(
                        "mask is \""
                            + title
                            + "\", expected roi (the selection) or the title, id or path of an image"
                            + " other than the analyzed one"));
    truthUsed = OpenImages.description(named);
    return Optional.of(picture.ofMask(named));
  }

  private Function<Progress, MapUnderTest> making(
      final InceptionV1 inception,
      final ImageInput input,
      final AttributionMethod chosen,
      final AttributionRequest request) {
    final Picture picture = input.frames().get(0).picture();
    final MapReduction reading = reading();
    return progress -> MapUnderTest.of(inception, picture, chosen, request, reading, progress);
  }

  private void show(final SaliencyEvaluation evaluation) {
    if (evaluation.hasBegun()) {
      figures = evaluation.table();
      curves = evaluation.plots(provenance);
      notes = evaluation.notes(provenance);
    }
  }
}
