package io.github.inceptionlens.weights.format;

import io.github.inceptionlens.network.architecture.TensorSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file holds.
 *
 * @param tensors in the order of the file, row-major, all finite
 * @param metadata texts beside them
 */
public record TensorFile(Map<TensorSpec, float[]> tensors, Map<String, String> metadata) {

  /** The shape of a tensor, where there is one of that name. */
  public Optional<List<Integer>> shape(final String name) {
    return tensors.keySet().stream()
        .filter(spec -> spec.name().equals(name))
        .map(TensorSpec::shape)
        .findFirst();
  }

  /** The values of a tensor, where there is one of that name. */
  public Optional<float[]> values(final String name) {
    return tensors.entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
