package io.github.inceptionlens.visualization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/**
 * Resamples pictures along an {@link AffineMap}: each pixel is the linear mean of the four around
 * its place, and gray (0.5) where there are none. All in one look-up, which the engine
 * differentiates.
 *
 * <p>The tables are refilled for every map, in place.
 */
final class Mover {

  private static final int NEIGHBOURS = 4;
  private static final float GRAY = 0.5f;

  private final int width;
  private final int height;
  private final int outWidth;
  private final int outHeight;
  private final ByteBuffer places;
  private final ByteBuffer weights;
  private final ByteBuffer grays;

  Mover(final int width, final int height, final int outWidth, final int outHeight) {
    this.width = width;
    this.height = height;
    this.outWidth = outWidth;
    this.outHeight = outHeight;
    final int pixels = outWidth * outHeight;
    this.places = buffer(NEIGHBOURS * pixels * Long.BYTES);
    this.weights = buffer(NEIGHBOURS * pixels * Float.BYTES);
    this.grays = buffer(pixels * Float.BYTES);
  }

  private static ByteBuffer buffer(final int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  /** Fills the tables; what {@link #move} answered before must no longer be in use. */
  void follow(final AffineMap map) {
    final LongBuffer place = places.asLongBuffer();
    final FloatBuffer weight = weights.asFloatBuffer();
    final FloatBuffer gray = grays.asFloatBuffer();
    for (int y = 0, i = 0; y < outHeight; y++) {
      for (int x = 0; x < outWidth; x++, i++) {
        gray.put(i, (float) (GRAY * (1 - follow(map.x(x, y), map.y(x, y), i, place, weight))));
      }
    }
  }

  /**
   * Fills the tables for a pixel.
   *
   * @param x the place that it shows
   * @return the sum of the weights of its neighbours that exist
   */
  private double follow(
      final double x,
      final double y,
      final int i,
      final LongBuffer place,
      final FloatBuffer weight) {
    final int pixels = outWidth * outHeight;
    final int left = (int) Math.floor(x);
    final int top = (int) Math.floor(y);
    double inside = 0;
    for (int k = 0; k < NEIGHBOURS; k++) {
      final int column = left + (k & 1);
      final int row = top + (k >> 1);
      final boolean exists = column >= 0 && column < width && row >= 0 && row < height;
      final double part = exists ? (1 - Math.abs(x - column)) * (1 - Math.abs(y - row)) : 0;
      place.put(k * pixels + i, exists ? (long) row * width + column : 0);
      weight.put(k * pixels + i, (float) part);
      inside += part;
    }
    return inside;
  }

  /**
   * The pictures along the map.
   *
   * @param pictures [picture, plane, row, column]
   */
  NDArray move(final NDArray pictures) {
    final NDManager manager = pictures.getManager();
    final long pixels = (long) outWidth * outHeight;
    final long planes = pictures.getShape().get(1);
    final NDArray place =
        table(manager, places, DataType.INT64, NEIGHBOURS * pixels)
            .broadcast(new Shape(planes, NEIGHBOURS * pixels));
    final NDArray weight = table(manager, weights, DataType.FLOAT32, NEIGHBOURS * pixels);
    final NDArray gray = table(manager, grays, DataType.FLOAT32, pixels);
    final NDList moved = new NDList();
    for (final NDArray picture : pictures.split(pictures.getShape().get(0))) {
      moved.add(
          picture
              .reshape(planes, (long) width * height)
              .gather(place, 1)
              .mul(weight)
              .reshape(planes, NEIGHBOURS, pixels)
              .sum(new int[] {1})
              .add(gray)
              .reshape(1, planes, outHeight, outWidth));
    }
    return moved.size() == 1 ? moved.get(0) : NDArrays.concat(moved);
  }

  private static NDArray table(
      final NDManager manager, final Buffer values, final DataType type, final long length) {
    return manager.create(values, new Shape(1, length), type);
  }
}
