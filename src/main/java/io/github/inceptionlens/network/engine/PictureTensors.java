package io.github.inceptionlens.network.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.FloatPlanes;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.architecture.Preprocessing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies float planes into native arrays and back.
 *
 * <p>Values travel through one small direct buffer per thread, because the buffers that DJL makes
 * are only freed when the garbage collector happens to run.
 */
public final class PictureTensors {

  private static final int CHUNK = 1 << 18;

  /** A gigabyte; the engine lends no buffer beyond two. */
  private static final int LARGEST_BUFFER = 1 << 28;

  private static final ThreadLocal<ByteBuffer> BUFFER =
      ThreadLocal.withInitial(
          () -> ByteBuffer.allocateDirect(CHUNK * Float.BYTES).order(ByteOrder.nativeOrder()));

  private static final float WHITE = 255;

  private PictureTensors() {}

  /**
   * The network's input for one picture.
   *
   * @param picture width x height x 3 (red, green, blue), values 0 to 255
   * @return [1, 3, height, width], preprocessed
   */
  public static NDArray input(
      final NDManager manager, final Picture picture, final Preprocessing preprocessing) {
    final long width = picture.dimension(0);
    final long height = picture.dimension(1);
    final NDList planes = new NDList();
    for (int channel = 0; channel < 3; channel++) {
      final float[] plane = picture.plane(preprocessing.source(channel));
      planes.add(array(manager, plane, -preprocessing.mean().get(channel).floatValue()));
    }
    try (planes) {
      return NDArrays.concat(planes).reshape(1, 3, height, width);
    }
  }

  /**
   * The network's input for several pictures of one size.
   *
   * @return [picture, 3, height, width], preprocessed
   */
  public static NDArray batch(
      final NDManager manager, final List<Picture> pictures, final Preprocessing preprocessing) {
    final NDList inputs = new NDList();
    pictures.forEach(picture -> inputs.add(input(manager, picture, preprocessing)));
    if (inputs.size() == 1) {
      return inputs.get(0);
    }
    try (inputs) {
      return NDArrays.concat(inputs);
    }
  }

  /**
   * The network's input for pictures that the engine holds; can be differentiated.
   *
   * @param pictures [picture, 3, row, column], red, green, blue, 0 to 1
   * @return [picture, 3, row, column], preprocessed
   */
  public static NDArray input(final NDArray pictures, final Preprocessing preprocessing) {
    final float[] mean = new float[3];
    for (int channel = 0; channel < 3; channel++) {
      mean[channel] = preprocessing.mean().get(channel).floatValue();
    }
    final NDArray sorted = preprocessing.bgr() ? pictures.flip(1) : pictures;
    final NDArray means = pictures.getManager().create(mean, new Shape(1, 3, 1, 1));
    return ScalarOperations.times(sorted, WHITE).sub(means);
  }

  /** An array of [values.length] that holds the values plus a constant. */
  private static NDArray array(final NDManager manager, final float[] values, final float plus) {
    final NDList parts = new NDList();
    for (int start = 0; start < values.length; start += CHUNK) {
      final int count = Math.min(CHUNK, values.length - start);
      final ByteBuffer bytes = BUFFER.get().clear().limit(count * Float.BYTES);
      bytes.asFloatBuffer().put(values, start, count);
      try (NDArray alias = manager.create(bytes, new Shape(count), DataType.FLOAT32)) {
        parts.add(alias.add(plus));
      }
    }
    try (parts) {
      return NDArrays.concat(parts);
    }
  }

  /**
   * A native array with the given planes.
   *
   * @param planes width x height x channels
   * @return [1, channels, height, width]
   */
  public static NDArray array(final NDManager manager, final FloatPlanes<?> planes) {
    final NDList arrays = new NDList();
    for (int channel = 0; channel < planes.dimension(2); channel++) {
      arrays.add(array(manager, planes.plane(channel), 0));
    }
    try (arrays) {
      return NDArrays.concat(arrays)
          .reshape(1, planes.dimension(2), planes.dimension(1), planes.dimension(0));
    }
  }

  /**
   * The planes of one sample.
   *
   * @param array [1, channels, height, width]
   * @return width x height x channels
   */
  public static MapStack planes(final NDArray array) {
    return planes(array, LARGEST_BUFFER);
  }

  /**
   * @param most the values that one buffer may hold; a plane may be larger
   */
  public static MapStack planes(final NDArray array, final int most) {
    final int channels = (int) array.getShape().get(1);
    final int height = (int) array.getShape().get(2);
    final int width = (int) array.getShape().get(3);
    final int step = Math.max(1, most / (width * height));
    final List<float[]> planes = new ArrayList<>();
    for (int first = 0; first < channels; first += step) {
      final int last = Math.min(channels, first + step);
      try (NDArray part = array.get(":, {}:{}", first, last)) {
        final FloatBuffer values = part.toByteBuffer(true).asFloatBuffer();
        for (int channel = first; channel < last; channel++) {
          final float[] plane = new float[width * height];
          values.get(plane);
          planes.add(plane);
        }
      }
    }
    return new MapStack(width, height, planes);
  }

  /**
   * Copies some rows of one sample into planes.
   *
   * @param rows [1, channels, row, width]
   * @param planes width x height x channels, written to
   * @param first the planes' row that the first of these becomes
   */
  public static void copy(final NDArray rows, final FloatPlanes<?> planes, final int first) {
    final int length = (int) rows.getShape().get(2) * planes.width();
    final int step = Math.max(1, LARGEST_BUFFER / Math.max(1, length));
    for (int low = 0; low < planes.planes(); low += step) {
      final int high = Math.min(planes.planes(), low + step);
      try (NDArray part = rows.get(":, {}:{}", low, high)) {
        final FloatBuffer values = part.toByteBuffer(true).asFloatBuffer();
        for (int channel = low; channel < high; channel++) {
          values.get(planes.plane(channel), first * planes.width(), length);
        }
      }
    }
  }

  /**
   * Copies some rows of some channels of one sample into planes.
   *
   * @param rows [1, channels, row, width]
   * @param channels which channel each plane shows
   * @param planes width x height x the number of these, written to
   * @param first the planes' row that the first of these becomes
   */
  public static void copy(
      final NDArray rows,
      final List<Integer> channels,
      final FloatPlanes<?> planes,
      final int first) {
    final int length = (int) rows.getShape().get(2) * planes.width();
    for (int plane = 0; plane < channels.size(); plane++) {
      final int channel = channels.get(plane);
      try (NDArray one = rows.get(":, {}:{}", channel, channel + 1)) {
        final FloatBuffer values = one.toByteBuffer(true).asFloatBuffer();
        values.get(planes.plane(plane), first * planes.width(), length);
      }
    }
  }
}
