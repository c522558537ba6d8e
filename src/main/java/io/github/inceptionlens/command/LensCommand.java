package io.github.inceptionlens.command;

import io.github.inceptionlens.core.UserError;
import org.scijava.command.ContextCommand;

/**
 * A command that tells a user's error in one sentence, as SciJava's cancel reason, instead of
 * failing with a stack trace.
 */
abstract class LensCommand extends ContextCommand {

  @Override
  public final void run() {
    try {
      compute();
    } catch (final UserError error) {
      cancel(error.getMessage());
    }
  }

  /**
   * Does the work and sets the outputs.
   *
   * @throws UserError when the parameters or the image do not allow it
   */
  abstract void compute();
}
