package io.github.inceptionlens.collection;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.View;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Reads the pictures of a feed on a thread of its own, some ahead of those that are taken: as many
 * as fit into 32 MB, and one in any case.
 *
 * <p>A picture that would take more than a sixteenth of Java's memory is not read ahead: its rows
 * are made when they are needed, and no further image is opened until it is done.
 */
public final class ReadAhead<P extends SourcePicture> implements AutoCloseable {

  private static final int MEGABYTE = 1 << 20;
  private static final int MOST_MEGABYTES = 32;
  private static final int PART_OF_MEMORY = 16;
  private static final long ASK_AGAIN_MILLIS = 100;
  private static final int PART_OF_WORK = 2;

  /** The mean time is that of about so many pictures. */
  private static final int LATEST = 16;

  private final BlockingQueue<Read<P>> queue = new LinkedBlockingQueue<>();
  private final ReadingRoom room = new ReadingRoom(MOST_MEGABYTES);
  private final ReadingPause pause = new ReadingPause();
  private final long largest;
  private final Thread thread;
  private int inUse;
  private Optional<Read<P>> next = Optional.empty();
  private volatile boolean isClosed;

  /** The mean time of reading a picture while nothing else was computed. */
  private volatile long readingNanos;

  private long workNanos;

  /**
   * A picture, or what is left out.
   *
   * @param view with its pixels, if it is not large; nothing where something is left out
   * @param isLarge whether the view's pixels are read, row by row, when they are asked for
   * @param fraction the part of the collection's images that is done before it, 0 to 1
   */
  public record Read<P extends SourcePicture>(
      FeedItem<P> item, Optional<View> view, boolean isLarge, double fraction) {

    private int megabytes() {
      return view.map(one -> (int) (1 + bytes(one) / MEGABYTE)).orElse(0);
    }
  }

  private static long bytes(final View view) {
    return 3L * Float.BYTES * view.width() * view.height();
  }

  /** What ends the queue: nothing, or what went wrong. */
  private Optional<RuntimeException> failure = Optional.empty();

  private volatile boolean isAtEnd;

  /** How many bytes a picture may take that is read ahead. */
  public static long usualLargest() {
    return Runtime.getRuntime().maxMemory() / PART_OF_MEMORY;
  }

  /**
   * Begins to read.
   *
   * @param largest how many bytes a picture may take, at 12 a pixel, to be read ahead
   */
  public ReadAhead(final PictureFeed<P> feed, final long largest) {
    this.largest = largest;
    thread = new Thread(() -> readAll(feed), "inception-lens-reader");
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll(final PictureFeed<P> feed) {
    try {
      while (!isClosed && feed.hasNext()) {
        pause.rest(queue.size());
        final double fraction = feed.fraction();
        final long start = System.nanoTime();
        final Read<P> read = read(feed.next(), fraction);
        if (!pause.isOn()) {
          readingNanos += (System.nanoTime() - start - readingNanos) / LATEST;
        }
        room.take(read.megabytes());
        queue.add(read);
        if (read.isLarge()) {
          room.awaitEmpty();
        }
      }
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (final RuntimeException | OutOfMemoryError e) {
      failure = Optional.of(e instanceof RuntimeException one ? one : tooLarge(e));
    } finally {
      isAtEnd = true;
    }
  }

  private static UserError tooLarge(final Throwable e) {
    return new UserError(
        "an image does not fit into Java's memory: give it more (Edit > Options > Memory &"
            + " Threads...), or take the image out",
        e);
  }

  private Read<P> read(final FeedItem<P> item, final double fraction) {
    if (item.picture().isEmpty()) {
      return new Read<>(item, Optional.empty(), false, fraction);
    }
    try {
      final View view = item.picture().get().view();
      final boolean isLarge = bytes(view) > largest;
      final View read = isLarge ? view : new ReadView(view, view.picture());
      return new Read<>(item, Optional.of(read), isLarge, fraction);
    } catch (final UnreadableImage | UserError e) {
      return new Read<>(item.without(e.getMessage()), Optional.empty(), false, fraction);
    }
  }

  /**
   * Whether there is a further one; waits until that is known. A large one that was taken is done.
   *
   * @param waiting called often meanwhile; may end it by an exception
   */
  public boolean hasNext(final Runnable waiting) {
    room.giveBack(inUse);
    inUse = 0;
    while (next.isEmpty()) {
      final boolean last = isAtEnd;
      next = Optional.ofNullable(poll(last));
      if (next.isEmpty() && last) {
        failure.ifPresent(
            e -> {
              throw e;
            });
        return false;
      }
      waiting.run();
    }
    return true;
  }

  private Read<P> poll(final boolean last) {
    try {
      return last ? queue.poll() : queue.poll(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while reading images");
    }
  }

  /** The one that comes next, which stays; {@link #hasNext} was asked before. */
  public Read<P> peek() {
    return next.orElseThrow(() -> new NoSuchElementException("nothing was read"));
  }

  /** Takes the one that comes next. */
  public Read<P> take() {
    final Read<P> taken = peek();
    next = Optional.empty();
    if (taken.isLarge()) {
      inUse = taken.megabytes();
    } else {
      room.giveBack(taken.megabytes());
    }
    return taken;
  }

  /**
   * Does a work on pictures that shares no processor with the reader: of two that compute at once,
   * each slows the other down by more than its part. The reader rests meanwhile if it is twice as
   * fast as the work, or if as many pictures wait.
   *
   * @param count how many pictures are worked on
   * @return what the work returns
   */
  public <T> T undisturbed(final int count, final Supplier<T> work) {
    pause.begin(PART_OF_WORK * readingNanos < workNanos ? 0 : count);
    final long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      workNanos = (System.nanoTime() - start) / count;
      pause.end();
    }
  }

  @Override
  public void close() {
    isClosed = true;
    thread.interrupt();
  }
}
