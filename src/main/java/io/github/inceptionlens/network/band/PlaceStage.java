package io.github.inceptionlens.network.band;

import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.engine.RowPadding;
import java.util.List;

/** A node whose value at a place depends on its input there, and on nothing else. */
final class PlaceStage<T> extends RowStage<T> {

  private int done;

  PlaceStage(final Node node, final RowArithmetic<T> arithmetic) {
    super(node, arithmetic);
  }

  @Override
  T next(final List<T> inputs) {
    if (inputs.get(0) == null) {
      return null;
    }
    final T made = arithmetic().compute(node(), inputs, RowPadding.NONE, done);
    done += arithmetic().rows(inputs.get(0));
    return made;
  }

  @Override
  StageState<T> state() {
    return new StageState<>(List.of(), 0, done);
  }

  @Override
  void restore(final StageState<T> state) {
    done = state.done();
  }
}
