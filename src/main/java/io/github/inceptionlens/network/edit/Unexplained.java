package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A row beside the trunk for what a dictionary does not explain of the layer that it reads: {@code
 * mydict_error = layer - mydict_decoded}, with the layer's channels. Nothing else in the network
 * changes.
 *
 * @param dictionary a graft with a decoder
 */
public record Unexplained(String dictionary) implements NetworkEdit {

  /** What the row's name ends with. */
  public static final String ERROR = "_error";

  @Override
  public Architecture architecture(final Architecture parent) {
    Feedback.requireDecoder(parent, dictionary);
    final Node read = parent.trunk(dictionary);
    return parent.grafted(
        List.of(
            new Node(
                dictionary + ERROR,
                "",
                new Operation.Sum(List.of(1f, -1f)),
                List.of(read.name(), dictionary + Graft.DECODED),
                read.channels())),
        Map.of());
  }

  @Override
  public Map<String, float[]> tensors(
      final Architecture edited, final Function<String, float[]> values) {
    return Map.of();
  }

  @Override
  public String description() {
    return "what " + dictionary + " does not explain";
  }
}
