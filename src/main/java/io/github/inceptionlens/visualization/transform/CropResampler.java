package io.github.inceptionlens.visualization.transform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.geometry.FilterWeights;
import java.util.SplittableRandom;

/**
 * Cuts crops out of pictures and enlarges them linearly, as products with matrices, which the
 * engine differentiates.
 */
final class CropResampler extends TransformSampler {

  /** How far the crops' middles spread about the picture's. */
  private static final double SPREAD = 0.15;

  /** How far the crops' sides spread about their mean. */
  private static final double VARIATION = 0.05;

  private final RandomCrops crops;
  private final NDManager manager;
  private final int width;
  private final int height;
  private final Shape across;
  private final Shape down;
  private final Shape over;

  private NDArray columns;
  private NDArray rows;
  private NDArray noise;

  CropResampler(
      final RandomCrops crops, final NDManager manager, final int width, final int height) {
    this.crops = crops;
    this.manager = manager;
    this.width = width;
    this.height = height;
    this.across = new Shape(crops.count(), width, crops.output(width));
    this.down = new Shape(crops.count(), height, crops.output(height));
    this.over = new Shape(crops.count(), 1, 3, crops.output(height), crops.output(width));
  }

  @Override
  public void draw(final SplittableRandom random, final int step) {
    final float[] ofColumns = new float[(int) across.size()];
    final float[] ofRows = new float[(int) down.size()];
    final float[] ofNoise = new float[(int) over.size()];
    for (int crop = 0; crop < crops.count(); crop++) {
      final double side = side(step, random);
      fill(ofColumns, crop, width, side, random);
      fill(ofRows, crop, height, side, random);
    }
    for (int i = 0; i < ofNoise.length; i++) {
      ofNoise[i] = (float) (crops.noise() * random.nextGaussian());
    }
    columns = replaced(columns, ofColumns, across);
    rows = replaced(rows, ofRows, down);
    noise = replaced(noise, ofNoise, over);
  }

  private double side(final int step, final SplittableRandom random) {
    final int length = Math.min(width, height);
    final double drawn = crops.side(step, length) + VARIATION * random.nextGaussian();
    return Math.min(Math.max(drawn, crops.smallest(length)), 1);
  }

  private NDArray replaced(final NDArray old, final float[] values, final Shape shape) {
    if (old != null) {
      old.close();
    }
    return manager.create(values, shape);
  }

  /** Fills a crop's matrix along an axis; the crop lies within the picture. */
  private void fill(
      final float[] matrices,
      final int crop,
      final int length,
      final double side,
      final SplittableRandom random) {
    final double middle = 0.5 + SPREAD * random.nextGaussian();
    final double start = Math.min(Math.max(middle - side / 2, 0), 1 - side) * length;
    final int outputs = crops.output(length);
    final double step = side * length / outputs;
    final float[] matrix =
        FilterWeights.linear(length, outputs, i -> start + (i + 0.5) * step - 0.5).matrix();
    System.arraycopy(matrix, 0, matrices, crop * matrix.length, matrix.length);
  }

  @Override
  public NDArray move(final NDArray pictures) {
    final long planes = pictures.getShape().get(0) * pictures.getShape().get(1);
    final long count = crops.count();
    final long wide = crops.output(width);
    final long high = crops.output(height);
    return pictures
        .reshape(1, planes * height, width)
        .matMul(columns)
        .reshape(count, planes, height, wide)
        .transpose(0, 1, 3, 2)
        .reshape(count, planes * wide, height)
        .matMul(rows)
        .reshape(count, planes, wide, high)
        .transpose(0, 1, 3, 2)
        .reshape(count, pictures.getShape().get(0), pictures.getShape().get(1), high, wide)
        .add(noise)
        .reshape(count * pictures.getShape().get(0), pictures.getShape().get(1), high, wide);
  }
}
