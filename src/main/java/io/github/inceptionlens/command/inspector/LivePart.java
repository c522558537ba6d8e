package io.github.inceptionlens.command.inspector;

import ij.ImagePlus;
import io.github.inceptionlens.command.window.LatestWork;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/** The latest reading, and the part of its field that carries the value once there was time. */
final class LivePart {

  private final LatestWork<InspectorWork> work;
  private final InspectionSource source;
  private final Runnable changed;
  private Optional<PlaceReading> reading = Optional.empty();
  private Optional<Rectangle2D> part = Optional.empty();

  /**
   * @param changed told when a part is found
   */
  LivePart(
      final LatestWork<InspectorWork> work, final InspectionSource source, final Runnable changed) {
    this.work = work;
    this.source = source;
    this.changed = changed;
  }

  synchronized Optional<PlaceReading> reading() {
    return reading;
  }

  synchronized Optional<Rectangle2D> part() {
    return part;
  }

  /** Takes the reading of another place, or none. */
  synchronized void read(final Optional<PlaceReading> now) {
    if (reading.isEmpty() || now.filter(reading.get()::isOfSame).isEmpty()) {
      work.drop(InspectorWork.PART);
      part = Optional.empty();
    }
    reading = now;
  }

  /** Looks for the part, where the reading is of a unit that fires. */
  synchronized void look(final ImagePlus image, final InspectorSettings settings) {
    reading
        .filter(one -> one.unit() >= 0 && one.strongest().isPresent() && part.isEmpty())
        .ifPresent(
            one ->
                work.want(
                    InspectorWork.PART,
                    stop ->
                        InspectorStatus.attempt(
                            () -> take(one, source.part(image, settings, one, stop)),
                            failure -> {}))); // the field alone is shown
  }

  private void take(final PlaceReading of, final Optional<Rectangle2D> found) {
    synchronized (this) {
      part = reading.filter(of::isOfSame).isPresent() ? found : part;
    }
    changed.run();
  }
}
