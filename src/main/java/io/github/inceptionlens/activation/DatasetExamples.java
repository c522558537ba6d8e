package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.InceptionV1;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import net.imglib2.Interval;
import net.imglib2.util.ImgUtil;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * The pictures of a series on which units respond most, at most one place of each picture, for many
 * units at once.
 *
 * <p>Pictures are looked at one after the other and not kept: per unit no more than the wanted
 * number of places stays in memory.
 *
 * <pre>{@code
 * DatasetExamples examples = new DatasetExamples(network, units, 8);
 * views.forEach(examples::look);
 * Example best = examples.of(units.get(0)).get(0);
 * Picture crop = best.crop(views.get(best.picture()), 299);
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/2010.12606">Borowski et al. 2021</a>, where natural examples
 *     let people predict a unit's response better than synthetic pictures
 */
public final class DatasetExamples {

  private final InceptionV1 network;
  private final int count;
  private final Map<Unit, PriorityQueue<Example>> best = new LinkedHashMap<>();
  private final List<String> layers;
  private int pictures;

  /**
   * @param units with canonical names, of any layers; before the rectifier, silent places have an
   *     order, too
   * @param count how many examples each unit has at most, at least 1
   */
  public DatasetExamples(final InceptionV1 network, final Collection<Unit> units, final int count) {
    this.network = network;
    this.count = count;
    units.forEach(unit -> best.put(unit, new PriorityQueue<>(Example.WEAKEST_FIRST)));
    this.layers = units.stream().map(Unit::layer).distinct().toList();
  }

  /**
   * A place at which a unit responds strongly.
   *
   * @param picture the index of the picture, from 0, in the order in which they were looked at
   * @param value the unit's largest value on the picture's selected part
   * @param x the column, in the view's region, of the center of what the unit sees there
   * @param y the row of the same
   */
  public record Example(Unit unit, int picture, double value, double x, double y) {

    private static final Comparator<Example> WEAKEST_FIRST =
        Comparator.comparingDouble(Example::value)
            .thenComparing(Comparator.comparingInt(Example::picture).reversed());

    /**
     * What the unit sees at the place: a square around it, cut at the picture's borders.
     *
     * @param view the picture on which the example was found
     * @param field width and height in pixels of the layer's receptive field, {@code
     *     geometry.x().receptiveField()}
     * @return at most field x field, x 3, values 0 to 255
     */
    public Picture crop(final View view, final int field) {
      final int left = first(view.placement().networkX(x), field);
      final int top = first(view.placement().networkY(y), field);
      final Interval seen =
          Intervals.intersect(
              Intervals.createMinSize(0, 0, 0, view.width(), view.height(), 3),
              Intervals.createMinSize(left, top, 0, field, field, 3));
      return cut(view, seen);
    }

    private static Picture cut(final View view, final Interval seen) {
      final int width = (int) seen.dimension(0);
      final int height = (int) seen.dimension(1);
      final Picture crop =
          new Picture(
              width, height, Stream.generate(() -> new float[width * height]).limit(3).toList());
      ImgUtil.copy(Views.interval(view.picture(), seen), crop);
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
      final int left =
          Math.max(0, Math.min(view.width() - width, first(view.placement().networkX(x), width)));
      final int top =
          Math.max(
              0, Math.min(view.height() - height, first(view.placement().networkY(y), height)));
      return cut(view, Intervals.createMinSize(left, top, 0, width, height, 3));
    }

    private static int first(final double center, final int field) {
      return (int) Math.round(center - (field - 1) / 2.0);
    }
  }

  /**
   * Looks at the next picture.
   *
   * @throws io.github.inceptionlens.core.UserError when it is too small for a layer or too large
   *     for the memory
   */
  public void look(final View view) {
    final Activations activations = network.run(view.picture(), layers);
    for (final String layer : layers) {
      final List<ChannelStatistics> all = ChannelStatistics.of(activations.map(layer), view);
      unitsOf(layer).forEach(unit -> offer(unit, all.get(unit.channel())));
    }
    pictures++;
  }

  private Stream<Unit> unitsOf(final String layer) {
    return best.keySet().stream().filter(unit -> unit.layer().equals(layer));
  }

  private void offer(final Unit unit, final ChannelStatistics seen) {
    final PriorityQueue<Example> examples = best.get(unit);
    examples.add(new Example(unit, pictures, seen.peak(), seen.x(), seen.y()));
    if (examples.size() > count) {
      examples.remove();
    }
  }

  /** How many pictures were looked at. */
  public int pictures() {
    return pictures;
  }

  /** The examples of one of the units, strongest first, equal ones in the order of the pictures. */
  public List<Example> of(final Unit unit) {
    return best.get(unit).stream().sorted(Example.WEAKEST_FIRST.reversed()).toList();
  }
}
