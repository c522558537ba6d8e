package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * LayerDirections of a layer: what each entry of a dictionary, or each group of channels, stands
 * for in the layer's activations.
 *
 * @param layer canonical name
 * @param rows [direction, channel], row-major; shared, not copied
 * @param channels of the layer
 */
public record LayerDirections(String layer, float[] rows, int channels) {

  /** Refuses rows that are no matrix of so many columns. */
  public LayerDirections {
    if (rows.length == 0 || channels < 1 || rows.length % channels != 0) {
      throw new IllegalArgumentException(rows.length + " values of " + channels + " channels");
    }
  }

  /**
   * What the entries of a grafted layer stand for: the rows of its decoder, or of its encoder where
   * it has none.
   *
   * @param values the network's values of a tensor
   * @return nothing for a layer that is no dictionary's
   */
  public static Optional<LayerDirections> of(
      final Architecture edited, final String layer, final Function<String, float[]> values) {
    final Node entries = edited.node(layer);
    if (!edited.isGrafted(layer)
        || entries.name().endsWith(Architecture.PRE_RELU)
        || entries.name().endsWith(Graft.DECODED)) {
      return Optional.empty();
    }
    final Node encoder =
        entries.op() instanceof Operation.Convolution
            ? entries
            : edited.node(entries.inputs().get(0));
    final String home = encoder.inputs().get(0);
    final int channels = edited.layer(home).channels();
    final String decoder = entries.name() + Graft.DECODED;
    final float[] rows =
        edited.nodes().stream().anyMatch(node -> node.name().equals(decoder))
            ? transposed(values.apply(decoder + "_w"), channels)
            : values.apply(entries.name() + "_w");
    return Optional.of(new LayerDirections(home, rows, channels));
  }

  private static float[] transposed(final float[] columns, final int channels) {
    final int count = columns.length / channels;
    final float[] rows = new float[columns.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i % count * channels + i / count] = columns[i];
    }
    return rows;
  }

  /** The number of directions. */
  public int count() {
    return rows.length / channels;
  }

  /**
   * How far values reach along each direction, place by place: the inner products.
   *
   * @param values width x height x channels
   * @return width x height x directions
   */
  public MapStack along(final MapStack values) {
    final List<float[]> planes = new ArrayList<>();
    for (int direction = 0; direction < count(); direction++) {
      planes.add(along(values, direction * channels));
    }
    return new MapStack(values.width(), values.height(), planes);
  }

  private float[] along(final MapStack values, final int first) {
    final double[] sums = new double[values.width() * values.height()];
    for (int channel = 0; channel < channels; channel++) {
      final float weight = rows[first + channel];
      if (weight != 0) {
        addScaled(sums, values.plane(channel), weight);
      }
    }
    final float[] plane = new float[sums.length];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (float) sums[i];
    }
    return plane;
  }

  private static void addScaled(final double[] sums, final float[] values, final float factor) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (double) factor * values[i];
    }
  }
}
