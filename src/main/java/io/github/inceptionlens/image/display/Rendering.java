package io.github.inceptionlens.image.display;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.LUT;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an image shows of its values, found without changing it.
 *
 * @param colors from values to red, green and blue
 * @param range the range that was used, with its numbers
 * @param merged whether several channels make one picture
 */
public record Rendering(ImageColors colors, String range, boolean merged) {

  private static final String DATA = "the data's own range";

  public static Rendering of(final ImagePlus image, final DisplayRange range) {
    if (image.getBitDepth() == 24) {
      final String text = range.limits().map(ValueLimits::toString).orElse("auto (0-255)");
      return new Rendering(new ImageColors.Rgb(range.limits()), text, false);
    }
    final Calibration calibration = image.getCalibration().copy();
    final Optional<ValueLimits> limits = range.limits().map(given -> raw(given, calibration));
    if (image.getNChannels() > 1 && mode(image) == IJ.COMPOSITE) {
      return merged((CompositeImage) image, range, limits.orElse(null), calibration);
    }
    if (limits.isPresent()) {
      return new Rendering(single(image, limits.get()), range.toString(), false);
    }
    final ShownRange used = automatic(image);
    return new Rendering(single(image, used.limits()), text(List.of(used), calibration), false);
  }

  private static int mode(final ImagePlus image) {
    return image instanceof CompositeImage composite ? composite.getMode() : IJ.COLOR;
  }

  private static Rendering merged(
      final CompositeImage image,
      final DisplayRange range,
      final ValueLimits limits,
      final Calibration calibration) {
    if (limits != null) {
      return new Rendering(MergedChannels.of(image, channel -> limits), range.toString(), true);
    }
    final LUT[] tables = image.getLuts();
    final Map<Integer, ShownRange> ranges = new TreeMap<>();
    for (int channel = 1; channel <= tables.length; channel++) {
      if (image.getActiveChannels()[channel - 1]) {
        final LUT table = tables[channel - 1];
        ranges.put(channel, ShownRange.of(image, channel, new ValueLimits(table.min, table.max)));
      }
    }
    final MergedChannels colors =
        MergedChannels.of(
            image, channel -> ranges.containsKey(channel) ? ranges.get(channel).limits() : null);
    return new Rendering(colors, text(List.copyOf(ranges.values()), calibration), true);
  }

  private static String text(final List<ShownRange> ranges, final Calibration calibration) {
    final String numbers =
        ranges.stream()
            .map(range -> shown(range.limits(), calibration).toString())
            .collect(Collectors.joining(", "));
    final boolean believed = ranges.stream().allMatch(ShownRange::believed);
    return "auto (" + numbers + (believed ? ")" : ", " + DATA + ")");
  }

  /** What the user should know of the range; nothing where the display range counts. */
  public Optional<String> warning() {
    return range.contains(DATA)
        ? Optional.of(
            "range is "
                + range
                + ": its display range is infinite, or nearly all pixels lie outside of it")
        : Optional.empty();
  }

  private static ImageColors single(final ImagePlus image, final ValueLimits limits) {
    if (mode(image) == IJ.GRAYSCALE) {
      return new ImageColors.Gray(limits, false);
    }
    final LUT table = table(image);
    if (Luts.isRamp(table, false) || Luts.isRamp(table, true)) {
      return new ImageColors.Gray(limits, Luts.isRamp(table, true));
    }
    return new ImageColors.Table(table, limits);
  }

  private static ShownRange automatic(final ImagePlus image) {
    final LUT table = table(image);
    return ShownRange.of(image, image.getChannel(), new ValueLimits(table.min, table.max));
  }

  /** The lookup table of the current channel, with its display range in raw values. */
  private static LUT table(final ImagePlus image) {
    final int channel = image.convertIndexToPosition(image.getCurrentSlice())[0];
    return image.getNChannels() > 1 && image instanceof CompositeImage composite
        ? composite.getChannelLut(channel)
        : image.getProcessor().getLut();
  }

  private static ValueLimits raw(final ValueLimits given, final Calibration calibration) {
    final double min = calibration.getRawValue(given.min());
    final double max = calibration.getRawValue(given.max());
    return new ValueLimits(Math.min(min, max), Math.max(min, max));
  }

  private static ValueLimits shown(final ValueLimits raw, final Calibration calibration) {
    return new ValueLimits(calibration.getCValue(raw.min()), calibration.getCValue(raw.max()));
  }
}
