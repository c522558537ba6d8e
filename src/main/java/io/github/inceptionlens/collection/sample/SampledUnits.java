package io.github.inceptionlens.collection.sample;

import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Placement;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Which unit of a layer a sampled place of a picture is of.
 *
 * @param geometry where the layer's units lie on the picture
 * @param placement where the picture's region lies on it
 * @param left column of the image where that region begins
 * @param top row of the same
 */
public record SampledUnits(Geometry geometry, Placement placement, int left, int top) {

  /** The units of a picture that was read again. */
  public static SampledUnits of(final Geometry geometry, final SourcePicture picture) {
    return new SampledUnits(geometry, picture.view().placement(), picture.left(), picture.top());
  }

  /** The unit, row-major; nothing where no unit lies there, as in a picture of another size. */
  public OptionalInt unit(final SampledPlace place) {
    final OptionalInt column = find(geometry.x(), place.x() - left, this::column);
    final OptionalInt row = find(geometry.y(), place.y() - top, this::row);
    return column.isPresent() && row.isPresent()
        ? OptionalInt.of(row.getAsInt() * geometry.x().size() + column.getAsInt())
        : OptionalInt.empty();
  }

  private int column(final int unit) {
    return (int) Math.round(placement.regionX(geometry.x().center(unit)));
  }

  private int row(final int unit) {
    return (int) Math.round(placement.regionY(geometry.y().center(unit)));
  }

  private static OptionalInt find(
      final Geometry.Axis axis, final int pixel, final IntUnaryOperator of) {
    return IntStream.range(0, axis.size()).filter(i -> of.applyAsInt(i) == pixel).findFirst();
  }
}
