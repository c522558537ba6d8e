package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import java.util.OptionalInt;

/**
 * The convolution that computes a unit, of the branch to which a module's channel belongs.
 *
 * @param table where it stands
 * @param row the convolution's row
 * @param unit the unit's number among the row's
 */
record Connection(Architecture table, Node row, int unit) {

  static Connection of(final Architecture table, final String layer, final int unit) {
    Node node = table.unedited(layer);
    int channel = unit;
    while (node.op().weights().isEmpty()) {
      if (node.op() instanceof Operation.Concat) {
        int part = 0;
        while (channel >= table.node(node.inputs().get(part)).channels()) {
          channel -= table.node(node.inputs().get(part)).channels();
          part++;
        }
        node = table.unedited(node.inputs().get(part));
      } else if (node.op().isRectifying()) {
        node = table.node(node.inputs().get(0));
      } else {
        throw new UserError(
            "no weights lead to "
                + layer
                + ", which is a pool or a sum: name a layer or a branch such as mixed4c_1x1");
      }
    }
    return new Connection(table, node, channel);
  }

  Operation.WeightShape weights() {
    return row.op().weights().orElseThrow();
  }

  /**
   * Refuses a layer that the row does not read.
   *
   * @param channel which of the layer's channels; where it is given, the row reads them directly
   */
  void requireFrom(final String layer, final OptionalInt channel) {
    final Node source = table.node(layer);
    final Node read = table.node(row.inputs().get(0));
    if (!leads(source, read, channel.isEmpty())) {
      throw new UserError(
          name()
              + " reads "
              + read.name()
              + ", not "
              + source.name()
              + (channel.isPresent() ? ": name a channel of that layer" : ": name that layer"));
    }
    if (channel.isPresent() && channel.getAsInt() >= source.channels()) {
      throw new UserError(
          "channel is "
              + channel.getAsInt()
              + ", but "
              + source.name()
              + " has channels 0 to "
              + (source.channels() - 1));
    }
  }

  private String name() {
    return row.name().replace(Architecture.PRE_RELU, "");
  }

  /**
   * Whether a layer is what is read, past what keeps channels, and past a bottleneck if allowed.
   */
  private boolean leads(final Node source, final Node read, final boolean throughBottleneck) {
    Node node = read;
    boolean isPassed = !throughBottleneck;
    while (!node.name().equals(source.name())) {
      final boolean isBottleneck = node.op().weights().isPresent();
      if (node.op() instanceof Operation.Concat
          || node.inputs().contains(Architecture.INPUT)
          || isBottleneck && isPassed) {
        return false;
      }
      isPassed |= isBottleneck;
      node = table.node(node.inputs().get(0));
    }
    return true;
  }
}
