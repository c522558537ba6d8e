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

  /** Makes an element seen where the frame is; where channels are merged, in all of them. */
  abstract void put(Roi element, Frame frame, boolean merged);
}
