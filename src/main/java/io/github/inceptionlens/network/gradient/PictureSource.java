package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.Map;

/**
 * Makes pictures of parameters, by the engine's own operations, so that objectives can be
 * differentiated through it; it begins every operation with one of the parameters, for results
 * belong to the manager of the first operand.
 */
@FunctionalInterface
public interface PictureSource {

  /**
   * The pictures, and what else an objective reads of them.
   *
   * @param parameters copies that may be differentiated
   * @return under {@link Architecture#INPUT} what the network sees: [picture, 3, row, column], red,
   *     green, blue, 0 to 1; under names of the caller's own, which an objective finds among its
   *     values, arrays with one entry per picture
   */
  Map<String, NDArray> places(List<NDArray> parameters);
}
