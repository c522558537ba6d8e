package io.github.inceptionlens.visualization.parameterization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.network.gradient.Gradients;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pictures to which groups lend what they have in common. */
final class GroupedParametersTest {

  private static final int SIDE = 10;
  private static final float[][] WEIGHTS = {{1, 0.5f}, {0, 1}, {0, 0}};

  private final TorchEngine engine = SmallNetworks.engine();

  private static PictureFormat format(final int pictures) {
    return new PictureFormat(SIDE, SIDE, 3, pictures, 1);
  }

  private static List<SplittableRandom> generators(final int count, final long seed) {
    return IntStream.range(0, count).mapToObj(i -> new SplittableRandom(seed + i)).toList();
  }

  private static FourierParameters lent(final NDManager manager) {
    return GroupedParameters.lent(manager, format(2), generators(2, 5));
  }

  private static GroupedParameters grouped(final NDManager manager, final FourierParameters lent) {
    return new GroupedParameters(manager, format(3), lent, WEIGHTS, generators(3, 9));
  }

  @Test
  void aPictureIsItsOwnPartAndWhatItsGroupsLend() {
    try (NDManager manager = engine.newManager()) {
      final FourierParameters lent = lent(manager);
      final GroupedParameters all = grouped(manager, lent);
      final FourierParameters own =
          new FourierParameters(manager, format(3), ImageParameters.START, generators(3, 9));
      final float[] seen = all.planes(all.parameters()).toFloatArray();
      final float[] plain = own.planes(own.parameters()).toFloatArray();
      final float[] shared = lent.planes(lent.parameters()).toFloatArray();
      final int size = 3 * SIDE * SIDE;
      for (int i = 0; i < seen.length; i++) {
        final int place = i % size;
        final float[] weights = WEIGHTS[i / size];
        assertThat((double) seen[i])
            .isCloseTo(
                0.7 * plain[i]
                    + 0.5 * (weights[0] * shared[place] + weights[1] * shared[size + place]),
                within(1e-5));
      }
    }
  }

  /** Of the sum of all pixels, each with a weight of its own, by both kinds of parameters. */
  @Test
  void theGradientIsThatOfFiniteDifferences() {
    try (NDManager manager = engine.newManager()) {
      final GroupedParameters all = grouped(manager, lent(manager));
      final Shape shape = all.format().pixels();
      final float[] weights = new float[(int) shape.size()];
      final SplittableRandom random = new SplittableRandom(3);
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) random.nextGaussian();
      }
      final NDArray weighed = manager.create(weights, shape);
      final List<float[]> exact =
          Gradients.exclusively(
              () -> {
                try (GradientCollector collector = engine.newGradientCollector()) {
                  all.parameters().forEach(one -> one.setRequiresGradient(true));
                  collector.backward(all.planes(all.parameters()).mul(weighed).sum());
                  return all.parameters().stream()
                      .map(one -> one.getGradient().toFloatArray())
                      .toList();
                }
              });
      for (int kind = 0; kind < 2; kind++) {
        final float[] gradient = exact.get(kind);
        for (int i = 0; i < gradient.length; i += 97) {
          final double change = value(all, weighed, kind, i, 1) - value(all, weighed, kind, i, -1);
          assertThat((double) gradient[i]).isCloseTo(change / 2, within(2e-2));
        }
      }
    }
  }

  private static double value(
      final GroupedParameters all,
      final NDArray weighed,
      final int kind,
      final int index,
      final float by) {
    final NDArray changed = all.parameters().get(kind);
    final float[] values = changed.toFloatArray();
    values[index] += by;
    final NDArray moved = changed.getManager().create(values, changed.getShape());
    final List<NDArray> leaves =
        kind == 0
            ? List.of(moved, all.parameters().get(1))
            : List.of(all.parameters().get(0), moved);
    return all.planes(leaves).mul(weighed).sum().getFloat();
  }
}
