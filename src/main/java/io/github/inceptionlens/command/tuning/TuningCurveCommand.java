package io.github.inceptionlens.command.tuning;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.activation.statistics.UnitSpread;
import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.circuit.tuning.UnitTuning;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows how units are tuned to angle, curvature, size, contrast, color or frequency. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Tuning Curve...",
    description =
        "Shows how units respond to stimuli whose angle, curvature, size, contrast, color or"
            + " frequency varies: the stack of Make Stimuli..., a stack of yours with a table, or"
            + " crops of your images that are turned.")
public final class TuningCurveCommand extends TuningCommand {

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Tuning")
  private ResultsTable tuning;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Tuning Curve",
      attrs = @Attr(name = ResultTables.NAME, value = "curve"))
  private ResultsTable curves;

  @Parameter(type = ItemIO.OUTPUT, label = "Tuning")
  private Plot plot;

  @Parameter(type = ItemIO.OUTPUT, label = "Radial tuning")
  private Plot radial;

  @Parameter(type = ItemIO.OUTPUT, label = "Curvatures")
  private Plot curvatures;

  @Parameter(type = ItemIO.OUTPUT, label = "Sizes")
  private Plot sizes;

  @Parameter(type = ItemIO.OUTPUT, label = "Contrasts")
  private Plot contrasts;

  @Parameter(type = ItemIO.OUTPUT, label = "Frequencies")
  private Plot frequencies;

  @Override
  protected void compute() {
    tuning = null;
    curves = null;
    requireStimuli();
    final boolean middle = isOfMiddle();
    withNetwork(
        (network, progress) -> {
          final UnitChoice choice = choice(network.architecture());
          measure(network, choice, shown(network, choice), middle, progress);
        });
  }

  private void measure(
      final InceptionV1 network,
      final UnitChoice choice,
      final ShownStimuli shown,
      final boolean middle,
      final Progress progress) {
    shown.requireVaried();
    final boolean own = isOfStimuli();
    final StimulusResponses responses =
        StimulusResponses.of(network, choice, shown, middle, own, progress.part(0, own ? 1 : 2));
    if (own) {
      show(network, shown, responses, responses.usual(), "stimuli");
      return;
    }
    overImages(
        network,
        choice,
        (usual, name) -> show(network, shown, responses, usual, name),
        progress.part(1, 2));
    looked(shown.pictures());
  }

  private void show(
      final InceptionV1 network,
      final ShownStimuli shown,
      final StimulusResponses responses,
      final Map<Unit, UnitSpread> usual,
      final String reference) {
    final List<TunedGroup> groups = new ArrayList<>();
    for (final String turned : shown.turned()) {
      final int[] indices = shown.indices(turned);
      groups.add(
          new TunedGroup(
              turned,
              shown.set(indices),
              Arrays.stream(indices).mapToObj(shown.stimuli()::get).toList(),
              responses.tunings(indices, usual)));
    }
    final TuningTables tables = new TuningTables(groups, reference);
    tuning = tables.tuning();
    curves = tables.curves();
    warn(unchanging(groups.get(0).units(), reference));
    draw(network, shown, groups.get(0), reference);
  }

  private static Optional<String> unchanging(final List<UnitTuning> units, final String reference) {
    final List<String> same =
        units.stream()
            .filter(unit -> !unit.isStandardized())
            .map(unit -> unit.unit().toString())
            .toList();
    return same.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "Tuning Curve: %s and %d others are the same everywhere on %s: their responses are in"
                    + " units of the activation, not in standard deviations",
                same.get(0),
                same.size() - 1,
                reference));
  }

  private void draw(
      final InceptionV1 network,
      final ShownStimuli shown,
      final TunedGroup group,
      final String reference) {
    final Provenance provenance =
        provenance(network)
            .with("method", "tuning curve")
            .with("response", isOfMiddle() ? "center" : "peak")
            .with("standard deviations over", reference);
    final TuningPlots plots =
        new TuningPlots(
            shown.title(),
            group,
            isOfStimuli() ? "Response (SD over stimuli)" : "Response (SD over images)",
            network.architecture().entryLabels(),
            provenance);
    radial = plots.radial().orElse(null);
    curvatures = plots.over(StimulusParameter.CURVATURE).orElse(null);
    sizes = plots.over(StimulusParameter.SIZE).orElse(null);
    contrasts = plots.over(StimulusParameter.CONTRAST).orElse(null);
    frequencies = plots.over(StimulusParameter.FREQUENCY).orElse(null);
    plot = plots.angles().orElse(null);
  }
}
