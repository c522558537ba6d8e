package io.github.inceptionlens.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.NodeParameters;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.engine.ScalarOperations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A number per picture that is computed from places of the network and can be differentiated.
 *
 * @param names the places it reads, canonical names or aliases
 * @param value from the places' values, by canonical name, to the numbers
 */
public record Objective(List<String> names, Value value) {

  /** Computes the numbers. */
  @FunctionalInterface
  public interface Value {
    /**
     * From [picture, channel, row, column] or [picture, class] arrays to [picture]. Where a
     * derivative is taken, it is that of the numbers' sum; so no picture may influence the number
     * of another, but where pictures are optimized together.
     */
    NDArray of(Map<String, NDArray> values);
  }

  /** Copies the names. */
  public Objective {
    names = List.copyOf(names);
  }

  /** The logit of a class. */
  public static Objective logit(final int index) {
    return output(Architecture.LOGITS, index);
  }

  /** The probability of a class, 0 to 1. */
  public static Objective probability(final int index) {
    return output(Architecture.PROBABILITIES, index);
  }

  /**
   * One output of a row without positions, such as a probe.
   *
   * @param row canonical name
   */
  public static Objective output(final String row, final int index) {
    return new Objective(List.of(row), values -> values.get(row).get(new NDIndex(":, {}", index)));
  }

  /**
   * The value of one unit at one position.
   *
   * @param layer canonical name
   */
  public static Objective neuron(
      final String layer, final int channel, final int column, final int row) {
    return new Objective(
        List.of(layer),
        values -> values.get(layer).get(new NDIndex(":, {}, {}, {}", channel, row, column)));
  }

  /**
   * The mean of a channel over all positions.
   *
   * @param layer canonical name
   */
  public static Objective channel(final String layer, final int channel) {
    return new Objective(
        List.of(layer),
        values -> {
          final NDArray map = values.get(layer).get(new NDIndex(":, {}", channel));
          final Shape shape = map.getShape();
          return ScalarOperations.times(sum(map), 1.0 / (shape.get(1) * shape.get(2)));
        });
  }

  /**
   * The mean of a channel over some positions.
   *
   * @param layer canonical name
   * @param positions row-major over the layer, at least one of them true
   */
  public static Objective channel(
      final String layer, final int channel, final boolean[] positions) {
    final int count = (int) IntStream.range(0, positions.length).filter(i -> positions[i]).count();
    final float[] weights = new float[positions.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = positions[i] ? 1f / count : 0;
    }
    return new Objective(
        List.of(layer),
        values -> {
          final NDArray map = values.get(layer).get(new NDIndex(":, {}", channel));
          final Shape one = new Shape(1, map.getShape().get(1), map.getShape().get(2));
          return sum(map.mul(map.getManager().create(weights, one)));
        });
  }

  /**
   * The sum of the squares of a layer.
   *
   * @param layer canonical name
   */
  public static Objective energy(final String layer) {
    return new Objective(List.of(layer), values -> sum(values.get(layer).square()));
  }

  /** Another objective for each picture of a batch: the first for the first, and so on. */
  public static Objective each(final List<Objective> objectives) {
    return each(objectives, 1);
  }

  /**
   * Another objective for each group of a batch: the first for the first pictures, and so on.
   *
   * @param size how many pictures make a group
   */
  public static Objective each(final List<Objective> objectives, final int size) {
    if (objectives.size() == 1) {
      return objectives.get(0);
    }
    return new Objective(
        objectives.stream().flatMap(one -> one.names.stream()).distinct().toList(),
        values -> {
          final NDList results = new NDList();
          for (int i = 0; i < objectives.size(); i++) {
            results.add(objectives.get(i).value.of(pictures(values, i * size, (i + 1) * size)));
          }
          return NDArrays.concat(results);
        });
  }

  private static Map<String, NDArray> pictures(
      final Map<String, NDArray> values, final int from, final int to) {
    final Map<String, NDArray> own = new HashMap<>();
    values.forEach((name, value) -> own.put(name, value.get(new NDIndex("{}:{}", from, to))));
    return own;
  }

  /** This objective with more values to read. */
  public Objective with(final Map<String, NDArray> more) {
    return new Objective(
        names,
        values -> {
          final Map<String, NDArray> all = new HashMap<>(values);
          all.putAll(more);
          return value.of(all);
        });
  }

  /** The trained weights and biases that the number depends on, in the table's order. */
  public List<NodeParameters> parameters(final Architecture architecture) {
    final List<String> places = names.stream().map(name -> architecture.node(name).name()).toList();
    return architecture.parameters(
        new Walk(architecture, List.of(Architecture.INPUT), places)
            .path().stream().filter(node -> !architecture.isGrafted(node.name())).toList());
  }

  /** The sum of this and another objective. */
  public Objective plus(final Objective other) {
    return new Objective(
        Stream.concat(names.stream(), other.names.stream()).distinct().toList(),
        values -> value.of(values).add(other.value.of(values)));
  }

  /** This objective times a factor. */
  public Objective times(final double factor) {
    return new Objective(names, values -> ScalarOperations.times(value.of(values), factor));
  }

  private static NDArray sum(final NDArray values) {
    final long pictures = values.getShape().get(0);
    return values.reshape(pictures, -1).sum(new int[] {1});
  }
}
