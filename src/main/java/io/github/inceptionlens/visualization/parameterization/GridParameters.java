package io.github.inceptionlens.visualization.parameterization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Planes as a sum of grids, the first as fine as the picture, the others coarser and linearly
 * enlarged: alone the plain pixels, with coarser ones a Laplacian pyramid.
 */
final class GridParameters extends ImageParameters {

  private final List<LinearUpsampling> enlargements = new ArrayList<>();

  /**
   * @param divisors how many pixels a cell of each grid spans, from 1 up
   * @param generators one per picture
   */
  GridParameters(
      final NDManager manager,
      final PictureFormat format,
      final List<Integer> divisors,
      final List<SplittableRandom> generators) {
    super(format, grids(manager, format, divisors, generators));
    for (final int divisor : divisors) {
      enlargements.add(new LinearUpsampling(manager, format.width(), format.height(), divisor));
    }
  }

  private static List<NDArray> grids(
      final NDManager manager,
      final PictureFormat format,
      final List<Integer> divisors,
      final List<SplittableRandom> generators) {
    final List<NDArray> grids = new ArrayList<>();
    for (final int divisor : divisors) {
      final Shape shape =
          LinearUpsampling.grid(
              format.pictures(), format.planes(), format.width(), format.height(), divisor);
      grids.add(GaussianArrays.normal(manager, shape, START, generators));
    }
    return grids;
  }

  @Override
  public NDArray planes(final List<NDArray> leaves) {
    NDArray sum = enlargements.get(0).of(leaves.get(0));
    for (int i = 1; i < leaves.size(); i++) {
      sum = sum.add(enlargements.get(i).of(leaves.get(i)));
    }
    return sum;
  }

  @Override
  public void paint(final NDArray planes) {
    planes.copyTo(parameters().get(0));
    parameters().stream().skip(1).forEach(grid -> grid.muli(0));
  }
}
