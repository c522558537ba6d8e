package io.github.inceptionlens.command.browser.units;

import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.core.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of a unit while it is browsed.
 *
 * @param label its text; empty where it has none
 * @param here what the selected part of the current image does to it; nothing without an image
 */
public record UnitFacts(Unit unit, String label, Optional<ChannelStatistics> here) {

  private static final double PERCENT = 100;

  /** A value as captions write it. */
  public static String text(final double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 1000 ? "%.3g" : "%.0f", value);
  }

  /**
   * The same unit on another image.
   *
   * @param statistics by channel; empty without an image
   */
  UnitFacts at(final List<ChannelStatistics> statistics) {
    return new UnitFacts(
        unit,
        label,
        statistics.isEmpty() ? Optional.empty() : Optional.of(statistics.get(unit.channel())));
  }

  /** The unit with its text. */
  public String described() {
    return label.isEmpty() ? unit.toString() : unit + " \"" + label + '"';
  }

  /** What the image does to it, in a line; empty without an image. */
  public String figures() {
    return here.map(
            one ->
                String.format(
                    Locale.ROOT,
                    "mean %s, peak %s at x %.0f, y %.0f, active at %.0f %% of the places",
                    text(one.mean()),
                    text(one.peak()),
                    one.x(),
                    one.y(),
                    PERCENT * one.active()))
        .orElse("");
  }
}
