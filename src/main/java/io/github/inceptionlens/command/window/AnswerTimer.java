package io.github.inceptionlens.command.window;

/** How long a person has looked at what he is asked. */
public final class AnswerTimer {

  /** Sooner nobody judges: a double click, or a key held down, answers once. */
  private static final long SOONEST_NANOS = 250_000_000;

  private long began = System.nanoTime();

  /** Something else is asked from now on. */
  public void begin() {
    began = System.nanoTime();
  }

  /** The time since then, in nanoseconds. */
  public long nanos() {
    return System.nanoTime() - began;
  }

  /** Whether that is too short for a judgment. */
  public boolean isTooShort() {
    return nanos() < SOONEST_NANOS;
  }
}
