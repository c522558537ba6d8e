package io.github.inceptionlens.website;

import io.github.inceptionlens.website.SiteLayer.SiteUnit;
import io.github.inceptionlens.website.UnitLinks.UnitLink;
import io.github.inceptionlens.website.UnitView.LabelBar;
import io.github.inceptionlens.website.UnitView.NamedFigure;
import io.github.inceptionlens.website.UnitView.ShownLink;
import io.github.inceptionlens.website.UnitView.ShownLinks;
import io.github.inceptionlens.website.UnitView.ShownPicture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of what is known of units what their pages show, and writes their pictures. */
final class UnitViews {

  private static final int PORTRAIT = 256;
  private static final int SMALL = 96;
  private static final String LOOK = "look";
  private static final String TOP = "top-";
  private static final String ALONG = "along-";
  private static final String LOOK_SMALL = "look-small";
  private static final int FULL = 100;
  private static final int LABELS = 12;
  private static final String UP = "../";

  private final Map<String, SiteLayer> layers = new HashMap<>();
  private final SiteFiles files;

  UnitViews(final List<SiteLayer> layers, final SiteFiles files) {
    layers.forEach(layer -> this.layers.put(layer.name(), layer));
    this.files = files;
  }

  /** How a layer's page shows a unit. */
  UnitCard card(final UnitPage page) {
    final SiteUnit unit = page.unit();
    return new UnitCard(
        unit,
        page.figures(),
        page.portrait()
            .map(pixels -> put(unit, LOOK_SMALL, SmallPicture.icon(pixels, SMALL)))
            .orElse(""),
        page.strongest().stream()
            .findFirst()
            .map(crop -> local(unit, TOP + 1, crop.picture()))
            .orElse(""));
  }

  /** The small picture of a unit, as pages of units see it. */
  private static String icon(final SiteUnit unit) {
    return UP + SitePaths.picture(unit.layer(), unit.channel(), LOOK_SMALL, "jpg");
  }

  /** Writes a picture; where it is, relative to the unit's page. */
  private String put(final SiteUnit unit, final String what, final SmallPicture picture) {
    files.put(
        SitePaths.picture(unit.layer(), unit.channel(), what, picture.ending()), picture.content());
    return local(unit, what, picture);
  }

  private static String local(final SiteUnit unit, final String what, final SmallPicture picture) {
    return SitePaths.picture(unit.layer(), unit.channel(), what, picture.ending())
        .substring(unit.layer().length() + 1);
  }

  UnitView view(final UnitPage page) {
    final SiteUnit unit = page.unit();
    final Map<String, Double> means = page.figures().labelMeans();
    final List<LabelBar> labels = means.isEmpty() ? List.of() : labels(means);
    final int first = Math.min(labels.size(), LABELS);
    return new UnitView(
        unit,
        page.portrait().stream()
            .map(pixels -> shown(unit, LOOK, SmallPicture.of(pixels, PORTRAIT)))
            .toList(),
        figures(page.figures()),
        crops(unit, TOP, page.strongest()),
        crops(unit, ALONG, page.along()),
        HistogramShape.of(page.figures()),
        labels.subList(0, first),
        labels.subList(first, labels.size()),
        links(page.inputs()),
        links(page.outputs()));
  }

  private ShownPicture shown(final SiteUnit unit, final String what, final SmallPicture picture) {
    return new ShownPicture(
        put(unit, what, picture),
        picture.width(),
        picture.height(),
        picture.isOfFewPixels(),
        "What " + unit.described() + " looks for",
        "",
        "",
        "");
  }

  private List<ShownPicture> crops(
      final SiteUnit unit, final String what, final List<CropShot> crops) {
    final List<ShownPicture> shown = new ArrayList<>();
    for (int i = 0; i < crops.size(); i++) {
      final CropShot crop = crops.get(i);
      final SmallPicture picture = crop.picture();
      final String value = SiteWords.value(crop.value());
      shown.add(
          new ShownPicture(
              put(unit, what + (i + 1), picture),
              picture.width(),
              picture.height(),
              picture.isOfFewPixels(),
              "Crop to which " + unit.name() + " responds with " + value,
              value,
              SiteWords.percent(crop.part()),
              crop.caption()));
    }
    return shown;
  }

  private static List<NamedFigure> figures(final UnitFigures figures) {
    return List.of(
        new NamedFigure(
            "Active",
            SiteWords.percent(figures.active()),
            "part of all places where the value is above 0"),
        new NamedFigure("Largest", SiteWords.value(figures.largest()), "of all places"),
        new NamedFigure("Mean", SiteWords.value(figures.mean()), "of all places"),
        new NamedFigure("Deviation", SiteWords.value(figures.deviation()), "standard deviation"),
        new NamedFigure("Least", SiteWords.value(figures.least()), "of all places"),
        new NamedFigure(
            "Kurtosis",
            SiteWords.value(figures.kurtosis()),
            "how heavy the tails are: 0 as for a normal distribution"),
        new NamedFigure("Places", SiteWords.count(figures.positions()), "in all pictures"));
  }

  /** Bars from 0 on, all on one axis. */
  private static List<LabelBar> labels(final Map<String, Double> means) {
    final double least = Math.min(0, Collections.min(means.values(), null));
    final double range = Math.max(0, Collections.max(means.values(), null)) - least;
    return means.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(one -> bar(one.getKey(), one.getValue(), least, range))
        .toList();
  }

  private static LabelBar bar(
      final String label, final double mean, final double least, final double range) {
    final double scale = range > 0 ? FULL / range : 0;
    return new LabelBar(
        label,
        SiteWords.value(mean),
        Math.round((Math.min(0, mean) - least) * scale),
        Math.round(Math.abs(mean) * scale),
        mean > 0);
  }

  private ShownLinks links(final UnitLinks links) {
    return new ShownLinks(
        links.layers(), links.strongest().stream().map(one -> link(one, links.largest())).toList());
  }

  private ShownLink link(final UnitLink link, final double largest) {
    final Optional<SiteUnit> shown =
        Optional.ofNullable(layers.get(link.layer())).flatMap(layer -> layer.unit(link.channel()));
    return new ShownLink(
        link.name(),
        shown.map(SiteUnit::label).orElse(""),
        shown.map(unit -> UP + SitePaths.unit(unit.layer(), unit.channel())).orElse(""),
        shown.filter(SiteUnit::drawn).map(UnitViews::icon).orElse(""),
        SiteWords.value(link.sum()),
        SiteWords.value(link.norm()),
        Math.max(1, Math.round(FULL * link.norm() / largest)),
        link.sum() > 0);
  }
}
