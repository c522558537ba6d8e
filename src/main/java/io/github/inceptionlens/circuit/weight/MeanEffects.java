package io.github.inceptionlens.circuit.weight;

import com.google.gson.JsonElement;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What units of a lower layer do to those of an upper one on real pictures: at the place where the
 * upper unit is strongest on a picture, its derivative with respect to each activation around times
 * that activation, meaned over all pictures. A unit that is off has no derivative, so that pictures
 * without it count as 0.
 *
 * <p>The strengths are in units of the upper activation. Where one convolution lies between, those
 * of one picture sum to the value before the rectifier less the bias.
 *
 * <pre>{@code
 * MeanEffects effects = new MeanEffects(network, from, to);
 * Scan<SourcePicture> scan = new Scan<>(network, effects.names(), collection);
 * Ride<SourcePicture, ?, List<UnitKernels>> kernels = scan.ride("effects", effects);
 * }</pre>
 *
 * @see <a href="https://distill.pub/2020/circuits/visualizing-weights/">Voss et al. 2021,
 *     Visualizing Weights</a>, on weights that mislead
 */
public final class MeanEffects
    implements KeptCollector<Seen<?>, MeanEffects.Sums, List<UnitKernels>> {

  private static final int COPIES = 3;

  private final KernelEnd from;
  private final KernelEnd to;
  private final EffectsOnPicture effects;

  /** Sums over pictures. */
  public static final class Sums {

    private final double[] values;
    private int pictures;

    Sums(final int length) {
      values = new double[length];
    }
  }

  /**
   * @param from the lower units; an entry of a dictionary acts by its decoder
   * @param to the upper units
   * @throws io.github.inceptionlens.core.UserError when the upper layer does not read the lower
   *     one, or has no positions, or Java's memory cannot hold the kernels
   */
  public MeanEffects(final InceptionV1 network, final KernelEnd from, final KernelEnd to) {
    this.from = from;
    this.to = to;
    effects = new EffectsOnPicture(network, from, to);
    HeapCheck.require(
        COPIES * (long) Double.BYTES * length(),
        to.channels().size() + " x " + from.channels().size() + " kernels",
        "give fewer units");
  }

  private long length() {
    return (long) to.channels().size() * from.channels().size() * span().area();
  }

  /** Which places of the lower layer all kernels are of. */
  public KernelSpan span() {
    return effects.span();
  }

  /** What a scan has to ask for. */
  public List<String> names() {
    return effects.names();
  }

  @Override
  public Supplier<Sums> supplier() {
    return () -> new Sums(Math.toIntExact(length()));
  }

  @Override
  public BiConsumer<Sums, Seen<?>> accumulator() {
    return (sums, seen) -> {
      effects.addTo(sums.values, seen);
      sums.pictures++;
    };
  }

  @Override
  public BinaryOperator<Sums> combiner() {
    return (one, other) -> {
      one.pictures += other.pictures;
      for (int i = 0; i < one.values.length; i++) {
        one.values[i] += other.values[i];
      }
      return one;
    };
  }

  @Override
  public Function<Sums, List<UnitKernels>> finisher() {
    return sums -> {
      final List<Unit> units = to.units();
      final List<Unit> below = from.units();
      final List<UnitKernels> all = new ArrayList<>();
      for (int i = 0; i < units.size(); i++) {
        final float[] own = new float[below.size() * span().area()];
        for (int j = 0; j < own.length && sums.pictures > 0; j++) {
          own[j] = (float) (sums.values[i * own.length + j] / sums.pictures);
        }
        all.add(new UnitKernels(units.get(i), below, span(), own));
      }
      return all;
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
