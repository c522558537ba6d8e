package io.github.inceptionlens.command.coverage;

import io.github.inceptionlens.core.Unit;
import java.util.List;

/**
 * Units of one kind, of which it is asked which angles they cover.
 *
 * @param kind what they are
 * @param layer of the units, a layer or a dictionary; of random directions the layer they are of
 * @param units themselves
 */
record CoverageSource(Kind kind, String layer, List<Unit> units) {

  /** What units are. */
  enum Kind {
    CHANNELS("channels"),
    ENTRIES("entries"),
    RANDOM("random");

    private final String label;

    Kind(final String label) {
      this.label = label;
    }

    /** What tables call it. */
    String label() {
      return label;
    }
  }

  CoverageSource {
    units = List.copyOf(units);
  }

  /** Whether these are a control, which no command can name. */
  boolean isRandom() {
    return kind == Kind.RANDOM;
  }
}
