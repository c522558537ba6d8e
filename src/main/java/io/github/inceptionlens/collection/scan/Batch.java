package io.github.inceptionlens.collection.scan;

import io.github.inceptionlens.collection.FeedPosition;
import io.github.inceptionlens.collection.ReadAhead.Read;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.View;
import java.util.ArrayList;
import java.util.List;

/** Pictures of one size that follow each other, and what was left out between them. */
final class Batch<P extends SourcePicture> {

  private final List<P> sources = new ArrayList<>();
  private final List<View> views = new ArrayList<>();
  private final List<SkippedImage> skipped = new ArrayList<>();
  private FeedPosition next;

  /**
   * @param first a picture
   */
  Batch(final Read<P> first) {
    add(first);
  }

  int width() {
    return views.get(0).width();
  }

  int height() {
    return views.get(0).height();
  }

  int size() {
    return views.size();
  }

  /** Whether what was read can be added: a picture of the same size, or something left out. */
  boolean fits(final Read<P> read) {
    return read.view().stream().allMatch(one -> one.width() == width() && one.height() == height());
  }

  void add(final Read<P> read) {
    read.item().skipped().ifPresent(skipped::add);
    read.view()
        .ifPresent(
            one -> {
              views.add(one);
              sources.add(read.item().picture().orElseThrow());
            });
    next = read.item().next();
  }

  P source(final int index) {
    return sources.get(index);
  }

  View view(final int index) {
    return views.get(index);
  }

  List<Picture> pixels() {
    return views.stream().map(View::picture).toList();
  }

  List<SkippedImage> skipped() {
    return skipped;
  }

  /** How far the collection was looked at once the batch is done. */
  FeedPosition next() {
    return next;
  }
}
