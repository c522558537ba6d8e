package io.github.inceptionlens.image.input;

import java.util.Optional;

/**
 * How long pictures took in this session to be made of an image's pixels, so that one can say how
 * long the next one will take; nothing is guessed before the first.
 */
public final class ReadTimes {

  private static final double NANOS = 1e9;

  /** Of fewer pixels the time says more of Java than of them. */
  private static final long ENOUGH = 1 << 18;

  private static volatile double secondsPerPixel = Double.NaN;

  private ReadTimes() {}

  /**
   * Remembers that pixels were read and made into rows of a picture.
   *
   * @param pixels of the image
   * @param nanos how long it took
   */
  static void record(final long pixels, final long nanos) {
    if (pixels >= ENOUGH) {
      secondsPerPixel = nanos / NANOS / pixels;
    }
  }

  /** The seconds for so many pixels of an image. */
  public static Optional<Double> seconds(final long pixels) {
    return Double.isNaN(secondsPerPixel) ? Optional.empty() : Optional.of(pixels * secondsPerPixel);
  }
}
