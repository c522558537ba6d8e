package io.github.inceptionlens.core;

/**
 * A request that cannot be fulfilled, told to the user in one sentence that names the input and the
 * remedy.
 *
 * <p>What the sentence echoes of an input is cut to 200 characters, and control characters are
 * replaced.
 *
 * <p>Not for programming errors: those keep their ordinary exceptions and their stack trace.
 */
public class UserError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sentence the sentence shown to the user
   */
  public UserError(final String sentence) {
    super(PrintableText.sentence(sentence));
  }

  /**
   * @param sentence the sentence shown to the user
   * @param cause what went wrong underneath, for the console
   */
  public UserError(final String sentence, final Throwable cause) {
    super(PrintableText.sentence(sentence), cause);
  }
}
