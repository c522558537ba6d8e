package io.github.inceptionlens.visualization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.Taps;
import java.util.SplittableRandom;

/**
 * Cuts crops out of pictures and enlarges them linearly, as products with matrices, which the
 * engine differentiates.
 */
final class CropMover extends Mover {

  /** How far the crops' middles spread about the picture's. */
  private static final double SPREAD = 0.15;

  /** How far the crops' sides spread about their mean. */
  private static final double VARIATION = 0.05;

  private static final double SMALLEST = 0.05;

  private final Crops crops;
  private final int width;
  private final int height;
  private final float[] columns;
  private final float[] rows;
  private final float[] noise;
  private final NDArray columnsOfCrops;
  private final NDArray rowsOfCrops;
  private final NDArray noiseOfCrops;

  CropMover(final Crops crops, final NDManager manager, final int width, final int height) {
    this.crops = crops;
    this.width = width;
    this.height = height;
    final long count = crops.count();
    final Shape across = new Shape(count, width, crops.output(width));
    final Shape down = new Shape(count, height, crops.output(height));
    final Shape over = new Shape(count, 1, 3, crops.output(height), crops.output(width));
    columns = new float[(int) across.size()];
    rows = new float[(int) down.size()];
    noise = new float[(int) over.size()];
    columnsOfCrops = manager.zeros(across);
    rowsOfCrops = manager.zeros(down);
    noiseOfCrops = manager.zeros(over);
  }

  @Override
  void draw(final SplittableRandom random, final int step) {
    for (int crop = 0; crop < crops.count(); crop++) {
      final double drawn = crops.side(step) + VARIATION * random.nextGaussian();
      final double side = Math.min(Math.max(drawn, SMALLEST), 1);
      fill(columns, crop, width, side, random);
      fill(rows, crop, height, side, random);
    }
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (crops.noise() * random.nextGaussian());
    }
    put(columns, columnsOfCrops);
    put(rows, rowsOfCrops);
    put(noise, noiseOfCrops);
  }

  private static void put(final float[] values, final NDArray into) {
    try (NDArray drawn = into.getManager().create(values, into.getShape())) {
      drawn.copyTo(into);
    }
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
        Taps.linear(length, outputs, i -> start + (i + 0.5) * step - 0.5).matrix();
    System.arraycopy(matrix, 0, matrices, crop * matrix.length, matrix.length);
  }

  @Override
  NDArray move(final NDArray pictures) {
    final long planes = pictures.getShape().get(0) * pictures.getShape().get(1);
    final long count = crops.count();
    final long across = crops.output(width);
    final long down = crops.output(height);
    return pictures
        .reshape(1, planes * height, width)
        .matMul(columnsOfCrops)
        .reshape(count, planes, height, across)
        .transpose(0, 1, 3, 2)
        .reshape(count, planes * across, height)
        .matMul(rowsOfCrops)
        .reshape(count, planes, across, down)
        .transpose(0, 1, 3, 2)
        .reshape(count, pictures.getShape().get(0), pictures.getShape().get(1), down, across)
        .add(noiseOfCrops)
        .reshape(count * pictures.getShape().get(0), pictures.getShape().get(1), down, across);
  }
}
