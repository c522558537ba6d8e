package io.github.inceptionlens.network;

import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.band.RunPlan;
import java.util.List;

/**
 * A pass of one picture, after it was made: forward, or there and back for a gradient.
 *
 * @param isBack whether it was a gradient's; of these only those in bands are told
 * @param architecture the network's table
 * @param names what was asked for, canonical names
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param plan how the picture was shown
 * @param seconds how long it took, without the making of the picture's rows
 */
public record Pass(
    boolean isBack,
    Architecture architecture,
    List<String> names,
    int width,
    int height,
    RunPlan plan,
    double seconds) {

  /** Pixels of the picture. */
  public long pixels() {
    return (long) width * height;
  }
}
