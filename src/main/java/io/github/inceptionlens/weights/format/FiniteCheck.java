package io.github.inceptionlens.weights.format;

import io.github.inceptionlens.core.UserError;
import java.util.Locale;

/** The rule that weights are numbers. */
final class FiniteCheck {

  private FiniteCheck() {}

  /**
   * Lets only finite values pass.
   *
   * @param tensor the tensor's name in the sentence
   * @throws UserError that names the first other one
   */
  static void check(final WeightSource source, final String tensor, final float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw source.refuse(
            String.format(
                Locale.ROOT,
                "holds %s as value %d of %s, but only finite numbers are expected; choose another file",
                values[i],
                i,
                tensor));
      }
    }
  }
}
