package io.github.inceptionlens.network.band;

import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.engine.RowPadding;
import java.util.Collections;
import java.util.List;

/**
 * A convolution or pool: computes the windows that are complete and keeps the rows that the next
 * ones share with them.
 */
final class WindowStage<T> extends RowStage<T> {

  private final SlidingWindow window;
  private final int total;
  private final int before;
  private final int outputs;

  private T kept;
  private int arrived;
  private int done;

  /**
   * @param total how many rows of its input there are in all
   */
  WindowStage(
      final Node node,
      final SlidingWindow window,
      final int total,
      final RowArithmetic<T> arithmetic) {
    super(node, arithmetic);
    this.window = window;
    this.total = total;
    this.before = window.before(total);
    this.outputs = window.outputs(total);
  }

  @Override
  T next(final List<T> inputs) {
    final T fresh = inputs.get(0);
    if (fresh == null) {
      return null;
    }
    arrived += arithmetic().rows(fresh);
    final T all = joined(kept, fresh);
    final int start = arrived - arithmetic().rows(all);
    final int end = complete();
    final T made = end > done ? made(all, start, end) : null;
    done = end;
    kept = remaining(all, start);
    if (all != fresh) {
      arithmetic().close(all);
    }
    return made;
  }

  /** How many windows are complete with what arrived. */
  private int complete() {
    if (arrived == total) {
      return outputs;
    }
    final int windows = Math.floorDiv(arrived + before - window.kernel(), window.stride()) + 1;
    return Math.max(done, Math.min(windows, outputs));
  }

  private T made(final T all, final int start, final int end) {
    final int from = first(done);
    final int to = first(end - 1) + window.kernel();
    final RowPadding padding = new RowPadding(Math.max(0, -from), Math.max(0, to - total));
    final int low = Math.max(from, 0) - start;
    final int high = Math.min(to, total) - start;
    if (low == 0 && high == arithmetic().rows(all)) {
      return arithmetic().compute(node(), List.of(all), padding, done);
    }
    final T seen = arithmetic().part(all, low, high);
    final T made = arithmetic().compute(node(), List.of(seen), padding, done);
    arithmetic().close(seen);
    return made;
  }

  /** The first row of a window, counted from the picture's; negative in the padding. */
  private int first(final int output) {
    return output * window.stride() - before;
  }

  private T remaining(final T all, final int start) {
    final int next = Math.max(first(done), start);
    if (done == outputs || next >= arrived) {
      return null;
    }
    return arithmetic().copy(all, next - start, arrived - start);
  }

  @Override
  StageState<T> state() {
    return new StageState<>(Collections.singletonList(kept), arrived, done);
  }

  @Override
  void restore(final StageState<T> state) {
    kept = state.blocks().get(0);
    arrived = state.arrived();
    done = state.done();
  }
}
