package io.github.inceptionlens.collection.scan;

import com.google.gson.JsonElement;
import io.github.inceptionlens.collection.FeedPosition;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.ImageCollection.Look;
import io.github.inceptionlens.collection.PictureFeed;
import io.github.inceptionlens.collection.ReadAhead;
import io.github.inceptionlens.collection.ReadAhead.Read;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.UnreadableImage;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Shows every picture of a collection to the network, once for all collectors that ride on it.
 *
 * <p>Pictures of one size that follow each other are shown together, as far as the memory allows;
 * the next are read meanwhile. A large one is shown alone, and its rows are read when they are
 * needed. Where a scan goes on that was ended, it does so between two such batches, so that its
 * numbers are those of one that was not.
 *
 * @param <P> the collection's pictures
 */
public final class Scan<P extends SourcePicture> {

  private final InceptionV1 network;
  private final List<String> names;
  private final ImageCollection<P> collection;
  private final long largest;
  private final Map<String, Ride<P, ?, ?>> rides = new LinkedHashMap<>();
  private final List<SkippedImage> skipped = new ArrayList<>();
  private FeedPosition position = FeedPosition.START;
  private int pictures;
  private int before;

  /**
   * @param names layers, or what the classifier gives
   */
  public Scan(
      final InceptionV1 network,
      final Collection<String> names,
      final ImageCollection<P> collection) {
    this(network, names, collection, ReadAhead.usualLargest());
  }

  /**
   * @param largest how many bytes a picture may take, at 12 a pixel, that is in memory as a whole
   */
  Scan(
      final InceptionV1 network,
      final Collection<String> names,
      final ImageCollection<P> collection,
      final long largest) {
    this.network = network;
    this.names = network.canonical(names);
    this.collection = collection;
    this.largest = largest;
    skipped.addAll(collection.unlisted());
  }

  /**
   * Lets a collector ride.
   *
   * @param name tells it from others on this scan
   * @return where its result is to be had
   */
  public <A, R> Ride<P, A, R> ride(
      final String name, final KeptCollector<? super Seen<P>, A, R> collector) {
    final Ride<P, A, R> ride = new Ride<>(collector);
    rides.put(name, ride);
    return ride;
  }

  /** How many pictures were shown, those of an earlier call included. */
  public int pictures() {
    return pictures;
  }

  /** How many of them were shown by an earlier call that was ended. */
  public int before() {
    return before;
  }

  /**
   * Looks at the whole collection, or at what an earlier call has left of it.
   *
   * @param journal where what is done is kept; nothing where it is not
   * @throws CancellationException when the user stopped it; what is done is kept, and the results
   *     are those so far
   * @throws UserError when not a single picture can be looked at
   */
  public void run(final Optional<ScanJournal> journal, final Progress progress) {
    journal.flatMap(ScanJournal::find).ifPresent(this::restore);
    final PictureFeed<P> feed = collection.feed(position);
    final ScanPace pace = new ScanPace(pictures, feed.fraction(), System::nanoTime);
    try (ReadAhead<P> ahead = new ReadAhead<>(feed, largest)) {
      while (ahead.hasNext(() -> report(pace, progress))) {
        pace.at(ahead.peek().fraction());
        report(pace, progress);
        take(ahead, () -> report(pace, progress));
        journal.filter(ScanJournal::isDue).ifPresent(one -> one.keep(state()));
      }
    } catch (final CancellationException stopped) {
      journal.ifPresent(one -> one.keep(state()));
      throw stopped;
    } finally {
      collection.looked(new Look(pictures, skipped));
    }
    collection.requireSome();
    journal.ifPresent(one -> one.end(this::state));
  }

  private void report(final ScanPace pace, final Progress progress) {
    progress.at(pace.fraction(), pace.words(pictures));
  }

  private void take(final ReadAhead<P> ahead, final Runnable waiting) {
    final Read<P> first = ahead.take();
    if (!isUsable(first)) {
      position = first.item().next();
    } else if (first.isLarge()) {
      showLarge(first, waiting);
      position = first.item().next();
    } else {
      final Batch<P> batch = new Batch<>(first);
      final int most = network.batch(names, batch.width(), batch.height());
      while (batch.size() < most && ahead.hasNext(waiting) && batch.fits(ahead.peek())) {
        batch.add(ahead.take());
      }
      show(batch, ahead);
      skipped.addAll(batch.skipped());
      position = batch.next();
    }
  }

  /** Whether a picture can be shown; if not, it is named. */
  private boolean isUsable(final Read<P> read) {
    if (read.view().isEmpty()) {
      skipped.add(read.item().skipped().orElseThrow());
      return false;
    }
    final View view = read.view().get();
    try {
      network.check(names, view.width(), view.height());
      return true;
    } catch (final UserError e) {
      skip(read, e);
      return false;
    }
  }

  private void skip(final Read<P> read, final RuntimeException reason) {
    skipped.add(read.item().without(reason.getMessage()).skipped().orElseThrow());
  }

  private void show(final Batch<P> batch, final ReadAhead<P> ahead) {
    final List<Activations> answers =
        ahead.undisturbed(batch.size(), () -> network.run(batch.pixels(), names));
    for (int i = 0; i < answers.size(); i++) {
      collect(new Seen<>(batch.source(i), batch.view(i), answers.get(i)));
    }
  }

  /** One that cannot be read to its end is named. */
  private void showLarge(final Read<P> read, final Runnable waiting) {
    final View view = read.view().orElseThrow();
    final Activations answer;
    try {
      answer = network.run(view, names, (fraction, what) -> waiting.run());
    } catch (final UnreadableImage | UserError e) {
      skip(read, e);
      return;
    }
    collect(new Seen<>(read.item().picture().orElseThrow(), view, answer));
  }

  private void collect(final Seen<P> seen) {
    rides.values().forEach(ride -> ride.accept(seen));
    pictures++;
  }

  private ScanState state() {
    final Map<String, JsonElement> partial = new LinkedHashMap<>();
    rides.forEach((name, ride) -> partial.put(name, ride.keep()));
    return new ScanState(position, pictures, List.copyOf(skipped), partial);
  }

  /** What cannot be restored is collected anew, from the first picture on. */
  private void restore(final ScanState state) {
    if (!state.partial().keySet().equals(rides.keySet())) {
      return;
    }
    try {
      rides.forEach((name, ride) -> ride.restore(state.partial().get(name)));
    } catch (final UserError e) {
      throw e;
    } catch (final RuntimeException e) {
      rides.values().forEach(Ride::reset);
      return;
    }
    position = state.position();
    pictures = state.pictures();
    before = pictures;
    skipped.clear();
    skipped.addAll(state.skipped());
  }
}
