package io.github.inceptionlens.ij1;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.scijava.Cancelable;
import org.scijava.module.Module;

/** Runs a command on the calling thread, without SciJava's pre- and post-processors. */
final class CommandRunner {

  private CommandRunner() {}

  /**
   * Runs the command to its end; its outputs are then the module's.
   *
   * @param module a module whose context and image are set
   * @param inputs the other inputs by parameter name
   * @param progress where the work reports to, and what stops it
   * @throws UserError when the command canceled itself and said why
   * @throws CancellationException when it was stopped
   */
  static void run(final Module module, final Map<String, Object> inputs, final Progress progress) {
    inputs.forEach((name, value) -> give(module, name, value));
    progress.at(0, module.getInfo().getLabel());
    module.run();
    if (module instanceof Cancelable command && command.isCanceled()) {
      throw canceled(command.getCancelReason());
    }
  }

  /** Sets an input for good. */
  static void give(final Module module, final String name, final Object value) {
    module.setInput(name, value);
    module.resolveInput(name);
  }

  private static RuntimeException canceled(final String reason) {
    return reason == null || reason.isBlank()
        ? new CancellationException("stopped by the command")
        : new UserError(reason);
  }
}
