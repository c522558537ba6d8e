package io.github.inceptionlens.command.evidence;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.command.natural.Evidence;
import io.github.inceptionlens.command.visualization.VisualizationCommand;
import io.github.inceptionlens.command.visualization.VisualizationTexts;
import io.github.inceptionlens.command.visualization.Visualizations;
import io.github.inceptionlens.command.window.WindowSession;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.reading.Queries;
import io.github.inceptionlens.reading.Side;
import io.github.inceptionlens.visualization.feature.StepListener;
import io.github.inceptionlens.visualization.feature.Visualization;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.visualization.feature.Visualizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells a user whether he can predict a unit's response on his own images. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Two-Alternative Test...",
    description =
        "Tests whether you understand a unit: shows what drives it and asks, again and again, which"
            + " of two crops of your own images drives it more.")
public final class TwoAlternativeCommand extends VisualizationCommand {

  private static final String NATURAL = "natural";
  private static final String VISUALIZATION = "visualization";
  private static final String BOTH = "both";
  private static final String NONE = "none";

  @Parameter(
      persist = false,
      label = "Objective",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = VisualizationTexts.UNIT)
  private String objective = "mixed4c:12";

  @Parameter(
      persist = false,
      label = "Reference pictures",
      choices = {NATURAL, VISUALIZATION, BOTH},
      description =
          "What shows you what drives the unit: crops of your own images, pictures that the network"
              + " draws, or both.")
  private String references = NATURAL;

  @Parameter(
      persist = false,
      label = "Pictures per objective",
      min = "1",
      max = "16",
      description = "How many different pictures are drawn, where references shows visualizations.")
  private int facets = 1;

  @Parameter(
      persist = false,
      label = "Natural images",
      style = "directory",
      attrs = @Attr(name = MacroKeys.ALIAS, value = "natural"),
      description = "Best 20 slices or more. " + ParameterTexts.IMAGES)
  private String images = "stack";

  @Parameter(
      persist = false,
      label = "Number of examples",
      min = "1",
      max = "16",
      description =
          "How many natural pictures, those that drive the unit most, are references; they are never"
              + " asked for.")
  private int examples = 4;

  @Parameter(
      persist = false,
      label = "Questions",
      choices = {"extreme", "any"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "extreme sets one of the strongest quarter of crops against one of the weakest, any takes"
              + " any two of different pictures, which is harder.")
  private String queries = "extreme";

  @Parameter(
      persist = false,
      label = "Number of trials",
      min = "1",
      max = "200",
      description = "How often you are asked; the more, the narrower the confidence interval.")
  private int trials = 20;

  @Parameter(
      required = false,
      persist = false,
      label = "Answers given beforehand",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "Empty: a window asks you. none: only makes the trials. LRRL-...: the answers of another"
              + " observer, L, R or - (none) for each trial.")
  private String answers = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "References")
  private ImagePlus shown;

  @Parameter(type = ItemIO.OUTPUT, label = "Trials")
  private ImagePlus asked;

  @Parameter(type = ItemIO.OUTPUT, label = "Two-Alternative Trials")
  private ResultsTable table;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "Two-Alternative Accuracy",
      attrs = @Attr(name = ResultTables.NAME, value = "accuracy"))
  private ResultsTable accuracy;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  private record Material(TwoAlternativeTask task, TwoAlternativeReferences references) {}

  private List<String> captions = List.of();

  @Override
  protected void compute() {
    if (!List.of(NATURAL, VISUALIZATION, BOTH).contains(references)) {
      throw new UserError(
          "references is \"" + references + "\", expected natural, visualization or both");
    }
    final TwoAlternativeTask.Design design =
        new TwoAlternativeTask.Design(examples, Queries.named(queries), trials, seed());
    final boolean blind = answers.strip().equalsIgnoreCase(NONE);
    final List<Optional<Side>> given = blind ? List.of() : given();
    final ImageCollection<InputPicture> natural = UserImages.selected("images", images);
    selects(UserImages.selection(images));
    notes = new ArrayList<>();
    final Material material =
        work(
            (inception, progress) ->
                prepare(inception, natural, drawn(inception, progress), design, progress));
    looked(natural);
    if (blind) {
      table = TwoAlternativeReport.sheet(material.task());
    } else {
      report(material, given, design);
    }
    show(material, natural);
  }

  private VisualizationRequest drawn(final InceptionV1 inception, final Progress progress) {
    return request(inception, progress).facets(facets, VisualizationRequest.STANDARD.diversity());
  }

  /** The answers of a macro; none where a person is to be asked. */
  private List<Optional<Side>> given() {
    if (!answers.isBlank()) {
      final List<Optional<Side>> given = Side.answers(answers, trials);
      TwoAlternativeReport.requireAnswer(given);
      return given;
    } else if (!WindowSession.isPossible()) {
      throw new UserError(
          "answers is empty, but there is no window to ask you in: run ImageJ with its window, or"
              + " give answers such as LRRL, or none for the trials alone");
    }
    return List.of();
  }

  private Material prepare(
      final InceptionV1 inception,
      final ImageCollection<InputPicture> natural,
      final VisualizationRequest request,
      final TwoAlternativeTask.Design design,
      final Progress progress) {
    final Unit unit = Visualizer.unit(inception, objective);
    if (references.equals(NATURAL)) {
      final TwoAlternativeTask task =
          TwoAlternativeTask.of(inception, unit, natural, design, progress);
      final Evidence crops = Evidence.of(inception, unit, natural, task.references());
      return new Material(
          task, new TwoAlternativeReferences(List.of(), crops, provenance(inception)));
    }
    final TwoAlternativeTask task =
        TwoAlternativeTask.of(inception, unit, natural, design, progress.part(0, 2));
    final List<Example> places = references.equals(VISUALIZATION) ? List.of() : task.references();
    final Evidence crops = Evidence.of(inception, unit, natural, places);
    final Visualizations drawn = draw(inception, request, progress.part(1, 2));
    return new Material(
        task, new TwoAlternativeReferences(drawn.results(), crops, drawn.provenance()));
  }

  private Visualizations draw(
      final InceptionV1 inception, final VisualizationRequest request, final Progress progress) {
    final Visualization seen =
        Visualizer.visualize(inception, objective, request, StepListener.NONE, progress);
    if (seen.interrupted()) {
      throw new CancellationException("the test was stopped before it began");
    }
    final Visualizations drawn =
        new Visualizations(objective, seen, inception, provenance(inception));
    notes.addAll(drawn.notes());
    return drawn;
  }

  private void report(
      final Material material,
      final List<Optional<Side>> given,
      final TwoAlternativeTask.Design design) {
    final TwoAlternativeObserver observer =
        given.isEmpty()
            ? new TwoAlternativePerson(objective, material.references().kinds(objective))
            : TwoAlternativeObserver.saying(given);
    final TwoAlternativeReport report =
        new TwoAlternativeReport(material.task(), observer.answers(material.task().pairs()));
    answers = report.answers();
    table = report.trials();
    accuracy = report.accuracy(references, design);
    notes.add(report.note());
    captions = report.captions();
  }

  private void show(final Material material, final ImageCollection<InputPicture> natural) {
    final Unit unit = material.task().unit();
    final Provenance provenance =
        material
            .references()
            .provenance()
            .with(provenance())
            .with("unit asked for", unit)
            .with("pictures", natural);
    shown = material.references().montage(provenance);
    final String title = "Trials of " + material.task().described();
    asked =
        captions.isEmpty()
            ? material.task().pairs().image(title, provenance)
            : material.task().pairs().image(title, captions, provenance);
  }
}
