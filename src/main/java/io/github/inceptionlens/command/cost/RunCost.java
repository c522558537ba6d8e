package io.github.inceptionlens.command.cost;

import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.input.ReadTimes;
import io.github.inceptionlens.image.input.SeenSize;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.band.BandPlan;
import io.github.inceptionlens.network.band.RunPlan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What it costs to look at a picture.
 *
 * @param size of the picture
 * @param plan how it is shown to the network
 * @param bytes of native memory and of Java's, at most
 * @param seconds for a slice, where that can be told
 */
record RunCost(SeenSize size, RunPlan plan, long bytes, Optional<Double> seconds) {

  private static final int COLORS = 3;
  private static final double MEGABYTE = 1 << 20;
  private static final double GIGABYTE = 1 << 30;

  /**
   * The cost of a run up to some places.
   *
   * @param planes how many 32-bit values are made for each pixel of the region
   * @throws io.github.inceptionlens.core.UserError when the picture is too small or too wide
   */
  static RunCost of(
      final Architecture network,
      final List<String> names,
      final SeenSize size,
      final long planes) {
    final RunPlan plan = RunPlan.of(network, names, size.width(), size.height());
    final long rows = plan.bands().map(BandPlan::rows).orElse(size.height());
    final long values =
        COLORS * rows * size.width()
            + names.stream().mapToLong(name -> values(network, name, size)).sum()
            + planes * size.region().width * size.region().height;
    return new RunCost(
        size,
        plan,
        plan.bytes() + values * Float.BYTES,
        PassTimes.seconds(network, names, size.width(), size.height())
            .map(pass -> pass + ReadTimes.seconds(size.read()).orElse(0.0)));
  }

  /** What is kept of a place's values. */
  private static long values(final Architecture network, final String name, final SeenSize size) {
    final Layer layer = network.spatial(name);
    if (!layer.name().equals(network.node(name).name())) {
      return 0;
    }
    final Geometry geometry = Geometry.of(layer, size.width(), size.height());
    return (long) layer.channels() * geometry.x().size() * geometry.y().size();
  }

  /** Such as {@code 20000 x 20000 pixels}. */
  String pixels() {
    return String.format(Locale.ROOT, "%d x %d pixels", size.width(), size.height());
  }

  Optional<BandPlan> bands() {
    return plan.bands();
  }

  /** Such as {@code in 313 bands of 64 rows}, or {@code as a whole}. */
  String seen() {
    return plan.bands()
        .map(one -> String.format(Locale.ROOT, "in %d bands of %d rows", one.bands(), one.rows()))
        .orElse("as a whole");
  }

  /** Time, as far as it can be told, and memory. */
  String words() {
    return seconds.map(each -> PassTimes.words(each) + ", ").orElse("") + memory();
  }

  private String memory() {
    return bytes < GIGABYTE
        ? String.format(Locale.ROOT, "%.0f MB", Math.max(1, bytes / MEGABYTE))
        : String.format(Locale.ROOT, "%.1f GB", bytes / GIGABYTE);
  }
}
