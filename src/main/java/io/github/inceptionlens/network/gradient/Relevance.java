package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.engine.PictureTensors;
import io.github.inceptionlens.network.memory.MemoryBudget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An objective's value on one picture, shared among pixels and units by layer-wise relevance
 * propagation. What they do not hold, the biases absorbed.
 *
 * @param value the objective
 * @param pixels width x height x 3 (red, green, blue), in units of the objective
 * @param layers the relevance of the units of layers that were asked for, by canonical name
 * @see <a href="https://doi.org/10.1007/978-3-030-28954-6_10">Montavon et al. 2019</a>
 */
public record Relevance(double value, MapStack pixels, Map<String, FeatureMap> layers) {

  /**
   * The walk is that of the guided rules, whose plan it shares; rules that run up to three
   * convolutions for one need about twice that memory.
   */
  private static final int GRADIENTS = 2;

  /** Copies the map. */
  public Relevance {
    layers = Map.copyOf(layers);
  }

  /**
   * Shares an objective's value.
   *
   * @param picture width x height x 3, values 0 to 255
   * @param layers canonical names
   * @throws io.github.inceptionlens.core.UserError when the picture is too small for the objective
   *     or too large for the memory
   */
  public static Relevance of(
      final InceptionV1 network,
      final Picture picture,
      final Objective objective,
      final List<String> layers) {
    final GradientRequest request = new GradientRequest(objective, ReluRule.GUIDED, true, layers);
    check(network, picture, request);
    final Gradient shares =
        Gradients.exclusively(
            () -> {
              try (NDManager scope = network.engine().newManager();
                  GradientCollector collector = network.engine().newGradientCollector()) {
                final NDArray input =
                    PictureTensors.input(scope, picture, network.architecture().preprocessing());
                return Gradients.gradients(
                        RelevanceBackward.run(network, input, request, collector),
                        List.of(picture),
                        network)
                    .get(0);
              }
            });
    final Map<String, FeatureMap> relevances = new HashMap<>();
    shares.layers().forEach((name, at) -> relevances.put(name, at.gradient()));
    return new Relevance(shares.value(), shares.pixels(), relevances);
  }

  private static void check(
      final InceptionV1 network, final Picture picture, final GradientRequest request) {
    final int width = picture.width();
    final int height = picture.height();
    final long need = GradientPlan.peak(network.architecture(), request, width, height);
    MemoryBudget.check(GRADIENTS * need, width, height);
  }
}
