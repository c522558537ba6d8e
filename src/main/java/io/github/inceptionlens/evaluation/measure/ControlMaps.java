package io.github.inceptionlens.evaluation.measure;

import io.github.inceptionlens.core.Picture;
import java.util.Random;

/**
 * Maps that know nothing of any network: what a saliency map must beat before it is believed.
 *
 * <p>Maps have one value per pixel, row by row.
 *
 * @see <a href="https://arxiv.org/abs/1810.03292">Adebayo et al. 2018</a>
 */
public final class ControlMaps {

  private ControlMaps() {}

  /** Independent numbers, uniform from 0 to 1, the same for the same seed. */
  public static float[] random(final int pixels, final long seed) {
    final Random random = new Random(seed);
    final float[] map = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      map[i] = random.nextFloat();
    }
    return map;
  }

  /**
   * The magnitude of Sobel's gradient of the mean color, unnormalized (kernel 1-2-1 by -1-0-1),
   * with the border's pixels repeated outwards.
   *
   * @param picture width x height x channels
   * @return values from 0
   */
  public static float[] sobel(final Picture picture) {
    final int width = picture.width();
    final int height = picture.height();
    final float[] gray = gray(picture);
    final float[] map = new float[gray.length];
    for (int y = 0; y < height; y++) {
      final int up = Math.max(y - 1, 0) * width;
      final int here = y * width;
      final int down = Math.min(y + 1, height - 1) * width;
      for (int x = 0; x < width; x++) {
        final int left = Math.max(x - 1, 0);
        final int right = Math.min(x + 1, width - 1);
        final float across =
            smooth(gray, right, up, here, down) - smooth(gray, left, up, here, down);
        final float along = smooth(gray, down, left, x, right) - smooth(gray, up, left, x, right);
        map[here + x] = (float) Math.hypot(across, along);
      }
    }
    return map;
  }

  /** Three neighbors along one axis, weighted 1-2-1. */
  private static float smooth(
      final float[] gray, final int at, final int before, final int here, final int after) {
    return gray[at + before] + 2 * gray[at + here] + gray[at + after];
  }

  private static float[] gray(final Picture picture) {
    final int channels = picture.planes();
    final float[] gray = new float[picture.plane(0).length];
    for (int channel = 0; channel < channels; channel++) {
      final float[] plane = picture.plane(channel);
      for (int i = 0; i < gray.length; i++) {
        gray[i] += plane[i] / channels;
      }
    }
    return gray;
  }
}
