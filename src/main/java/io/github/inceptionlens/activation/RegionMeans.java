package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.PartView.Shape;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.LayerReading;
import java.util.List;
import java.util.stream.Stream;

/**
 * The means of a layer's channels inside and outside of regions, over a series of pictures. A unit
 * lies where the center of what it sees does; units that are not selected do not count.
 */
public final class RegionMeans {

  private final InceptionV1 network;
  private final Layer layer;
  private final List<Sums> inside;
  private final List<Sums> outside;

  private static final class Sums {

    private final double[] values;
    private int units;

    Sums(final int channels) {
      values = new double[channels];
    }

    void add(final MapStack rows, final int index) {
      for (int channel = 0; channel < values.length; channel++) {
        values[channel] += rows.plane(channel)[index];
      }
      units++;
    }

    double[] mean() {
      final double[] mean = values.clone();
      for (int channel = 0; channel < mean.length; channel++) {
        mean[channel] /= units;
      }
      return mean;
    }
  }

  /**
   * @param layer with positions
   * @param regions how many there are
   */
  public RegionMeans(final InceptionV1 network, final Layer layer, final int regions) {
    this.network = network;
    this.layer = layer;
    this.inside = sums(regions);
    this.outside = sums(regions);
  }

  private List<Sums> sums(final int regions) {
    return Stream.generate(() -> new Sums(layer.channels())).limit(regions).toList();
  }

  /**
   * Looks at the next picture.
   *
   * @param shapes the regions by index; null for those that are not on this picture
   * @throws io.github.inceptionlens.core.UserError when it is too small for the layer or too wide
   *     for the memory
   */
  public void look(final View view, final List<Shape> shapes) {
    final LayerReading reading = network.read(view, layer.name());
    final SelectedUnits units = new SelectedUnits(reading.geometry(), view);
    final SelectedUnits.ByRow selected = units.byRow();
    reading.rows(
        (rows, first) -> {
          for (final int unit : selected.indices(first, first + rows.height())) {
            final int x = (int) Math.round(units.x(unit));
            final int y = (int) Math.round(units.y(unit));
            add(rows, unit - first * rows.width(), shapes, x, y);
          }
        },
        Progress.NONE);
  }

  private void add(
      final MapStack rows, final int index, final List<Shape> shapes, final int x, final int y) {
    for (int region = 0; region < shapes.size(); region++) {
      if (shapes.get(region) != null) {
        (shapes.get(region).contains(x, y) ? inside : outside).get(region).add(rows, index);
      }
    }
  }

  /** How many units lie in a region. */
  public int unitsInside(final int region) {
    return inside.get(region).units;
  }

  /** How many units lie outside, on the pictures that a region is on. */
  public int unitsOutside(final int region) {
    return outside.get(region).units;
  }

  /** The mean of each channel over the units in a region, of which there is one at least. */
  public double[] inside(final int region) {
    return inside.get(region).mean();
  }

  /** The mean of each channel over the units outside, of which there is one at least. */
  public double[] outside(final int region) {
    return outside.get(region).mean();
  }
}
