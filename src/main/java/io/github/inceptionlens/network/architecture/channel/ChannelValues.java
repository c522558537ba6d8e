package io.github.inceptionlens.network.architecture.channel;

import java.util.Arrays;

/** A number per channel; equal for equal numbers. */
public final class ChannelValues {

  private final float[] values;

  public ChannelValues(final float[] values) {
    this.values = values.clone();
  }

  /** The number of channels. */
  public int channels() {
    return values.length;
  }

  /** The numbers, copied. */
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(final Object other) {
    return other instanceof ChannelValues that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
