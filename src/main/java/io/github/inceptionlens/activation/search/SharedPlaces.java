package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.activation.SelectedUnits;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.FeatureMap;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/**
 * Draws places at which two layers are read, perhaps of two networks on two scans: the positions of
 * the layer whose units lie farther apart. Of the other one, the unit is read whose center is
 * nearest.
 *
 * @param <P> the pictures
 */
public final class SharedPlaces<P extends SourcePicture> extends ItemCollector<P> {

  /** The only kind. */
  static final String PLACES = "places";

  private final Layer first;
  private final Layer second;
  private final long seed;

  /**
   * @param read one of the two
   * @param first the one of the two whose positions count where both lie equally far apart
   * @param second the other one
   * @param most how many places are kept
   * @param seed what they are drawn from
   */
  public SharedPlaces(
      final Layer read, final Layer first, final Layer second, final int most, final long seed) {
    super(read, most);
    this.first = first;
    this.second = second;
    this.seed = seed;
  }

  @Override
  public BiConsumer<DrawnItems, Seen<P>> accumulator() {
    return (items, seen) -> {
      final FeatureMap map = map(seen);
      final Geometry grid = grid(seen.view().width(), seen.view().height());
      final SelectedUnits places = new SelectedUnits(grid, seen.view());
      final PictureId picture = seen.source().id();
      final SplittableRandom dice = new SplittableRandom(picture.seed(seed));
      for (final int place : places.indices()) {
        final long priority = dice.nextLong();
        if (items.takes(PLACES, priority, most())) {
          items.keep(
              PLACES,
              new DrawnItem(
                  priority,
                  picture,
                  place,
                  seen.source().left() + places.x(place),
                  seen.source().top() + places.y(place),
                  RegionPlaces.isOdd(grid, place),
                  0,
                  values(map, nearest(map.geometry(), grid, place))),
              most());
        }
      }
    };
  }

  private Geometry grid(final int width, final int height) {
    final Geometry one = Geometry.of(first, width, height);
    final Geometry other = Geometry.of(second, width, height);
    return other.x().stride() > one.x().stride() ? other : one;
  }

  private static int nearest(final Geometry map, final Geometry grid, final int place) {
    final int columns = grid.x().size();
    final int column = map.x().nearest(grid.x().center(place % columns));
    return map.y().nearest(grid.y().center(place / columns)) * map.x().size() + column;
  }
}
