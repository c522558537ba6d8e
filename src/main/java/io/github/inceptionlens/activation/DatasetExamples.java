package io.github.inceptionlens.activation;

import com.google.gson.JsonElement;
import io.github.inceptionlens.activation.DatasetExamples.Example;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.View;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.imglib2.Interval;
import net.imglib2.util.ImgUtil;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * The pictures of a collection on which units respond most, at most one place of each picture, for
 * many units at once: per unit no more than the wanted number of places stays in memory.
 *
 * <pre>{@code
 * DatasetExamples examples = new DatasetExamples(units, 8);
 * Scan<SourcePicture> scan = new Scan<>(network, examples.layers(), collection);
 * Ride<SourcePicture, ?, Map<Unit, List<Example>>> found = scan.ride("examples", examples);
 * scan.run(Optional.empty(), Progress.NONE);
 * Example best = found.result().get(units.get(0)).get(0);
 * Picture crop = best.crop(collection.picture(best.picture()).view(), 299);
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/2010.12606">Borowski et al. 2021</a>, where natural examples
 *     let people predict a unit's response better than synthetic pictures
 */
public final class DatasetExamples
    implements KeptCollector<Seen<?>, Map<Unit, PriorityQueue<Example>>, Map<Unit, List<Example>>> {

  private final int count;
  private final List<Unit> units;

  /**
   * @param units with canonical names, of any layers; before the rectifier, silent places have an
   *     order, too
   * @param count how many examples each unit has at most, at least 1
   */
  public DatasetExamples(final Collection<Unit> units, final int count) {
    this.units = List.copyOf(units);
    this.count = count;
  }

  /**
   * A place at which a unit responds strongly.
   *
   * @param picture which picture of the collection
   * @param value the unit's largest value on the picture's selected part
   * @param x the column, in the view's region, of the center of what the unit sees there
   * @param y the row of the same
   */
  public record Example(Unit unit, PictureId picture, double value, double x, double y) {

    private static final Comparator<Example> WEAKEST_FIRST =
        Comparator.comparingDouble(Example::value)
            .thenComparing(Comparator.comparing(Example::picture).reversed());

    /**
     * What the unit sees at the place: a square around it, cut at the picture's borders.
     *
     * @param view the picture on which the example was found
     * @param field width and height in pixels of the layer's receptive field, {@code
     *     geometry.x().receptiveField()}
     * @return at most field x field, x 3, values 0 to 255
     */
    public Picture crop(final View view, final int field) {
      return cut(view, seen(view, field));
    }

    /**
     * Which part of the picture {@link #crop} shows.
     *
     * @return of width x height x 3
     */
    public Interval seen(final View view, final int field) {
      final int left = first(view.placement().networkX(x), field);
      final int top = first(view.placement().networkY(y), field);
      return Intervals.intersect(
          Intervals.createMinSize(0, 0, 0, view.width(), view.height(), 3),
          Intervals.createMinSize(left, top, 0, field, field, 3));
    }

    private static Picture cut(final View view, final Interval seen) {
      final int width = (int) seen.dimension(0);
      final int height = (int) seen.dimension(1);
      final Picture rows = view.rows((int) seen.min(1), height);
      final Picture crop =
          new Picture(
              width, height, Stream.generate(() -> new float[width * height]).limit(3).toList());
      ImgUtil.copy(
          Views.interval(rows, Intervals.createMinSize(seen.min(0), 0, 0, width, height, 3)), crop);
      return crop;
    }

    /**
     * A window around the place, shifted into the picture where it would end beyond it: all windows
     * are of one size, and show the picture alone.
     *
     * @param view the picture on which the example was found, at least as large as the window
     * @return width x height, x 3, values 0 to 255
     */
    public Picture window(final View view, final int width, final int height) {
      return cut(view, around(view, width, height));
    }

    /**
     * Which part of the picture {@link #window} shows.
     *
     * @return of width x height x 3
     */
    public Interval around(final View view, final int width, final int height) {
      final int left =
          Math.max(0, Math.min(view.width() - width, first(view.placement().networkX(x), width)));
      final int top =
          Math.max(
              0, Math.min(view.height() - height, first(view.placement().networkY(y), height)));
      return Intervals.createMinSize(left, top, 0, width, height, 3);
    }

    private static int first(final double center, final int field) {
      return (int) Math.round(center - (field - 1) / 2.0);
    }
  }

  /** The layers that a scan must ask for. */
  public List<String> layers() {
    return units.stream().map(Unit::layer).distinct().toList();
  }

  @Override
  public Supplier<Map<Unit, PriorityQueue<Example>>> supplier() {
    return () -> {
      final Map<Unit, PriorityQueue<Example>> none = new LinkedHashMap<>();
      units.forEach(unit -> none.put(unit, new PriorityQueue<>(Example.WEAKEST_FIRST)));
      return none;
    };
  }

  @Override
  public BiConsumer<Map<Unit, PriorityQueue<Example>>, Seen<?>> accumulator() {
    return (best, seen) -> layers().forEach(layer -> look(best, layer, seen));
  }

  private void look(
      final Map<Unit, PriorityQueue<Example>> best, final String layer, final Seen<?> seen) {
    final List<ChannelStatistics> all =
        ChannelStatistics.of(seen.activations().map(layer), seen.view());
    units.stream()
        .filter(unit -> unit.layer().equals(layer))
        .map(unit -> example(unit, all.get(unit.channel()), seen.source().id()))
        .forEach(example -> offer(best, example));
  }

  private static Example example(
      final Unit unit, final ChannelStatistics seen, final PictureId picture) {
    return new Example(unit, picture, seen.peak(), seen.x(), seen.y());
  }

  private void offer(final Map<Unit, PriorityQueue<Example>> best, final Example example) {
    final PriorityQueue<Example> examples = best.get(example.unit());
    examples.add(example);
    if (examples.size() > count) {
      examples.remove();
    }
  }

  @Override
  public BinaryOperator<Map<Unit, PriorityQueue<Example>>> combiner() {
    return (one, other) -> {
      other.values().forEach(examples -> examples.forEach(example -> offer(one, example)));
      return one;
    };
  }

  /** The examples of each unit, strongest first, equal ones in the order of the pictures' names. */
  @Override
  public Function<Map<Unit, PriorityQueue<Example>>, Map<Unit, List<Example>>> finisher() {
    return best -> {
      final Map<Unit, List<Example>> sorted = new LinkedHashMap<>();
      best.forEach(
          (unit, examples) ->
              sorted.put(
                  unit, examples.stream().sorted(Example.WEAKEST_FIRST.reversed()).toList()));
      return sorted;
    };
  }

  @Override
  public Set<Characteristics> characteristics() {
    return Set.of(Characteristics.UNORDERED);
  }

  @Override
  public JsonElement keep(final Map<Unit, PriorityQueue<Example>> best) {
    return KeptJson.gson()
        .toJsonTree(best.values().stream().flatMap(PriorityQueue::stream).toList());
  }

  @Override
  public Map<Unit, PriorityQueue<Example>> restored(final JsonElement kept) {
    final Map<Unit, PriorityQueue<Example>> best = supplier().get();
    for (final Example example : KeptJson.gson().fromJson(kept, Example[].class)) {
      offer(best, example);
    }
    return best;
  }
}
