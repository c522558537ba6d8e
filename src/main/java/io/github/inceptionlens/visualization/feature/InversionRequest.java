package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;

/**
 * How features are inverted.
 *
 * @param steps how often the picture is changed, 1 to 100000
 * @param rate the step width of Adam, above 0
 * @param variation how much the total variation per pixel (the sum over the three colors of the
 *     absolute differences to the right and down, values 0 to 1) counts against the picture
 * @param norm how much the mean sixth power of the distance from gray counts, where black and white
 *     are 1 away
 * @param seed what the noise is drawn from that it starts from
 */
public record InversionRequest(int steps, double rate, double variation, double norm, long seed) {

  /** 256 steps of 0.05, variation 0.02, norm 0.01. */
  public static final InversionRequest STANDARD = new InversionRequest(256, 0.05, 0.02, 0.01, 0);

  /** Refuses values out of range. */
  public InversionRequest {
    VisualizationRequest.checkClimb(steps, rate);
    if (!(variation >= 0 && variation < Double.POSITIVE_INFINITY)) {
      throw new UserError("tv is " + variation + ", expected a number from 0 up");
    }
    if (!(norm >= 0 && norm < Double.POSITIVE_INFINITY)) {
      throw new UserError("norm is " + norm + ", expected a number from 0 up");
    }
  }

  /** The same with other steps. */
  public InversionRequest steps(final int other, final double otherRate) {
    return new InversionRequest(other, otherRate, variation, norm, seed);
  }

  /** The same with other regularizers. */
  public InversionRequest regularizers(final double otherVariation, final double otherNorm) {
    return new InversionRequest(steps, rate, otherVariation, otherNorm, seed);
  }

  /** The same with another seed. */
  public InversionRequest seed(final long other) {
    return new InversionRequest(steps, rate, variation, norm, other);
  }

  Provenance provenance() {
    return Provenance.EMPTY.with("total variation", variation).with("sixth power", norm);
  }
}
