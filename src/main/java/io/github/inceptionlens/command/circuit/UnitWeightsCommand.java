package io.github.inceptionlens.command.circuit;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.circuit.weight.MeanEffects;
import io.github.inceptionlens.circuit.weight.UnitKernels;
import io.github.inceptionlens.circuit.weight.UnitWeights;
import io.github.inceptionlens.circuit.weight.WeightKind;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.collection.CollectionCommand;
import io.github.inceptionlens.command.unit.IconSheet;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows the weights between units of two layers as kernels. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Unit Weights...",
    description =
        "Shows how units of one layer are made of those of a lower one: the weights between them as"
            + " kernels, the strongest with what both ends look for.")
public final class UnitWeightsCommand extends CollectionCommand {

  private static final String MAKE = "make";

  @Parameter(
      persist = false,
      label = "From",
      attrs = {@Attr(name = MacroKeys.EARLY), @Attr(name = MacroKeys.UNITS)},
      description =
          "The lower units: auto for the nearest layer below, a layer such as mixed4b, a branch such"
              + " as mixed4b_5x5, units such as mixed4b:12,300-340, entries of a dictionary, or input"
              + " for the image's colors.")
  private String from = LowerEnd.AUTO;

  @Parameter(
      persist = false,
      label = "To",
      attrs = {@Attr(name = MacroKeys.EARLY), @Attr(name = MacroKeys.UNITS)},
      description =
          "The upper units: a layer, a branch, units such as mixed4c:447, or entries of a"
              + " dictionary; each gets its own slices of the stack.")
  private String to = "mixed4c:0";

  @Parameter(
      persist = false,
      label = "Weights",
      choices = {"expanded", "direct", "data"},
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "expanded over all that lies between, as if it were linear; direct, as they are stored,"
              + " where layers touch; data, the mean effect on your images (gradient times"
              + " activation).")
  private String how = "expanded";

  @Parameter(
      persist = false,
      label = "Strongest",
      min = "1",
      description = "How many of the lower units are named and shown for each upper unit.")
  private int strongest = 12;

  @Parameter(
      persist = false,
      label = "Icons",
      choices = {MAKE, "kept"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.ICONS)
  private String icons = MAKE;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Montage of weights")
  private ImagePlus montage;

  @Parameter(type = ItemIO.OUTPUT, label = "Weights")
  private ImagePlus kernels;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Weights")
  private ResultsTable weights;

  @Override
  public List<Suggestion> suggestions(final String key) {
    return switch (key) {
      case "from" ->
          new Suggestion(LowerEnd.AUTO, "the nearest layer below")
              .before(
                  new Suggestion(Architecture.INPUT, "the image's colors")
                      .before(super.suggestions("layer")));
      case "to" -> super.suggestions("layer");
      default -> super.suggestions(key);
    };
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "images", "limit", "seed", "range" -> how.equals(WeightKind.DATA.label());
      default -> super.isRead(key);
    };
  }

  @Override
  public void check(final String key, final Object value) {
    switch (key) {
      case "from", "to" ->
          namedArchitecture().ifPresent(table -> LowerEnd.check(table, key, String.valueOf(value)));
      default -> super.check(key, value);
    }
  }

  @Override
  protected void compute() {
    final WeightKind kind = Choices.named("how", how, WeightKind.values(), WeightKind::label);
    withNetwork(
        (network, progress) -> {
          final KernelEnd upper = KernelEnd.parse(network.architecture(), "to", to);
          final KernelEnd lower = LowerEnd.of(network, from, upper);
          switch (kind) {
            case EXPANDED ->
                show(network, kind, UnitWeights.expanded(network, lower, upper), progress);
            case DIRECT -> show(network, kind, UnitWeights.direct(network, lower, upper), progress);
            case DATA -> showEffects(network, lower, upper, progress);
          }
        });
  }

  private void show(
      final InceptionV1 network,
      final WeightKind kind,
      final UnitWeights computed,
      final Progress progress) {
    final KernelResult result =
        new KernelResult(
            network.architecture(),
            kind,
            computed.lower(),
            computed.upper(),
            computed.span(),
            strongest);
    computed.forEach(result::add, progress.part(0, 2));
    show(result, provenance(network));
    showIcons(network, result, provenance(network), progress.part(1, 2));
  }

  private void showEffects(
      final InceptionV1 network,
      final KernelEnd lower,
      final KernelEnd upper,
      final Progress progress) {
    final MeanEffects effects = new MeanEffects(network, lower, upper);
    final ImageCollection<InputPicture> pictures =
        collection(
            Fit.OWN_SIZE,
            (image, request) ->
                ImageInput.inside(image, request, network.architecture().layer(upper.layer())));
    final Scan<InputPicture> scan = new Scan<>(network, effects.names(), pictures);
    final Ride<InputPicture, ?, List<UnitKernels>> seen = scan.ride("effects", effects);
    final KernelResult result =
        new KernelResult(
            network.architecture(), WeightKind.DATA, lower, upper, effects.span(), strongest);
    scan(
        scan,
        pictures,
        network,
        List.of(lower, upper),
        () -> {
          seen.result().forEach(result::add);
          show(result, made(network, pictures, scan));
        },
        progress.part(0, 2));
    showIcons(network, result, made(network, pictures, scan), progress.part(1, 2));
  }

  private Provenance made(
      final InceptionV1 network, final ImageCollection<?> pictures, final Scan<?> scan) {
    return provenance(network).with("images", pictures).with("pictures", scan.pictures());
  }

  private void show(final KernelResult result, final Provenance made) {
    kernels = result.image(made);
    weights = result.table();
  }

  /** Shows the montage; where the user stops the making of icons, without those missing. */
  private void showIcons(
      final InceptionV1 network,
      final KernelResult result,
      final Provenance made,
      final Progress progress) {
    final IconSheet sheet = new IconSheet(network);
    try {
      sheet.find(result.units(), icons.equals(MAKE) ? IconSheet.MOST : 0, progress);
    } finally {
      montage = result.montage(sheet, made);
      Stream.concat(result.notes(), sheet.notes().stream())
          .forEach(line -> note("Unit Weights: " + line));
    }
  }
}
