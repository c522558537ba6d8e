package io.github.inceptionlens.command.superposition;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.superposition.PhaseGrid;
import io.github.inceptionlens.superposition.ToyModel;
import io.github.inceptionlens.superposition.ToyProblem;
import io.github.inceptionlens.superposition.ToyRequest;
import io.github.inceptionlens.superposition.ToyTraining;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains the toy models that show superposition. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Toy Model...",
    description =
        "Trains tiny models that must write more features down than they have dimensions, and shows"
            + " how they do it: features in superposition, the rarer the more.")
public final class ToyModelCommand extends LensCommand {

  private static final int MOST = 400;
  private static final int MOST_TRIES = 100;
  private static final int PHASES = 20;
  private static final int PHASE_TRIES = 6;
  private static final int PHASE_STEPS = 1_000;
  private static final int PHASE_BATCH = 256;
  private static final double PHASE_RATE = 0.01;

  /** The phase diagram takes so many times as long as a usual sweep. */
  private static final int SHARE = 3;

  @Parameter(
      persist = false,
      label = "Features",
      min = "1",
      max = "400",
      description = "How many features a model is given.")
  private int features = 5;

  @Parameter(
      persist = false,
      label = "Hidden dimensions",
      min = "1",
      max = "400",
      description = "In how many dimensions it writes them down; with 2 they are drawn as arrows.")
  private int hidden = 2;

  @Parameter(
      persist = false,
      label = "Importance",
      min = "0",
      max = "1",
      description =
          "How many times as important each feature is as the one before: feature i counts this to"
              + " the power of i; 1 for all alike.")
  private double importance = 0.9;

  @Parameter(
      persist = false,
      label = "Sparsities",
      description =
          "How probable it is that a feature is 0, a model for each: numbers from 0 to less than 1"
              + " such as 0,0.8,0.95; auto for ten, from 0 to 0.95.")
  private String sparsity = SparsityList.AUTO;

  @Parameter(
      persist = false,
      label = "Phase diagram",
      description =
          "Also trains models of two features and one dimension, over how rare and how important the"
              + " second one is.")
  private boolean phase;

  @Parameter(
      persist = false,
      label = "Steps",
      min = "1",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "How often the models are changed, each time by another batch.")
  private int steps = 10_000;

  @Parameter(
      persist = false,
      label = "Tries",
      min = "1",
      max = "100",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "From how many starts each model is trained; the one with the least loss counts.")
  private int tries = 4;

  @Parameter(
      persist = false,
      label = "Batch",
      min = "1",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "How many draws of all features each step learns from.")
  private int batch = 1024;

  @Parameter(
      persist = false,
      label = "Learning rate",
      min = "0",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "The step width of AdamW.")
  private double learning_rate = 0.001;

  @Parameter(
      persist = false,
      label = "Seed",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "What starts and draws come from.")
  private long seed;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Phases")
  private ImagePlus diagram;

  @Parameter(type = ItemIO.OUTPUT, label = "Dimensions per feature")
  private Plot shares;

  @Parameter(type = ItemIO.OUTPUT, label = "Dimensionality")
  private Plot dimensionality;

  @Parameter(type = ItemIO.OUTPUT, label = "Models")
  private ImagePlus figure;

  @Parameter(type = ItemIO.OUTPUT, label = "Weights")
  private ImagePlus weights;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Toy Model")
  private ResultsTable table;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Toy Phases",
      attrs = @Attr(name = ResultTables.NAME, value = "phases"))
  private ResultsTable phaseTable;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  public List<Suggestion> suggestions(final String key) {
    return key.equals("sparsity")
        ? List.of(
            new Suggestion(SparsityList.AUTO, "ten, from 0 to 0.95"),
            new Suggestion("0,0.8,0.95", "none, pairs, a pentagon"))
        : super.suggestions(key);
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("sparsity")) {
      SparsityList.problems(String.valueOf(value), 1, 1);
    }
    super.check(key, value);
  }

  @Override
  protected void compute() {
    final ToyRequest request = request();
    lens()
        .reporting(
            progress -> {
              train(request, phase ? progress.part(0, SHARE) : progress, this::show);
              if (phase) {
                final PhaseGrid grid = new PhaseGrid(PHASES);
                final Progress rest =
                    (fraction, what) -> progress.at((1 + fraction * (SHARE - 1)) / SHARE, what);
                train(phaseRequest(grid), rest, models -> show(grid, models));
              }
              return null;
            });
  }

  private ToyRequest request() {
    require("features", features, 1, MOST);
    require("hidden", hidden, 1, MOST);
    require("tries", tries, 1, MOST_TRIES);
    require("steps", steps, 1, Integer.MAX_VALUE);
    require("batch", batch, 1, Integer.MAX_VALUE);
    if (!(importance > 0 && importance <= 1)) {
      throw new UserError("importance is " + importance + ", expected above 0 to 1");
    }
    if (!(learning_rate > 0 && learning_rate <= 1)) {
      throw new UserError("learning_rate is " + learning_rate + ", expected above 0 to 1");
    }
    final List<ToyProblem> problems = SparsityList.problems(sparsity, features, importance);
    return new ToyRequest(problems, hidden, tries, steps, batch, learning_rate, seed);
  }

  private static void require(final String key, final int value, final int least, final int most) {
    if (value < least || value > most) {
      throw new UserError(
          String.format(Locale.ROOT, "%s is %d, expected %d to %d", key, value, least, most));
    }
  }

  private ToyRequest phaseRequest(final PhaseGrid grid) {
    return new ToyRequest(
        grid.problems(), 1, PHASE_TRIES, PHASE_STEPS, PHASE_BATCH, PHASE_RATE, seed);
  }

  /** Shows what there is also where the user stopped it. */
  private void train(
      final ToyRequest request, final Progress progress, final Consumer<List<ToyModel>> show) {
    try (ToyTraining training = new ToyTraining(request)) {
      try {
        training.run(progress);
      } finally {
        if (training.steps() > 0) {
          show.accept(training.models());
        }
        if (training.steps() < request.steps()) {
          notes =
              List.of(
                  String.format(
                      Locale.ROOT,
                      "Toy Model: stopped after %,d of %,d steps",
                      training.steps(),
                      request.steps()));
        }
      }
    }
  }

  private void show(final List<ToyModel> models) {
    final Provenance made = provenance().with("method", "toy models of superposition");
    weights = ToyWeights.stack(models, made);
    figure = ToyFigure.of(models, made);
    dimensionality = ToyPlots.dimensionality(models, made);
    shares = ToyPlots.perFeature(models, made);
    table = ToyTables.models(models);
  }

  private void show(final PhaseGrid grid, final List<ToyModel> models) {
    diagram =
        PhasePicture.of(
            grid, models, provenance().with("method", "phase diagram of superposition"));
    phaseTable = ToyTables.phases(grid, models);
  }
}
