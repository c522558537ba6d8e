package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Directions of a layer: what each entry of a dictionary, or each group of channels, stands for in
 * the layer's activations.
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
   * What the entries of a grafted layer stand for: the rows of its decoder, or, where it has none,
   * the rows of its encoder over their squared lengths, so that the strength times the row is what
   * the layer has along the entry.
   *
   * @param values the network's values of a tensor
   * @return nothing for a layer that is no dictionary's
   */
  public static Optional<LayerDirections> of(
      final Architecture table, final String layer, final Function<String, float[]> values) {
    return dictionary(table, layer)
        .map(
            name -> {
              final int channels = channels(table, name);
              final float[] rows =
                  table.has(name + Graft.DECODED)
                      ? transposed(values.apply(name + Graft.DECODED + "_w"), channels)
                      : overSquares(values.apply(name + "_w"), channels);
              return new LayerDirections(home(table, name), rows, channels);
            });
  }

  /**
   * What the entries of a grafted layer read: the rows of its encoder.
   *
   * @param values the network's values of a tensor
   * @return nothing for a layer that is no dictionary's
   */
  public static Optional<LayerDirections> read(
      final Architecture table, final String layer, final Function<String, float[]> values) {
    return dictionary(table, layer)
        .map(
            name ->
                new LayerDirections(
                    home(table, name), values.apply(name + "_w"), channels(table, name)));
  }

  private static Optional<String> dictionary(final Architecture table, final String layer) {
    final String name = table.node(layer).name();
    final boolean isOne =
        table.isGrafted(name)
            && !table.isInner(name)
            && !name.endsWith(Architecture.PRE_RELU)
            && !name.endsWith(Architecture.UNEDITED)
            && !name.endsWith(Graft.DECODED)
            && !table.node(name).op().endsPositions();
    return isOne ? Optional.of(name) : Optional.empty();
  }

  private static int channels(final Architecture table, final String dictionary) {
    return table.layer(table.trunk(dictionary).name()).channels();
  }

  /** The layer that a dictionary reads, as it reads it. */
  private static String home(final Architecture table, final String dictionary) {
    final Node entries = table.unedited(dictionary);
    final Node encoder =
        entries.op().weights().isPresent() ? entries : table.node(entries.inputs().get(0));
    return encoder.inputs().get(0);
  }

  /**
   * Each row over its squared length; rows of zeros stay.
   *
   * @param rows [direction, channel], row-major; shared, not copied
   */
  static float[] overSquares(final float[] rows, final int channels) {
    final float[] scaled = new float[rows.length];
    for (int first = 0; first < rows.length; first += channels) {
      double square = 0;
      for (int i = first; i < first + channels; i++) {
        square += (double) rows[i] * rows[i];
      }
      for (int i = first; i < first + channels && square > 0; i++) {
        scaled[i] = (float) (rows[i] / square);
      }
    }
    return scaled;
  }

  /** From [channel, direction] to [direction, channel]. */
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

  /** The values of a direction, one per channel. */
  public float[] row(final int direction) {
    return Arrays.copyOfRange(rows, direction * channels, (direction + 1) * channels);
  }

  /** The Euclidean length of a direction. */
  public double length(final int direction) {
    return Math.sqrt(product(direction, this, direction));
  }

  /**
   * The inner product of a direction with another one.
   *
   * @param others of as many channels
   */
  public double product(final int direction, final LayerDirections others, final int other) {
    double sum = 0;
    for (int i = 0; i < channels; i++) {
      sum += (double) rows[direction * channels + i] * others.rows[other * channels + i];
    }
    return sum;
  }

  /**
   * The cosine between a direction and another one; 0 where one of them has no length.
   *
   * @param others of as many channels
   */
  public double cosine(final int direction, final LayerDirections others, final int other) {
    final double lengths = length(direction) * others.length(other);
    return lengths > 0 ? product(direction, others, other) / lengths : 0;
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
