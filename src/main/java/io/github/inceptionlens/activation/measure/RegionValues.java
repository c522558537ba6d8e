package io.github.inceptionlens.activation.measure;

import com.google.gson.JsonElement;
import io.github.inceptionlens.activation.ChannelOrder;
import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.activation.measure.RegionValues.Partial;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.MeasuredRegion;
import io.github.inceptionlens.core.geometry.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How units respond to the regions of each picture of a collection: mean or peak over the units'
 * positions whose receptive field's center lies in the region, or the position nearest to it.
 *
 * @param <P> the pictures
 */
public final class RegionValues<P extends SourcePicture>
    implements KeptCollector<Seen<P>, Partial, RegionTable> {

  private static final Comparator<RegionRow> ORDER =
      Comparator.comparing(RegionRow::picture).thenComparingInt(RegionRow::index);

  private final UnitChoice choice;
  private final ChannelOrder by;
  private final Function<? super P, List<MeasuredRegion>> regions;

  /**
   * @param by what of a unit's positions counts
   * @param regions the regions of a picture
   */
  public RegionValues(
      final UnitChoice choice,
      final ChannelOrder by,
      final Function<? super P, List<MeasuredRegion>> regions) {
    this.choice = choice;
    this.by = by;
    this.regions = regions;
  }

  /** What was measured so far. */
  static final class Partial {
    private final List<RegionRow> rows = new ArrayList<>();
    private int without;
  }

  @Override
  public Supplier<Partial> supplier() {
    return Partial::new;
  }

  @Override
  public BiConsumer<Partial, Seen<P>> accumulator() {
    return (partial, seen) -> {
      final List<MeasuredRegion> all = regions.apply(seen.source());
      partial.without += all.isEmpty() ? 1 : 0;
      for (int i = 0; i < all.size(); i++) {
        partial.rows.add(row(seen, i, all.get(i)));
      }
    };
  }

  private RegionRow row(final Seen<P> seen, final int index, final MeasuredRegion region) {
    final PictureId picture = seen.source().id();
    return new RegionRow(
        picture,
        seen.source().label(),
        index,
        region.name(),
        region.x(),
        region.y(),
        region.area(),
        region.view().map(view -> values(seen, view)).orElseGet(this::none));
  }

  private float[] none() {
    final float[] none = new float[choice.units().size()];
    Arrays.fill(none, Float.NaN);
    return none;
  }

  private float[] values(final Seen<P> seen, final View region) {
    final Map<String, List<ChannelStatistics>> layers = new HashMap<>();
    for (final Layer layer : choice.layers()) {
      layers.put(layer.name(), ChannelStatistics.of(seen.activations().map(layer.name()), region));
    }
    final float[] values = new float[choice.units().size()];
    for (int i = 0; i < values.length; i++) {
      final Unit unit = choice.units().get(i);
      values[i] = (float) by.of(layers.get(unit.layer()).get(unit.channel()));
    }
    return values;
  }

  @Override
  public BinaryOperator<Partial> combiner() {
    return (one, other) -> {
      one.rows.addAll(other.rows);
      one.without += other.without;
      return one;
    };
  }

  /** In the order of the pictures' names and of the regions in each. */
  @Override
  public Function<Partial, RegionTable> finisher() {
    return partial -> {
      final List<RegionRow> rows = partial.rows.stream().sorted(ORDER).toList();
      final List<Integer> shown = choice.shown(() -> means(rows));
      return new RegionTable(
          shown.stream().map(choice.units()::get).toList(),
          rows.stream().map(row -> row.with(shown)).toList(),
          partial.without);
    };
  }

  /** The mean of each unit over all rows that have values. */
  private double[] means(final List<RegionRow> rows) {
    final double[] sums = new double[choice.units().size()];
    for (final RegionRow row : rows) {
      IntStream.range(0, sums.length)
          .filter(i -> !Float.isNaN(row.values()[i]))
          .forEach(i -> sums[i] += row.values()[i]);
    }
    return Arrays.stream(sums).map(sum -> sum / rows.size()).toArray();
  }

  @Override
  public Set<Characteristics> characteristics() {
    return Set.of(Characteristics.UNORDERED);
  }

  @Override
  public JsonElement keep(final Partial partial) {
    return KeptJson.gson().toJsonTree(partial);
  }

  @Override
  public Partial restored(final JsonElement kept) {
    return KeptJson.gson().fromJson(kept, Partial.class);
  }
}
