package io.github.inceptionlens.website;

import io.github.inceptionlens.website.SiteLayer.SiteUnit;

/**
 * A unit as a layer's page shows it.
 *
 * @param figures how it responds
 * @param portrait the small picture of what it looks for; empty for none
 * @param crop the small picture of what drives it most; empty for none
 */
public record UnitCard(SiteUnit unit, UnitFigures figures, String portrait, String crop) {

  /** How often it is active, in words. */
  public String activity() {
    return SiteWords.percent(figures.active());
  }

  /** Its largest value, in words. */
  public String largest() {
    return SiteWords.value(figures.largest());
  }

  /** What its picture shows, for those who cannot see it. */
  public String alt() {
    return "What " + unit.name() + " looks for";
  }
}
