package io.github.inceptionlens.command.browser.pictures;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.command.browser.units.BrowsedLayer;
import io.github.inceptionlens.command.browser.units.BrowserStatus;
import io.github.inceptionlens.command.browser.units.BrowserTab;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Does what a browser wants, on a thread of its own: opens the layer, looks at the image, finds
 * pictures and makes missing ones, those that are seen first. Of several wishes the last one
 * counts; what it makes idle is given up. After {@link #close} nothing is done any more.
 */
public final class BrowserWorker implements AutoCloseable {

  private static final long REST_MILLIS = 100;

  private final UnitSource source;
  private final PictureShelf shelf;
  private final Audience audience;
  private final Thread thread = new Thread(this::work, "Inception Lens browser");

  private volatile BrowserWish latest;
  private volatile boolean closed;
  private boolean changed;

  private String opened = "";
  private long looked;
  private MissingPictures missing = new MissingPictures();

  /** Is told of what comes, on the working thread. */
  public interface Audience {

    /** A layer was opened. */
    void opened(BrowsedLayer layer);

    /**
     * The image was looked at through a layer.
     *
     * @param statistics by channel; empty where there is no image, or it tells nothing
     * @param trouble why it tells nothing; empty where it does
     */
    void looked(String layer, List<ChannelStatistics> statistics, String trouble);

    /** There are new pictures. */
    void picturesCame();

    /** Something else is going on now. */
    void says(BrowserStatus status);
  }

  public BrowserWorker(final UnitSource source, final PictureShelf shelf, final Audience audience) {
    this.source = source;
    this.shelf = shelf;
    this.audience = audience;
    thread.setDaemon(true);
    thread.setContextClassLoader(BrowserWorker.class.getClassLoader());
  }

  /** Begins to work. */
  public void start() {
    thread.start();
  }

  /** Takes a wish in place of the former one; from any thread. */
  public synchronized void want(final BrowserWish wish) {
    if (!wish.equals(latest)) {
      latest = wish;
      changed = true;
      notifyAll();
    }
  }

  /** Looks again for what the latest wish wants; from any thread. */
  public synchronized void lookAgain() {
    changed |= latest != null;
    notifyAll();
  }

  /** Ends the work soon; does not wait for that. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Waits for the end of all work after {@link #close}. */
  void join() throws InterruptedException {
    thread.join();
  }

  private void work() {
    try {
      while (awaitChange()) {
        while (!closed && step(latest)) {
          acknowledge();
        }
      }
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for another wish; returns whether there is one, or else the end. */
  private synchronized boolean awaitChange() throws InterruptedException {
    while (!changed && !closed) {
      wait();
    }
    changed = false;
    return !closed;
  }

  /** Leaves the engine to those who ended a work that is still wanted. */
  private synchronized void rest(final BrowserWish wish) throws InterruptedException {
    if (latest == wish && !closed) {
      wait(REST_MILLIS);
    }
  }

  private synchronized void acknowledge() {
    changed = false;
  }

  /** Does a part of a wish; returns whether there may be more to do. */
  private boolean step(final BrowserWish wish) throws InterruptedException {
    try {
      if (!wish.layer().equals(opened)) {
        open(wish);
        return true;
      } else if (looked != wish.look()) {
        look(wish);
        return true;
      }
      find(wish);
      return make(wish);
    } catch (final CancellationException stopped) {
      rest(wish);
      return true;
    } catch (final UserError error) {
      audience.says(BrowserStatus.resting(error.getMessage()));
    } catch (final OutOfMemoryError e) {
      audience.says(
          BrowserStatus.resting("The Layer Browser ran out of memory: choose a smaller image"));
    } catch (final RuntimeException | LinkageError e) {
      audience.says(BrowserStatus.resting("The Layer Browser met an unexpected error: " + e));
      IJ.handleException(e);
    }
    return false;
  }

  /** Reports on what is done for a wish, and ends it once it is idle. */
  private Progress progress(final String what, final BooleanSupplier idle) {
    return (fraction, words) -> {
      if (closed || idle.getAsBoolean()) {
        throw new CancellationException("nobody wants it any more");
      }
      audience.says(
          new BrowserStatus(fraction > 0 ? what : words, Math.min(1, Math.max(0, fraction))));
    };
  }

  private void open(final BrowserWish wish) {
    final BooleanSupplier idle = () -> !latest.layer().equals(wish.layer());
    final BrowsedLayer layer = source.open(wish.layer(), progress("Opening " + wish.layer(), idle));
    opened = wish.layer();
    looked = 0;
    missing = new MissingPictures();
    shelf.forget(BrowserTab.CROPS);
    audience.opened(layer);
  }

  private void look(final BrowserWish wish) {
    List<ChannelStatistics> statistics = List.of();
    String trouble = "";
    source.lookAway();
    if (wish.image().isPresent()) {
      try {
        statistics = source.look(wish.image().get(), looking(wish));
      } catch (final UserError error) {
        trouble = error.getMessage();
      } catch (final CancellationException stop) {
        if (closed || !latest.isSameLook(wish)) {
          throw stop;
        }
        trouble = "The look at the image was stopped";
      }
    }
    looked = wish.look();
    audience.looked(wish.layer(), statistics, trouble);
    audience.says(BrowserStatus.resting(""));
  }

  private Progress looking(final BrowserWish wish) {
    final String title = wish.image().map(ImagePlus::getTitle).orElseThrow();
    return progress(
        "Looking at \"" + title + "\" through " + wish.layer(),
        () -> !latest.isSameLook(wish) || wish.makes() && !latest.makes());
  }

  /** Brings to hand what is there of the pictures that are seen or soon will be. */
  private void find(final BrowserWish wish) {
    final CellPictures pictures = source.pictures(wish.tab());
    for (final Unit unit : wish.units().subList(0, wish.near())) {
      if (closed || isOther(wish)) {
        throw new CancellationException("something else is wanted");
      }
      if (!shelf.has(wish.tab(), unit, wish.pictureLook())) {
        pictures
            .find(unit)
            .ifPresent(
                image -> {
                  shelf.put(wish.tab(), unit, image, wish.pictureLook());
                  audience.picturesCame();
                });
      }
    }
  }

  private boolean isOther(final BrowserWish wish) {
    final BrowserWish now = latest;
    return now != wish
        && (!now.isSameLook(wish) || now.tab() != wish.tab() || !now.units().equals(wish.units()));
  }

  /** Makes some of the missing pictures; returns whether there may be more. */
  private boolean make(final BrowserWish wish) {
    final CellPictures pictures = source.pictures(wish.tab());
    if (!pictures.canMake()) {
      audience.says(BrowserStatus.resting(pictures.hint()));
      return latest != wish;
    }
    final List<Unit> some =
        missing.next(
            wish.units(),
            unit ->
                shelf.has(wish.tab(), unit, wish.pictureLook()) || isKept(pictures, wish, unit));
    if (some.isEmpty() || !wish.makes()) {
      audience.says(BrowserStatus.resting(some.isEmpty() ? "" : missing.words(wish.units())));
      return latest != wish;
    }
    make(wish, pictures, some);
    return true;
  }

  private boolean isKept(final CellPictures pictures, final BrowserWish wish, final Unit unit) {
    if (closed || isOther(wish)) {
      throw new CancellationException("something else is wanted");
    }
    return pictures.find(unit).isPresent();
  }

  private void make(final BrowserWish wish, final CellPictures pictures, final List<Unit> some) {
    final Progress progress = making(wish, some);
    final long start = System.nanoTime();
    try {
      pictures.make(
          some,
          (unit, image, finished) -> {
            shelf.put(
                wish.tab(), unit, image, finished ? wish.pictureLook() : PictureShelf.GROWING);
            audience.picturesCame();
          },
          progress);
      missing.made(some, System.nanoTime() - start);
    } finally {
      some.stream()
          .filter(unit -> !shelf.has(wish.tab(), unit, wish.pictureLook()))
          .forEach(unit -> shelf.remove(wish.tab(), unit));
      audience.picturesCame();
    }
  }

  private Progress making(final BrowserWish wish, final List<Unit> some) {
    final String what = missing.words(wish.units(), some);
    return (fraction, words) ->
        progress(what, () -> isIdle(wish, some, fraction)).at(fraction, words);
  }

  /** Whether pictures that are being made are not wanted any more, or others far more. */
  private boolean isIdle(final BrowserWish wish, final List<Unit> some, final double fraction) {
    final BrowserWish now = latest;
    if (!now.makes() || !now.layer().equals(wish.layer()) || now.tab() != wish.tab()) {
      return true;
    }
    return fraction < MissingPictures.WORTH_FINISHING
        && now != wish
        && some.stream().noneMatch(now::sees)
        && missing.lacksAny(
            now.units().subList(0, now.seen()),
            unit -> shelf.has(now.tab(), unit, now.pictureLook()));
  }
}
