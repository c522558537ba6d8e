package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import java.util.List;
import java.util.Optional;

/** A network described: one row per layer, branch, pool and module, from the table alone. */
public final class LayerTable {

  private LayerTable() {}

  /**
   * One row.
   *
   * @param layer canonical name
   * @param alias Caffe's name
   * @param operation in a word or two
   * @param window its own window, if it has one
   * @param channels how many
   * @param width positions along the picture's width; 1 for the classifier
   * @param height positions along the picture's height
   * @param receptiveField pixels that a unit can see along an axis; the whole picture for the
   *     classifier
   * @param cost parameters and multiply-adds
   */
  public record Row(
      String layer,
      String alias,
      String operation,
      Optional<SlidingWindow> window,
      int channels,
      int width,
      int height,
      int receptiveField,
      LayerCost cost) {}

  /**
   * The rows in the order of computation, rectifiers with their convolutions.
   *
   * @param width pixels of the picture
   * @param height pixels of the picture
   * @throws io.github.inceptionlens.core.UserError when the picture is too small for the network
   */
  public static List<Row> of(final Architecture architecture, final int width, final int height) {
    return architecture.nodes().stream()
        .filter(node -> !node.name().endsWith(Architecture.PRE_RELU))
        .filter(node -> !architecture.isInner(node.name()))
        .map(node -> row(architecture, node, width, height))
        .toList();
  }

  private static Row row(
      final Architecture architecture, final Node node, final int width, final int height) {
    final Operation op = operation(architecture, node);
    final Layer layer = architecture.spatial(node.name());
    final Geometry geometry = Geometry.of(layer, width, height);
    final boolean spatial = layer.name().equals(node.name());
    return new Row(
        node.name(),
        node.alias(),
        word(op) + (architecture.isEdited(node.name()) ? " (edited)" : ""),
        op.slidingWindow(),
        node.channels(),
        spatial ? geometry.x().size() : 1,
        spatial ? geometry.y().size() : 1,
        spatial ? geometry.x().receptiveField() : Math.max(width, height),
        LayerCost.of(architecture, node.name(), width, height));
  }

  private static Operation operation(final Architecture architecture, final Node node) {
    final Operation op = architecture.unedited(node.name()).op();
    return op instanceof Operation.Relu
        ? architecture.node(architecture.unedited(node.name()).inputs().get(0)).op()
        : op;
  }

  private static String word(final Operation op) {
    return op.in(new Word());
  }

  /** An operation in a word or two. */
  private static final class Word implements Operation.Cases<String> {

    @Override
    public String convolution(final Operation.Convolution op) {
      return "convolution";
    }

    @Override
    public String relu(final Operation.Relu op) {
      return "rectifier";
    }

    @Override
    public String topK(final Operation.TopK op) {
      return "top " + op.count();
    }

    @Override
    public String threshold(final Operation.Threshold op) {
      return "thresholds";
    }

    @Override
    public String channelEdit(final Operation.ChannelEdit op) {
      return "edited";
    }

    @Override
    public String sum(final Operation.Sum op) {
      return "sum";
    }

    @Override
    public String maxPool(final Operation.MaxPool op) {
      return "max pool";
    }

    @Override
    public String responseNorm(final Operation.ResponseNorm op) {
      return "normalisation";
    }

    @Override
    public String concat(final Operation.Concat op) {
      return "module";
    }

    @Override
    public String globalMean(final Operation.GlobalMean op) {
      return "mean";
    }

    @Override
    public String dense(final Operation.Dense op) {
      return "classifier";
    }

    @Override
    public String softmax(final Operation.Softmax op) {
      return "softmax";
    }
  }
}
