package io.github.inceptionlens.website;

import io.github.inceptionlens.website.SiteLayer.SiteUnit;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * What a site shows of a unit.
 *
 * @param portrait what the unit looks for; nothing where it cannot be driven
 * @param figures how it responds
 * @param strongest the crops that drive it most, the strongest first
 * @param along crops at parts of its values, the largest first
 * @param inputs what it reads
 * @param outputs what reads it
 */
public record UnitPage(
    SiteUnit unit,
    Optional<BufferedImage> portrait,
    UnitFigures figures,
    List<CropShot> strongest,
    List<CropShot> along,
    UnitLinks inputs,
    UnitLinks outputs) {

  /** Copies the lists. */
  public UnitPage {
    strongest = List.copyOf(strongest);
    along = List.copyOf(along);
  }

  /** The numbers alone. */
  UnitPage withoutPictures() {
    return new UnitPage(unit, Optional.empty(), figures, List.of(), List.of(), inputs, outputs);
  }
}
