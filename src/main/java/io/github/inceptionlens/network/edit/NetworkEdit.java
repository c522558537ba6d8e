package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.network.architecture.Architecture;
import java.util.Map;
import java.util.function.Function;

/**
 * A change of a trained network. The edited network shares all tensors that the edit leaves alone
 * with its parent.
 */
public interface NetworkEdit {

  /** The table after the edit; by default the parent's. */
  default Architecture architecture(final Architecture parent) {
    return parent;
  }

  /**
   * The tensors that the edit adds or replaces, by canonical name, in the layout of their {@link
   * io.github.inceptionlens.network.architecture.TensorSpec}.
   *
   * @param edited the table after the edit
   * @param values the parent's values of a tensor, copied
   */
  Map<String, float[]> tensors(Architecture edited, Function<String, float[]> values);

  /** What the edit does, for digests and provenance: equal for equal edits. */
  String description();
}
