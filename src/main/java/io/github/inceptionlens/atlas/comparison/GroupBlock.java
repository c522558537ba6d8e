package io.github.inceptionlens.atlas.comparison;

import java.util.List;

/**
 * Parts whose sides may be exchanged with each other: all groups that have one side, or both parts
 * of a group that has two.
 *
 * @param parts indices
 * @param treated how many of them are treated
 */
record GroupBlock(List<Integer> parts, int treated) {

  int control() {
    return parts.size() - treated;
  }

  /**
   * What its difference counts: the inverse of the variance that the difference of both means has
   * where all parts vary alike; 0 where one side is empty.
   */
  double weight() {
    return (double) treated * control() / parts.size();
  }

  boolean isBalanced() {
    return treated == control();
  }
}
