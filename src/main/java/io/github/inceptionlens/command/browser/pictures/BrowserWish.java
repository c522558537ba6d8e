package io.github.inceptionlens.command.browser.pictures;

import ij.ImagePlus;
import io.github.inceptionlens.command.browser.units.BrowserTab;
import io.github.inceptionlens.core.Unit;
import java.util.List;
import java.util.Optional;

/**
 * What a browser wants of its working thread.
 *
 * @param layer canonical name
 * @param image the image that is looked at, if there is one
 * @param look which look at the image it is: a number that grows with every change
 * @param units whose pictures are wanted, the most urgent first
 * @param seen how many of them, from the first, are seen
 * @param near how many of them are soon seen or are, and so are to be at hand
 * @param makes whether missing pictures are made
 */
public record BrowserWish(
    String layer,
    BrowserTab tab,
    Optional<ImagePlus> image,
    long look,
    List<Unit> units,
    int seen,
    int near,
    boolean makes) {

  /** Copies the list. */
  public BrowserWish {
    units = List.copyOf(units);
  }

  /** Whether another wish is of the same layer and look. */
  public boolean isSameLook(final BrowserWish other) {
    return layer.equals(other.layer()) && look == other.look();
  }

  /** Whether a unit is seen. */
  public boolean sees(final Unit unit) {
    return units.subList(0, seen).contains(unit);
  }

  /** The look that pictures of the tab depend on; 0 where they do not. */
  public long pictureLook() {
    return tab == BrowserTab.MAPS ? look : 0;
  }
}
