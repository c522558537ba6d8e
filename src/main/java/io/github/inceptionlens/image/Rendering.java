package io.github.inceptionlens.image;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.LUT;
import io.github.inceptionlens.core.UserError;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an image shows of its values, found without changing it.
 *
 * @param colours from values to red, green and blue
 * @param range the range that was used, with its numbers
 * @param merged whether several channels make one picture
 */
record Rendering(Colours colours, String range, boolean merged) {

  static Rendering of(final ImagePlus image, final DisplayRange range) {
    if (image.getBitDepth() == 24) {
      final String text = range.limits().map(Limits::toString).orElse("auto (0-255)");
      return new Rendering(new Colours.Rgb(range.limits()), text, false);
    }
    final Calibration calibration = image.getCalibration().copy();
    final Optional<Limits> limits = range.limits().map(given -> raw(given, calibration));
    if (image.getNChannels() > 1 && mode(image) == IJ.COMPOSITE) {
      return merged((CompositeImage) image, range, limits.orElse(null), calibration);
    }
    final Limits used = limits.orElseGet(() -> automatic(image));
    final String text =
        range.limits().isPresent() ? range.toString() : "auto (" + shown(used, calibration) + ")";
    return new Rendering(single(image, used), text, false);
  }

  private static int mode(final ImagePlus image) {
    return image instanceof CompositeImage composite ? composite.getMode() : IJ.COLOR;
  }

  private static Rendering merged(
      final CompositeImage image,
      final DisplayRange range,
      final Limits limits,
      final Calibration calibration) {
    final MergedColours colours = MergedColours.of(image, limits);
    final String ranges =
        colours
            .channels()
            .mapToObj(
                channel -> {
                  final LUT table = colours.tables()[channel - 1];
                  return shown(new Limits(table.min, table.max), calibration).toString();
                })
            .collect(Collectors.joining(", "));
    final String text = limits == null ? "auto (" + ranges + ")" : range.toString();
    return new Rendering(colours, text, true);
  }

  private static Colours single(final ImagePlus image, final Limits limits) {
    if (mode(image) == IJ.GRAYSCALE) {
      return new Colours.Gray(limits, false);
    }
    final LUT table = table(image);
    if (Luts.isRamp(table, false) || Luts.isRamp(table, true)) {
      return new Colours.Gray(limits, Luts.isRamp(table, true));
    }
    return new Colours.Table(table, limits);
  }

  private static Limits automatic(final ImagePlus image) {
    if (image.getBitDepth() == 8) {
      return Limits.BYTE;
    }
    final LUT table = table(image);
    final Limits limits = new Limits(table.min, table.max);
    if (!Double.isFinite(limits.max() - limits.min())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the display range of \"%s\" is %s: give the range as two numbers",
              image.getTitle(),
              limits));
    }
    return limits;
  }

  /** The lookup table of the current channel, with its display range in raw values. */
  private static LUT table(final ImagePlus image) {
    final int channel = image.convertIndexToPosition(image.getCurrentSlice())[0];
    return image.getNChannels() > 1 && image instanceof CompositeImage composite
        ? composite.getChannelLut(channel)
        : image.getProcessor().getLut();
  }

  private static Limits raw(final Limits given, final Calibration calibration) {
    final double min = calibration.getRawValue(given.min());
    final double max = calibration.getRawValue(given.max());
    return new Limits(Math.min(min, max), Math.max(min, max));
  }

  private static Limits shown(final Limits raw, final Calibration calibration) {
    return new Limits(calibration.getCValue(raw.min()), calibration.getCValue(raw.max()));
  }
}
