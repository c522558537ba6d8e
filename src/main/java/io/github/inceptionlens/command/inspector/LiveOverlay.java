package io.github.inceptionlens.command.inspector;

import io.github.inceptionlens.command.window.LatestWork;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The map of one channel over the image, drawn anew whenever the layer's map is another one. */
final class LiveOverlay {

  private final LatestWork<InspectorWork> work;
  private final Runnable changed;
  private Optional<Unit> unit = Optional.empty();
  private Optional<ActivationLayer> drawn = Optional.empty();

  /**
   * @param changed told when another one is drawn
   */
  LiveOverlay(final LatestWork<InspectorWork> work, final Runnable changed) {
    this.work = work;
    this.changed = changed;
  }

  /** The channel whose map is wanted. */
  synchronized Optional<Unit> unit() {
    return unit;
  }

  /** Its map, once it is drawn. */
  synchronized Optional<ActivationLayer> drawn() {
    return drawn;
  }

  /** Wants a channel's map, or none where it is wanted already. */
  synchronized void toggle(final Unit other, final Optional<Inspection> map) {
    final boolean isOn = unit.equals(Optional.of(other));
    clear();
    if (!isOn) {
      unit = Optional.of(other);
      map.ifPresent(this::draw);
    }
  }

  /** Wants no channel's map any more. */
  synchronized void clear() {
    forget();
    unit = Optional.empty();
  }

  /** What is drawn is not true any more. */
  synchronized void forget() {
    work.drop(InspectorWork.OVERLAY);
    drawn = Optional.empty();
  }

  /** Draws the channel of a map, where one is wanted. */
  synchronized void draw(final Inspection map) {
    unit.ifPresent(
        one ->
            work.want(
                InspectorWork.OVERLAY,
                stop ->
                    InspectorStatus.attempt(
                        () -> take(map.overlay(one), stop), failure -> clear())));
  }

  private void take(final ActivationLayer layer, final BooleanSupplier stop) {
    synchronized (this) {
      drawn = stop.getAsBoolean() ? drawn : Optional.of(layer);
    }
    changed.run();
  }
}
