package io.github.inceptionlens.image.overlay;

import ij.ImagePlus;
import ij.Undo;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.inceptionlens.image.result.ResultImages;
import java.util.List;
import java.util.function.Predicate;

/**
 * Our elements among those of an image's overlay, known by a property that is saved with them.
 *
 * <p>No overlay of the user is ever changed: a new one with the same elements takes its place.
 */
public final class OwnElements {

  /** The property of our elements: the unit that they show. */
  static final String MARK = ResultImages.PROPERTY_PREFIX + "unit";

  private OwnElements() {}

  /** Whether an element is ours. */
  public static boolean isOwn(final Roi element) {
    return element.getProperty(MARK) != null;
  }

  /** An overlay's elements, with ours at the places of the new ones replaced by these. */
  static Overlay with(final Overlay before, final List<Roi> elements) {
    final Overlay after =
        without(before, old -> isOwn(old) && elements.stream().anyMatch(e -> isBeside(e, old)));
    elements.forEach(after::add);
    return after;
  }

  /** An overlay's elements without ours. */
  static Overlay without(final Overlay before) {
    return without(before, OwnElements::isOwn);
  }

  /** An overlay's elements without some; the overlay itself is left alone. */
  static Overlay without(final Overlay before, final Predicate<Roi> unwanted) {
    final Overlay after = before == null ? new Overlay() : before.create();
    if (before != null) {
      for (final Roi element : before.toArray()) {
        if (!unwanted.test(element)) {
          after.add(element);
        }
      }
    }
    return after;
  }

  /** Whether two elements are seen together on some slice. */
  private static boolean isBeside(final Roi one, final Roi other) {
    return isSame(one.getPosition(), other.getPosition())
        && isSame(one.getCPosition(), other.getCPosition())
        && isSame(one.getZPosition(), other.getZPosition())
        && isSame(one.getTPosition(), other.getTPosition());
  }

  private static boolean isSame(final int place, final int other) {
    return place == other || place == 0 || other == 0;
  }

  /** Shows another overlay; Edit > Undo brings the present one back. */
  static void show(final ImagePlus image, final Overlay overlay) {
    if (image.getOverlay() == null) {
      image.setOverlay(new Overlay()); // ImageJ remembers an overlay, but not that there was none
    }
    Undo.setup(Undo.OVERLAY, image);
    image.setOverlay(overlay.size() == 0 ? null : overlay);
  }
}
