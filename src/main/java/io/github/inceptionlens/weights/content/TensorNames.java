package io.github.inceptionlens.weights.content;

import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.NodeParameters;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Training;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a file without structure names the tensors of a network. */
public enum TensorNames {

  /** As we do: {@code mixed4c_5x5_w}, {@code mixed4c_5x5_b}. */
  OURS("softmax2_w", "softmax2_b") {
    @Override
    public boolean fits(final Training training) {
      return true;
    }

    @Override
    public Map<String, TensorSpec> wanted(final Architecture table) {
      final Map<String, TensorSpec> wanted = new LinkedHashMap<>();
      table.tensors().forEach(spec -> wanted.put(spec.name(), spec));
      return wanted;
    }

    @Override
    public boolean isPassedOver(final String name) {
      return Classifier.isAuxiliary(name);
    }

    @Override
    public Map<String, float[]> ours(final Architecture table, final Map<String, float[]> read) {
      return read;
    }
  },

  /** As torchvision does: {@code inception4c.branch3.1.conv.weight}, with batch normalizations. */
  TORCH("fc.weight", "fc.bias") {
    @Override
    public boolean fits(final Training training) {
      return training.equals(Training.TORCH);
    }

    @Override
    public Map<String, TensorSpec> wanted(final Architecture table) {
      final Map<String, TensorSpec> wanted = new LinkedHashMap<>();
      for (final NodeParameters parameters : table.parameters()) {
        TorchTensors.of(parameters).specs().forEach(spec -> wanted.put(spec.name(), spec));
      }
      return wanted;
    }

    @Override
    public boolean isPassedOver(final String name) {
      return Classifier.isAuxiliary(name) || name.endsWith(".num_batches_tracked");
    }

    @Override
    public Map<String, float[]> ours(final Architecture table, final Map<String, float[]> read) {
      final Map<String, float[]> ours = new LinkedHashMap<>();
      for (final NodeParameters parameters : table.parameters()) {
        TorchTensors.of(parameters).fold(read, ours);
      }
      return ours;
    }
  };

  private static final String OF_TORCH = "conv1.conv.weight";

  private final String headWeights;
  private final String headBias;

  TensorNames(final String headWeights, final String headBias) {
    this.headWeights = headWeights;
    this.headBias = headBias;
  }

  /** The manner in which a file's tensors are named. */
  public static TensorNames of(final Collection<String> names) {
    return names.contains(OF_TORCH) ? TORCH : OURS;
  }

  /** Whether a training's tensors are ever named so. */
  public abstract boolean fits(Training training);

  /** The tensors that a network needs, by their names in the file. */
  public abstract Map<String, TensorSpec> wanted(Architecture table);

  /** Whether a tensor is of no use here: an auxiliary head's, a counter. */
  public abstract boolean isPassedOver(String name);

  /**
   * The values by our names, batch normalizations folded into the convolutions before them.
   *
   * @param read what {@link #wanted} asked for; the arrays are used on
   */
  public abstract Map<String, float[]> ours(Architecture table, Map<String, float[]> read);

  /** The name of the published classifier's weights. */
  public String headWeights() {
    return headWeights;
  }

  /** The name of the published classifier's bias. */
  public String headBias() {
    return headBias;
  }

  /** Whether the trunk of a training is in a file, tensor by tensor. */
  public boolean holdsTrunk(final Map<String, List<Long>> shapes, final Training training) {
    return fits(training)
        && trunk(training).entrySet().stream()
            .allMatch(entry -> longs(entry.getValue()).equals(shapes.get(entry.getKey())));
  }

  /** All tensors of a training but its classifier's, by their names in the file. */
  public Map<String, TensorSpec> trunk(final Training training) {
    return wanted(training.withHead(List.of()).architecture());
  }

  private static List<Long> longs(final TensorSpec spec) {
    return spec.shape().stream().map(Integer::longValue).toList();
  }
}
