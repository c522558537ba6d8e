package io.github.inceptionlens.command.report.sheet;

import java.util.List;

/**
 * The classes that a unit speaks for and against.
 *
 * @param changes what was compared, each beside the next; empty where nothing is known
 * @param note how that was found, or why it is not known
 */
public record ClassEffects(List<Change> changes, String note) {

  /**
   * What a change of the unit does.
   *
   * @param title what is compared with what
   * @param effects those that it raises, the most raised first, then those that it lowers, the most
   *     lowered last
   */
  public record Change(String title, List<Effect> effects) {

    /** Copies the list. */
    public Change {
      effects = List.copyOf(effects);
    }
  }

  /**
   * What a unit does to a class.
   *
   * @param logit how much it adds to the class's logit
   */
  public record Effect(String name, double logit) {}

  /** Copies the list. */
  public ClassEffects {
    changes = List.copyOf(changes);
  }
}
