package io.github.inceptionlens.command.batch;

import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.FeedItem;
import io.github.inceptionlens.collection.FeedPosition;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.ImageCollection.Look;
import io.github.inceptionlens.collection.PictureFeed;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.collection.InputPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Writes the files of a collection's images one image after the other, but those that are there.
 */
final class BatchRun {

  private final ImageCollection<InputPicture> pictures;
  private final BatchFolder folder;
  private final BiFunction<InputPicture, Progress, List<BatchFile>> work;
  private final List<Line> lines = new ArrayList<>();
  private final List<SkippedImage> skipped;
  private String latest = "";
  private int images;
  private int before;
  private int seen;

  /**
   * A row of the table.
   *
   * @param image the image's path in the collection
   * @param file the file's path below the folder
   */
  record Line(String image, String file, MapRow row) {}

  /**
   * @param work makes the files of a picture's image
   */
  BatchRun(
      final ImageCollection<InputPicture> pictures,
      final BatchFolder folder,
      final BiFunction<InputPicture, Progress, List<BatchFile>> work) {
    this.pictures = pictures;
    this.folder = folder;
    this.work = work;
    skipped = new ArrayList<>(pictures.unlisted());
  }

  /**
   * Does them all.
   *
   * @throws java.util.concurrent.CancellationException when the user stopped it; what is done is
   *     kept
   * @throws UserError when not a single image can be used, or a file cannot be written
   */
  void run(final Progress progress) {
    try {
      final PictureFeed<InputPicture> feed = pictures.feed(FeedPosition.START);
      while (feed.hasNext()) {
        final double start = feed.fraction();
        progress.at(start, words());
        final FeedItem<InputPicture> item = feed.next();
        final double end = feed.fraction();
        take(item, (part, what) -> progress.at(start + part * (end - start), words()));
      }
    } finally {
      pictures.looked(new Look(seen, skipped));
    }
    pictures.requireSome();
  }

  private String words() {
    return String.format(Locale.ROOT, "%,d images ...", images);
  }

  private void take(final FeedItem<InputPicture> item, final Progress progress) {
    if (item.skipped().isPresent()) {
      skipped.add(item.skipped().get());
    } else if (!item.image().path().equals(latest)) {
      latest = item.image().path();
      image(item, progress);
    }
  }

  private void image(final FeedItem<InputPicture> item, final Progress progress) {
    final CollectionImage image = item.image();
    final InputPicture picture = item.picture().orElseThrow();
    final Optional<List<List<MapRow>>> known = folder.find(image);
    if (known.isPresent()) {
      before++;
      done(picture, known.get());
      return;
    }
    final List<BatchFile> made;
    try {
      made = work.apply(picture, progress);
    } catch (final UserError e) {
      skipped.add(new SkippedImage(image.path(), e.getMessage()));
      return;
    }
    folder.write(image, made);
    done(picture, made.stream().map(BatchFile::rows).toList());
  }

  private void done(final InputPicture picture, final List<List<MapRow>> files) {
    images++;
    seen += picture.input().frames().size();
    for (int i = 0; i < files.size(); i++) {
      final String file = folder.name(picture.image(), i);
      files.get(i).forEach(row -> lines.add(new Line(picture.image().path(), file, row)));
    }
  }

  /** What the table says, in the order of the images. */
  List<Line> lines() {
    return lines;
  }

  /** How many images are done. */
  int images() {
    return images;
  }

  /** How many of them were there already. */
  int before() {
    return before;
  }
}
