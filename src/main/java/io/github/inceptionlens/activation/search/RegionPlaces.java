package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.activation.SelectedUnits;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.MeasuredRegion;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Draws places inside and outside of the regions of pictures, of either kind as many. A place is
 * inside where the center of what its units see is; a region so small that it holds no center has
 * the place nearest to it.
 *
 * @param <P> the pictures
 */
public final class RegionPlaces<P extends SourcePicture> extends ItemCollector<P> {

  /** The kind of places inside. */
  public static final String INSIDE = "inside";

  /** The kind of places outside. */
  public static final String OUTSIDE = "outside";

  /** A picture has so many blocks along its longer side. */
  private static final int BLOCKS = 8;

  private final Function<? super P, List<MeasuredRegion>> regions;
  private final long seed;

  /**
   * @param layer what is read
   * @param regions of a picture
   * @param most how many places of either kind are kept
   * @param seed what they are drawn from
   */
  public RegionPlaces(
      final Layer layer,
      final Function<? super P, List<MeasuredRegion>> regions,
      final int most,
      final long seed) {
    super(layer, most);
    this.regions = regions;
    this.seed = seed;
  }

  @Override
  public BiConsumer<DrawnItems, Seen<P>> accumulator() {
    return (items, seen) -> {
      final FeatureMap map = map(seen);
      final PictureId picture = seen.source().id();
      final SplittableRandom dice = new SplittableRandom(picture.seed(seed));
      final boolean[] inside = inside(map, regions.apply(seen.source()));
      final Grid grid = Grid.of(map, dice);
      final SelectedUnits units = new SelectedUnits(map.geometry(), seen.view());
      for (final int place : units.indices()) {
        final long priority = dice.nextLong();
        final String kind = inside[place] ? INSIDE : OUTSIDE;
        if (items.takes(kind, priority, most())) {
          items.keep(
              kind,
              new DrawnItem(
                  priority,
                  picture,
                  place,
                  seen.source().left() + units.x(place),
                  seen.source().top() + units.y(place),
                  isOdd(map.geometry(), place),
                  grid.moved(place, inside),
                  values(map, place)),
              most());
        }
      }
    };
  }

  private static boolean[] inside(final FeatureMap map, final List<MeasuredRegion> regions) {
    final boolean[] inside = new boolean[map.channel(0).length];
    regions.stream()
        .map(MeasuredRegion::view)
        .flatMap(Optional::stream)
        .forEach(region -> mark(inside, map, region));
    return inside;
  }

  private static void mark(final boolean[] inside, final FeatureMap map, final View region) {
    for (final int place : new SelectedUnits(map.geometry(), region).indices()) {
      inside[place] = true;
    }
  }

  /** Whether a place lies in an odd block of its picture. */
  static boolean isOdd(final Geometry geometry, final int place) {
    final int columns = geometry.x().size();
    final int side = (Math.max(columns, geometry.y().size()) + BLOCKS - 1) / BLOCKS;
    return (place % columns / side + place / columns / side) % 2 == 1;
  }

  /**
   * The places of a picture, moved around its border.
   *
   * @param moves by how many places, row-major, all is moved in each way
   */
  private record Grid(int columns, int rows, int[] moves) {

    static Grid of(final FeatureMap map, final SplittableRandom dice) {
      final int columns = map.geometry().x().size();
      final int rows = map.geometry().y().size();
      return new Grid(
          columns, rows, dice.ints(DrawnItem.PERMUTATIONS, 0, columns * rows).toArray());
    }

    /** A bit for each way: whether the place is inside then. */
    int moved(final int place, final boolean[] inside) {
      int bits = 0;
      for (int way = 0; way < moves.length; way++) {
        final int row = (place / columns + moves[way] / columns) % rows;
        final int column = (place % columns + moves[way] % columns) % columns;
        bits |= inside[row * columns + column] ? 1 << way : 0;
      }
      return bits;
    }
  }
}
