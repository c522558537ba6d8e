package io.github.inceptionlens.circuit.weight;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import io.github.inceptionlens.core.geometry.Padding;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.engine.WindowOperations;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes kernels through rows as if these were linear: rectifiers let everything pass, a pool takes
 * the mean of its window, a response norm has its slope at zero, and what puts other values in a
 * channel's place lets nothing of it pass. Biases have no part in it.
 *
 * <p>As nothing depends on a picture, kernels are not cut at any border.
 */
final class LinearStep implements WayBack.Rule<KernelBatch> {

  private final InceptionV1 network;
  private final Architecture table;
  private final NDManager scope;
  private final boolean direct;
  private final Map<String, NDArray> turned = new HashMap<>();

  /**
   * @param scope keeps what is needed for all kernels
   * @param direct whether response norms and pools are passed as if they were not there
   */
  LinearStep(final InceptionV1 network, final NDManager scope, final boolean direct) {
    this.network = network;
    this.table = network.architecture();
    this.scope = scope;
    this.direct = direct;
  }

  @Override
  public Optional<KernelBatch> back(final Node row, final int input, final KernelBatch above) {
    if (row.op() instanceof Operation.Concat) {
      return part(row, input, above);
    }
    if (row.op() instanceof Operation.Sum sum) {
      return Optional.of(
          new KernelBatch(above.values().mul(sum.factors().get(input)), above.span()));
    }
    try (NDArray scaled = scaled(row, above.values())) {
      return Optional.of(windowed(row, scaled, above.span()));
    }
  }

  /** The kernels for one of the inputs of a concatenation; nothing where all of them are 0. */
  private Optional<KernelBatch> part(final Node row, final int input, final KernelBatch above) {
    final int first = KernelReach.firstChannel(table, row, input);
    final int end = first + KernelReach.channels(table, row.inputs().get(input));
    final NDArray part = above.values().get(new NDIndex(":, {}:{}", first, end));
    try (NDArray strengths = part.abs();
        NDArray largest = strengths.max()) {
      if (largest.getFloat() == 0) {
        part.close();
        return Optional.empty();
      }
    }
    return Optional.of(new KernelBatch(part, above.span()));
  }

  private NDArray scaled(final Node row, final NDArray values) {
    if (row.op() instanceof Operation.ResponseNorm norm && !direct) {
      return values.mul(Math.pow(norm.bias(), -norm.beta()));
    }
    if (row.op() instanceof Operation.ChannelEdit edit && edit.places().isEmpty()) {
      final float[] factors = new float[row.channels()];
      Arrays.fill(factors, 1);
      edit.channels().forEach(channel -> factors[channel] = slope(edit.change()));
      try (NDArray each = values.getManager().create(factors, new Shape(1, factors.length, 1, 1))) {
        return values.mul(each);
      }
    }
    return values.duplicate();
  }

  private static float slope(final ChannelChange change) {
    return change.isFactor() ? change.value() : 0;
  }

  private KernelBatch windowed(final Node row, final NDArray values, final KernelSpan span) {
    final SlidingWindow window =
        row.op().slidingWindow().orElse(new SlidingWindow(1, 1, new Padding.Fixed(0, false)));
    if (row.op().weights().isPresent()) {
      final NDArray weights = turned(row.op().weights().get());
      final SlidingWindow all =
          new SlidingWindow(window.kernel(), 1, new Padding.Fixed(window.kernel() - 1, false));
      try (NDArray apart = apart(values, window.stride())) {
        return new KernelBatch(
            WindowOperations.convolution(apart, all, weights, null), span.below(window));
      }
    }
    return row.op().slidingWindow().isPresent() && !direct
        ? new KernelBatch(mean(values, window), span.below(window))
        : new KernelBatch(values.duplicate(), span);
  }

  /** A row's weights as [in, out, row, column], turned by 180 degrees. */
  private NDArray turned(final Operation.WeightShape shape) {
    return turned.computeIfAbsent(
        shape.parameters(),
        parameters -> {
          final NDArray weights = network.operations().weight(parameters);
          final Shape four =
              weights.getShape().dimension() == 2
                  ? weights.getShape().add(1, 1)
                  : weights.getShape();
          try (NDArray squares = weights.reshape(four);
              NDArray swapped = squares.transpose(1, 0, 2, 3)) {
            final NDArray flipped = swapped.flip(2, 3);
            flipped.attach(scope);
            return flipped;
          }
        });
  }

  /** Spreads each value over its window, in equal parts. */
  private static NDArray mean(final NDArray values, final SlidingWindow window) {
    final int kernel = window.kernel();
    final Shape around = new Shape(kernel - 1, kernel - 1, kernel - 1, kernel - 1);
    try (NDArray apart = apart(values, window.stride());
        NDArray padded = apart.pad(around, 0)) {
      return Pool.avgPool2d(
          padded, new Shape(kernel, kernel), new Shape(1, 1), new Shape(0, 0), false, true);
    }
  }

  /** The values with zeros between, so that they are a stride apart. */
  private static NDArray apart(final NDArray values, final int stride) {
    if (stride == 1) {
      return values.duplicate();
    }
    final long units = values.getShape().get(0);
    final long channels = values.getShape().get(1);
    final long size = values.getShape().get(2);
    final Shape zeros = new Shape(0, stride - 1, 0, 0, 0, stride - 1);
    final long end = (size - 1) * stride + 1;
    try (NDArray single = values.reshape(new Shape(units, channels, size, 1, size, 1));
        NDArray padded = single.pad(zeros, 0);
        NDArray whole = padded.reshape(new Shape(units, channels, size * stride, size * stride))) {
      return whole.get(new NDIndex(":, :, :{}, :{}", end, end));
    }
  }

  @Override
  public KernelBatch sum(final KernelBatch one, final KernelBatch other) {
    final KernelSpan both = one.span().and(other.span());
    try (one;
        other;
        NDArray first = within(one, both);
        NDArray second = within(other, both)) {
      return new KernelBatch(first.add(second), both);
    }
  }

  private static NDArray within(final KernelBatch kernels, final KernelSpan span) {
    final int before = kernels.span().first() - span.first();
    final int after = span.size() - kernels.span().size() - before;
    return kernels.values().pad(new Shape(before, after, before, after), 0);
  }

  @Override
  public void release(final KernelBatch above) {
    above.close();
  }
}
