package io.github.inceptionlens.command;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionMethod.Option;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.core.Placement;
import io.github.inceptionlens.core.Selection;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.ImageInput;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From an image's selection and a user's options to what methods understand. */
final class SaliencyOptions {

  private SaliencyOptions() {}

  /** The user's selection, in pixels of the network's picture. */
  static Optional<Selection> selection(final ImagePlus image, final ImageInput input) {
    final Roi roi = image.getRoi();
    if (roi == null || !roi.isArea()) {
      return Optional.empty();
    }
    final Placement placement = input.placement();
    final Rectangle region = input.region();
    return Optional.of(
        (x, y) -> {
          final int column = (int) Math.rint(placement.regionX(x));
          final int row = (int) Math.rint(placement.regionY(y));
          return column >= 0
              && row >= 0
              && column < region.width
              && row < region.height
              && input.contains(column, row);
        });
  }

  /**
   * The number that {@code samples} says, {@link AttributionRequest#USUAL} for {@code auto}.
   *
   * @throws UserError when it is neither
   */
  static int samples(final String text) {
    if (text.strip().equalsIgnoreCase("auto")) {
      return AttributionRequest.USUAL;
    }
    try {
      final int samples = Integer.parseInt(text.strip());
      if (samples > 0) {
        return samples;
      }
    } catch (final NumberFormatException e) {
      throw notANumber(text);
    }
    throw notANumber(text);
  }

  private static UserError notANumber(final String samples) {
    return new UserError("samples is \"" + samples + "\", expected 1 to 10000, or auto");
  }

  /** The options other than their default that the method does not read, in lower case. */
  static List<String> ignored(final AttributionMethod method, final AttributionRequest request) {
    final AttributionRequest usual = AttributionRequest.of(request.target());
    final List<String> ignored = new ArrayList<>();
    for (final Option option : Option.values()) {
      if (!method.options().contains(option)
          && !value(option, request).equals(value(option, usual))) {
        ignored.add(option.name().toLowerCase(Locale.ROOT));
      }
    }
    return ignored;
  }

  private static Object value(final Option option, final AttributionRequest request) {
    return switch (option) {
      case LAYER -> request.layer();
      case BASELINE -> request.baseline().label();
      case STEPS -> request.steps();
      case SAMPLES -> request.samples();
      case NOISE -> request.noise();
      case WINDOW -> request.window();
      case STRIDE -> request.stride();
      case SEED -> request.seed();
    };
  }
}
