package io.github.inceptionlens.command.trace;

import io.github.inceptionlens.circuit.node.TraceNodes;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.Locale;

/** The layers whose units are nodes, as users write them. */
final class NodeLayers {

  static final String AUTO = "auto";

  private final Architecture table;
  private final List<String> named;
  private final boolean auto;

  private NodeLayers(final Architecture table, final String text) {
    this.table = table;
    final List<String> all = Choices.list(text, ",").filter(name -> !name.isEmpty()).toList();
    auto = all.isEmpty() || all.stream().anyMatch(AUTO::equalsIgnoreCase);
    named =
        all.stream()
            .filter(name -> !name.equalsIgnoreCase(AUTO))
            .map(name -> table.layer("layers", name).name())
            .toList();
  }

  /**
   * Looks at a text.
   *
   * @throws UserError when there is no such layer
   */
  static void check(final Architecture table, final String text) {
    new NodeLayers(table, text);
  }

  /**
   * The nodes below an answer.
   *
   * @param text auto for all main layers, or some of them; a dictionary stands for the layer that
   *     it reads
   * @throws UserError when a layer has no nodes for this answer
   */
  static TraceNodes nodes(final Architecture table, final Objective answer, final String text) {
    return new NodeLayers(table, text).below(answer);
  }

  private TraceNodes below(final Objective answer) {
    final TraceNodes all =
        TraceNodes.below(table, answer, named.stream().filter(table::isGrafted).toList());
    for (final String name : named) {
      if (!all.names().contains(name)) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "layers is \"%s\", but its units are no nodes of this target: give auto, dictionaries,"
                    + " or some of %s",
                name,
                String.join(", ", all.names())));
      }
    }
    return auto ? all : all.of(named);
  }
}
