package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.memory.MemoryBudget;
import java.util.List;

/**
 * An objective on pictures that are made of parameters, and its derivatives there.
 *
 * @param values the objective, one per picture
 * @param gradients the derivatives with respect to the parameters, in their order, shapes and
 *     managers
 */
public record ParameterGradient(float[] values, List<NDArray> gradients) {

  /**
   * Differentiates an objective with respect to parameters, through the function that makes the
   * pictures of them: no collector may be open.
   *
   * @param parameters left as they are
   * @param source makes the pictures
   * @param request the objective, and the rule within the network
   * @throws io.github.inceptionlens.core.UserError when a name does not exist
   */
  public static ParameterGradient of(
      final InceptionV1 network,
      final List<NDArray> parameters,
      final PictureSource source,
      final GradientRequest request) {
    return Gradients.exclusively(
        () -> {
          try (NDManager scope = network.engine().newManager();
              GradientCollector collector = network.engine().newGradientCollector()) {
            return SourceBackward.run(network, parameters, source, request, scope, collector);
          }
        });
  }

  /**
   * The values of an objective on pictures that are made of parameters, without derivatives.
   *
   * @param parameters left as they are
   * @return one value per picture
   */
  public static float[] values(
      final InceptionV1 network,
      final List<NDArray> parameters,
      final PictureSource source,
      final Objective objective) {
    try (NDManager scope = network.engine().newManager()) {
      return SourceBackward.values(network, parameters, source, objective, scope);
    }
  }

  /**
   * How many pictures one pass can take that are so small that larger batches are faster than those
   * of {@link Gradients#batch}.
   *
   * @param width pixels
   * @param height pixels
   * @param more the bytes that the caller needs for each besides
   * @param most the largest batch that is wanted
   * @return at least 1
   * @throws io.github.inceptionlens.core.UserError when not even one picture fits into the memory,
   *     or the picture is too small
   */
  public static int batch(
      final InceptionV1 network,
      final GradientRequest request,
      final int width,
      final int height,
      final long more,
      final int most) {
    final long need = GradientPlan.peak(network.architecture(), request, width, height) + more;
    return MemoryBudget.batch(need, width, height, most);
  }
}
