package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A linear probe, or a classifier's head, beside the trunk: a layer's mean over all positions, then
 * a fully connected layer. Its outputs have no positions; they are targets and objectives ({@code
 * target=myprobe:3}), and have no maps.
 *
 * @param name of the new row
 * @param reads the layer that is read, by canonical name or alias
 * @param map from the layer's channels to the outputs
 * @see <a href="https://arxiv.org/abs/1610.01644">Alain and Bengio 2016</a>
 */
public record Probe(String name, String reads, Graft.Affine map) implements NetworkEdit {

  private static final String MEAN = Architecture.INNER + "mean";

  @Override
  public Architecture architecture(final Architecture parent) {
    final Layer layer = parent.layer(reads);
    map.requireInputs(name, layer, parent);
    final Operation dense = new Operation.Dense(name, map.inputs(), map.outputs());
    return parent.grafted(
        List.of(
            new Node(
                name + MEAN,
                "",
                new Operation.GlobalMean(),
                List.of(layer.name()),
                layer.channels()),
            new Node(name, "", dense, List.of(name + MEAN), map.outputs())),
        Map.of());
  }

  @Override
  public Map<String, float[]> tensors(
      final Architecture edited, final Function<String, float[]> values) {
    return Map.of(name + "_w", map.weights(), name + "_b", map.bias());
  }

  @Override
  public String description() {
    return "probe " + name + " of " + reads + ", " + map.outputs() + " outputs";
  }
}
