package io.github.inceptionlens.dictionary.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonElement;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Logits;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.engine.MatrixProducts;
import io.github.inceptionlens.network.engine.PictureTensors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Replaces a layer by what codes rebuild of it, in every picture of a scan, and compares the class
 * probabilities. What a code does not explain is lost. A layer that is a branch stands beside its
 * siblings, which stay.
 *
 * <pre>{@code
 * DownstreamEffect effect = new DownstreamEffect(network, "mixed4c", codes, mean, seen -> true);
 * Scan<SourcePicture> scan = new Scan<>(network, effect.names(), collection);
 * Ride<SourcePicture, ?, List<DownstreamFigures>> figures = scan.ride("effect", effect);
 * }</pre>
 */
public final class DownstreamEffect
    implements KeptCollector<Seen<?>, DownstreamEffect.Sums, List<DownstreamFigures>> {

  private static final int ROWS = 1_024;

  private final InceptionV1 network;
  private final String layer;
  private final List<SparseCode> codes;
  private final Predicate<Seen<?>> counts;

  /** Sums over pictures, one for each code; the mean vector is the last one. */
  public static final class Sums {

    private final double[] agreements;
    private final double[] divergences;
    private int pictures;

    Sums(final int codes) {
      agreements = new double[codes];
      divergences = new double[codes];
    }

    void add(final Sums other) {
      pictures += other.pictures;
      for (int code = 0; code < agreements.length; code++) {
        agreements[code] += other.agreements[code];
        divergences[code] += other.divergences[code];
      }
    }

    List<DownstreamFigures> figures() {
      final double worst = divergences[divergences.length - 1];
      return IntStream.range(0, divergences.length - 1)
          .mapToObj(
              code ->
                  new DownstreamFigures(
                      pictures,
                      agreements[code] / pictures,
                      divergences[code] / pictures,
                      worst > 0 ? 1 - divergences[code] / worst : Double.NaN))
          .toList();
    }
  }

  /**
   * @param network with a classifier
   * @param layer that the codes are of, canonical name
   * @param codes any number
   * @param mean what stands at every place at the zero point of the loss recovered, one value per
   *     channel
   * @param counts which pictures are looked at
   */
  public DownstreamEffect(
      final InceptionV1 network,
      final String layer,
      final List<SparseCode> codes,
      final float[] mean,
      final Predicate<Seen<?>> counts) {
    this.network = network;
    this.layer = layer;
    this.codes = new ArrayList<>(codes);
    this.codes.add(NullCodes.constant(mean));
    this.counts = counts;
  }

  /** What a scan has to ask for. */
  public List<String> names() {
    return List.of(layer, Architecture.LOGITS);
  }

  @Override
  public Supplier<Sums> supplier() {
    return () -> new Sums(codes.size());
  }

  @Override
  public BiConsumer<Sums, Seen<?>> accumulator() {
    return (sums, seen) -> {
      if (counts.test(seen)) {
        look(sums, seen);
      }
    };
  }

  private void look(final Sums sums, final Seen<?> seen) {
    final float[] logits = seen.activations().logits();
    final double[] before = Logits.logProbabilities(logits);
    final FeatureMap map = seen.activations().map(layer);
    sums.pictures++;
    try (MatrixProducts products = new MatrixProducts()) {
      for (int i = 0; i < codes.size(); i++) {
        final MapStack rebuilt = rebuilt(codes.get(i), map.maps(), products);
        final float[] changed = logits(rebuilt, seen);
        sums.agreements[i] += Logits.top(logits) == Logits.top(changed) ? 1 : 0;
        sums.divergences[i] += divergence(before, Logits.logProbabilities(changed));
      }
    }
  }

  private static MapStack rebuilt(
      final SparseCode code, final MapStack maps, final MatrixProducts products) {
    final int places = maps.width() * maps.height();
    final int channels = maps.planes();
    HeapCheck.require(
        (long) Float.BYTES * places * channels,
        "a layer that is rebuilt",
        "choose smaller images or a higher layer");
    final List<float[]> planes = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      planes.add(new float[places]);
    }
    final float[] rows = new float[Math.min(ROWS, places) * channels];
    for (int from = 0; from < places; from += ROWS) {
      final int count = Math.min(ROWS, places - from);
      for (int i = 0; i < count * channels; i++) {
        rows[i] = maps.plane(i % channels)[from + i / channels];
      }
      code.rebuild(products, rows, count);
      for (int i = 0; i < count * channels; i++) {
        planes.get(i % channels)[from + i / channels] = rows[i];
      }
    }
    return new MapStack(maps.width(), maps.height(), planes);
  }

  private float[] logits(final MapStack replaced, final Seen<?> seen) {
    try (NDManager scope = network.newManager()) {
      final Map<String, NDArray> given = new HashMap<>();
      given.put(layer, PictureTensors.array(scope, replaced));
      if (needsPicture()) {
        given.put(
            Architecture.INPUT,
            PictureTensors.batch(
                scope, List.of(seen.view().picture()), network.architecture().preprocessing()));
      }
      return network
          .walk(given, List.of(Architecture.LOGITS), network.operations()::compute)
          .get(Architecture.LOGITS)
          .toFloatArray();
    }
  }

  /** Whether the classifier sees the picture on ways that pass the layer by. */
  private boolean needsPicture() {
    return reads(network, layer, Architecture.INPUT);
  }

  /**
   * Whether a network has a classifier that depends on a layer; of {@code mixed4c_pre_relu}, beside
   * the way through the rectifiers of its branches, it does not.
   *
   * @param layer canonical name
   */
  public static boolean isThere(final InceptionV1 network, final String layer) {
    return network.architecture().has(Architecture.LOGITS) && reads(network, layer, layer);
  }

  /** Whether something on the way from the picture and the layer to the classifier reads a node. */
  private static boolean reads(final InceptionV1 network, final String layer, final String node) {
    return new Walk(
            network.architecture(),
            List.of(layer, Architecture.INPUT),
            List.of(Architecture.LOGITS))
        .path().stream().anyMatch(row -> row.inputs().contains(node));
  }

  private static double divergence(final double[] before, final double[] after) {
    double sum = 0;
    for (int i = 0; i < before.length; i++) {
      sum += Math.exp(before[i]) * (before[i] - after[i]);
    }
    return Math.max(0, sum);
  }

  @Override
  public BinaryOperator<Sums> combiner() {
    return (one, other) -> {
      one.add(other);
      return one;
    };
  }

  @Override
  public Function<Sums, List<DownstreamFigures>> finisher() {
    return Sums::figures;
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
