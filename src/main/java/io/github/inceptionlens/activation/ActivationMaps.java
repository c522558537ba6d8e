package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.LayerReading;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.band.RunPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Where the channels of a layer fire on a series of views: one map per channel and view.
 *
 * @param units the channels shown, in the order of the planes
 * @param geometry where the layer's units lie on the pictures
 * @param maps width x height x (units * views), units change fastest; in units of the activation
 * @param grids the same maps on the layer's own grid
 */
public record ActivationMaps(List<Unit> units, Geometry geometry, MapStack maps, MapStack grids) {

  /** How each view was shown to the network. */
  public RunPlan plan(final Architecture architecture) {
    return RunPlan.of(
        architecture, List.of(units.get(0).layer()), geometry.x().input(), geometry.y().input());
  }

  /** The maps of one of the units. */
  public ActivationMaps only(final int unit) {
    return new ActivationMaps(
        List.of(units.get(unit)), geometry, part(maps, unit), part(grids, unit));
  }

  private MapStack part(final MapStack all, final int unit) {
    final List<float[]> planes =
        IntStream.range(0, all.planes())
            .filter(plane -> plane % units.size() == unit)
            .mapToObj(all::plane)
            .toList();
    return all.withPlanes(planes);
  }

  /**
   * Which maps are wanted.
   *
   * @param layer canonical name or alias
   * @param channels which channels; {@code strongest:n} ranks once, by the mean over the selected
   *     part of all views
   * @param registration how a map lies on the region
   */
  public record Request(String layer, ChannelSelection channels, Registration registration) {}

  /**
   * Runs the network on every view.
   *
   * @param views pictures of one size, at least one
   * @param planned called with the number of channels before the first map is kept
   * @throws io.github.inceptionlens.core.UserError when the layer or a channel does not exist, or a
   *     picture is too small or too large
   */
  public static ActivationMaps of(
      final InceptionV1 network,
      final List<? extends View> views,
      final Request request,
      final IntConsumer planned,
      final Progress progress) {
    return new Run(network, views, request, progress).maps(planned);
  }

  /** Takes maps one by one: of the first view all units, then of the next. */
  @FunctionalInterface
  public interface Sink {

    /**
     * Takes the next map.
     *
     * @param grid on the layer's own grid
     * @param map the same as it is registered; may be the very same array
     */
    void take(Unit unit, float[] grid, float[] map);
  }

  /**
   * Runs the network on every view, and keeps no map; where Java's memory cannot hold the wanted
   * channels of one view, some at a time.
   *
   * @param views pictures of one size, at least one
   * @throws io.github.inceptionlens.core.UserError as {@link #of}
   */
  public static void each(
      final InceptionV1 network,
      final List<? extends View> views,
      final Request request,
      final Sink sink,
      final Progress progress) {
    final Run run = new Run(network, views, request, progress);
    run.each(run.units(), sink);
  }

  /** One computation of maps. */
  private static final class Run {

    private final InceptionV1 network;
    private final List<? extends View> views;
    private final Request request;
    private final Progress progress;
    private final Layer layer;
    private final Geometry geometry;
    private final boolean keeps;
    private final int atOnce;
    private final int passes;

    private FeatureMap kept;
    private int done;
    private int drawn;

    Run(
        final InceptionV1 network,
        final List<? extends View> views,
        final Request request,
        final Progress progress) {
      this.network = network;
      this.views = views;
      this.request = request;
      this.progress = progress;
      this.layer = network.architecture().layer(request.layer());
      final LayerReading first = reading(views.get(0));
      this.geometry = first.geometry();
      this.keeps = request.channels().ranks() && views.size() == 1 && first.isSmall();
      final int count = request.channels().count(layer);
      this.atOnce = first.atOnce(count);
      final int groups = (count + atOnce - 1) / atOnce;
      this.passes = request.channels().ranks() && !keeps ? groups + 1 : groups;
    }

    private LayerReading reading(final View view) {
      return network.read(view, layer.name());
    }

    ActivationMaps maps(final IntConsumer planned) {
      final List<Unit> units = units();
      planned.accept(units.size());
      final Placement placement = views.get(0).placement();
      final List<float[]> planes = new ArrayList<>();
      final List<float[]> grids = new ArrayList<>();
      each(
          units,
          (unit, grid, map) -> {
            grids.add(grid);
            planes.add(map);
          });
      final int width = request.registration().width(geometry, placement);
      final int height = request.registration().height(geometry, placement);
      return new ActivationMaps(
          units,
          geometry,
          new MapStack(width, height, planes),
          new MapStack(geometry.x().size(), geometry.y().size(), grids));
    }

    List<Unit> units() {
      return request.channels().of(layer, this::strength).stream().map(layer::unit).toList();
    }

    void each(final List<Unit> units, final Sink sink) {
      final UnaryOperator<float[]> register =
          request.registration().onto(geometry, views.get(0).placement());
      for (final View view : views) {
        for (int from = 0; from < units.size(); from += atOnce) {
          final List<Unit> group = units.subList(from, Math.min(units.size(), from + atOnce));
          draw(group, grids(view, group), register, sink, views.size() * units.size());
        }
      }
    }

    private void draw(
        final List<Unit> group,
        final MapStack grids,
        final UnaryOperator<float[]> register,
        final Sink sink,
        final int all) {
      for (int i = 0; i < group.size(); i++) {
        drawn++;
        at(done - 1 + (i + 1.0) / (group.size() + 1), "Drawing map " + drawn + " of " + all);
        sink.take(group.get(i), grids.plane(i), register.apply(grids.plane(i)));
      }
    }

    private void at(final double passed, final String what) {
      progress.at(passed / (passes * views.size()), what + " ...");
    }

    private MapStack grids(final View view, final List<Unit> units) {
      final List<Integer> channels = units.stream().map(Unit::channel).toList();
      if (keeps) {
        return kept.maps().withPlanes(channels.stream().map(kept::channel).toList());
      }
      return reading(view).channels(channels, pass());
    }

    /** The mean of each channel over the selected part of all views. */
    private double[] strength() {
      final double[] sums = new double[layer.channels()];
      for (final View view : views) {
        for (final ChannelStatistics one : statistics(view)) {
          sums[one.unit().channel()] += one.mean() / views.size();
        }
      }
      return sums;
    }

    /** Of a layer that is kept; of one that is not its channels are read when they are known. */
    private List<ChannelStatistics> statistics(final View view) {
      if (keeps) {
        kept = reading(view).map(pass());
        return ChannelStatistics.of(kept, view);
      }
      return ChannelStatistics.of(reading(view), view, pass());
    }

    /** The progress of the next look at a view. */
    private Progress pass() {
      at(done, "Looking through " + layer);
      done++;
      return progress.part(done - 1, passes * views.size());
    }
  }
}
