package io.github.inceptionlens.command.family;

import io.github.inceptionlens.circuit.family.CongruenceGroup;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.FeedItem;
import io.github.inceptionlens.collection.FeedPosition;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureFeed;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.collection.UnreadableImage;
import io.github.inceptionlens.command.tuning.TurnedView;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.collection.InputPicture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Places of a user's pictures, drawn by chance, as discs that lie in all ways of a group. */
final class DiscPlaces {

  /** Of units that see more no more is shown. */
  private static final int MOST_SIDE = 256;

  private static final double PART_OF_SIDE = 0.4;
  private static final int TRIALS = 200;

  private final TurnedView.Size size;
  private final double wanted;
  private final CongruenceGroup group;
  private final int perPicture;
  private final long seed;
  private final ImageCollection<InputPicture> pictures;
  private final Map<String, Set<PictureId>> chosen = new HashMap<>();
  private final List<SkippedImage> skipped = new ArrayList<>();
  private final int count;

  /**
   * @param places how many there are in all, at least
   */
  DiscPlaces(
      final ImageCollection<InputPicture> pictures,
      final Layer layer,
      final CongruenceGroup group,
      final int places,
      final long seed,
      final Progress progress) {
    this.pictures = pictures;
    this.group = group;
    this.seed = seed;
    size = TurnedView.Size.of(layer, MOST_SIDE);
    wanted = reach(layer) / Math.sqrt(2) + TurnedDisc.EDGE + 1;
    count = choose(progress);
    perPicture = count == 0 ? 0 : (places + count - 1) / count;
  }

  private static int reach(final Layer layer) {
    final int side = Geometry.smallest(layer);
    return Geometry.of(layer, side, side).x().receptiveField();
  }

  /** Looks which pictures there are. */
  private int choose(final Progress progress) {
    final PictureFeed<InputPicture> feed = pictures.feed(FeedPosition.START);
    int found = 0;
    while (feed.hasNext()) {
      progress.at(feed.fraction(), "Looking for pictures ...");
      final FeedItem<InputPicture> item = feed.next();
      item.skipped().ifPresent(skipped::add);
      if (item.picture().isPresent()) {
        final PictureId id = item.picture().get().id();
        chosen.computeIfAbsent(id.image(), image -> new HashSet<>()).add(id);
        found++;
      }
    }
    return found;
  }

  /** How many places there are. */
  long places() {
    return (long) perPicture * count;
  }

  /** How many pictures they are of. */
  int pictures() {
    return count;
  }

  /** All discs in all ways; those of a place follow each other. */
  ImageCollection<DiscPicture> collection() {
    final List<CollectionImage> images =
        pictures.images().stream().filter(image -> chosen.containsKey(image.path())).toList();
    final List<SkippedImage> unlisted = new ArrayList<>(pictures.unlisted());
    unlisted.addAll(skipped);
    return new ImageCollection<>("images", pictures.name(), images, unlisted, this::open);
  }

  private List<DiscPicture> open(final CollectionImage image) {
    final List<DiscPicture> all = new ArrayList<>();
    final LatestCrop latest = new LatestCrop();
    pictures.pictures(
        chosen.get(image.path()), picture -> all.addAll(discs(picture, latest)), Progress.NONE);
    return all;
  }

  private List<DiscPicture> discs(final InputPicture picture, final LatestCrop latest) {
    final View view = picture.view();
    final Random random = new Random(picture.id().seed(seed));
    final List<DiscPicture> discs = new ArrayList<>();
    for (int index = 0; index < perPicture; index++) {
      final DiscPlace place = draw(view, random);
      final Supplier<DiscPlace.Crop> crop = () -> latest.of(place);
      for (int element = 0; element < group.size(); element++) {
        discs.add(
            new DiscPicture(
                picture,
                index,
                element,
                new TurnedDisc(crop, place.radius(), size, group.element(element))));
      }
    }
    return discs;
  }

  /** A place in the selection whose disc lies within the picture. */
  private DiscPlace draw(final View view, final Random random) {
    final double radius = Math.min(wanted, PART_OF_SIDE * Math.min(view.width(), view.height()));
    final int reach = (int) Math.ceil(radius);
    final double part = size.pivot() - Math.floor(size.pivot());
    for (int trial = 0; trial < TRIALS; trial++) {
      final int column = reach + random.nextInt(Math.max(1, view.width() - 2 * reach));
      final int row = reach + random.nextInt(Math.max(1, view.height() - 2 * reach));
      if (contains(view, column, row)) {
        return new DiscPlace(view, column + part, row + part, radius);
      }
    }
    throw new UnreadableImage(
        String.format(
            Locale.ROOT,
            "its selection holds no place that is %d pixels from the picture's border",
            reach));
  }

  private static boolean contains(final View view, final int column, final int row) {
    final int x = (int) Math.round(view.placement().regionX(column));
    final int y = (int) Math.round(view.placement().regionY(row));
    return x >= 0
        && y >= 0
        && x < view.placement().width()
        && y < view.placement().height()
        && view.contains(x, y);
  }

  /** Keeps the crop of the place that was asked for last. */
  private static final class LatestCrop {

    private Optional<DiscPlace> place = Optional.empty();
    private DiscPlace.Crop crop;

    synchronized DiscPlace.Crop of(final DiscPlace asked) {
      if (place.isEmpty() || place.get() != asked) {
        crop = asked.crop();
        place = Optional.of(asked);
      }
      return crop;
    }
  }
}
