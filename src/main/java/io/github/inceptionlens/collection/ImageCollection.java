package io.github.inceptionlens.collection;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Sha256;
import io.github.inceptionlens.core.UserError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Many pictures to look at: every slice of some images, of which one is open at a time.
 *
 * <pre>{@code
 * collection.limited(OptionalInt.of(500), 0)
 *     .forEach(picture -> look(picture.view().picture()), Progress.NONE);
 * }</pre>
 *
 * @param <P> the pictures
 */
public final class ImageCollection<P extends SourcePicture> {

  private static final int MOST_NAMED = 10;

  private final String key;
  private final String name;
  private final List<CollectionImage> images;
  private final List<SkippedImage> unlisted;
  private final ImageReader<P> reader;
  private final PictureDraw draw;
  private Look last = new Look(0, List.of());

  /**
   * What came of looking at a collection.
   *
   * @param pictures how many pictures were looked at
   * @param skipped what could not be
   */
  public record Look(int pictures, List<SkippedImage> skipped) {

    public Look {
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * @param key the key of a command that names them, for sentences
   * @param name where the images are from: an absolute path or pattern, or what they are
   * @param images in the order in which they are looked at, no path twice
   * @param unlisted what was found beside them that is of no use
   */
  public ImageCollection(
      final String key,
      final String name,
      final List<CollectionImage> images,
      final List<SkippedImage> unlisted,
      final ImageReader<P> reader) {
    this(key, name, List.copyOf(images), List.copyOf(unlisted), reader, PictureDraw.ALL);
  }

  private ImageCollection(
      final String key,
      final String name,
      final List<CollectionImage> images,
      final List<SkippedImage> unlisted,
      final ImageReader<P> reader,
      final PictureDraw draw) {
    this.key = key;
    this.name = name;
    this.images = images;
    this.unlisted = unlisted;
    this.reader = reader;
    this.draw = draw;
  }

  /**
   * So many pictures of these, drawn over all images as evenly as their slices allow; in place of
   * an image that cannot be read another one is drawn.
   *
   * @param limit at least 1; nothing for all pictures
   * @param seed what the pictures are drawn from
   */
  public ImageCollection<P> limited(final OptionalInt limit, final long seed) {
    return limit.isEmpty()
        ? this
        : new ImageCollection<>(
            key, name, images, unlisted, reader, PictureDraw.of(images, limit.getAsInt(), seed));
  }

  /** Where the images are from. */
  public String name() {
    return name;
  }

  /** Whether the images are files, which are there after a restart. */
  public boolean isOfFiles() {
    return images.stream().anyMatch(image -> image.file().isPresent());
  }

  /** The images, of which some may not be opened where pictures are drawn. */
  public List<CollectionImage> images() {
    return images;
  }

  /** The labels that the images have, in alphabetical order, none twice. */
  public List<String> labels() {
    return images.stream()
        .map(CollectionImage::label)
        .filter(label -> !label.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * SHA-256 of what the pictures depend on: paths, states, labels and groups of the images, and
   * what is drawn of them.
   */
  public String digest() {
    final MessageDigest digest = Sha256.digest();
    digest.update(bytes(name + "\n" + draw + "\n"));
    for (final CollectionImage image : images) {
      final List<String> known =
          List.of(image.path(), image.state(), image.label(), image.group(), "\n");
      digest.update(bytes(String.join("\0", known)));
    }
    return Sha256.hex(digest);
  }

  private static byte[] bytes(final String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The pictures from a place on.
   *
   * @param position where an earlier feed was
   */
  public PictureFeed<P> feed(final FeedPosition position) {
    return new PictureFeed<>(this, reader, draw, position);
  }

  /** The pictures of one of the images, as {@link ImageReader#open}. */
  public List<P> open(final CollectionImage image) {
    return reader.open(image);
  }

  /** What was found beside the images that is of no use. */
  public List<SkippedImage> unlisted() {
    return unlisted;
  }

  /**
   * Shows every picture once.
   *
   * @throws UserError when not a single picture can be; or what the work says of a picture, with
   *     its name
   */
  public void forEach(final Consumer<P> work, final Progress progress) {
    final List<SkippedImage> skipped = new ArrayList<>(unlisted);
    int pictures = 0;
    final PictureFeed<P> feed = feed(FeedPosition.START);
    while (feed.hasNext()) {
      progress.at(feed.fraction(), "Looking at your images ...");
      final FeedItem<P> item = feed.next();
      if (item.skipped().isPresent()) {
        skipped.add(item.skipped().get());
      } else {
        show(item.picture().orElseThrow(), work);
        pictures++;
      }
    }
    looked(new Look(pictures, skipped));
    requireSome();
  }

  private void show(final P picture, final Consumer<P> work) {
    try {
      work.accept(picture);
    } catch (final UserError e) {
      throw new UserError(
          String.format(Locale.ROOT, "%s, \"%s\": %s", key, picture.caption(), e.getMessage()), e);
    }
  }

  /** Remembers what came of looking at it. */
  public void looked(final Look look) {
    last = look;
  }

  /** What came of looking at it the last time. */
  public Look look() {
    return last;
  }

  /**
   * Refuses a collection of which nothing is left.
   *
   * @throws UserError when no picture was looked at; with the reason
   */
  public void requireSome() {
    if (last.pictures() == 0) {
      final SkippedImage first =
          last.skipped().stream()
              .min(Comparator.comparing(unlisted::contains))
              .orElse(new SkippedImage(name, "it holds no images"));
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s is \"%s\", but none of its %d files can be used: \"%s\": %s",
              key,
              name,
              images.size(),
              first.path(),
              first.reason()));
    }
  }

  /**
   * A picture that was shown, read again.
   *
   * @throws UserError when that is not possible any more
   */
  public P picture(final PictureId id) {
    return read(id.image(), Set.of(id), id.toString()).get(0);
  }

  /**
   * Pictures that were shown, read again image by image.
   *
   * @param ids which; those of one image are read at once
   * @param work takes each
   * @throws UserError when one cannot be read any more
   */
  public void pictures(
      final Collection<PictureId> ids, final Consumer<P> work, final Progress progress) {
    final Map<String, Set<PictureId>> byImage =
        ids.stream()
            .collect(Collectors.groupingBy(PictureId::image, TreeMap::new, Collectors.toSet()));
    int done = 0;
    for (final Map.Entry<String, Set<PictureId>> image : byImage.entrySet()) {
      progress.at((double) done / byImage.size(), "Looking at your images again ...");
      read(image.getKey(), image.getValue(), image.getKey()).forEach(work);
      done++;
    }
  }

  private List<P> read(final String path, final Set<PictureId> ids, final String called) {
    try {
      final List<P> found =
          images.stream()
              .filter(image -> image.path().equals(path))
              .flatMap(image -> reader.open(image).stream())
              .filter(picture -> ids.contains(picture.id()))
              .toList();
      if (found.size() < ids.size()) {
        throw new UnreadableImage("it is not there any more");
      }
      return found;
    } catch (final UnreadableImage e) {
      throw new UserError(
          String.format(Locale.ROOT, "%s, \"%s\": %s", key, called, e.getMessage()), e);
    }
  }

  /** Name, what is drawn, and what came of looking at it, for provenance. */
  @Override
  public String toString() {
    final String drawn = draw == PictureDraw.ALL ? name : name + ", " + draw;
    final List<SkippedImage> skipped = last.skipped();
    final String looked =
        String.format(
            Locale.ROOT,
            "%s, %d pictures of %d images",
            drawn,
            last.pictures(),
            images.size() - (skipped.size() - unlisted.size()));
    return skipped.isEmpty() ? looked : looked + ", left out: " + named(skipped);
  }

  private static String named(final List<SkippedImage> skipped) {
    final String first =
        skipped.stream()
            .limit(MOST_NAMED)
            .map(SkippedImage::path)
            .collect(Collectors.joining(", "));
    return skipped.size() > MOST_NAMED
        ? first + " and " + (skipped.size() - MOST_NAMED) + " more"
        : first;
  }
}
