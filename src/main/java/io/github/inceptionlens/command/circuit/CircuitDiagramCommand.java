package io.github.inceptionlens.command.circuit;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.diagram.CircuitSearch;
import io.github.inceptionlens.circuit.diagram.ErrorEdge;
import io.github.inceptionlens.circuit.diagram.KernelFinder;
import io.github.inceptionlens.circuit.diagram.MeasuredFinder;
import io.github.inceptionlens.circuit.diagram.StepLayers;
import io.github.inceptionlens.circuit.diagram.UnitCircuit;
import io.github.inceptionlens.circuit.weight.WeightKind;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.collection.CollectionCommand;
import io.github.inceptionlens.command.diagram.DiagramDrawing;
import io.github.inceptionlens.command.diagram.DiagramImage;
import io.github.inceptionlens.command.page.PageFile;
import io.github.inceptionlens.command.unit.IconSheet;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.edit.NetworkEdit;
import io.github.inceptionlens.network.edit.Unexplained;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Draws the circuit of a unit. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Circuit Diagram...",
    description =
        "Draws how a unit is made of the units below it, step by step, and what it feeds: with what"
            + " they look for, and the weights between them.")
public final class CircuitDiagramCommand extends CollectionCommand {

  private static final String MAKE = "make";

  /** How many units above are measured on pictures for each that is shown. */
  private static final int CANDIDATES = 4;

  @Parameter(
      persist = false,
      label = "Unit",
      attrs = {@Attr(name = MacroKeys.EARLY), @Attr(name = MacroKeys.UNITS)},
      description =
          "The unit in the middle, such as mixed4c:447: a channel of a layer or a branch, an entry of"
              + " a dictionary, or a class such as softmax2_pre_activation:3.")
  private String unit = "mixed4c:0";

  @Parameter(
      persist = false,
      label = "Steps below",
      min = "1",
      max = "11",
      description = "How many steps below the unit are shown, 1 to 11; what it feeds is one step.")
  private int depth = 2;

  @Parameter(
      persist = false,
      label = "Units of each step",
      min = "1",
      max = "12",
      description =
          "How many units of each step are shown at most, 1 to 12: next to the unit its strongest"
              + " neighbors, further below those that count most for the ones that are shown.")
  private int breadth = 5;

  @Parameter(
      persist = false,
      label = "Weights",
      choices = {"expanded", "direct", "data"},
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "expanded over all that lies between main layers, as if it were linear; direct, as they are"
              + " stored, from each layer to the one that it touches; data, the mean effect on your"
              + " images (gradient times activation).")
  private String how = "expanded";

  @Parameter(
      persist = false,
      label = "Layers",
      attrs = {@Attr(name = MacroKeys.EARLY), @Attr(name = MacroKeys.LIST)},
      description =
          "From which layers steps lead to the next: auto (all main layers), or some of these; a"
              + " dictionary stands for the layer that it reads (auto, mydict).")
  private String layers = CircuitLayers.AUTO;

  @Parameter(
      persist = false,
      label = "Icons",
      choices = {MAKE, "kept"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.ICONS)
  private String icons = MAKE;

  @Parameter(
      persist = false,
      label = "Top crops",
      min = "0",
      max = "4",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "How many of the crops that drive a unit most are shown beside it, 0 to 4, where Dataset"
              + " Examples... keeps some.")
  private int crops = 2;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the diagram (SVG or PDF file)",
      style = "save",
      description = "A file that ends in .svg or .pdf; it takes the place of an earlier one.")
  private String file = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  private DiagramDrawing drawing;

  @Parameter(type = ItemIO.OUTPUT, label = "Circuit diagram")
  private ImagePlus diagram;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Circuit")
  private ResultsTable circuit;

