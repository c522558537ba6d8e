package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import io.github.inceptionlens.core.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Tells the user in one sentence why a command failed, and ends the macro that called it. */
final class FailureReport {

  private FailureReport() {}

  /**
   * Shows the failure; a wish to stop only goes to the status bar.
   *
   * @throws RuntimeException ImageJ's own signal that ends a macro
   */
  static void tell(final String label, final Throwable failure) {
    if (Macro.MACRO_CANCELED.equals(failure.getMessage())) {
      throw new IllegalStateException(Macro.MACRO_CANCELED, failure);
    }
    if (find(failure, CancellationException.class).isPresent()) {
      stop(label);
    } else {
      IJ.error("Inception Lens", sentence(label, failure));
    }
  }

  /** One sentence for the user; of an unexpected failure the trace goes to the Log window. */
  static String sentence(final String label, final Throwable failure) {
    final Optional<UserError> told = find(failure, UserError.class);
    if (told.isPresent()) {
      return told.get().getMessage();
    }
    if (find(failure, OutOfMemoryError.class).isPresent()) {
      return label
          + " ran out of memory: analyze a smaller image or a crop, or give ImageJ more memory in"
          + " Edit > Options > Memory & Threads...";
    }
    final Optional<NoClassDefFoundError> lacking = find(failure, NoClassDefFoundError.class);
    if (lacking.isPresent() && isOthers(lacking.get())) {
      return MissingLibrary.sentence(lacking.get().getMessage(), MissingLibrary.isFiji());
    }
    IJ.log(trace(failure));
    final String message = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    return "Inception Lens met an unexpected error in "
        + label
        + ": "
        + message
        + "; please report it with the lines of the Log window.";
  }

  /** Whether a class is missing that a jar of others should hold. */
  private static boolean isOthers(final NoClassDefFoundError lacking) {
    final String name = String.valueOf(lacking.getMessage());
    return name.matches("[\\w/$]+") && !name.startsWith("io/github/inceptionlens/");
  }

  private static void stop(final String label) {
    final Interpreter macro = Launcher.isCalledByMacro() ? Interpreter.getInstance() : null;
    if (macro == null) {
      Macro.abort();
    } else {
      macro.abort((String) null);
    }
    IJ.showStatus(label + " stopped");
  }

  private static <T extends Throwable> Optional<T> find(
      final Throwable failure, final Class<T> type) {
    Throwable cause = failure;
    while (cause != null && !type.isInstance(cause)) {
      cause = cause.getCause();
    }
    return Optional.ofNullable(cause).map(type::cast);
  }

  private static String trace(final Throwable failure) {
    final StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
