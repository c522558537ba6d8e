package io.github.inceptionlens.command.saliency;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionMethod.Option;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MapReduction;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Selection;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.result.RegionOnPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** From an image's selection and a user's options to what methods understand. */
public final class SaliencyOptions {

  private SaliencyOptions() {}

  /** The user's selection, in pixels of the network's picture. */
  public static Optional<Selection> selection(final ImagePlus image, final ImageInput input) {
    final Roi roi = image.getRoi();
    if (roi == null || !roi.isArea()) {
      return Optional.empty();
    }
    return Optional.of(new RegionOnPicture(input).ofSelection(image));
  }

  /**
   * How an image becomes the picture on which targets are explained: for classes as the network was
   * trained, unless the user says otherwise.
   *
   * @param text {@code auto} or a fit's label
   * @throws UserError when it is neither
   */
  public static Fit fit(final String text, final List<Target> targets) {
    if (text.equals(MapReduction.AUTO)) {
      return targets.stream().anyMatch(Target::readsClasses) ? Fit.CENTER_CROP : Fit.OWN_SIZE;
    }
    return Fit.of(text);
  }

  /**
   * A number that a method can choose by itself.
   *
   * @param text {@code auto} or a whole number
   * @throws UserError when it is neither
   */
  static OptionalInt count(final String key, final String text) {
    final String number = text.strip();
    if (number.equalsIgnoreCase(MapReduction.AUTO)) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(number));
    } catch (final NumberFormatException e) {
      throw new UserError(key + " is \"" + text + "\", expected 1 to 10000, or auto", e);
    }
  }

  /** Whether a key of the dialog is read by one of the methods, or by the command itself. */
  static boolean isRead(final String key, final List<AttributionMethod> methods) {
    for (final Option option : Option.values()) {
      if (option.name().toLowerCase(Locale.ROOT).equals(key)) {
        return methods.stream().anyMatch(method -> method.options().contains(option));
      }
    }
    return true;
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

  /** A sentence for every such option. */
  static List<String> notes(
      final String what, final AttributionMethod method, final AttributionRequest request) {
    return ignored(method, request).stream()
        .map(key -> what + ": " + method.name() + " does not read " + key)
        .toList();
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
