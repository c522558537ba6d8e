package io.github.inceptionlens.image.result;

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.ValueSpan;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.FrameGrid;
import java.util.List;
import java.util.Optional;

/** A result whose slices come one by one: of the first frame all units, then of the next. */
public final class GrowingResult {

  private final ResultImages on;
  private final int units;
  private final String what;
  private final SliceKeeper keeper;
  private final List<Frame> frames;
  private final ValueSpan span = new ValueSpan();

  private int slices;

  /**
   * A result without slices: a stack of units for one frame; for several a hyperstack whose
   * channels are units and whose depths and times are the input's.
   *
   * @param units slices per frame
   * @param what what the image shows, for its title
   */
  public GrowingResult(
      final ResultImages on, final int units, final String what, final SliceKeeper keeper) {
    this.on = on;
    this.units = units;
    this.what = what;
    this.keeper = keeper;
    frames = on.input().frames();
  }

  /**
   * Adds the next slice.
   *
   * @param label what it shows, for instance {@code mixed4c:447}; where there are several frames
   *     the frame's own follows
   * @param plane as many values as the result has pixels; shared
   * @param made how it was made; the input's provenance precedes it
   */
  public void add(final String label, final float[] plane, final Provenance made) {
    final int index = slices / units;
    final Frame frame = frames.get(index);
    keeper.keep(
        new ResultSlice(
            on.width(),
            on.height(),
            frames.size() == 1 ? label : label + " " + frame.label(),
            plane,
            calibration(index),
            provenance(on, made, List.of(frame))));
    span.add(plane);
    slices++;
  }

  /** How many slices were added. */
  public int slices() {
    return slices;
  }

  /**
   * The finished image.
   *
   * @param made how it was made; the input's provenance precedes it
   */
  public ImagePlus image(final Provenance made) {
    if (slices != units * frames.size()) {
      throw new IllegalStateException(slices + " slices are not all");
    }
    final ImagePlus image = plain(provenance(on, made, frames));
    arrange(on, image, units);
    return image;
  }

  /**
   * Gives the stack of all frames the input's depths and times.
   *
   * @param units slices per frame
   */
  static void arrange(final ResultImages on, final ImagePlus image, final int units) {
    final FrameGrid grid = on.input().slices();
    if (grid.frames().size() > 1) {
      image.setDimensions(units, grid.depths(), grid.times());
      image.setOpenAsHyperStack(true);
    }
  }

  /**
   * A stack of the slices that were added before an end that came too early; nothing before the
   * first one.
   */
  public Optional<ImagePlus> part(final Provenance made) {
    if (slices == 0) {
      return Optional.empty();
    }
    return Optional.of(
        plain(
            frames.size() == 1
                ? provenance(on, made, frames)
                : on.input().provenance().with(made)));
  }

  private ImagePlus plain(final Provenance provenance) {
    final ImagePlus image =
        new ImagePlus(ResultImages.unique(on.input().shortTitle() + "-" + what), keeper.stack());
    image.setCalibration(on.calibration());
    ResultImages.nameSingle(image);
    ResultImages.describe(image, provenance);
    ResultImages.display(image, span.displaying());
    return image;
  }

  /** The input's provenance, how a result was made, and where its slices lie. */
  static Provenance provenance(final ResultImages on, final Provenance made, final List<Frame> of) {
    return on.input()
        .provenance()
        .with(made)
        .with(on.grid().provenance(on.width(), on.height(), of, on.input().isHyperstack()));
  }

  /** That of the result, beginning at the depth of a frame. */
  private Calibration calibration(final int frame) {
    final Calibration calibration = on.calibration().copy();
    calibration.zOrigin -= frame % on.input().slices().depths();
    return calibration;
  }
}
