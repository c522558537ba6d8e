package io.github.inceptionlens.command.circuit;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.group.WeightGroups;
import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.circuit.weight.UnitKernels;
import io.github.inceptionlens.circuit.weight.UnitWeights;
import io.github.inceptionlens.circuit.weight.WeightKind;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NeedsNetwork;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.unit.UnitNames;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.dictionary.DictionaryStore;
import java.util.List;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows the weights between units of two layers as those of a few groups of lower units. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Weight Groups...",
    description =
        "Groups the units of a layer by what they do together to those of a higher one, and shows"
            + " the weights as one kernel picture with a color for each group.")
public final class WeightGroupsCommand extends NetworkCommand implements NeedsNetwork {

  private static final int MOST = 64;

  @Parameter(
      persist = false,
      label = "From",
      attrs = {@Attr(name = MacroKeys.EARLY), @Attr(name = MacroKeys.UNITS)},
      description =
          "The lower units, which are grouped: auto for the nearest layer below, a layer such as"
              + " mixed4b, a branch, units, or entries of a dictionary.")
  private String from = LowerEnd.AUTO;

  @Parameter(
      persist = false,
      label = "To",
      attrs = {@Attr(name = MacroKeys.EARLY), @Attr(name = MacroKeys.UNITS)},
      description = "The upper units: a layer, a branch, units such as mixed4c:447, or entries.")
  private String to = "mixed4c:0";

  @Parameter(
      persist = false,
      label = "Weights",
      choices = {"expanded", "direct"},
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "expanded over all that lies between, as if it were linear; direct, as they are stored,"
              + " where layers touch.")
  private String how = "expanded";

  @Parameter(
      persist = false,
      label = "Groups",
      min = "1",
      max = "64",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = "How many groups.")
  private int groups = 3;

  @Parameter(
      persist = false,
      label = "Strongest",
      min = "1",
      description = "How many units of each group are named.")
  private int strongest = 12;

  @Parameter(
      persist = false,
      label = "Seed",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "What is left to chance is drawn from it: the same seed draws the same.")
  private long seed;

  @Parameter(
      required = false,
      persist = false,
      label = "Keep the groups as a dictionary named",
      description =
          "A name under which the groups are kept as a dictionary of the lower layer, for all"
              + " commands (layer=NAME, unit=NAME:0); empty to keep nothing.")
  private String name = "";

  @Parameter(
      persist = false,
      label = "Replace a dictionary of that name",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "Let a dictionary go that has the name already.")
  private boolean replace;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Weights of groups")
  private ImagePlus kernels;

  @Parameter(type = ItemIO.OUTPUT, label = "Colors of groups")
  private ImagePlus colors;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Weight Groups")
  private ResultsTable table;

  @Override
  public List<Suggestion> suggestions(final String key) {
    return switch (key) {
      case "from" ->
          new Suggestion(LowerEnd.AUTO, "the nearest layer below")
              .before(super.suggestions("layer"));
      case "to" -> super.suggestions("layer");
      default -> super.suggestions(key);
    };
  }

  @Override
  public boolean isRead(final String key) {
    return key.equals("replace") ? !name.isBlank() : super.isRead(key);
  }

  @Override
  public void check(final String key, final Object value) {
    final String text = String.valueOf(value);
    switch (key) {
      case "from", "to" ->
          namedArchitecture().ifPresent(network -> LowerEnd.check(network, key, text));
      case "name" -> requireFree(text.strip());
      default -> super.check(key, value);
    }
  }

  private void requireFree(final String asked) {
    if (!asked.isEmpty()) {
      store().requireFree(asked, replace);
    }
  }

  private static DictionaryStore store() {
    return NetworkStore.standard().dictionaries();
  }

  @Override
  protected void compute() {
    final WeightKind kind =
        Choices.named(
            "how", how, List.of(WeightKind.EXPANDED, WeightKind.DIRECT), WeightKind::label);
    if (groups < 1 || groups > MOST) {
      throw new UserError("groups is " + groups + ", expected 1 to " + MOST);
    }
    requireFree(name.strip());
    withNetwork((network, progress) -> show(network, kind, progress));
  }

  private void show(final InceptionV1 network, final WeightKind kind, final Progress progress) {
    final Architecture architecture = network.architecture();
    final KernelEnd upper = KernelEnd.parse(architecture, "to", to);
    final KernelEnd lower = LowerEnd.of(network, from, upper);
    if (!name.isBlank()) {
      ownLayer(architecture, lower.layer());
    }
    final UnitWeights computed =
        kind == WeightKind.DIRECT
            ? UnitWeights.direct(network, lower, upper)
            : UnitWeights.expanded(network, lower, upper);
    final List<UnitKernels> weights = computed.all(progress.part(0, 2));
    final WeightGroups found = WeightGroups.of(weights, groups, seed, progress.part(1, 2));
    final UnitNames names = new UnitNames(architecture);
    final String ends = " from " + names.of(lower) + " to " + names.of(upper);
    final Provenance made =
        provenance(network)
            .with("method", "weight groups of " + kind.words().toLowerCase(Locale.ROOT))
            .with("from", names.of(lower))
            .with("to", names.of(upper))
            .with("explained", found.explained());
    final GroupDirections directions = new GroupDirections(found, lower);
    if (!name.isBlank()) {
      final Dictionary dictionary = directions.dictionary(name.strip(), network, made);
      store().keep(dictionary, replace);
    }
    final KernelStack stack = new KernelStack(found.count(), found.to().size(), found.span());
    for (int unit = 0; unit < found.to().size(); unit++) {
      stack.add(found.kernels(unit, "group"));
    }
    kernels = stack.image("Weights of groups" + ends, made);
    colors = new GroupColoring(found).image("Colors of weight groups" + ends, made);
    table = directions.table(strongest);
  }
}
