package io.github.inceptionlens.weights.download;

import java.time.Duration;

/**
 * How long a download waits.
 *
 * @param connect for a connection
 * @param stall for the next bytes
 * @param breaks how often a broken connection is taken up again
 */
public record Timeouts(Duration connect, Duration stall, int breaks) {

  /** For people's networks. */
  public static final Timeouts STANDARD =
      new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(60), 5);
}
