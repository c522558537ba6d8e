package io.github.inceptionlens.command.atlas.link;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.atlas.projection.CellSelection;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** An image and its cells: which of them is at a pixel, and where those of some cells are. */
public final class LinkedImage {

  private static final int INSIDE = 255;

  private final ImagePlus image;
  private final ImagePlus labels;
  private final ImageInput input;
  private final ImageStack numbers;

  /**
   * @param image that was projected
   * @param input what of it was looked at
   * @param labels the 16-bit image of the cells' numbers, a slice for each frame
   */
  public LinkedImage(final ImagePlus image, final ImageInput input, final ImagePlus labels) {
    this.image = image;
    this.labels = labels;
    this.input = input;
    numbers = labels.getStack();
  }

  /** The image and its label image. */
  List<ImagePlus> both() {
    return List.of(image, labels);
  }

  /** Whether both are as large as they were. */
  boolean isWhole() {
    final Rectangle all = input.image();
    return image.getWidth() == all.width
        && image.getHeight() == all.height
        && labels.getWidth() == input.region().width
        && labels.getHeight() == input.region().height;
  }

  int frames() {
    return numbers.getSize();
  }

  /**
   * The frame that one of the two shows.
   *
   * @param which the image or the label image
   * @return nothing on a slice that was not looked at
   */
  OptionalInt frame(final ImagePlus which) {
    if (which == labels) {
      return OptionalInt.of(labels.getCurrentSlice() - 1);
    }
    final Roi here = new Roi(0, 0, 1, 1);
    here.setPosition(image.getC(), image.getZ(), image.getT());
    final List<Frame> frames = input.frames();
    return IntStream.range(0, frames.size())
        .filter(i -> input.holds(here, frames.get(i)))
        .findFirst();
  }

  /**
   * The number of the cell at a pixel.
   *
   * @param which the image or the label image, whose pixel it is
   * @return 0 for none
   */
  int number(final ImagePlus which, final int x, final int y) {
    final Rectangle region = input.region();
    final int column = x - left(which);
    final int row = y - top(which);
    final OptionalInt frame = frame(which);
    if (frame.isEmpty() || !new Rectangle(region.getSize()).contains(column, row)) {
      return 0;
    }
    return Short.toUnsignedInt(plane(frame.getAsInt())[row * region.width + column]);
  }

  private short[] plane(final int frame) {
    return (short[]) numbers.getPixels(frame + 1);
  }

  private int left(final ImagePlus which) {
    return which == image ? input.region().x : 0;
  }

  private int top(final ImagePlus which) {
    return which == image ? input.region().y : 0;
  }

  /** Where some cells are on a frame, in pixels of the label image; nothing where none is. */
  Optional<Roi> area(final int frame, final CellSelection cells) {
    final short[] plane = plane(frame);
    final ByteProcessor mask = new ByteProcessor(input.region().width, input.region().height);
    boolean isSomewhere = false;
    for (int i = 0; i < plane.length; i++) {
      if (cells.holds(Short.toUnsignedInt(plane[i]))) {
        mask.set(i, INSIDE);
        isSomewhere = true;
      }
    }
    if (!isSomewhere) {
      return Optional.empty();
    }
    mask.setThreshold(INSIDE, INSIDE, ImageProcessor.NO_LUT_UPDATE);
    return Optional.of(new ThresholdToSelection().convert(mask));
  }

  /**
   * An area as it lies on one of the two, on the slice of its frame alone.
   *
   * @param which the image or the label image
   */
  Roi on(final ImagePlus which, final int frame, final Roi area) {
    final Roi here = (Roi) area.clone();
    final Rectangle bounds = area.getBounds();
    here.setLocation(bounds.x + left(which), bounds.y + top(which));
    if (which == image) {
      input.put(here, input.frames().get(frame));
    } else if (labels.getStackSize() == 1) {
      here.setPosition(0);
    } else if (labels.isHyperStack()) {
      final int[] at = labels.convertIndexToPosition(frame + 1);
      here.setPosition(at[0], at[1], at[2]);
    } else {
      here.setPosition(frame + 1);
    }
    return here;
  }
}
