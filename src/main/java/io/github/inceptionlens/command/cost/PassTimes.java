package io.github.inceptionlens.command.cost;

import io.github.inceptionlens.network.Pass;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.LayerCost;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long passes through a network took in this session, so that a dialog can say how long the
 * next ones will take; nothing is guessed before the first.
 */
public final class PassTimes {

  private static final double SECONDS_PER_MINUTE = 60;
  private static final Map<String, Double> SECONDS_PER_PIXEL = new ConcurrentHashMap<>();
  private static final Map<String, Map<List<String>, Rate>> RATES = new ConcurrentHashMap<>();

  /**
   * What a pass up to some places took.
   *
   * @param seconds per multiplication
   * @param cost multiplications per pixel
   */
  private record Rate(double seconds, double cost) {}

  private PassTimes() {}

  /**
   * Remembers a work.
   *
   * @param what what was done and with which network
   * @param pixels of all pictures of all passes
   */
  public static void record(final String what, final double pixels, final double seconds) {
    if (pixels > 0) {
      SECONDS_PER_PIXEL.put(what, seconds / pixels);
    }
  }

  /** Remembers a pass, if it went forward, in place of earlier ones up to the same places. */
  public static void record(final Pass pass) {
    if (pass.isBack()) {
      return;
    }
    final Architecture network = pass.architecture();
    final double cost = cost(network, pass.names(), pass.width(), pass.height());
    RATES
        .computeIfAbsent(network.name(), name -> new ConcurrentHashMap<>())
        .put(pass.names(), new Rate(pass.seconds() / cost, cost / pass.pixels()));
  }

  /**
   * The seconds that a pass forward will take: as one up to the same places took, else, by the
   * multiplications that both make, as that one which costs most nearly as much.
   *
   * @param names canonical names or aliases
   * @param width of the picture in pixels
   * @param height of the picture in pixels
   * @return nothing before the network's first pass
   */
  public static Optional<Double> seconds(
      final Architecture network,
      final Collection<String> names,
      final int width,
      final int height) {
    final double cost = cost(network, names, width, height);
    final double perPixel = cost / ((double) width * height);
    final Map<List<String>, Rate> known = RATES.getOrDefault(network.name(), Map.of());
    return Optional.ofNullable(known.get(canonical(network, names)))
        .or(() -> nearest(known.values(), perPixel))
        .map(rate -> rate.seconds() * cost);
  }

  private static Optional<Rate> nearest(final Collection<Rate> known, final double perPixel) {
    return known.stream()
        .min(Comparator.comparingDouble(rate -> Math.abs(Math.log(rate.cost() / perPixel))));
  }

  private static List<String> canonical(
      final Architecture network, final Collection<String> names) {
    return names.stream().map(name -> network.node(name).name()).distinct().toList();
  }

  private static double cost(
      final Architecture network,
      final Collection<String> names,
      final int width,
      final int height) {
    return LayerCost.upTo(network, names, width, height).multiplyAdds();
  }

  /** The time that the same work will take for so many pixels, in words that end with a comma. */
  public static String words(final String what, final double pixels) {
    return Optional.ofNullable(SECONDS_PER_PIXEL.get(what))
        .map(each -> words(each * pixels) + ", ")
        .orElse("");
  }

  /** A time in words. */
  static String words(final double seconds) {
    return seconds < SECONDS_PER_MINUTE
        ? String.format(Locale.ROOT, "about %.0f s", Math.max(1, seconds))
        : String.format(Locale.ROOT, "about %.0f min", seconds / SECONDS_PER_MINUTE);
  }
}
