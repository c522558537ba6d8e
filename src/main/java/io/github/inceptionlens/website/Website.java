package io.github.inceptionlens.website;

import io.github.inceptionlens.website.SiteLayer.SiteUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a static site of units: a page for each, a page for each layer, an index. The pages need
 * nothing but each other, and load nothing from elsewhere.
 *
 * <p>Units are given one after the other, so that a site need not fit into the memory; layers and
 * index come last.
 */
public final class Website {

  private static final List<String> PARTS = List.of("lens.css", "lens.js", "theme.js", "icon.svg");
  private static final String UP = "../";
  private static final int STRIP = 12;

  private final SiteFacts facts;
  private final List<SiteLayer> layers;
  private final SiteFiles files;
  private final PageTemplates templates = new PageTemplates();
  private final Map<String, List<UnitPage>> pages = new HashMap<>();
  private final Map<String, List<UnitCard>> cards = new LinkedHashMap<>();
  private final UnitViews views;

  /**
   * @param layers all that the site shows
   * @param files takes the pages
   */
  public Website(final SiteFacts facts, final List<SiteLayer> layers, final SiteFiles files) {
    this.facts = facts;
    this.layers = List.copyOf(layers);
    this.files = files;
    views = new UnitViews(this.layers, files);
    layers.forEach(layer -> cards.put(layer.name(), new ArrayList<>()));
  }

  /**
   * Writes the page of a unit.
   *
   * @throws io.github.inceptionlens.core.UserError when it cannot be written
   */
  public void unit(final UnitPage page) {
    final SiteUnit unit = page.unit();
    final SiteLayer layer = layer(unit.layer());
    final int index = layer.units().indexOf(unit);
    final List<SiteUnit> all = layer.units();
    cards.get(layer.name()).add(views.card(page));
    pages.computeIfAbsent(layer.name(), key -> new ArrayList<>()).add(page.withoutPictures());
    files.put(SitePaths.unitTable(unit.layer(), unit.channel()), UnitTables.unit(page));
    write(
        SitePaths.unit(unit.layer(), unit.channel()),
        "unit.ftlh",
        UP,
        Map.of(
            "layer",
            layer,
            "view",
            views.view(page),
            "before",
            index > 0 ? List.of(all.get(index - 1)) : List.of(),
            "after",
            index + 1 < all.size() ? List.of(all.get(index + 1)) : List.of(),
            "frame",
            HistogramShape.FRAME));
  }

  /**
   * Writes layers, search and index, after all units.
   *
   * @throws io.github.inceptionlens.core.UserError when it cannot be written
   */
  public void finish() {
    PARTS.forEach(part -> files.put(SitePaths.PARTS + part, PageTemplates.part(part)));
    files.put(SitePaths.PARTS + "units.js", SearchData.of(layers));
    layers.forEach(this::writeLayer);
    write(SitePaths.INDEX, "index.ftlh", "", Map.of("strips", strips()));
  }

  private void writeLayer(final SiteLayer layer) {
    files.put(
        SitePaths.layerTable(layer.name()),
        UnitTables.layer(pages.getOrDefault(layer.name(), List.of())));
    write(
        SitePaths.layer(layer.name()),
        "layer.ftlh",
        UP,
        Map.of("layer", layer, "cards", cards.get(layer.name())));
  }

  /** Of each layer the units that respond most widely among those with a picture. */
  private Map<String, List<UnitCard>> strips() {
    final Map<String, List<UnitCard>> strips = new LinkedHashMap<>();
    cards.forEach(
        (layer, all) ->
            strips.put(
                layer,
                all.stream()
                    .filter(card -> !card.portrait().isEmpty())
                    .sorted(
                        Comparator.comparing((UnitCard card) -> card.unit().label().isEmpty())
                            .thenComparing(card -> -card.figures().largest()))
                    .limit(STRIP)
                    .toList()));
    return strips;
  }

  private SiteLayer layer(final String name) {
    return layers.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private void write(
      final String path, final String template, final String root, final Map<String, Object> data) {
    final Map<String, Object> all = new HashMap<>(data);
    all.put("facts", facts);
    all.put("layers", layers);
    all.put("root", root);
    files.put(path, templates.page(template, all));
  }
}
