package io.github.inceptionlens.collection.scan;

import com.google.gson.JsonElement;
import io.github.inceptionlens.collection.SourcePicture;

/**
 * A collector on a scan.
 *
 * @param <R> its result
 */
public final class Ride<P extends SourcePicture, A, R> {

  private final KeptCollector<? super Seen<P>, A, R> collector;
  private A partial;

  Ride(final KeptCollector<? super Seen<P>, A, R> collector) {
    this.collector = collector;
    partial = collector.supplier().get();
  }

  void accept(final Seen<P> seen) {
    collector.accumulator().accept(partial, seen);
  }

  JsonElement keep() {
    return collector.keep(partial);
  }

  void restore(final JsonElement kept) {
    partial = collector.restored(kept);
  }

  void reset() {
    partial = collector.supplier().get();
  }

  /** What was collected so far. */
  public R result() {
    return collector.finisher().apply(partial);
  }
}
