package io.github.inceptionlens.visualization.parameterization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Pictures that keep alike: each has Fourier coefficients of its own, and all facets of a target
 * share coarse grids; the coarsest come in pairs, too, between which the facets lie in a row.
 *
 * <p>Lucid's parameterization for aligned interpolation.
 */
final class SharedParameters extends ImageParameters {

  /** A grid per target: how many pixels a cell spans, and how many knots the facets lie between. */
  private record Grid(int divisor, int knots) {}

  private static final List<Grid> GRIDS =
      List.of(
          new Grid(2, 1),
          new Grid(4, 1),
          new Grid(8, 1),
          new Grid(8, 2),
          new Grid(16, 1),
          new Grid(16, 2));

  private final FourierParameters own;
  private final List<LinearUpsampling> enlargements = new ArrayList<>();
  private final List<NDArray> blends = new ArrayList<>();

  /**
   * @param generators one per picture
   */
  SharedParameters(
      final NDManager manager,
      final PictureFormat format,
      final List<SplittableRandom> generators) {
    this(manager, format, new FourierParameters(manager, format, START, generators), generators);
  }

  private SharedParameters(
      final NDManager manager,
      final PictureFormat format,
      final FourierParameters own,
      final List<SplittableRandom> generators) {
    super(format, parameters(manager, format, own, generators));
    this.own = own;
    for (final Grid grid : GRIDS) {
      enlargements.add(
          new LinearUpsampling(manager, format.width(), format.height(), grid.divisor));
      blends.add(blend(manager, format.facets(), grid.knots));
    }
  }

  private static List<NDArray> parameters(
      final NDManager manager,
      final PictureFormat format,
      final FourierParameters own,
      final List<SplittableRandom> generators) {
    final List<SplittableRandom> first = new ArrayList<>();
    for (int i = 0; i < generators.size(); i += format.facets()) {
      first.add(generators.get(i));
    }
    final List<NDArray> parameters = new ArrayList<>(own.parameters());
    for (final Grid grid : GRIDS) {
      final Shape shape =
          LinearUpsampling.grid(
              format.targets() * grid.knots,
              format.planes(),
              format.width(),
              format.height(),
              grid.divisor);
      parameters.add(GaussianArrays.normal(manager, shape, START, first));
    }
    return parameters;
  }

  /** [facet, knot]: how much of each knot is in each facet. */
  private static NDArray blend(final NDManager manager, final int facets, final int knots) {
    final float[] parts = new float[facets * knots];
    for (int facet = 0; facet < facets; facet++) {
      final float part = knots == 1 || facets == 1 ? 0 : (float) facet / (facets - 1);
      parts[facet * knots] = 1 - part;
      parts[facet * knots + knots - 1] += part;
    }
    return manager.create(parts, new Shape(facets, knots));
  }

  @Override
  public NDArray planes(final List<NDArray> leaves) {
    NDArray sum = own.planes(leaves.subList(0, 1));
    for (int i = 0; i < GRIDS.size(); i++) {
      sum = sum.add(blended(enlargements.get(i).of(leaves.get(i + 1)), blends.get(i)));
    }
    return sum;
  }

  private NDArray blended(final NDArray knots, final NDArray blend) {
    final long targets = format().targets();
    final long count = blend.getShape().get(1);
    return knots
        .reshape(targets, count, -1)
        .transpose(0, 2, 1)
        .matMul(blend.transpose())
        .transpose(0, 2, 1)
        .reshape(format().pixels());
  }

  @Override
  public void paint(final NDArray planes) {
    own.paint(planes);
    parameters().stream().skip(1).forEach(grid -> grid.muli(0));
  }
}
