package io.github.inceptionlens.command.inspector;

import ij.ImagePlus;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** The places that a person pinned, of whatever images. */
final class PinnedPlaces {

  private final List<Pin> pins = new ArrayList<>();

  /** Knows an image by its number alone, so that a closed one is let go. */
  private record Pin(int image, int slice, Point2D at) {}

  synchronized void add(final ImagePlus image, final Point2D at) {
    pins.add(new Pin(image.getID(), image.getCurrentSlice(), at));
  }

  /** Those of the slice that an image shows. */
  synchronized List<Point2D> on(final ImagePlus image) {
    return pins.stream()
        .filter(pin -> pin.image() == image.getID() && pin.slice() == image.getCurrentSlice())
        .map(Pin::at)
        .toList();
  }

  synchronized void forget(final ImagePlus image) {
    pins.removeIf(pin -> pin.image() == image.getID());
  }
}
