package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts a dictionary's way back in the place of the layer that it reads; what it does not explain is
 * lost, so that all above works with the dictionary's entries alone.
 *
 * @param layer the layer that the dictionary reads, canonical name or alias
 * @param dictionary a graft of the layer, with a decoder
 */
public record Substitution(String layer, String dictionary) implements NetworkEdit {

  @Override
  public Architecture architecture(final Architecture parent) {
    final Layer place = parent.layer(layer);
    Feedback.requireDecoder(parent, dictionary);
    if (!parent.trunk(dictionary).name().equals(place.name())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "dictionary %s is one of layer %s: it cannot stand in for %s",
              dictionary,
              parent.trunk(dictionary).name(),
              place.name()));
    }
    if (Feedback.feeds(parent, dictionary)) {
      throw new UserError(
          "dictionary " + dictionary + " changes " + place.name() + " already: substitute first");
    }
    return parent.spliced(
        place.name(),
        before ->
            List.of(
                new Node(
                    place.name(),
                    "",
                    new Operation.Sum(List.of(1f)),
                    List.of(dictionary + Graft.DECODED),
                    place.channels())));
  }

  @Override
  public Map<String, float[]> tensors(
      final Architecture edited, final Function<String, float[]> values) {
    return Map.of();
  }

  /** As a recipe has it. */
  @Override
  public String description() {
    return "substitute " + layer + " by " + dictionary;
  }
}
