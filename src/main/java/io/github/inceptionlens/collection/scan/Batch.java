package io.github.inceptionlens.collection.scan;

import io.github.inceptionlens.collection.FeedPosition;
import io.github.inceptionlens.collection.ReadAhead.Read;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.core.Picture;
import java.util.ArrayList;
import java.util.List;

/** Pictures of one size that follow each other, and what was left out between them. */
final class Batch<P extends SourcePicture> {

  private final List<P> sources = new ArrayList<>();
  private final List<Picture> pixels = new ArrayList<>();
  private final List<SkippedImage> skipped = new ArrayList<>();
  private FeedPosition next;

  /**
   * @param first with pixels
   */
  Batch(final Read<P> first) {
    add(first);
  }

  int width() {
    return pixels.get(0).width();
  }

  int height() {
    return pixels.get(0).height();
  }

  int size() {
    return pixels.size();
  }

  /** Whether what was read can be added: a picture of the same size, or something left out. */
  boolean fits(final Read<P> read) {
    return read.pixels().stream()
        .allMatch(one -> one.width() == width() && one.height() == height());
  }

  void add(final Read<P> read) {
    read.item().skipped().ifPresent(skipped::add);
    read.pixels()
        .ifPresent(
            one -> {
              pixels.add(one);
              sources.add(read.item().picture().orElseThrow());
            });
    next = read.item().next();
  }

  P source(final int index) {
    return sources.get(index);
  }

  List<Picture> pixels() {
    return pixels;
  }

  List<SkippedImage> skipped() {
    return skipped;
  }

  /** How far the collection was looked at once the batch is done. */
  FeedPosition next() {
    return next;
  }
}
