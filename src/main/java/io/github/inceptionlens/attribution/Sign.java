package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.UserError;
import java.util.Locale;

/** Which side of attributed values is shown. */
public enum Sign {
  /** How much, whether for or against the target. */
  ABSOLUTE,

  /** For (positive) and against (negative). */
  SIGNED,

  /** What speaks for the target; zero elsewhere. */
  POSITIVE;

  /** The name in dialogs and macros. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The sign with the given label, in any case.
   *
   * @throws UserError when there is none
   */
  public static Sign of(final String label) {
    return Choices.named("sign", label, values(), Sign::label);
  }
}
