package io.github.inceptionlens.image.overlay;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.inceptionlens.image.result.ResultImages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Elements that a tool shows on an image while it is in use, over those of the user, and takes away
 * without a trace. The user's own elements, and the layers of commands, stay as they are, also such
 * that come meanwhile.
 */
public final class PassingElements {

  private static final String MARK = ResultImages.PROPERTY_PREFIX + "passing";

  private final ImagePlus image;
  private final Map<Kind, List<Roi>> shown = new EnumMap<>(Kind.class);
  private boolean isOn;
  private boolean wasHidden;
  private boolean hadOverlay;

  /** What elements are for, from the lowest to the uppermost. */
  public enum Kind {
    /** A map in colors. */
    MAP,
    /** Places that were read. */
    PIN,
    /** What is under the pointer. */
    POINTER
  }

  /** Nothing is shown yet. */
  public PassingElements(final ImagePlus image) {
    this.image = image;
  }

  /** The image. */
  public ImagePlus image() {
    return image;
  }

  /** Whether an element is shown for a while only. */
  public static boolean isPassing(final Roi element) {
    return element.getProperty(MARK) != null;
  }

  /** Shows elements in place of those of that kind; on the event thread. */
  public void show(final Kind kind, final List<Roi> elements) {
    if (elements.isEmpty() && !shown.containsKey(kind)) {
      return;
    }
    elements.forEach(element -> element.setProperty(MARK, kind.name()));
    if (elements.isEmpty()) {
      shown.remove(kind);
    } else {
      shown.put(kind, List.copyOf(elements));
    }
    begin();
    draw();
  }

  /** Takes all of them away until something is shown again; on the event thread. */
  public void takeAway() {
    shown.clear();
    if (isOn) {
      isOn = false;
      final Overlay left = others();
      final boolean isHidden = image.getHideOverlay();
      image.setOverlay(left.size() == 0 && !hadOverlay ? null : left);
      image.setHideOverlay(wasHidden || isHidden);
    }
  }

  private void begin() {
    if (!isOn) {
      isOn = true;
      hadOverlay = image.getOverlay() != null;
      wasHidden = image.getHideOverlay();
      image.setHideOverlay(false);
    }
  }

  private void draw() {
    final Overlay all = others();
    shown.values().forEach(elements -> elements.forEach(all::add));
    final boolean isHidden = image.getHideOverlay();
    image.setOverlay(all);
    if (isHidden) { // the user hid it meanwhile
      image.setHideOverlay(true);
    }
  }

  /** The elements that are not ours. */
  private Overlay others() {
    return OwnElements.without(image.getOverlay(), PassingElements::isPassing);
  }
}
