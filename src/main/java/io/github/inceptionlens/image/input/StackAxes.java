package io.github.inceptionlens.image.input;

import ij.ImagePlus;
import ij.gui.Roi;

/** By which numbers ImageJ decides on which slices of an image an overlay's element is seen. */
enum StackAxes {
  /** A single slice. */
  NONE {
    @Override
    void put(final Roi element, final Frame frame, final boolean merged) {
      element.setPosition(0);
    }
  },

  /** The slice's index. */
  SLICES {
    @Override
    void put(final Roi element, final Frame frame, final boolean merged) {
      element.setPosition(frame.slice());
    }
  },

  /** Channel, depth and time. */
  CHANNELS_DEPTHS_TIMES {
    @Override
    void put(final Roi element, final Frame frame, final boolean merged) {
      element.setPosition(merged ? 0 : frame.c(), frame.z(), frame.t());
    }
  };

  static StackAxes of(final ImagePlus image) {
    if (image.getStackSize() == 1) {
      return NONE;
    }
    return image.isHyperStack() || image.getNChannels() > 1 ? CHANNELS_DEPTHS_TIMES : SLICES;
  }

  /** Whether an area lies on a frame: one without a position lies on all of them. */
  boolean holds(final Roi area, final Frame frame, final boolean merged) {
    if (this == NONE) {
      return true;
    } else if (area.hasHyperStackPosition()) {
      return (merged || fits(area.getCPosition(), frame.c()))
          && fits(area.getZPosition(), frame.z())
          && fits(area.getTPosition(), frame.t());
    }
    return fits(area.getPosition(), frame.slice());
  }

  private static boolean fits(final int position, final int own) {
    return position == 0 || position == own;
  }

  /** Makes an element seen where the frame is; where channels are merged, in all of them. */
  abstract void put(Roi element, Frame frame, boolean merged);
}
