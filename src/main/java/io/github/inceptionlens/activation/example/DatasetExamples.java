package io.github.inceptionlens.activation.example;

import com.google.gson.JsonElement;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Seen;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The places of a collection on which units respond most, least, and at quantiles of their own
 * values between, for all units of a layer in one scan.
 *
 * <p>Of one picture so many places at most are examples; two of them lie at least half a receptive
 * field apart along one of the axes. Per unit no more than the wanted places stay in memory, and
 * for quantiles one for each size of value, in steps of 1/128 of it: at most about 150 kB a unit.
 *
 * <pre>{@code
 * LayerUnits units = LayerUnits.of(network.architecture(), "mixed4c", List.of(12, 447));
 * Scan<SourcePicture> scan = new Scan<>(network, units.names(), collection);
 * Ride<SourcePicture, ?, List<UnitExamples>> found =
 *     scan.ride("examples", new DatasetExamples(units, ExampleRequest.of(9)));
 * scan.run(Optional.empty(), Progress.NONE);
 * Example best = found.result().get(0).top().get(0);
 * Picture crop = best.crop(collection.picture(best.picture()).view(), 299);
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/2010.12606">Borowski et al. 2021</a>, where natural examples
 *     let people predict a unit's response better than synthetic pictures
 * @see <a href="https://distill.pub/2020/circuits/curve-detectors/">Cammarata et al. 2020</a>,
 *     where examples at all activations say what the largest alone do not
 */
public final class DatasetExamples
    implements KeptCollector<Seen<?>, ExamplesSoFar, List<UnitExamples>> {

  private final RankedUnits units;
  private final ExampleRequest request;

  /**
   * @param units of a layer, or classes
   */
  public DatasetExamples(final RankedUnits units, final ExampleRequest request) {
    this.units = units;
    this.request = request;
  }

  @Override
  public Supplier<ExamplesSoFar> supplier() {
    return () -> new ExamplesSoFar(units, request);
  }

  @Override
  public BiConsumer<ExamplesSoFar, Seen<?>> accumulator() {
    return ExamplesSoFar::add;
  }

  @Override
  public BinaryOperator<ExamplesSoFar> combiner() {
    return (one, other) -> {
      one.add(other.keep());
      return one;
    };
  }

  /** The examples of each unit, in their order. */
  @Override
  public Function<ExamplesSoFar, List<UnitExamples>> finisher() {
    return ExamplesSoFar::examples;
  }

  @Override
  public Set<Characteristics> characteristics() {
    return Set.of(Characteristics.UNORDERED);
  }

  @Override
  public JsonElement keep(final ExamplesSoFar partial) {
    return KeptJson.gson().toJsonTree(partial.keep());
  }

  @Override
  public ExamplesSoFar restored(final JsonElement kept) {
    final ExamplesSoFar partial = supplier().get();
    partial.add(KeptJson.gson().fromJson(kept, ExamplesSoFar.Kept.class));
    return partial;
  }
}