  @Override
  public List<Suggestion> suggestions(final String key) {
    return switch (key) {
      case "unit" -> super.suggestions("layer");
      case "layers" ->
          new Suggestion(CircuitLayers.AUTO, "all main layers").before(super.suggestions("layer"));
      default -> super.suggestions(key);
    };
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "images", "limit", "seed", "range" -> how.equals(WeightKind.DATA.label());
      case "layers" -> !how.equals(WeightKind.DIRECT.label());
      default -> super.isRead(key);
    };
  }

  @Override
  public void check(final String key, final Object value) {
    final String text = String.valueOf(value);
    switch (key) {
      case "unit" -> namedArchitecture().ifPresent(table -> CircuitUnit.parse(table, text));
      case "layers" -> namedArchitecture().ifPresent(table -> CircuitLayers.check(table, text));
      case "file" -> PageFile.of(text);
      default -> super.check(key, value);
    }
  }

  @Override
  protected void compute() {
    final WeightKind kind = kind();
    final Optional<PageFile> target = PageFile.of(file);
    withNetwork(
        (network, progress) -> {
          final Unit middle = CircuitUnit.parse(network.architecture(), unit);
          switch (kind) {
            case EXPANDED ->
                draw(
                    network,
                    KernelFinder.expanded(network, CircuitLayers.of(network, layers)),
                    middle,
                    progress);
            case DIRECT -> draw(network, KernelFinder.direct(network), middle, progress);
            case DATA -> drawEffects(network, middle, progress);
          }
        });
    target.ifPresent(one -> one.write(Map.of(diagram.getTitle(), drawing)));
  }

  private WeightKind kind() {
    return Choices.named("how", how, WeightKind.values(), WeightKind::label);
  }

  private void draw(
      final InceptionV1 network,
      final KernelFinder finder,
      final Unit middle,
      final Progress progress) {
    final UnitCircuit found = circuit(network, finder, middle, progress);
    show(network, finder, found, List.of(), provenance(network), progress);
  }

  private UnitCircuit circuit(
      final InceptionV1 network,
      final KernelFinder finder,
      final Unit middle,
      final Progress progress) {
    return new CircuitSearch(network.architecture(), finder, breadth)
        .find(middle, depth, progress.part(0, 2));
  }

  private void drawEffects(final InceptionV1 network, final Unit middle, final Progress progress) {
    final List<NetworkEdit> unexplained =
        CircuitLayers.of(network, layers).unexplained().stream()
            .<NetworkEdit>map(Unexplained::new)
            .toList();
    try (InceptionV1 more = network.with(unexplained)) {
      measure(more, CircuitLayers.of(more, layers), middle, progress);
    }
  }

  private void measure(
      final InceptionV1 network,
      final StepLayers steps,
      final Unit middle,
      final Progress progress) {
    final Layer highest = highest(network, steps, middle);
    final ImageCollection<InputPicture> pictures =
        collection(Fit.OWN_SIZE, (image, request) -> ImageInput.inside(image, request, highest));
    final CircuitEffects effects =
        new CircuitEffects(
            network,
            pictures,
            (scan, parameters, part) -> scanFirst(scan, pictures, network, parameters, part));
    final MeasuredFinder finder = new MeasuredFinder(network, steps, CANDIDATES * breadth, effects);
    final UnitCircuit found = circuit(network, finder, middle, progress);
    effects.discard();
    final List<ErrorEdge> errors = effects.errors().of(found);
    CircuitGraph.shares(errors).forEach(line -> note(name() + ": " + line));
    show(network, finder, found, errors, provenance(network).with("images", pictures), progress);
  }

  /** The highest layer that is measured. */
  private static Layer highest(
      final InceptionV1 network, final StepLayers steps, final Unit middle) {
    final Architecture table = network.architecture();
    final Layer own = table.layer("unit", middle.layer());
    return MeasuredFinder.above(network, steps, middle).stream()
        .findFirst()
        .map(table::layer)
        .orElse(own);
  }

  /** Shows the circuit; where the user stops the making of icons, without those missing. */
  private void show(
      final InceptionV1 network,
      final KernelFinder finder,
      final UnitCircuit found,
      final List<ErrorEdge> errors,
      final Provenance made,
      final Progress progress) {
    final CircuitGraph graph = new CircuitGraph(network.architecture(), kind(), found, errors);
    graph.missing(finder).forEach(line -> note(name() + ": " + line));
    circuit = CircuitTable.of(network.architecture(), kind(), found, errors);
    final IconSheet sheet = new IconSheet(network);
    try {
      sheet.find(found.units(), icons.equals(MAKE) ? IconSheet.MOST : 0, progress.part(1, 2));
    } finally {
      drawing = new DiagramDrawing(graph.graph(sheet.icons(), new KeptCrops(network, crops)));
      diagram =
          DiagramImage.of(
              graph.title(),
              drawing,
              network(),
              isFolder() ? images() : "",
              made.with("method", "circuit").with("unit", found.unit()));
      sheet.notes().forEach(line -> note(name() + ": " + line));
    }
  }

  /** Whether the user named images that are found again whatever is open. */
  private boolean isFolder() {
    return kind() == WeightKind.DATA && UserImages.isOfFiles(images());
  }
}
