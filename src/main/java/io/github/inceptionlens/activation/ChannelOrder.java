package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.UserError;

/** What makes a channel strong. */
public enum ChannelOrder {

  /** Its mean activation. */
  MEAN("mean") {
    @Override
    public double of(final ChannelStatistics channel) {
      return channel.mean();
    }
  },

  /** Its largest activation. */
  PEAK("peak") {
    @Override
    public double of(final ChannelStatistics channel) {
      return channel.peak();
    }
  };

  private final String label;

  ChannelOrder(final String label) {
    this.label = label;
  }

  /**
   * The strength with the given name, in any case.
   *
   * @throws UserError when there is none
   */
  public static ChannelOrder named(final String label) {
    return Choices.named("by", label, values(), ChannelOrder::toString);
  }

  /** The number by which channels are compared. */
  public abstract double of(ChannelStatistics channel);

  @Override
  public String toString() {
    return label;
  }
}
