package io.github.inceptionlens.circuit.node;

import com.google.gson.JsonElement;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.MapStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The mean of every node over all places of the pictures of a scan, by name of its layer; pictures
 * count by their places.
 *
 * <pre>{@code
 * NodeMeans means = new NodeMeans(nodes);
 * Scan<SourcePicture> scan = new Scan<>(network, means.names(), collection);
 * Ride<SourcePicture, ?, Map<String, float[]>> ride = scan.ride("means", means);
 * }</pre>
 */
public final class NodeMeans
    implements KeptCollector<Seen<?>, NodeMeans.Sums, Map<String, float[]>> {

  private final TraceNodes nodes;

  /** Sums over places. */
  public static final class Sums {

    private final Map<String, double[]> values = new TreeMap<>();
    private final Map<String, Double> places = new TreeMap<>();

    void add(final String layer, final double[] more, final double count) {
      final double[] sums = values.computeIfAbsent(layer, any -> new double[more.length]);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += more[i];
      }
      places.merge(layer, count, Double::sum);
    }
  }

  /**
   * @param nodes whose means are wanted
   */
  public NodeMeans(final TraceNodes nodes) {
    this.nodes = nodes;
  }

  /** What a scan has to ask for. */
  public List<String> names() {
    return nodes.names();
  }

  @Override
  public Supplier<Sums> supplier() {
    return Sums::new;
  }

  @Override
  public BiConsumer<Sums, Seen<?>> accumulator() {
    return (sums, seen) -> {
      for (final String layer : names()) {
        final MapStack maps = seen.activations().map(layer).maps();
        sums.add(layer, sums(maps), (double) maps.width() * maps.height());
      }
    };
  }

  private static double[] sums(final MapStack maps) {
    final double[] sums = new double[maps.planes()];
    for (int channel = 0; channel < sums.length; channel++) {
      for (final float value : maps.plane(channel)) {
        sums[channel] += value;
      }
    }
    return sums;
  }

  @Override
  public BinaryOperator<Sums> combiner() {
    return (one, other) -> {
      other.values.forEach((layer, sums) -> one.add(layer, sums, other.places.get(layer)));
      return one;
    };
  }

  @Override
  public Function<Sums, Map<String, float[]>> finisher() {
    return sums -> {
      final Map<String, float[]> means = new HashMap<>();
      for (final TraceLayer layer : nodes.layers()) {
        final double[] own = sums.values.getOrDefault(layer.name(), new double[layer.count()]);
        final double places = sums.places.getOrDefault(layer.name(), 1.0);
        final float[] mean = new float[own.length];
        for (int i = 0; i < mean.length; i++) {
          mean[i] = (float) (own[i] / places);
        }
        means.put(layer.name(), mean);
      }
      return means;
    };
  }

  @Override
  public Set<Characteristics> characteristics() {
    return Set.of();
  }

  @Override
  public JsonElement keep(final Sums partial) {
    return KeptJson.gson().toJsonTree(partial);
  }

  @Override
  public Sums restored(final JsonElement kept) {
    return KeptJson.gson().fromJson(kept, Sums.class);
  }
}
