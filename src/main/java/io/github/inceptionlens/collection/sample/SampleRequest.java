package io.github.inceptionlens.collection.sample;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.weights.format.FloatEncoding;

/**
 * Which vectors of a layer a sample holds, and how exactly.
 *
 * @param perPicture how many of each picture at most, at least 1; does not count for all
 * @param from which of a picture's places
 * @param margin places nearer than so many units to the layer's border are left out; at least 0
 * @param seed what chance draws from
 * @param precision how the vectors are written
 */
public record SampleRequest(
    int perPicture, SampleFrom from, int margin, long seed, FloatEncoding precision) {

  /**
   * Refuses numbers that are none.
   *
   * @throws UserError with the key's name
   */
  public SampleRequest {
    if (perPicture < 1) {
      throw new UserError("per_picture is " + perPicture + ", expected a number above 0");
    }
    if (margin < 0) {
      throw new UserError("margin is " + margin + ", expected 0 or a number of units");
    }
  }

  /** Whether a picture gives so many places at most, whatever its size. */
  public boolean isBounded() {
    return from != SampleFrom.ALL;
  }

  /** The bytes of a vector and its place. */
  public long bytesOfRow(final int channels) {
    return SampleFile.bytesOfRow(channels, precision);
  }
}
