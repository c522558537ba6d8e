package io.github.inceptionlens.collection;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads the pictures of a feed on a thread of its own, some ahead of those that are taken: as many
 * as fit into 64 MB, and one in any case.
 */
public final class ReadAhead<P extends SourcePicture> implements AutoCloseable {

  private static final int MEGABYTE = 1 << 20;
  private static final int MOST_MEGABYTES = 64;
  private static final long ASK_AGAIN_MILLIS = 100;

  private final BlockingQueue<Read<P>> queue = new LinkedBlockingQueue<>();
  private final ReadingRoom room = new ReadingRoom(MOST_MEGABYTES);
  private final Thread thread;
  private Optional<Read<P>> next = Optional.empty();
  private volatile boolean isClosed;

  /**
   * A picture with its pixels, or what is left out.
   *
   * @param pixels width x height x 3, values 0 to 255; nothing where something is left out
   * @param fraction the part of the collection's images that is done before it, 0 to 1
   */
  public record Read<P extends SourcePicture>(
      FeedItem<P> item, Optional<Picture> pixels, double fraction) {

    private int megabytes() {
      return pixels
          .map(picture -> 1 + 3L * Float.BYTES * picture.width() * picture.height() / MEGABYTE)
          .map(Long::intValue)
          .orElse(0);
    }
  }

  /** What ends the queue: nothing, or what went wrong. */
  private Optional<RuntimeException> failure = Optional.empty();

  private volatile boolean isAtEnd;

  /** Begins to read. */
  public ReadAhead(final PictureFeed<P> feed) {
    thread = new Thread(() -> readAll(feed), "inception-lens-reader");
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll(final PictureFeed<P> feed) {
    try {
      while (!isClosed && feed.hasNext()) {
        final double fraction = feed.fraction();
        final Read<P> read = read(feed.next(), fraction);
        room.take(read.megabytes());
        queue.add(read);
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

  private static <P extends SourcePicture> Read<P> read(
      final FeedItem<P> item, final double fraction) {
    if (item.picture().isEmpty()) {
      return new Read<>(item, Optional.empty(), fraction);
    }
    try {
      return new Read<>(item, Optional.of(item.picture().get().view().picture()), fraction);
    } catch (final UnreadableImage | UserError e) {
      return new Read<>(item.without(e.getMessage()), Optional.empty(), fraction);
    }
  }

  /**
   * Whether there is a further one; waits until that is known.
   *
   * @param waiting called often meanwhile; may end it by an exception
   */
  public boolean hasNext(final Runnable waiting) {
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
    room.giveBack(taken.megabytes());
    return taken;
  }

  @Override
  public void close() {
    isClosed = true;
    thread.interrupt();
  }
}
