package io.github.inceptionlens.image.input;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.inceptionlens.core.PixelGrid;
import io.github.inceptionlens.image.display.Rendering;
import io.github.inceptionlens.image.display.SourcePixels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The frames of an image that are analyzed, as a grid of depths and times.
 *
 * @param frames depth changes fastest
 * @param depths the number of depths
 * @param times the number of time points
 */
public record FrameGrid(List<Frame> frames, int depths, int times) {

  public FrameGrid {
    frames = List.copyOf(frames);
  }

  /** The current slice. */
  static FrameGrid current(
      final ImagePlus image,
      final Rendering rendering,
      final SourcePixels pixels,
      final Sizing sizing) {
    final int slice = image.getCurrentSlice();
    final String label = label(image, slice, rendering.merged());
    final int[] position = image.convertIndexToPosition(slice);
    final PixelGrid grid = Calibrations.pixelGrid(image, pixels.region(), sizing.placement());
    final Frame frame = new Frame(slice, position, label, pixels, rendering.colors(), sizing, grid);
    return new FrameGrid(List.of(frame), 1, 1);
  }

  /** All depths and times of the current or the merged channels. */
  static FrameGrid all(
      final ImagePlus image,
      final Rendering rendering,
      final SourcePixels pixels,
      final Sizing sizing) {
    final int channel = image.convertIndexToPosition(image.getCurrentSlice())[0];
    final PixelGrid grid = Calibrations.pixelGrid(image, pixels.region(), sizing.placement());
    final List<Frame> frames = new ArrayList<>();
    for (int t = 1; t <= image.getNFrames(); t++) {
      for (int z = 1; z <= image.getNSlices(); z++) {
        final int slice = image.getStackIndex(channel, z, t);
        final String label = label(image, slice, rendering.merged());
        final int[] position = {channel, z, t};
        frames.add(new Frame(slice, position, label, pixels, rendering.colors(), sizing, grid));
      }
    }
    return new FrameGrid(frames, image.getNSlices(), image.getNFrames());
  }

  private static String label(final ImagePlus image, final int slice, final boolean merged) {
    final ImageStack stack = image.getStack();
    final String label = merged ? null : stack.getShortSliceLabel(slice);
    return label == null || label.isBlank() ? position(image, slice, merged) : label.strip();
  }

  private static String position(final ImagePlus image, final int slice, final boolean merged) {
    final int[] sizes = {merged ? 1 : image.getNChannels(), image.getNSlices(), image.getNFrames()};
    final int[] position = image.convertIndexToPosition(slice);
    final List<String> parts = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > 1) {
        parts.add("czt".charAt(i) + ":" + position[i] + "/" + sizes[i]);
      }
    }
    final boolean hyperstack = image.getNDimensions() > 3;
    return hyperstack && !parts.isEmpty() ? String.join(" ", parts) : Integer.toString(slice);
  }

  /** The depth of the first frame, from 0. */
  int firstDepth() {
    return frames.get(0).z() - 1;
  }

  String description() {
    final Frame first = frames.get(0);
    final Frame last = frames.get(frames.size() - 1);
    return frames.size() == 1
        ? String.format(
            Locale.ROOT, "%d (c %d, z %d, t %d)", first.slice(), first.c(), first.z(), first.t())
        : String.format(
            Locale.ROOT,
            "%d to %d, depths %d, times %d",
            first.slice(),
            last.slice(),
            depths,
            times);
  }
}
