package io.github.inceptionlens.visualization.grid;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.ParameterGradient;
import io.github.inceptionlens.network.objective.LayerObjectives;
import io.github.inceptionlens.visualization.feature.PictureRenderer;
import io.github.inceptionlens.visualization.optimizer.Adam;
import io.github.inceptionlens.visualization.optimizer.Momentum;
import io.github.inceptionlens.visualization.parameterization.ImageParameters;
import io.github.inceptionlens.visualization.transform.AffineTransforms;
import io.github.inceptionlens.visualization.transform.Transforms;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Cells of a grid that the network sees at once. */
final class CellBatch {

  /** Shifts by up to four pixels, with gray beyond the cell's border. */
  static final Transforms SHIFTS =
      new AffineTransforms("shifts", 4, 8, List.of(1.0), List.of(0), 0);

  private final InceptionV1 network;
  private final int first;
  private final PictureRenderer renderer;
  private final Adam adam;
  private final Objective objective;

  /**
   * @param manager keeps what lasts
   * @param first the index of the first cell
   * @param image the cells' own parameters, then what groups lend, if anything
   * @param seed what shifts are drawn from, the same for all batches
   * @param objective what is raised, cell by cell
   */
  CellBatch(
      final InceptionV1 network,
      final NDManager manager,
      final int first,
      final ImageParameters image,
      final long seed,
      final Objective objective) {
    this.network = network;
    this.first = first;
    this.renderer = new PictureRenderer(manager, image, SHIFTS, new SplittableRandom(seed));
    this.adam = new Adam(image.parameters().subList(0, 1), GridRequest.STEP, Momentum.ADAM);
    this.objective = objective;
  }

  /**
   * The mean over positions of the product of the layer with a vector of length 1, another for each
   * picture.
   *
   * @param layer where it is read
   * @param vectors one per picture; of length 0 for a product of 0
   */
  static Objective along(final String layer, final List<float[]> vectors) {
    final int channels = vectors.get(0).length;
    final float[] units = new float[vectors.size() * channels];
    for (int i = 0; i < units.length; i++) {
      units[i] = vectors.get(i / channels)[i % channels];
    }
    final Shape shape = new Shape(vectors.size(), channels, 1, 1);
    return new Objective(
        List.of(layer),
        values -> {
          final NDArray map = values.get(layer);
          final NDArray products = map.mul(map.getManager().create(units, shape));
          return LayerObjectives.mean(products.sum(new int[] {1}));
        });
  }

  /**
   * Makes a step of the cells' own parameters.
   *
   * @param step how many were done before
   * @return the objective of each cell before the step
   */
  float[] step(final int step, final LentPictures lent) {
    renderer.draw(step);
    final ParameterGradient pull =
        ParameterGradient.of(
            network, renderer.parameters(), renderer::moved, GradientRequest.pixels(objective));
    adam.climb(pull.gradients().subList(0, 1));
    lent.add(pull.gradients().subList(1, pull.gradients().size()));
    return pull.values();
  }

  /** The objective of each cell as it is. */
  float[] values() {
    return ParameterGradient.values(network, renderer.parameters(), renderer::still, objective);
  }

  /** Puts the cells as they are at their indices. */
  void put(final Picture[] cells) {
    final List<Picture> own = renderer.pictures();
    IntStream.range(0, own.size()).forEach(i -> cells[first + i] = own.get(i));
  }
}
