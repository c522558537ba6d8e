package io.github.inceptionlens.atlas.comparison;

import io.github.inceptionlens.core.UserError;

/**
 * How two sides are to be compared.
 *
 * @param permutations how many assignments of sides are drawn at most, at least 1; where there are
 *     no more of them, all are gone through
 * @param level with which chance at most some cell is taken for different though none is, above 0
 *     and below 1
 * @param seed what assignments are drawn by
 */
public record ComparisonRequest(int permutations, double level, long seed) {

  /**
   * Refuses numbers that are none.
   *
   * @throws UserError with the key's name
   */
  public ComparisonRequest {
    if (permutations < 1) {
      throw new UserError("permutations is " + permutations + ", expected a number above 0");
    }
    if (!(level > 0 && level < 1)) {
      throw new UserError("level is " + level + ", expected a number above 0 and below 1");
    }
  }
}
