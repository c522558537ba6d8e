package io.github.inceptionlens.network.band;

import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.engine.RowPadding;
import java.util.ArrayList;
import java.util.List;

/** A node that reads the same rows of several inputs, which arrive at different times. */
final class JoinStage<T> extends RowStage<T> {

  private final List<T> waiting = new ArrayList<>();
  private int done;

  JoinStage(final Node node, final RowArithmetic<T> arithmetic) {
    super(node, arithmetic);
    node.inputs().forEach(input -> waiting.add(null));
  }

  @Override
  T next(final List<T> fresh) {
    final List<T> all = new ArrayList<>();
    int common = Integer.MAX_VALUE;
    for (int i = 0; i < fresh.size(); i++) {
      all.add(joined(waiting.get(i), fresh.get(i)));
      common = Math.min(common, all.get(i) == null ? 0 : arithmetic().rows(all.get(i)));
    }
    final T made = common > 0 ? made(all, common) : null;
    for (int i = 0; i < fresh.size(); i++) {
      waiting.set(i, remaining(all.get(i), fresh.get(i), common));
    }
    done += common;
    return made;
  }

  private T made(final List<T> all, final int common) {
    final List<T> seen =
        all.stream()
            .map(one -> arithmetic().rows(one) == common ? one : arithmetic().part(one, 0, common))
            .toList();
    final T made = arithmetic().compute(node(), seen, RowPadding.NONE, done);
    for (int i = 0; i < seen.size(); i++) {
      if (seen.get(i) != all.get(i)) {
        arithmetic().close(seen.get(i));
      }
    }
    return made;
  }

  private T remaining(final T all, final T fresh, final int used) {
    if (all == null || used == 0 && all != fresh) {
      return all;
    }
    final int rows = arithmetic().rows(all);
    final T rest = used < rows ? arithmetic().copy(all, used, rows) : null;
    if (all != fresh) {
      arithmetic().close(all);
    }
    return rest;
  }

  @Override
  StageState<T> state() {
    return new StageState<>(waiting, 0, done);
  }

  @Override
  void restore(final StageState<T> state) {
    waiting.clear();
    waiting.addAll(state.blocks());
    done = state.done();
  }
}
