package io.github.inceptionlens.website;

import io.github.inceptionlens.website.SiteLayer.SiteUnit;
import io.github.inceptionlens.website.UnitLinks.UnitLink;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A site whose every number, label and picture is known. */
final class PlantedSite {

  static final String HOSTILE = "<script>alert('x')</script> & </title>";
  static final String UMLAUTS = "Rüden \u201Cgroß\u201D 'ça' 目";

  private static final int SIDE = 96;

  private PlantedSite() {}

  /** Two layers and a dictionary, of which units have labels that could break pages. */
  static void write(final Path folder) {
    final SiteLayer below = layer("mixed4b", "", 6, Map.of(2, "rings"));
    final SiteLayer above = layer("mixed4c", "", 12, Map.of(3, HOSTILE, 4, UMLAUTS));
    final SiteLayer dictionary =
        layer("mydict", "mixed4c", 4, Map.of(0, "</script><b>bold", 1, "stripes"));
    write(folder, facts(HOSTILE), List.of(below, above, dictionary));
  }

  /** A single layer. */
  static void write(final Path folder, final int units) {
    write(folder, facts("scenes"), List.of(layer("mixed4c", "", units, Map.of(7, "curves"))));
  }

  private static void write(
      final Path folder, final SiteFacts facts, final List<SiteLayer> layers) {
    final Website site = new Website(facts, layers, files(folder));
    layers.forEach(layer -> layer.units().forEach(unit -> site.unit(page(unit))));
    site.finish();
  }

  static SiteFiles files(final Path folder) {
    return (path, content) -> {
      final Path file = folder.resolve(path);
      try {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
      } catch (final IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  static SiteFacts facts(final String collection) {
    return new SiteFacts(
        "textures",
        "0123456789abcdef0123456789abcdef",
        collection,
        60,
        "activations before the rectifier",
        "128 x 128 pixels, 64 steps",
        "2026-05-04",
        "1.2",
        "run(\"Export Microscope...\", \"layers=mixed4c\");",
        List.of("The network is in the public domain."),
        List.of());
  }

  static SiteLayer layer(
      final String name, final String of, final int count, final Map<Integer, String> labels) {
    return new SiteLayer(
        name,
        of,
        count + " units that see 100 x 100 pixels.",
        count + 100,
        IntStream.range(0, count)
            .mapToObj(i -> new SiteUnit(name, i, labels.getOrDefault(i, ""), i % 5 != 1))
            .toList());
  }

  static UnitPage page(final SiteUnit unit) {
    return new UnitPage(
        unit,
        unit.drawn() ? Optional.of(picture(unit.channel(), SIDE)) : Optional.empty(),
        figures(unit.channel()),
        crops(unit, 9, 1),
        crops(unit, 8, 0.9),
        unit.layer().equals("mixed4c") ? links("mixed4b", 0, 100) : UnitLinks.NONE,
        unit.layer().equals("mixed4b") ? links("mixed4c", 3, 4) : UnitLinks.NONE);
  }

  private static UnitLinks links(final String layer, final int... channels) {
    final List<UnitLink> links = new ArrayList<>();
    for (int i = 0; i < channels.length; i++) {
      links.add(
          new UnitLink(layer, channels[i], layer + ":" + channels[i], 2.0 / (i + 1), i - 0.5));
    }
    return new UnitLinks(layer, links);
  }

  static UnitFigures figures(final int channel) {
    final Map<Double, Double> quantiles = new TreeMap<>();
    for (final double part : new double[] {0, 0.1, 0.5, 0.9, 0.99, 1}) {
      quantiles.put(part, -4 + part * (12 + channel));
    }
    return new UnitFigures(
        7200,
        -1.25,
        2.5,
        0.125,
        1.5 + channel,
        -4,
        8 + channel,
        quantiles,
        IntStream.range(0, 48).mapToObj(i -> Math.round(3000 * Math.exp(-0.2 * i))).toList(),
        Map.of("ring <1>", 0.5, "fiber", 2.0));
  }

  private static List<CropShot> crops(final SiteUnit unit, final int count, final double part) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new CropShot(
                    SmallPicture.of(
                        picture(
                            100 * unit.channel() + i, unit.layer().equals("mixed4b") ? 20 : 180),
                        CropShot.SIDE),
                    part * (1 - 0.1 * i * (part < 1 ? 1 : 0)),
                    9.0 - i,
                    i % 2 == 0 ? "ring <1>" : "",
                    ""))
        .toList();
  }

  private static BufferedImage picture(final int seed, final int side) {
    final BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    final Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.getHSBColor(seed * 0.13f % 1, 0.5f, 0.8f));
    graphics.fillRect(0, 0, side, side);
    graphics.setColor(Color.getHSBColor(seed * 0.37f % 1, 0.7f, 0.4f));
    graphics.fillOval(side / 4, side / 4, side / 2, side / 2);
    graphics.dispose();
    return picture;
  }

  /** Writes both sites into a folder, to be looked at. */
  public static void main(final String[] arguments) {
    write(Path.of(arguments[0], "planted"));
    write(Path.of(arguments[0], "large"), 512);
  }
}
