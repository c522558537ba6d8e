package io.github.inceptionlens.command.circuit;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.inceptionlens.circuit.weight.KernelSpan;
import io.github.inceptionlens.circuit.weight.UnitKernels;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.result.ResultImages;
import java.util.Locale;

/** All kernels as a 32-bit hyperstack: a channel per lower unit, a slice per upper unit. */
final class KernelStack {

  /** What ImageJ needs for a slice beside its pixels, with a label. */
  private static final long OVERHEAD = 160;

  private final ImageStack slices;
  private final int from;
  private float largest;

  /**
   * @param from the number of lower units
   * @param to the number of upper units
   * @throws io.github.inceptionlens.core.UserError when Java's memory cannot hold the kernels
   */
  KernelStack(final int from, final int to, final KernelSpan span) {
    final long kernels = (long) from * to;
    HeapCheck.require(
        kernels * ((long) span.area() * Float.BYTES + OVERHEAD),
        String.format(
            Locale.ROOT,
            "a result of %,d kernels of %d x %d weights (%d to %d units)",
            kernels,
            span.size(),
            span.size(),
            from,
            to),
        "give fewer units in from or to");
    this.from = from;
    slices = new ImageStack(span.size(), span.size());
  }

  /** Adds the kernels of the next upper unit. */
  void add(final UnitKernels unit) {
    for (final WeightKernel kernel : unit.kernels()) {
      slices.addSlice(kernel.from() + " to " + kernel.to(), kernel.values());
      for (final float value : kernel.values()) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
  }

  /** The largest magnitude so far, for which the strongest colors stand. */
  float largest() {
    return largest;
  }

  /** The image: blue below zero, red above, one scale for all. */
  ImagePlus image(final String title, final Provenance made) {
    final ImagePlus image = new ImagePlus(ResultImages.unique(title), slices);
    image.setDimensions(from, slices.getSize() / from, 1);
    image.setOpenAsHyperStack(slices.getSize() > 1);
    image.setLut(Luts.diverging());
    final double range = largest > 0 ? largest : 1;
    image.setDisplayRange(-range, range);
    if (slices.getSize() == 1) {
      image.setProp("Slice_Label", slices.getSliceLabel(1));
    }
    ResultImages.describe(image, made);
    return image;
  }
}
