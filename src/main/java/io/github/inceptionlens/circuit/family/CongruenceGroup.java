package io.github.inceptionlens.circuit.family;

/**
 * All turns by a part of a full one, alone or with mirroring: a group, so that of three figures the
 * third lies to the first as it does to the second after that to the first.
 *
 * @param turns how many turns make a full one, at least 1
 * @param mirrored whether figures are mirrored, too
 */
public record CongruenceGroup(int turns, boolean mirrored) {

  private static final double FULL_TURN = 360;

  /** The number of elements: those that are not mirrored come first, by their angle. */
  public int size() {
    return mirrored ? 2 * turns : turns;
  }

  /** How many times the turns are there: 2 where figures are mirrored, too. */
  int sides() {
    return mirrored ? 2 : 1;
  }

  /** An element. */
  public Congruence element(final int index) {
    return new Congruence(index % turns * FULL_TURN / turns, index >= turns);
  }

  /** The element that leads back. */
  public int inverse(final int index) {
    return index >= turns ? index : (turns - index) % turns;
  }

  /** One element after another one. */
  public int after(final int second, final int first) {
    final boolean mirrors = second >= turns;
    final int angle = second + (mirrors ? -first : first);
    final boolean mirroredOnce = mirrors != first >= turns;
    return Math.floorMod(angle, turns) + (mirroredOnce ? turns : 0);
  }
}
