/**
 * A static website of units: templates, styles and scripts of pages that open without a server and
 * load nothing from elsewhere. Pure data comes in, files come out; no image is read here and no
 * network runs.
 *
 * <pre>{@code
 * Map<String, byte[]> files = new TreeMap<>();
 * SiteLayer.SiteUnit unit = new SiteLayer.SiteUnit("mixed4c", 447, "curves", false);
 * SiteLayer layer = new SiteLayer("mixed4c", "", "512 channels.", 512, List.of(unit));
 * SiteFacts facts =
 *     new SiteFacts(
 *         "textures", "1f2e", "scenes", 60, "activations", "128 x 128 pixels, 64 steps",
 *         "2026-05-04", "1.0", "run(...);", List.of(), List.of());
 * Map<Double, Double> quantiles = Map.of(0.5, -0.5, 1.0, 7.0);
 * UnitFigures figures =
 *     new UnitFigures(
 *         4, 0, 1, 0.2, 3, -1, 7, quantiles, List.of(3L, 0L, 1L), Map.of("ring", 2.5));
 * Website site = new Website(facts, List.of(layer), files::put);
 * site.unit(
 *     new UnitPage(
 *         unit, Optional.empty(), figures, List.of(), List.of(), UnitLinks.NONE, UnitLinks.NONE));
 * site.finish();
 * }</pre>
 */
package io.github.inceptionlens.website;
