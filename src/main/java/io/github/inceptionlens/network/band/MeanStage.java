package io.github.inceptionlens.network.band;

import io.github.inceptionlens.network.architecture.Node;
import java.util.Collections;
import java.util.List;

/** The mean over all positions, which is there when the last row is. */
final class MeanStage<T> extends RowStage<T> {

  private final int total;

  private T sum;
  private int arrived;

  /**
   * @param total how many rows of its input there are in all
   */
  MeanStage(final Node node, final int total, final RowArithmetic<T> arithmetic) {
    super(node, arithmetic);
    this.total = total;
  }

  @Override
  T next(final List<T> inputs) {
    if (inputs.get(0) == null) {
      return null;
    }
    arrived += arithmetic().rows(inputs.get(0));
    sum = arithmetic().sum(sum, inputs.get(0));
    if (arrived < total) {
      return null;
    }
    final T mean = arithmetic().mean(node(), sum, total);
    sum = null;
    return mean;
  }

  @Override
  StageState<T> state() {
    return new StageState<>(Collections.singletonList(sum), arrived, 0);
  }

  @Override
  void restore(final StageState<T> state) {
    sum = state.blocks().get(0);
    arrived = state.arrived();
  }
}
