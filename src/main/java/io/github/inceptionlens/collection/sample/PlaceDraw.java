package io.github.inceptionlens.collection.sample;

import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.core.geometry.Geometry.Axis;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The units of a picture that a sample takes, by a picture's own numbers alone: whatever other
 * pictures there are, and in whatever order, they are the same.
 */
record PlaceDraw(SampleRequest request) {

  /**
   * The indices of the units, row-major and ascending; none where none lies in the selection and
   * off the border.
   */
  int[] units(final FeatureMap map, final View view, final PictureId picture) {
    final int[] allowed = allowed(map, view);
    if (!request.isBounded() || allowed.length <= request.perPicture()) {
      return allowed;
    }
    final List<Integer> order = new ArrayList<>(IntStream.of(allowed).boxed().toList());
    if (request.from() == SampleFrom.STRONGEST) {
      final double[] squares = squares(map, allowed);
      order.sort(Comparator.comparingDouble(unit -> -squares[unit]));
    } else {
      Collections.shuffle(order, new Random(picture.seed(request.seed())));
    }
    return order.stream().limit(request.perPicture()).mapToInt(unit -> unit).sorted().toArray();
  }

  private int[] allowed(final FeatureMap map, final View view) {
    final Axis columns = map.geometry().x();
    final Axis rows = map.geometry().y();
    return IntStream.range(0, columns.size() * rows.size())
        .filter(unit -> isInside(unit % columns.size(), columns.size()))
        .filter(unit -> isInside(unit / columns.size(), rows.size()))
        .filter(unit -> view.contains(x(map, view, unit), y(map, view, unit)))
        .toArray();
  }

  private boolean isInside(final int unit, final int size) {
    return unit >= request.margin() && unit < size - request.margin();
  }

  /** The column, in the view's region, of the center of what a unit sees. */
  static int x(final FeatureMap map, final View view, final int unit) {
    final Axis axis = map.geometry().x();
    return (int) Math.round(view.placement().regionX(axis.center(unit % axis.size())));
  }

  /** The row of the same. */
  static int y(final FeatureMap map, final View view, final int unit) {
    final Axis axis = map.geometry().y();
    final int row = unit / map.geometry().x().size();
    return (int) Math.round(view.placement().regionY(axis.center(row)));
  }

  /** The squared length of each of some vectors, by unit. */
  private static double[] squares(final FeatureMap map, final int[] units) {
    final double[] squares = new double[map.geometry().x().size() * map.geometry().y().size()];
    for (int channel = 0; channel < map.layer().channels(); channel++) {
      final float[] values = map.channel(channel);
      for (final int unit : units) {
        squares[unit] += (double) values[unit] * values[unit];
      }
    }
    return squares;
  }
}
