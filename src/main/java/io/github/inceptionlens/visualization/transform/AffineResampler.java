package io.github.inceptionlens.visualization.transform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/**
 * Resamples pictures along an {@link AffineMap}: each pixel is the linear mean of the four around
 * its place, and gray (0.5) where there are none. All in one look-up, which the engine
 * differentiates.
 *
 * <p>The tables are refilled for every map, in place.
 */
final class AffineResampler extends TransformSampler {

  private static final int NEIGHBORS = 4;
  private static final float GRAY = 0.5f;

  private final AffineTransforms moves;
  private final int width;
  private final int height;
  private final int outWidth;
  private final int outHeight;
  private final long[] place;
  private final float[] weight;
  private final float[] gray;
  private final ByteBuffer places;
  private final ByteBuffer weights;
  private final ByteBuffer grays;

  AffineResampler(final AffineTransforms moves, final int width, final int height) {
    this.moves = moves;
    this.width = width;
    this.height = height;
    this.outWidth = moves.output(width);
    this.outHeight = moves.output(height);
    final int pixels = outWidth * outHeight;
    this.place = new long[NEIGHBORS * pixels];
    this.weight = new float[NEIGHBORS * pixels];
    this.gray = new float[pixels];
    this.places = buffer(NEIGHBORS * pixels * Long.BYTES);
    this.weights = buffer(NEIGHBORS * pixels * Float.BYTES);
    this.grays = buffer(pixels * Float.BYTES);
  }

  private static ByteBuffer buffer(final int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  @Override
  public void draw(final SplittableRandom random, final int step) {
    follow(moves.draw(random, width, height));
  }

  /** Fills the tables; what {@link #move} returned before must no longer be in use. */
  void follow(final AffineMap map) {
    for (int y = 0, i = 0; y < outHeight; y++) {
      for (int x = 0; x < outWidth; x++, i++) {
        follow(map.x(x, y), map.y(x, y), i);
      }
    }
    places.asLongBuffer().put(place);
    weights.asFloatBuffer().put(weight);
    grays.asFloatBuffer().put(gray);
  }

  /**
   * Fills the tables for a pixel.
   *
   * @param x the place that it shows
   */
  private void follow(final double x, final double y, final int i) {
    final int left = (int) Math.floor(x);
    final int top = (int) Math.floor(y);
    final float right = (float) (x - left);
    final float below = (float) (y - top);
    float outside = GRAY;
    outside -= neighbor(0, i, left, top, (1 - right) * (1 - below));
    outside -= neighbor(1, i, left + 1, top, right * (1 - below));
    outside -= neighbor(2, i, left, top + 1, (1 - right) * below);
    outside -= neighbor(3, i, left + 1, top + 1, right * below);
    gray[i] = outside;
  }

  /** Fills the tables for one of a pixel's neighbors; returns what is not gray because of it. */
  private float neighbor(
      final int which, final int i, final int column, final int row, final float part) {
    final int at = which * gray.length + i;
    final boolean exists = column >= 0 && column < width && row >= 0 && row < height;
    place[at] = exists ? (long) row * width + column : 0;
    weight[at] = exists ? part : 0;
    return GRAY * weight[at];
  }

  @Override
  public NDArray move(final NDArray pictures) {
    final NDManager manager = pictures.getManager();
    final long pixels = (long) outWidth * outHeight;
    final long planes = pictures.getShape().get(1);
    final NDArray where =
        table(manager, places, DataType.INT64, NEIGHBORS * pixels)
            .broadcast(new Shape(planes, NEIGHBORS * pixels));
    final NDArray parts = table(manager, weights, DataType.FLOAT32, NEIGHBORS * pixels);
    final NDArray rest = table(manager, grays, DataType.FLOAT32, pixels);
    final NDList moved = new NDList();
    for (final NDArray picture : pictures.split(pictures.getShape().get(0))) {
      moved.add(
          picture
              .reshape(planes, (long) width * height)
              .gather(where, 1)
              .mul(parts)
              .reshape(planes, NEIGHBORS, pixels)
              .sum(new int[] {1})
              .add(rest)
              .reshape(1, planes, outHeight, outWidth));
    }
    return moved.size() == 1 ? moved.get(0) : NDArrays.concat(moved);
  }

  private static NDArray table(
      final NDManager manager, final Buffer values, final DataType type, final long length) {
    return manager.create(values, new Shape(1, length), type);
  }
}
