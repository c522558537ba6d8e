package io.github.inceptionlens.command.report;

import io.github.inceptionlens.activation.statistics.UnitResponse;
import io.github.inceptionlens.command.report.sheet.Heading;
import io.github.inceptionlens.command.report.sheet.Tile;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.architecture.Architecture;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The texts of a page. */
final class SheetWords {

  private static final int DIGEST = 12;

  private SheetWords() {}

  /** What stands above all. */
  static Heading heading(
      final Unit unit,
      final Architecture table,
      final String digest,
      final String collection,
      final Provenance made) {
    final List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Network %s, weights %s; unit %d of %,d in %s",
            table.name(),
            digest.substring(0, Math.min(DIGEST, digest.length())),
            unit.channel(),
            table.layer(unit.layer()).channels(),
            described(table, unit)));
    lines.add(
        String.format(
            Locale.ROOT,
            "Collection %s; Inception Lens %s",
            collection,
            made.entries().get("version")));
    return new Heading(unit.toString(), table.entryLabels().of(unit).orElse(""), lines);
  }

  private static String described(final Architecture table, final Unit unit) {
    return table.isGrafted(unit.layer())
        ? unit.layer() + ", a dictionary of " + table.trunk(unit.layer()).name()
        : unit.layer();
  }

  /** What the values are of which figures and examples are. */
  static String axis(final Unit read) {
    return read.layer().endsWith(Architecture.PRE_RELU)
        ? "activation before the rectifier"
        : "activation";
  }

  /** Figures of all values. */
  static String figures(final UnitResponse response) {
    return String.format(
            Locale.ROOT,
            "mean %.3g, deviation %.3g, above 0: %s; %,d places of %,d pictures; red: quantiles",
            response.mean(),
            response.deviation(),
            percent(response.active()),
            response.positions(),
            response.pictures().size())
        .replace('-', '\u2212');
  }

  private static String percent(final double part) {
    final int decimals = part < 0.01 ? 3 : 1;
    return String.format(Locale.ROOT, "%." + decimals + "f %%", 100 * part);
  }

  static String value(final double value) {
    return String.format(Locale.ROOT, "%.3g", value).replace('-', '\u2212');
  }

  /** How pictures of a unit are made. */
  static String made(final int facets) {
    return "optimized from noise" + (facets > 0 ? ": one, and " + facets + " that differ" : "");
  }

  /** The picture of what a unit reads. */
  static Tile encoder(final BufferedImage pixels) {
    return new Tile(pixels, "encoder", "what makes it fire");
  }

  /**
   * The picture of what an entry stands for.
   *
   * @param cosine of the two
   */
  static Tile decoder(final BufferedImage pixels, final double cosine) {
    return new Tile(
        pixels,
        "decoder",
        String.format(Locale.ROOT, "what it stands for; cosine %.2f", cosine)
            .replace('-', '\u2212'));
  }

  /** A quantile without digits that say nothing. */
  static String part(final double part) {
    return String.valueOf(part).replaceAll("\\.0$", "");
  }

  /** The file's own name, as it stands below a crop. */
  static String name(final String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
