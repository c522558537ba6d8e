package io.github.inceptionlens.command.report.sheet;

import java.util.List;

/**
 * The classes that a unit speaks for and against.
 *
 * @param raised those that it speaks for, the strongest first
 * @param lowered those that it speaks against, the strongest first
 * @param note how that was found, or why it is not known
 */
public record ClassEffects(List<Effect> raised, List<Effect> lowered, String note) {

  /**
   * What a unit does to a class.
   *
   * @param logit how much it adds to the class's logit
   */
  public record Effect(String name, double logit) {}

  /** Copies the lists. */
  public ClassEffects {
    raised = List.copyOf(raised);
    lowered = List.copyOf(lowered);
  }
}
