package io.github.inceptionlens.command.unit;

import ij.process.ImageProcessor;
import io.github.inceptionlens.core.Unit;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The icons of units: small pictures from a source that may be slow, kept in memory.
 *
 * <p>Asking never waits: what is not in memory is looked for on a thread of its own, and then the
 * window is told. The thread ends when there is nothing to look for.
 */
public final class UnitIcons implements AutoCloseable {

  private static final long IDLE_SECONDS = 2;

  private final UnitPictures source;
  private final int side;
  private final Runnable changed;
  private final Map<Unit, Optional<BufferedImage>> known = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor loader;

  /**
   * @param side of the square that icons fit into, in pixels of the screen
   * @param changed told on the event thread when another icon is in memory
   */
  public UnitIcons(final UnitPictures source, final int side, final Runnable changed) {
    this.source = source;
    this.side = side;
    this.changed = changed;
    loader =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingDeque<>(),
            work -> {
              final Thread thread = new Thread(work, "Inception Lens icons");
              thread.setDaemon(true);
              thread.setContextClassLoader(UnitIcons.class.getClassLoader());
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    loader.allowCoreThreadTimeOut(true);
  }

  /**
   * The icon of a unit as far as it is in memory; else it is looked for.
   *
   * @param unit with the layer's canonical name
   */
  public Optional<BufferedImage> icon(final Unit unit) {
    final Optional<BufferedImage> present = known.putIfAbsent(unit, Optional.empty());
    if (present == null) {
      loader.execute(() -> load(unit));
      return Optional.empty();
    }
    return present;
  }

  /** Looks again for icons that were not found, for instance after some were made. */
  public void lookAgain() {
    known.values().removeIf(Optional::isEmpty);
  }

  private void load(final Unit unit) {
    try {
      source
          .of(unit)
          .ifPresent(
              picture -> {
                known.put(unit, Optional.of(shrunk(picture)));
                EventQueue.invokeLater(changed);
              });
    } catch (final RuntimeException e) {
      known.put(unit, Optional.empty()); // an icon is an ornament: a damaged file is none
    }
  }

  private BufferedImage shrunk(final ImageProcessor picture) {
    final double scale = (double) side / Math.max(picture.getWidth(), picture.getHeight());
    picture.setInterpolationMethod(ImageProcessor.BILINEAR);
    return picture
        .resize(
            Math.max(1, (int) Math.round(scale * picture.getWidth())),
            Math.max(1, (int) Math.round(scale * picture.getHeight())),
            true)
        .getBufferedImage();
  }

  /** Ends looking for icons. */
  @Override
  public void close() {
    loader.shutdownNow();
  }
}
