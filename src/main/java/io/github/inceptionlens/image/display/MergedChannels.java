package io.github.inceptionlens.image.display;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.LUT;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The active channels of a composite image merged by ImageJ itself, on a composite of copied
 * pixels.
 *
 * @param tables one lookup table per channel, with its display range
 * @param active which channels are merged
 * @param projection ImageJ's property {@value #PROJECTION}; null for the usual sum
 */
record MergedChannels(LUT[] tables, boolean[] active, String projection) implements ImageColors {

  static final String PROJECTION = "CompositeProjection";

  /**
   * What the image shows with the given limits.
   *
   * @param limits by channel, from 1; {@code null} leaves a channel as it is
   */
  static MergedChannels of(final CompositeImage image, final IntFunction<ValueLimits> limits) {
    final LUT[] tables = image.getLuts();
    for (int i = 0; i < tables.length; i++) {
      final ValueLimits given = limits.apply(i + 1);
      if (given != null) {
        tables[i].min = given.min();
        tables[i].max = given.max();
      }
    }
    return new MergedChannels(tables, image.getActiveChannels().clone(), image.getProp(PROJECTION));
  }

  @Override
  public float[][] planes(final SourceRows rows, final int slice) {
    final int first = slice - (slice - 1) % tables.length;
    final ImageStack channels = new ImageStack(rows.width(), rows.count());
    final LUT[] ranged = new LUT[tables.length];
    for (int i = 0; i < tables.length; i++) {
      channels.addSlice(rows.cut(first + i));
      ranged[i] = ranged(tables[i], rows.limits(first + i, tables[i].min, tables[i].max));
    }
    final ColorProcessor colors = new ColorProcessor(composite(channels, ranged).getImage());
    final int[] merged = (int[]) colors.getPixels();
    return ImageColors.split(merged, ValueLimits.BYTE.mapping());
  }

  private static LUT ranged(final LUT table, final ValueLimits limits) {
    final LUT ranged = (LUT) table.clone();
    ranged.min = limits.min();
    ranged.max = limits.max();
    return ranged;
  }

  private CompositeImage composite(final ImageStack channels, final LUT[] ranged) {
    final ImagePlus plain = new ImagePlus("", channels);
    plain.setDimensions(tables.length, 1, 1);
    final CompositeImage composite = new CompositeImage(plain, IJ.COMPOSITE);
    composite.setLuts(ranged);
    System.arraycopy(active, 0, composite.getActiveChannels(), 0, active.length);
    composite.setProp(PROJECTION, projection);
    return composite;
  }

  /** The numbers of the merged channels, from 1. */
  IntStream channels() {
    return IntStream.rangeClosed(1, tables.length).filter(channel -> active[channel - 1]);
  }

  @Override
  public String description() {
    final String numbers = channels().mapToObj(Integer::toString).collect(Collectors.joining(", "));
    return "composite of channels " + numbers + (projection == null ? "" : ", " + projection);
  }
}
