package io.github.inceptionlens.weights.content;

import io.github.inceptionlens.network.architecture.NodeParameters;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.TorchNames;
import java.util.List;
import java.util.Map;

/**
 * The tensors in which torchvision keeps a convolution without bias and the batch normalization
 * behind it, or the classifier.
 *
 * <p>The first convolution takes over the scale of the pixels, too: torchvision divides by 127.5
 * after its {@code transform_input}, our pictures are only shifted (Ioffe and Szegedy 2015,
 * arXiv:1502.03167).
 */
record TorchTensors(NodeParameters ours, String name, boolean normalized) {

  /** What torchvision's GoogLeNet adds to variances. */
  private static final double EPSILON = 1e-3;

  private static final double PIXEL_SCALE = 1 / 127.5;
  private static final String FIRST = "conv2d0";

  static TorchTensors of(final NodeParameters ours) {
    final String name = TorchNames.of(ours.name()).orElse(ours.name());
    return new TorchTensors(ours, name, ours.weights().shape().size() > 2);
  }

  /** What the file holds. */
  List<TensorSpec> specs() {
    final List<Integer> shape = ours.weights().shape();
    final List<Integer> channels = ours.bias().shape();
    if (!normalized) {
      return List.of(
          new TensorSpec(name + ".weight", shape), new TensorSpec(name + ".bias", channels));
    }
    return List.of(
        new TensorSpec(name + ".conv.weight", shape),
        new TensorSpec(name + ".bn.weight", channels),
        new TensorSpec(name + ".bn.bias", channels),
        new TensorSpec(name + ".bn.running_mean", channels),
        new TensorSpec(name + ".bn.running_var", channels));
  }

  /**
   * Adds weights and bias under our names.
   *
   * @param read the file's tensors by name; the weights are changed and used on
   */
  void fold(final Map<String, float[]> read, final Map<String, float[]> target) {
    if (!normalized) {
      target.put(ours.weights().name(), read.get(name + ".weight"));
      target.put(ours.bias().name(), read.get(name + ".bias"));
      return;
    }
    final float[] weights = read.get(name + ".conv.weight");
    final float[] factors = read.get(name + ".bn.weight");
    final float[] shifts = read.get(name + ".bn.bias");
    final float[] means = read.get(name + ".bn.running_mean");
    final float[] variances = read.get(name + ".bn.running_var");
    final double input = ours.name().equals(FIRST) ? PIXEL_SCALE : 1;
    final int each = weights.length / factors.length;
    for (int channel = 0; channel < factors.length; channel++) {
      final double scale = factors[channel] / Math.sqrt(variances[channel] + EPSILON);
      shifts[channel] = (float) (shifts[channel] - means[channel] * scale);
      for (int i = channel * each; i < (channel + 1) * each; i++) {
        weights[i] = (float) (weights[i] * scale * input);
      }
    }
    target.put(ours.weights().name(), weights);
    target.put(ours.bias().name(), shifts);
  }
}
