package io.github.inceptionlens.circuit.family;

import io.github.inceptionlens.core.UserError;
import java.util.List;

/** Under what units may be copies of each other. */
public enum FamilyKind {
  /** Turns by all multiples of an angle. */
  ROTATION("rotation"),
  /** Exchange of left and right, of top and bottom, or of both, which is half a turn. */
  MIRROR("mirror"),
  /** Turns by all multiples of an angle, with left and right exchanged or not: all axes. */
  BOTH("both");

  private static final int FULL_TURN = 360;

  private final String label;

  FamilyKind(final String label) {
    this.label = label;
  }

  /** What users call it. */
  public String label() {
    return label;
  }

  /** Whether the angle between two turns is asked for. */
  public boolean hasStep() {
    return this != MIRROR;
  }

  /**
   * All ways in which a copy may lie.
   *
   * @param step the angle in degrees from one turn to the next, a whole part of a full turn
   * @throws UserError when it is not
   */
  public CongruenceGroup group(final int step) {
    if (!hasStep()) {
      return new CongruenceGroup(2, true);
    }
    if (step < 1 || step > FULL_TURN / 2 || FULL_TURN % step != 0) {
      throw new UserError(
          "step is " + step + ", expected degrees of which 360 is a multiple, such as " + usual());
    }
    return new CongruenceGroup(FULL_TURN / step, this == BOTH);
  }

  private static List<Integer> usual() {
    return List.of(10, 15, 30, 45, 90);
  }
}
