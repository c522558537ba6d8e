package io.github.inceptionlens.visualization.grid;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.visualization.optimizer.Adam;
import io.github.inceptionlens.visualization.optimizer.Momentum;
import io.github.inceptionlens.visualization.parameterization.FourierParameters;
import io.github.inceptionlens.visualization.parameterization.GroupedParameters;
import io.github.inceptionlens.visualization.parameterization.ImageParameters;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.visualization.parameterization.PictureFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What groups lend to the cells of a grid. It makes one step for all cells together, so that what
 * comes of it does not depend on how many the network sees at once.
 */
final class LentPictures {

  private final float[][] weights;
  private final Optional<FourierParameters> lent;
  private final Optional<Adam> adam;
  private final List<NDArray> sums = new ArrayList<>();

  /**
   * @param manager keeps what lasts
   * @param side width and height of the pictures in pixels
   * @param weights [cell, group]; without groups nothing is lent
   * @param random what the first pictures are drawn from
   */
  LentPictures(
      final NDManager manager,
      final int side,
      final float[][] weights,
      final SplittableRandom random) {
    this.weights = weights;
    final int groups = weights[0].length;
    this.lent =
        Optional.of(groups)
            .filter(count -> count > 0)
            .map(
                count ->
                    GroupedParameters.lent(
                        manager,
                        format(side, count),
                        Stream.generate(random::split).limit(count).toList()));
    this.adam = lent.map(one -> new Adam(one.parameters(), GridRequest.STEP, Momentum.ADAM));
  }

  private static PictureFormat format(final int side, final int pictures) {
    return new PictureFormat(side, side, 3, pictures, 1);
  }

  /**
   * The parameters of some cells, their own and these.
   *
   * @param generators what the first picture of each is drawn from
   */
  ImageParameters cells(
      final NDManager manager,
      final int side,
      final int first,
      final List<SplittableRandom> generators) {
    final PictureFormat format = format(side, generators.size());
    final float[][] own = Arrays.copyOfRange(weights, first, first + generators.size());
    return lent.<ImageParameters>map(
            one -> new GroupedParameters(manager, format, one, own, generators))
        .orElseGet(() -> Parameterization.FOURIER.create(manager, format, generators));
  }

  /** Takes the derivatives of some cells; used up and closed. */
  void add(final List<NDArray> gradients) {
    if (sums.isEmpty()) {
      sums.addAll(gradients);
      return;
    }
    for (int i = 0; i < gradients.size(); i++) {
      try (NDArray gradient = gradients.get(i)) {
        sums.get(i).addi(gradient);
      }
    }
  }

  /** Makes a step along the derivatives of all cells. */
  void climb() {
    adam.ifPresent(one -> one.climb(List.copyOf(sums)));
    sums.clear();
  }
}
