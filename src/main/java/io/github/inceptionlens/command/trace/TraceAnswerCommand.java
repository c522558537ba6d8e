package io.github.inceptionlens.command.trace;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.trace.TraceRequest;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.command.collection.ResumedScans;
import io.github.inceptionlens.command.diagram.DiagramDrawing;
import io.github.inceptionlens.command.page.PageFile;
import io.github.inceptionlens.command.saliency.SaliencyOptions;
import io.github.inceptionlens.command.unit.IconSheet;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Finds which units made the network answer on an image as it does, and checks that. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Trace Answer...",
    description =
        "Finds which network channels of each layer, and which of those before them, made the network"
            + " answer on this image as it does, and measures how much of the answer they keep when all"
            + " others are taken away.")
public final class TraceAnswerCommand extends NetworkCommand {

  private static final String AUTO = "auto";
  private static final String MAKE = "make";
  private static final String INTEGRATED = "integrated gradients";
  private static final String KEPT = "kept";
  private static final int PARTS = 3;

  @Parameter private ImagePlus image;

  @Parameter(persist = false, label = "Target", description = TraceTexts.TARGET)
  private String target = "top";

  @Parameter(persist = false, label = "Nodes", min = "1", description = TraceTexts.NODES)
  private int nodes = 40;

  @Parameter(
      persist = false,
      label = "Nodes chosen by",
      choices = {INTEGRATED, "gradient", "activation", "pruning"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = TraceTexts.BY)
  private String by = INTEGRATED;

  @Parameter(
      persist = false,
      label = "Layers",
      attrs = @Attr(name = MacroKeys.LIST),
      description = TraceTexts.LAYERS)
  private String layers = NodeLayers.AUTO;

  @Parameter(
      required = false,
      persist = false,
      label = "Reference images",
      style = "directory",
      description = TraceTexts.REFERENCE)
  private String reference = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Counterfactual image",
      style = "open",
      description = TraceTexts.COUNTERFACTUAL)
  private String counterfactual = "";

  @Parameter(
      persist = false,
      label = "Steps",
      min = "1",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = TraceTexts.STEPS)
  private int steps = TraceRequest.STEPS;

  @Parameter(
      persist = false,
      label = "Draws of random circuits",
      min = "1",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = TraceTexts.DRAWS)
  private int draws = 3;

  @Parameter(
      persist = false,
      label = "Seed",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = TraceTexts.SEED)
  private long seed;

  @Parameter(
      persist = false,
      label = "Icons",
      choices = {MAKE, KEPT},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.ICONS)
  private String icons = MAKE;

  @Parameter(
      persist = false,
      label = "Fit to the network's 224 x 224 pixels",
      choices = {AUTO, "center crop", "stretch", "own size"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = TraceTexts.FIT)
  private String fit = AUTO;

  @Parameter(
      persist = false,
      label = "Pixel values shown as black to white",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.RANGE)
  private String range = AUTO;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the circuit (SVG or PDF file)",
      style = "save",
      description = TraceTexts.FILE)
  private String file = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the tables (CSV files)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Circuit")
  private ImagePlus diagram;

  @Parameter(type = ItemIO.OUTPUT, label = "Faithfulness")
  private Plot curves;

  @Parameter(type = ItemIO.OUTPUT, label = "Places")
  private ImagePlus places;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Trace")
  private ResultsTable trace;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Trace Edges",
      attrs = @Attr(name = ResultTables.NAME, value = "edges"))
  private ResultsTable edges;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Faithfulness",
      attrs = @Attr(name = ResultTables.NAME, value = "faithfulness"))
  private ResultsTable faithfulness;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  public List<Suggestion> suggestions(final String key) {
    return switch (key) {
      case "layers" ->
          new Suggestion(NodeLayers.AUTO, "all main layers below the target")
              .before(super.suggestions("layer"));
      case "reference" ->
          new Suggestion("", "what is taken away is 0").before(super.suggestions("images"));
      case "counterfactual" -> new Suggestion("", "none").before(super.suggestions("mask"));
      default -> super.suggestions(key);
    };
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("layers")) {
      namedArchitecture().ifPresent(table -> NodeLayers.check(table, String.valueOf(value)));
    }
    super.check(key, value);
  }

  @Override
  protected void compute() {
    notes = new ArrayList<>();
    final TraceOptions options =
        new TraceOptions(
            Choices.named("by", by, ScoreKind.TRACED, ScoreKind::label), nodes, steps, draws, seed);
    final ReferenceChoice choice = new ReferenceChoice(reference, counterfactual);
    Choices.named("icons", icons, List.of(MAKE, KEPT), label -> label);
    final Optional<PageFile> page = PageFile.of(file);
    final Target asked = Target.parse(target);
    final InputRequest seen =
        new InputRequest(
            SaliencyOptions.fit(fit, List.of(asked)), 1, DisplayRange.parse(range), false);
    final ImageInput input = ImageInput.of(image, seen);
    uses(input);
    final Optional<ImageInput> other = choice.other(image, input, seen);
    warn(other.flatMap(one -> ReferenceChoice.warning(input, one)));
    withNetwork(
        (network, progress) -> {
          if (asked.readsClasses()) {
            warnOfClasses(input, network);
          }
          final TraceQuestion question =
              TraceQuestion.of(network, asked, image, input, layers, other);
          options.require(question.nodes());
          ResultImages.onRegion(input).requireRoom(nodes);
          final HeldReference held =
              other
                  .map(HeldReference::counterfactual)
                  .orElseGet(() -> held(network, question, choice, seen, progress.part(0, PARTS)));
          final TraceFindings found =
              TraceFindings.of(network, question, held, options, progress.part(1, PARTS));
          show(network, question, found, page, progress.part(2, PARTS));
        });
  }

  private HeldReference held(
      final InceptionV1 network,
      final TraceQuestion question,
      final ReferenceChoice choice,
      final InputRequest seen,
      final Progress progress) {
    if (!choice.isMean()) {
      return HeldReference.zero();
    }
    final ImageCollection<InputPicture> pictures = choice.collection(seen);
    final ResumedScans scans =
        new ResumedScans(getClass(), "Trace Answer", notes::add, this::skips);
    return HeldReference.means(network, question.nodes(), pictures, seen, scans, progress);
  }

  private void show(
      final InceptionV1 network,
      final TraceQuestion question,
      final TraceFindings found,
      final Optional<PageFile> page,
      final Progress progress) {
    final TraceResults results =
        new TraceResults(network.architecture(), question, found, provenance(network));
    trace = results.tables().nodes();
    edges = results.tables().edges();
    faithfulness = results.tables().faithfulness();
    curves = results.plot().orElse(null);
    places = results.places();
    notes.addAll(results.notes());
    final IconSheet sheet = new IconSheet(network);
    try {
      sheet.find(results.units(), icons.equalsIgnoreCase(MAKE) ? IconSheet.MOST : 0, progress);
    } finally {
      final DiagramDrawing drawing = results.drawing(sheet.icons());
      diagram =
          results.diagram(drawing, network(), UserImages.isOfFiles(reference) ? reference : "");
      page.ifPresent(one -> one.write(Map.of(results.title(), drawing)));
      sheet.notes().forEach(line -> notes.add("Trace Answer: " + line));
    }
  }
}
