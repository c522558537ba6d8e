package io.github.inceptionlens.command.edit;

import ij.measure.ResultsTable;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NamedDictionaries;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.network.NetworksTable;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.EditRecipe;
import io.github.inceptionlens.weights.NetworkState;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.TrainedNetwork;
import io.github.inceptionlens.weights.variant.Variant;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes a variant of a network: a small file of edits that is used as a network. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Edit Network...",
    description =
        "Makes a variant of a network, with network channels taken away or changed and weights set,"
            + " that is used as a network under its own name.")
public final class EditNetworkCommand extends NetworkCommand {

  @Parameter(
      persist = false,
      label = "Name of the variant",
      description = "Letters, digits, dots, dashes and underscores; no network's name.")
  private String name = "";

  @Parameter(
      persist = false,
      label = "Edits",
      description =
          "Statements with semicolons between, done in this order: ablate mixed4c:447; average"
              + " mixed4c:12,300-340; clamp mixed4c:447 to 5; scale mixed4c_5x5:12 by 2; substitute"
              + " mixed4c by mydict; weight mixed4b:3 -> mixed4c_1x1:7 = 0; negative weights mixed4b"
              + " -> mixed4c_3x3:7 = 0.")
  private String edits = "";

  @Parameter(
      persist = false,
      label = "Replace a variant of that name",
      description = "Whether a variant of that name goes.")
  private boolean replace;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Networks")
  private ResultsTable networks;

  @Override
  public void check(final String key, final Object value) {
    switch (key) {
      case "name" -> free(String.valueOf(value));
      case "edits" ->
          namedArchitecture()
              .ifPresentOrElse(
                  table -> EditRecipe.on(table, String.valueOf(value)),
                  () -> EditRecipe.parse(String.valueOf(value)));
      default -> super.check(key, value);
    }
  }

  private String free(final String text) {
    if (text.isBlank()) {
      throw new UserError("name is empty: say what the variant is to be called, such as mine");
    }
    NetworkStore.standard().requireFree(text.strip(), replace);
    return text.strip();
  }

  @Override
  protected void compute() {
    final String chosen = free(name);
    final String recipe = EditRecipe.text(EditRecipe.parse(edits));
    final String parent = parent(chosen);
    final List<Dictionary> dictionaries = NamedDictionaries.in(edits).read();
    networks =
        lens()
            .work(
                network(),
                (inception, progress) -> {
                  dictionaries.forEach(
                      one -> one.requireHome(inception.architecture().name(), inception.lineage()));
                  final Variant variant =
                      new Variant(chosen, parent, inception.digest(), recipe, dictionaries);
                  inception.with(variant.edits()).close();
                  NetworkStore.standard().variants().keep(variant, replace);
                  return NetworksTable.of(listed(chosen));
                });
  }

  private static List<NetworkState> listed(final String variant) {
    return NetworkStore.standard().list().stream()
        .filter(one -> one.name().equals(variant))
        .toList();
  }

  /** The name of the network that is edited. */
  private String parent(final String variant) {
    final TrainedNetwork trained = TrainedNetwork.named(network());
    final String parent = trained.name();
    if (trained.ancestry().contains(variant)) {
      throw new UserError(
          "name is \""
              + variant
              + "\", but the network to be edited is that one or a variant of it: choose another"
              + " name");
    }
    if (NetworkStore.standard().list().stream().noneMatch(one -> one.name().equals(parent))) {
      throw new UserError(
          "network is \""
              + network()
              + "\", which has no name of its own: add it first by InceptionV1 Networks...");
    }
    return parent;
  }
}
