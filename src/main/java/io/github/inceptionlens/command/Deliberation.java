package io.github.inceptionlens.command;

/** How long a person has looked at what he is asked. */
final class Deliberation {

  /** Sooner nobody judges: a double click, or a key held down, answers once. */
  private static final long SOONEST_NANOS = 250_000_000;

  private long began = System.nanoTime();

  /** Something else is asked from now on. */
  void begin() {
    began = System.nanoTime();
  }

  /** The time since then, in nanoseconds. */
  long nanos() {
    return System.nanoTime() - began;
  }

  /** Whether that is too short for a judgment. */
  boolean isTooShort() {
    return nanos() < SOONEST_NANOS;
  }
}
