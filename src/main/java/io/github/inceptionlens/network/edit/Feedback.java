package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Lets what is changed in a dictionary's entries change the layer that the dictionary reads, by the
 * way back of the difference: {@code x + decoderᵀ · (f_edited − f)}.
 */
final class Feedback {

  private static final String DIFFERENCE = Architecture.INNER + "difference";
  private static final String CHANGE = Architecture.INNER + "change";

  private Feedback() {}

  /** The table with the way back, once. */
  static Architecture of(final Architecture table, final String dictionary) {
    return feeds(table, dictionary) ? table : fed(table, dictionary);
  }

  /** Whether what the dictionary computes reaches the trunk. */
  static boolean feeds(final Architecture table, final String dictionary) {
    return table.nodes().stream()
        .filter(node -> !table.isGrafted(node.name()))
        .flatMap(node -> node.inputs().stream())
        .anyMatch(
            input -> input.equals(dictionary + CHANGE) || input.equals(dictionary + Graft.DECODED));
  }

  private static Architecture fed(final Architecture table, final String dictionary) {
    final int entries = table.node(dictionary).channels();
    final Layer layer = table.layer(table.trunk(dictionary).name());
    final String difference = dictionary + DIFFERENCE;
    final String change = dictionary + CHANGE;
    return table.spliced(
        layer.name(),
        before ->
            List.of(
                new Node(
                    difference,
                    "",
                    new Operation.Sum(List.of(1f, -1f)),
                    List.of(dictionary, table.unedited(dictionary).name()),
                    entries),
                Graft.row(change, change, difference, entries, layer.channels()),
                new Node(
                    layer.name(),
                    "",
                    new Operation.Sum(List.of(1f, 1f)),
                    List.of(before, change),
                    layer.channels())));
  }

  /** The tensors of the way back, where the table has it. */
  static Map<String, float[]> tensors(
      final Architecture edited, final String layer, final Function<String, float[]> values) {
    final String change = edited.node(layer).name() + CHANGE;
    if (!edited.has(change)) {
      return Map.of();
    }
    final int channels = edited.node(change).channels();
    return Map.of(
        change + "_w",
        wayBack(edited, edited.node(layer).name(), values),
        change + "_b",
        new float[channels]);
  }

  /** [channel, entry]: the decoder, or directions over their squared lengths. */
  private static float[] wayBack(
      final Architecture edited, final String dictionary, final Function<String, float[]> values) {
    return hasDecoder(edited, dictionary)
        ? values.apply(dictionary + Graft.DECODED + "_w")
        : directions(values.apply(dictionary + "_w"), edited.node(dictionary).channels());
  }

  static boolean hasDecoder(final Architecture table, final String dictionary) {
    return table.has(dictionary + Graft.DECODED);
  }

  private static float[] directions(final float[] encoder, final int entries) {
    final int channels = encoder.length / entries;
    final float[] rows = LayerDirections.overSquares(encoder, channels);
    final float[] back = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      back[i % channels * entries + i / channels] = rows[i];
    }
    return back;
  }

  /**
   * Refuses what is no dictionary with a way back.
   *
   * @throws UserError with what is missing
   */
  static void requireDecoder(final Architecture table, final String dictionary) {
    if (!table.isGrafted(dictionary) || !hasDecoder(table, table.node(dictionary).name())) {
      throw new UserError(
          dictionary + " is no dictionary with a decoder, and so cannot stand in for a layer");
    }
  }
}
