package io.github.inceptionlens.command.circuit;

import io.github.inceptionlens.circuit.diagram.StepLayers;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.Locale;

/** The layers from which the steps of a circuit lead to the next, as users write them. */
final class CircuitLayers {

  static final String AUTO = "auto";

  private final boolean auto;
  private final List<String> named;

  private CircuitLayers(final Architecture table, final String text) {
    final List<String> all = Choices.list(text, ",").filter(name -> !name.isEmpty()).toList();
    auto = all.isEmpty() || all.stream().anyMatch(AUTO::equalsIgnoreCase);
    named =
        all.stream()
            .filter(name -> !name.equalsIgnoreCase(AUTO))
            .map(name -> table.layer("layers", name).name())
            .toList();
    named.forEach(name -> require(table, name));
  }

  private static void require(final Architecture table, final String name) {
    if (!table.isGrafted(name) && !table.mainLayers().contains(name)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "layers is \"%s\", expected auto, dictionaries, or some of %s",
              name,
              String.join(", ", table.mainLayers())));
    }
  }

  /**
   * Looks at a text.
   *
   * @throws UserError when there is no such layer
   */
  static void check(final Architecture table, final String text) {
    new CircuitLayers(table, text);
  }

  /**
   * The layers.
   *
   * @param text auto for all main layers, or some of them; a dictionary stands for the layer that
   *     it reads
   * @throws UserError when there is no such layer, or a dictionary cannot stand for one
   */
  static StepLayers of(final InceptionV1 network, final String text) {
    final CircuitLayers layers = new CircuitLayers(network.architecture(), text);
    return layers.auto
        ? StepLayers.all(network, layers.named)
        : StepLayers.only(network, layers.named);
  }
}
