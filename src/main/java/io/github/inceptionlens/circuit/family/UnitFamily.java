package io.github.inceptionlens.circuit.family;

import java.util.List;

/**
 * Units that are turned or mirrored copies of each other.
 *
 * @param members at least two: the first one, to which the others lie, then those that are not
 *     mirrored by their angle, then the others by theirs
 */
public record UnitFamily(List<FamilyMember> members) {

  /** Copies the list. */
  public UnitFamily {
    members = List.copyOf(members);
  }

  /** The mean of its members' correlations. */
  public double correlation() {
    return members.stream().mapToDouble(FamilyMember::correlation).average().orElseThrow();
  }
}
