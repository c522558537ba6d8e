package io.github.inceptionlens.visualization.objective;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.network.objective.TargetFunction;

/** What functions that compare pictures need. */
final class Facets {

  private Facets() {}

  /** Refuses a function that compares pictures where only one is made. */
  static void require(final TargetFunction function, final TargetBinding binding) {
    if (binding.facets() < 2) {
      throw new UserError(
          "the objective's " + function.name() + " compares pictures: ask for facets=2 or more");
    }
  }
}
