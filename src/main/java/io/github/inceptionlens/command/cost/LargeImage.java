package io.github.inceptionlens.command.cost;

import ij.ImagePlus;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.architecture.Architecture;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongBiFunction;
import org.scijava.command.Command;

/** What an image costs of which the network's picture is too large to be seen as a whole. */
public final class LargeImage {

  private static final int LARGE = 2048;
  private static final double SCALED = 1024;
  private static final double PERCENT = 100;

  private final ReadKeys keys;
  private final Architecture network;
  private final ToLongBiFunction<Layer, Integer> planes;

  private LargeImage(
      final ReadKeys keys,
      final Architecture network,
      final ToLongBiFunction<Layer, Integer> planes) {
    this.keys = keys;
    this.network = network;
    this.planes = planes;
  }

  /**
   * What the image of a command costs as its keys are, and at another scale.
   *
   * @param network which the command uses
   * @param planes how many 32-bit values the results of so many slices hold for each analyzed pixel
   * @return empty for an image that is seen as a whole also where it is not downscaled, and for a
   *     command that does not see an image at a scale
   * @throws UserError when the command would refuse its keys
   */
  public static String forecast(
      final Command command,
      final Architecture network,
      final ToLongBiFunction<Layer, Integer> planes) {
    final ReadKeys keys = new ReadKeys(command, network);
    return keys.haveScale() ? new LargeImage(keys, network, planes).words() : "";
  }

  /**
   * The scale at which a unit sees enough of a large image, and the network is done in a moment.
   *
   * @return nothing for images of a usual size
   */
  public static Optional<Double> scale(final ImagePlus image) {
    final int side = Math.max(image.getWidth(), image.getHeight());
    return side > LARGE
        ? Optional.of(Math.max(1, Math.round(PERCENT * SCALED / side)) / PERCENT)
        : Optional.empty();
  }

  private String words() {
    final double scale = keys.scale();
    final RunCost asked = cost(scale);
    if (asked.bands().isPresent()) {
      final double less = scale(keys.image()).filter(usual -> usual < scale).orElse(scale / 2);
      return words(asked) + other(less).map(one -> instead(less, one)).orElse("") + more(asked);
    }
    return scale < 1
        ? other(1)
            .filter(whole -> whole.bands().isPresent())
            .map(whole -> words(asked) + instead(1, whole) + more(asked))
            .orElse("")
        : "";
  }

  private RunCost cost(final double scale) {
    final int slices = keys.isStack() ? keys.image().getStackSize() : 1;
    final long made = planes.applyAsLong(keys.layer(), slices);
    return RunCost.of(network, keys.names(), keys.size(scale), made);
  }

  /** The cost at a scale which the command may refuse. */
  private Optional<RunCost> other(final double scale) {
    try {
      return Optional.of(cost(scale));
    } catch (final UserError e) {
      return Optional.empty();
    }
  }

  private static String words(final RunCost asked) {
    return String.format(
        Locale.ROOT, "%s are seen %s: %s", asked.pixels(), asked.seen(), asked.words());
  }

  private static String instead(final double scale, final RunCost other) {
    return String.format(
        Locale.ROOT, "; with scale %s %s: %s", text(scale), other.seen(), other.words());
  }

  private String more(final RunCost asked) {
    if (asked.seconds().isEmpty()) {
      return " (the first run of a session tells how long)";
    }
    return keys.isStack() ? " (the time of each slice)" : "";
  }

  private static String text(final double scale) {
    return BigDecimal.valueOf(scale).stripTrailingZeros().toPlainString();
  }
}
