package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * How an RGB picture with values 0 to 255 becomes the network's input: channels in the training's
 * order, each minus its mean.
 *
 * @param bgr whether the first channel is blue
 * @param mean what is subtracted from each channel, in the network's order
 */
public record Preprocessing(boolean bgr, List<Double> mean) {

  /** Caffe's GoogLeNet: BGR minus (104, 117, 123). */
  public static final Preprocessing CAFFE = new Preprocessing(true, List.of(104.0, 117.0, 123.0));

  /** TensorFlow's inception5h: RGB minus 117. */
  public static final Preprocessing TENSORFLOW =
      new Preprocessing(false, List.of(117.0, 117.0, 117.0));

  /**
   * PyTorch's GoogLeNet: RGB minus 127.5. The division by 127.5 that completes it to (RGB / 255 -
   * 0.5) / 0.5, as torchvision's {@code transform_input} has it, is part of the first weights.
   */
  public static final Preprocessing TORCH = new Preprocessing(false, List.of(127.5, 127.5, 127.5));

  /** Refuses anything but three channels. */
  public Preprocessing {
    mean = List.copyOf(mean);
    if (mean.size() != 3) {
      throw new IllegalArgumentException("three means expected, got " + mean);
    }
  }

  /** The RGB channel (0 red, 1 green, 2 blue) that the network's channel {@code index} holds. */
  public int source(final int index) {
    return bgr ? 2 - index : index;
  }

  /**
   * The network's input for a picture.
   *
   * @param picture width x height x 3 (red, green, blue), values 0 to 255
   * @return width x height x 3, in the network's order
   */
  public MapStack planes(final Picture picture) {
    final List<float[]> planes = new ArrayList<>();
    for (int channel = 0; channel < mean.size(); channel++) {
      final float[] plane = picture.plane(source(channel)).clone();
      for (int i = 0; i < plane.length; i++) {
        plane[i] -= mean.get(channel).floatValue();
      }
      planes.add(plane);
    }
    return new MapStack(picture.width(), picture.height(), planes);
  }
}
