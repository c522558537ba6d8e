package io.github.inceptionlens.weights;

import java.time.Duration;

/**
 * How long a download waits.
 *
 * @param connect for a connection
 * @param stall for the next bytes
 * @param breaks how often a broken connection is taken up again
 */
record Patience(Duration connect, Duration stall, int breaks) {

  /** For people's networks. */
  static final Patience STANDARD = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60), 5);
}
