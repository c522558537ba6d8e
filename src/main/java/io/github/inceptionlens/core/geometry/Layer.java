package io.github.inceptionlens.core.geometry;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import java.util.List;

/**
 * A place of the network that has a map per channel: its canonical name, its channels and the
 * windows between it and the image.
 *
 * @param name the literature's name, for instance {@code mixed4c} or {@code mixed4c_5x5}
 * @param channels the number of channels
 * @param windows the windows from the image up to here, along the path with the largest receptive
 *     field
 */
public record Layer(String name, int channels, List<SlidingWindow> windows) {

  /** Copies the list of windows. */
  public Layer {
    windows = List.copyOf(windows);
  }

  /**
   * The unit of this layer with the given channel.
   *
   * @throws UserError when the layer has no such channel
   */
  public Unit unit(final int channel) {
    if (channel < 0 || channel >= channels) {
      throw new UserError(
          "channel is " + channel + ", but " + name + " has channels 0 to " + (channels - 1));
    }
    return new Unit(name, channel);
  }

  @Override
  public String toString() {
    return name;
  }
}
