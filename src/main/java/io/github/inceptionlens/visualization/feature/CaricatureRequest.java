package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.visualization.transform.Transforms;

/**
 * How a caricature is drawn; {@link #STANDARD} is Lucid's way with half its steps.
 *
 * @param steps how often the picture is changed, 1 to 100000
 * @param rate the step width of Adam, above 0
 * @param power of the cosine between the layer's responses, from 0 up: the larger, the more a
 *     likeness counts, not size alone
 * @param transforms how both pictures are moved before each step
 * @param fromPicture whether it starts from the given picture instead of noise
 * @param seed what the noise and the transforms are drawn from
 */
public record CaricatureRequest(
    int steps, double rate, double power, Transforms transforms, boolean fromPicture, long seed) {

  /** 256 steps of 0.05, power 0, the standard transforms, from noise. */
  public static final CaricatureRequest STANDARD =
      new CaricatureRequest(256, 0.05, 0, Transforms.STANDARD, false, 0);

  /** Refuses values out of range. */
  public CaricatureRequest {
    VisualizationRequest.checkClimb(steps, rate);
    if (!(power >= 0 && power <= 100)) {
      throw new UserError("power is " + power + ", expected a number from 0 to 100");
    }
    if (transforms.copies() > 1) {
      throw new UserError(
          "transforms is "
              + transforms.label()
              + ", but a caricature is drawn of the whole picture: choose standard, jitter or none");
    }
  }

  /** The same with other steps. */
  public CaricatureRequest steps(final int other, final double otherRate) {
    return new CaricatureRequest(other, otherRate, power, transforms, fromPicture, seed);
  }

  /** The same with another power. */
  public CaricatureRequest power(final double other) {
    return new CaricatureRequest(steps, rate, other, transforms, fromPicture, seed);
  }

  /** The same with other transforms. */
  public CaricatureRequest transforms(final Transforms other) {
    return new CaricatureRequest(steps, rate, power, other, fromPicture, seed);
  }

  /** The same, starting from the given picture or from noise. */
  public CaricatureRequest fromPicture(final boolean other) {
    return new CaricatureRequest(steps, rate, power, transforms, other, seed);
  }

  /** The same with another seed. */
  public CaricatureRequest seed(final long other) {
    return new CaricatureRequest(steps, rate, power, transforms, fromPicture, other);
  }
}
