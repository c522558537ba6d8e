package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.LargestIndex;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.LayerDirections;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Channels of a layer that fire together on a series of views, by non-negative factors of its
 * activations: each group is a direction of the layer, and has a strength at each place.
 *
 * <p>Groups are in the order of the column, then the row, where they are strongest over all views,
 * so that runs on the same image number them alike.
 *
 * @param layer that was read
 * @param directions of length 1, 0 and above, one per group
 * @param geometry where the places of the views' region lie on their pictures
 * @param strengths width x height x (groups * views), groups change fastest; 0 and above, in units
 *     of the activation
 * @param totals the sum of all activations of the region, one per view
 * @param error the length of what no group explains, as a part of the activations', 0 to 1
 * @see <a href="https://distill.pub/2018/building-blocks/">Olah et al. 2018</a>
 */
public record NeuronGroups(
    Layer layer,
    LayerDirections directions,
    Geometry geometry,
    MapStack strengths,
    double[] totals,
    double error) {

  /**
   * Which groups are wanted.
   *
   * @param layer canonical name or alias, without negative activations
   * @param count how many groups, at least 1
   * @param seed what the search starts from; the same seed gives the same groups
   */
  public record Request(String layer, int count, long seed) {}

  /**
   * Finds groups on the part of the views that is their region.
   *
   * @param views pictures of one size, at least one
   * @return as many groups as wanted, or fewer where the activations are made of fewer
   * @throws UserError when there is no such layer, it has negative activations, nothing fires, or
   *     the pictures are too small or too large
   */
  public static NeuronGroups of(
      final InceptionV1 network,
      final List<? extends View> views,
      final Request request,
      final Progress progress) {
    final Layer layer = network.architecture().layer(request.layer());
    final View first = views.get(0);
    network.check(List.of(layer.name()), first.width(), first.height());
    final Geometry all = Geometry.of(layer, first.width(), first.height());
    final Geometry part = all.within(first.placement());
    final UnaryOperator<float[]> cut = Registration.NONE.onto(all, first.placement());
    final int places = part.x().size() * part.y().size();
    final float[] data = new float[views.size() * places * layer.channels()];
    for (int i = 0; i < views.size(); i++) {
      final Progress own = progress.part(i, 2 * views.size());
      own.at(0, "Looking through " + layer + " ...");
      final FeatureMap map =
          network.run(views.get(i), List.of(layer.name()), own).map(layer.name());
      put(map, cut, data, i * places);
    }
    final NonNegativeFactors factors =
        NonNegativeFactors.of(
            data, layer.channels(), request.count(), request.seed(), progress.part(1, 2));
    return of(layer, part, factors, totals(data, views.size()));
  }

  private static void put(
      final FeatureMap map,
      final UnaryOperator<float[]> cut,
      final float[] data,
      final int firstRow) {
    final int channels = map.layer().channels();
    for (int channel = 0; channel < channels; channel++) {
      final float[] plane = cut.apply(map.channel(channel));
      for (int i = 0; i < plane.length; i++) {
        data[(firstRow + i) * channels + channel] = plane[i];
      }
    }
  }

  private static double[] totals(final float[] data, final int views) {
    final double[] totals = new double[views];
    final int each = data.length / views;
    for (int i = 0; i < data.length; i++) {
      totals[i / each] += data[i];
    }
    return totals;
  }

  private static NeuronGroups of(
      final Layer layer,
      final Geometry geometry,
      final NonNegativeFactors factors,
      final double[] totals) {
    final int places = geometry.x().size() * geometry.y().size();
    final List<Found> found =
        IntStream.range(0, factors.count())
            .mapToObj(k -> Found.of(factors, k, geometry))
            .filter(one -> one.peak() > 0)
            .sorted(Comparator.comparingInt(Found::column).thenComparingInt(Found::row))
            .toList();
    if (found.isEmpty()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "nothing fires in %s here, so that there are no groups: choose another layer or image",
              layer));
    }
    final float[] rows = new float[found.size() * layer.channels()];
    final List<float[]> planes = new ArrayList<>();
    for (int view = 0; view < totals.length; view++) {
      for (final Found one : found) {
        planes.add(one.plane(factors, view * places, places));
      }
    }
    for (int i = 0; i < found.size(); i++) {
      System.arraycopy(
          factors.factors(),
          found.get(i).factor() * layer.channels(),
          rows,
          i * layer.channels(),
          layer.channels());
    }
    final double[] errors = factors.errors();
    return new NeuronGroups(
        layer,
        new LayerDirections(layer.name(), rows, layer.channels()),
        geometry,
        new MapStack(geometry.x().size(), geometry.y().size(), planes),
        totals,
        errors[errors.length - 1]);
  }

  /** A factor and where it is strongest. */
  private record Found(int factor, double peak, int column, int row) {

    static Found of(final NonNegativeFactors factors, final int factor, final Geometry geometry) {
      final int places = geometry.x().size() * geometry.y().size();
      int best = 0;
      for (int i = 1; i < factors.rows(); i++) {
        best = strength(factors, i, factor) > strength(factors, best, factor) ? i : best;
      }
      final int place = best % places;
      return new Found(
          factor,
          strength(factors, best, factor),
          place % geometry.x().size(),
          place / geometry.x().size());
    }

    private static float strength(
        final NonNegativeFactors factors, final int row, final int factor) {
      return factors.strengths()[row * factors.count() + factor];
    }

    float[] plane(final NonNegativeFactors factors, final int first, final int count) {
      final float[] plane = new float[count];
      for (int i = 0; i < count; i++) {
        plane[i] = strength(factors, first + i, factor);
      }
      return plane;
    }
  }

  /** The number of groups. */
  public int count() {
    return directions.count();
  }

  /** The number of views. */
  public int views() {
    return totals.length;
  }

  /** The strengths of a group on a view, row-major; the very array. */
  public float[] strength(final int view, final int group) {
    return strengths.plane(view * count() + group);
  }

  /** The strengths of all groups on a view. */
  public List<float[]> strengths(final int view) {
    return IntStream.range(0, count()).mapToObj(group -> strength(view, group)).toList();
  }

  /** The strengths of a group on all views. */
  public List<float[]> ofGroup(final int group) {
    return IntStream.range(0, views()).mapToObj(view -> strength(view, group)).toList();
  }

  /**
   * The part of a view's activations that a group makes up; over all groups close to 1, as far as
   * they explain the activations.
   */
  public double share(final int view, final int group) {
    double strength = 0;
    for (final float value : strength(view, group)) {
      strength += value;
    }
    double weight = 0;
    for (int channel = 0; channel < directions.channels(); channel++) {
      weight += weight(group, channel);
    }
    return totals[view] > 0 ? strength * weight / totals[view] : 0;
  }

  private float weight(final int group, final int channel) {
    return directions.rows()[group * directions.channels() + channel];
  }

  /** The place where a group is strongest on a view, row-major. */
  public int peak(final int view, final int group) {
    return LargestIndex.of(strength(view, group));
  }

  /** The channels that make up most of a group, largest first. */
  public List<Unit> channels(final int group, final int most) {
    return IntStream.range(0, directions.channels())
        .boxed()
        .filter(channel -> weight(group, channel) > 0)
        .sorted(Comparator.comparingDouble(channel -> -weight(group, channel)))
        .limit(most)
        .map(layer::unit)
        .toList();
  }

  /**
   * The groups as a dictionary of their layer: the way there is their pseudo-inverse, rectified,
   * the way back the groups.
   *
   * @param name what it is to be called
   * @param network the one whose activations they were found in
   * @param notes how it came about
   */
  public Dictionary dictionary(
      final String name, final InceptionV1 network, final Map<String, String> notes) {
    final float[] rows = directions.rows();
    final int places = strengths.width() * strengths.height() * views();
    return new Directions(
            NonNegativeTrainer.inverse(rows, directions.channels()),
            new float[count()],
            Nonlinearity.RELU,
            Optional.of(rows),
            new float[directions.channels()],
            IntStream.rangeClosed(1, count())
                .mapToObj(number -> Directions.Entry.plain("group " + number, places))
                .toList())
        .dictionary(name, network, layer.name(), notes);
  }
}
