package io.github.inceptionlens.website;

import java.util.List;
import java.util.Optional;

/**
 * A layer or a dictionary of a site.
 *
 * @param name as units are named by it: letters, digits and underscores
 * @param dictionaryOf the layer that a dictionary reads; empty for a layer of the network
 * @param about a sentence on it
 * @param size how many units it has, also such as the site does not show
 * @param units those that the site shows, in the order of their pages
 */
public record SiteLayer(
    String name, String dictionaryOf, String about, int size, List<SiteUnit> units) {

  /** Copies the list. */
  public SiteLayer {
    units = List.copyOf(units);
  }

  /**
   * A unit that a site shows.
   *
   * @param channel its index in the layer
   * @param label what somebody called it; empty for nothing
   * @param drawn whether there is a picture of what it looks for
   */
  public record SiteUnit(String layer, int channel, String label, boolean drawn) {

    /** As commands name it. */
    public String name() {
      return layer + ":" + channel;
    }

    /** Name and label. */
    public String described() {
      return label.isEmpty() ? name() : name() + " \u201C" + label + "\u201D";
    }
  }

  /** Whether it is a dictionary. */
  public boolean isDictionary() {
    return !dictionaryOf.isEmpty();
  }

  /** The units that have a label. */
  public List<SiteUnit> labeled() {
    return units.stream().filter(unit -> !unit.label().isEmpty()).toList();
  }

  /** The unit of a channel; nothing where the site does not show it. */
  Optional<SiteUnit> unit(final int channel) {
    return units.stream().filter(unit -> unit.channel() == channel).findFirst();
  }
}
