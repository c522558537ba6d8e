package io.github.inceptionlens.command.browser.pictures;

import io.github.inceptionlens.command.browser.units.BrowserTab;
import io.github.inceptionlens.core.Unit;
import java.awt.image.BufferedImage;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The pictures at hand, in bounded memory: those that were not asked for longest go first. */
public final class PictureShelf {

  /** The look of pictures that are not finished. */
  public static final long GROWING = -1;

  private final long mostPixels;
  private final Map<Place, Shelved> pictures = new LinkedHashMap<>(16, 0.75f, true);
  private long pixels;

  private record Place(BrowserTab tab, Unit unit) {}

  /**
   * A picture.
   *
   * @param look of which look at the image it is; {@link #GROWING} for one that is not finished
   */
  public record Shelved(BufferedImage image, long look) {}

  /**
   * @param mostPixels that it keeps
   */
  public PictureShelf(final long mostPixels) {
    this.mostPixels = mostPixels;
  }

  /** The picture of a unit, also an outdated or unfinished one. */
  public synchronized Optional<Shelved> find(final BrowserTab tab, final Unit unit) {
    return Optional.ofNullable(pictures.get(new Place(tab, unit)));
  }

  /** Whether there is a finished picture of a look. */
  public synchronized boolean has(final BrowserTab tab, final Unit unit, final long look) {
    return find(tab, unit).filter(one -> one.look() == look).isPresent();
  }

  /** Puts a picture in place of the former one. */
  public synchronized void put(
      final BrowserTab tab, final Unit unit, final BufferedImage image, final long look) {
    remove(tab, unit);
    pictures.put(new Place(tab, unit), new Shelved(image, look));
    pixels += pixels(image);
    final Iterator<Shelved> oldest = pictures.values().iterator();
    while (pixels > mostPixels && pictures.size() > 1) {
      pixels -= pixels(oldest.next().image());
      oldest.remove();
    }
  }

  /** Takes a unit's picture away. */
  public synchronized void remove(final BrowserTab tab, final Unit unit) {
    final Shelved former = pictures.remove(new Place(tab, unit));
    pixels -= former == null ? 0 : pixels(former.image());
  }

  /** Takes all pictures of a kind away. */
  public synchronized void forget(final BrowserTab tab) {
    pictures.keySet().stream()
        .filter(place -> place.tab() == tab)
        .map(Place::unit)
        .toList()
        .forEach(unit -> remove(tab, unit));
  }

  private static long pixels(final BufferedImage image) {
    return (long) image.getWidth() * image.getHeight();
  }
}
