package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import java.util.Collection;
import java.util.List;

/**
 * What a place of the network costs, from the table.
 *
 * @param parameters weights and biases
 * @param multiplyAdds multiplications with a weight in one forward pass of one picture
 */
public record LayerCost(long parameters, long multiplyAdds) {

  private static final LayerCost NONE = new LayerCost(0, 0);

  /**
   * The cost of a layer, before and after its rectifier the same; a module's cost is that of all
   * its branches.
   *
   * @param layer canonical name or alias
   * @param width pixels of the picture
   * @param height pixels of the picture
   */
  public static LayerCost of(
      final Architecture architecture, final String layer, final int width, final int height) {
    final Node asked = architecture.node(layer);
    return sum(
        architecture,
        architecture.nodes().stream()
            .filter(node -> belongs(architecture, node.name(), asked))
            .toList(),
        width,
        height);
  }

  /** The cost of the whole network. */
  public static LayerCost of(final Architecture architecture, final int width, final int height) {
    return sum(architecture, architecture.nodes(), width, height);
  }

  /**
   * The cost of a run up to some places and no further.
   *
   * @param names canonical names or aliases
   * @param width pixels of the picture
   * @param height pixels of the picture
   */
  public static LayerCost upTo(
      final Architecture architecture,
      final Collection<String> names,
      final int width,
      final int height) {
    final List<String> wanted = names.stream().map(name -> architecture.node(name).name()).toList();
    final Walk walk = new Walk(architecture, List.of(Architecture.INPUT), wanted);
    return sum(architecture, walk.path(), width, height);
  }

  private static boolean belongs(
      final Architecture architecture, final String node, final Node asked) {
    final boolean module = architecture.unedited(asked.name()).op() instanceof Operation.Concat;
    final String layer = asked.name().replace(Architecture.PRE_RELU, "");
    return node.equals(layer)
        || node.equals(layer + Architecture.PRE_RELU)
        || module && node.startsWith(layer + "_");
  }

  private static LayerCost sum(
      final Architecture architecture, final List<Node> nodes, final int width, final int height) {
    LayerCost total = NONE;
    for (final Node node : nodes) {
      total = total.plus(of(architecture, node, width, height));
    }
    return total;
  }

  private LayerCost plus(final LayerCost other) {
    return new LayerCost(parameters + other.parameters, multiplyAdds + other.multiplyAdds);
  }

  private static LayerCost of(
      final Architecture architecture, final Node node, final int width, final int height) {
    return node.op()
        .weights()
        .map(
            weights ->
                new LayerCost(
                    weights.count() + weights.outputs(),
                    weights.count() * positions(architecture, node, width, height)))
        .orElse(NONE);
  }

  private static long positions(
      final Architecture architecture, final Node node, final int width, final int height) {
    if (node.op().endsPositions()) {
      return 1;
    }
    final Layer layer = architecture.layer(node.name());
    final Geometry geometry = Geometry.of(layer, width, height);
    return (long) geometry.x().size() * geometry.y().size();
  }
}
