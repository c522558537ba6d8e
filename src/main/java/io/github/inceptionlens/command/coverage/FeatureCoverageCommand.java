package io.github.inceptionlens.command.coverage;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.activation.statistics.UnitSpread;
import io.github.inceptionlens.circuit.tuning.AngleDetectors;
import io.github.inceptionlens.circuit.tuning.UnitTuning;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.command.page.RasterCanvas;
import io.github.inceptionlens.command.tuning.ShownStimuli;
import io.github.inceptionlens.command.tuning.StimulusResponses;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures which angles of curves and edges, and which hues, no unit of a layer prefers. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Feature Coverage...",
    description =
        "Measures which angles of curves and edges, and which hues, no unit of a layer prefers: the"
            + " largest gap between those of its network channels, beside that of a dictionary's entries"
            + " and of as many random directions.")
public final class FeatureCoverageCommand extends CoverageCommand {

  private static final int RESOLUTION = 144;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Feature Coverage")
  private ResultsTable table;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Feature Detectors",
      attrs = @Attr(name = ResultTables.NAME, value = "detectors"))
  private ResultsTable detectors;

  @Parameter(type = ItemIO.OUTPUT, label = "Feature coverage")
  private ImagePlus radial;

  @Override
  protected void compute() {
    table = null;
    detectors = null;
    radial = null;
    rule();
    final List<ShownStimuli> shown = shown();
    withNetwork(
        (network, progress) -> {
          final CoverageSources sources = sources(network.architecture());
          sources.with(
              network, more -> measure(more, sources.in(more.architecture()), shown, progress));
        });
  }

  private void measure(
      final InceptionV1 network,
      final List<CoverageSource> sources,
      final List<ShownStimuli> shown,
      final Progress progress) {
    final UnitChoice choice = CoverageSources.choice(network.architecture(), sources);
    final boolean own = isOfStimuli();
    final int parts = shown.size() + (own ? 0 : 1);
    final List<StimulusResponses> responses = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      responses.add(
          StimulusResponses.of(network, choice, shown.get(i), true, own, progress.part(i, parts)));
    }
    if (own) {
      show(network, sources, shown, responses, StimulusResponses::usual, "stimuli");
      return;
    }
    overImages(
        network,
        choice,
        (usual, name) -> show(network, sources, shown, responses, one -> usual, name),
        progress.part(shown.size(), parts));
  }

  private void show(
      final InceptionV1 network,
      final List<CoverageSource> sources,
      final List<ShownStimuli> shown,
      final List<StimulusResponses> responses,
      final Function<StimulusResponses, Map<Unit, UnitSpread>> usual,
      final String reference) {
    final List<List<CoverageRow>> kinds = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      kinds.add(
          rows(
              kinds().get(i),
              sources,
              shown.get(i),
              responses.get(i).tunings(shown.get(i).all(), usual.apply(responses.get(i)))));
    }
    final List<CoverageRow> all = kinds.stream().flatMap(List::stream).toList();
    table = CoverageTables.gaps(all, reference);
    detectors = CoverageTables.detectors(all);
    radial = picture(kinds, made(network, reference));
  }

  private List<CoverageRow> rows(
      final CoverageKind kind,
      final List<CoverageSource> sources,
      final ShownStimuli shown,
      final List<UnitTuning> tunings) {
    final Map<Unit, UnitTuning> byUnit =
        tunings.stream().collect(Collectors.toMap(UnitTuning::unit, Function.identity()));
    return sources.stream()
        .map(
            source ->
                new CoverageRow(
                    kind,
                    source,
                    AngleDetectors.of(
                        source.units().stream().map(byUnit::get).toList(),
                        shown.set(shown.all()),
                        rule(),
                        new Random(seed()))))
        .toList();
  }

  private Provenance made(final InceptionV1 network, final String reference) {
    return provenance(network)
        .with("method", "feature coverage")
        .with("layer", layer())
        .with("standard deviations over", reference)
        .with("least response", rule().deviations())
        .with("circular variance below", rule().variance())
        .with("least response at a neighboring angle", rule().neighbor());
  }

  /** Of random directions the first draw. */
  private ImagePlus picture(final List<List<CoverageRow>> kinds, final Provenance made) {
    final List<List<CoverageRow>> panels =
        kinds.stream()
            .map(
                rows -> {
                  final long named = rows.stream().filter(row -> !row.source().isRandom()).count();
                  return rows.stream().limit(named + Math.min(1, randoms())).toList();
                })
            .toList();
    final CoverageDrawing drawing =
        new CoverageDrawing(
            "Which angles and hues the units of " + layer() + " prefer",
            panels,
            "A spoke for each detector at its preferred angle; its length is 1 less the circular"
                + " variance, 1 at the outer circle. The largest gap is shaded. By chance: the largest"
                + " gap of so many angles that are drawn uniformly.");
    final ImagePlus image =
        new ImagePlus(
            ResultImages.unique("Feature coverage of " + layer()),
            new ColorProcessor(RasterCanvas.image(drawing, RESOLUTION)));
    ResultImages.describe(image, made);
    return image;
  }
}
