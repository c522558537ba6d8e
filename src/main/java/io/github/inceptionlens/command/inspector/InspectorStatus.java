package io.github.inceptionlens.command.inspector;

import io.github.inceptionlens.core.UserError;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * What an inspector is doing, or what is wrong.
 *
 * @param text empty where all is ready
 */
record InspectorStatus(String text, boolean isWrong) {

  static final InspectorStatus READY = new InspectorStatus("", false);

  private static final int PERCENT = 100;

  /** Something is being done. */
  static InspectorStatus doing(final double fraction, final String what) {
    return new InspectorStatus(
        fraction > 0
            ? String.format(Locale.ROOT, "%s %d %%", what, (int) (PERCENT * fraction))
            : what,
        false);
  }

  /** Something failed. */
  static InspectorStatus of(final Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return new InspectorStatus(
          "Java's memory is too small for this layer: choose a higher layer or a smaller scale",
          true);
    }
    return new InspectorStatus(
        failure instanceof UserError
            ? failure.getMessage()
            : String.format(Locale.ROOT, "it failed: %s", failure),
        true);
  }

  /** What is wrong with a work. */
  @FunctionalInterface
  interface Complaints {
    void tell(InspectorStatus failure);
  }

  /** Does something of which a failure is told, not thrown. */
  static void attempt(final Runnable action, final Complaints complaints) {
    try {
      action.run();
    } catch (final CancellationException stopped) {
      throw stopped;
    } catch (final RuntimeException | OutOfMemoryError failure) {
      complaints.tell(of(failure));
    }
  }
}
