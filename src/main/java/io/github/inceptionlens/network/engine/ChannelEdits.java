package io.github.inceptionlens.network.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.architecture.channel.ChannelValues;
import io.github.inceptionlens.network.architecture.channel.Places;
import java.util.List;

/** Channels with other values, sums of layers, and thresholds, which the engine differentiates. */
final class ChannelEdits {

  private ChannelEdits() {}

  /**
   * @param x [batch, channel, row, column]
   * @return a new array of the manager of {@code x}
   */
  static NDArray edit(final NDArray x, final Operation.ChannelEdit op) {
    return edit(x, op, new float[0]);
  }

  /**
   * @param means of the channels, where they are known and not those of {@code x}; else empty
   */
  static NDArray edit(final NDArray x, final Operation.ChannelEdit op, final float[] means) {
    try (NDManager scope = x.getManager().newSubManager()) {
      final NDArray chosen = chosen(scope, x.getShape(), op);
      final ChannelChange change = op.change();
      final float left = change.kind() == ChannelChange.Kind.SCALE ? change.value() : 0;
      final NDArray factors = chosen.mul(left).add(chosen.neg().add(1));
      final NDArray kept = x.mul(factors);
      return switch (change.kind()) {
        case ZERO, SCALE -> kept;
        case CLAMP -> plus(kept, chosen.mul(change.value()));
        case MEAN ->
            plus(kept, means.length == 0 ? means(x, chosen) : perChannel(scope, means).mul(chosen));
      };
    }
  }

  private static NDArray means(final NDArray x, final NDArray chosen) {
    try (NDArray ofColumns = x.mean(new int[] {2}, true);
        NDArray means = ofColumns.mean(new int[] {3}, true)) {
      return means.mul(chosen);
    }
  }

  private static NDArray plus(final NDArray kept, final NDArray instead) {
    try (kept;
        instead) {
      return kept.add(instead);
    }
  }

  /** 1 for what is edited, 0 for the rest, of a shape that spreads over the layer. */
  private static NDArray chosen(
      final NDManager scope, final Shape shape, final Operation.ChannelEdit op) {
    final float[] channels = new float[(int) shape.get(1)];
    op.channels().forEach(channel -> channels[channel] = 1);
    final NDArray all = perChannel(scope, channels);
    return op.places().map(places -> all.mul(at(scope, shape, places))).orElse(all);
  }

  private static NDArray at(final NDManager scope, final Shape shape, final Places places) {
    places.require(shape.get(3), shape.get(2));
    return scope.create(places.toArray(), new Shape(1, 1, places.rows(), places.columns()));
  }

  /** As it is where it exceeds its channel's threshold, else 0. */
  static NDArray above(final NDArray x, final ChannelValues thresholds) {
    try (NDArray least = perChannel(x.getManager(), thresholds.toArray());
        NDArray values = x.stopGradient();
        NDArray isAbove = values.gt(least);
        NDArray mask = isAbove.toType(DataType.FLOAT32, false)) {
      return x.mul(mask);
    }
  }

  private static NDArray perChannel(final NDManager manager, final float[] values) {
    return manager.create(values, new Shape(1, values.length, 1, 1));
  }

  /** The sum of arrays of one shape, each times its factor. */
  static NDArray sum(final List<NDArray> inputs, final List<Float> factors) {
    NDArray sum = inputs.get(0).mul(factors.get(0));
    for (int i = 1; i < factors.size(); i++) {
      sum = plus(sum, inputs.get(i).mul(factors.get(i)));
    }
    return sum;
  }
}
