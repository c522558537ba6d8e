package io.github.inceptionlens.command.inspector;

import ij.ImagePlus;
import io.github.inceptionlens.command.window.LatestWork;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.service.LensService;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What the Inspector knows: an image, a layer's map of what it shows, the latest place, and what is
 * to be seen of it. Knows no window.
 *
 * <p>The map is made once, off the calling thread, and again when the image shows something else;
 * reading it is a matter of a moment. Callable from any thread.
 */
final class InspectorModel implements AutoCloseable {

  private final Runnable changed;
  private final InspectionSource source;
  private final LatestWork<InspectorWork> work =
      new LatestWork<>("Inception Lens inspector", InspectorWork.class);
  private final PinnedPlaces pins = new PinnedPlaces();
  private final LiveOverlay overlay;
  private final LivePart part;

  private InspectorSettings settings;
  private Optional<ImagePlus> image = Optional.empty();
  private ImageState state;
  private InspectionKey key;
  private Optional<Inspection> inspection = Optional.empty();
  private InspectedPlace place = InspectedPlace.NOWHERE;
  private InspectorStatus status = InspectorStatus.READY;
  private boolean isLooking;
  private boolean looksAgain;
  private boolean isClosed;

  /**
   * @param changed told on any thread when something else is to be seen
   */
  InspectorModel(final LensService lens, final InspectorSettings settings, final Runnable changed) {
    this.source = new InspectionSource(lens);
    this.overlay = new LiveOverlay(work, changed);
    this.part = new LivePart(work, source, changed);
    this.settings = settings;
    this.changed = changed;
  }

  /** What is to be seen now. */
  synchronized InspectorView view() {
    return new InspectorView(
        settings,
        image,
        status,
        inspection,
        part.reading(),
        part.part(),
        overlay.unit(),
        overlay.drawn(),
        image.map(pins::on).orElse(List.of()));
  }

  /** Whether nothing is being done. */
  boolean isIdle() {
    return work.isIdle();
  }

  /** How many works wait; never more than one of a kind. */
  int waiting() {
    return work.waiting();
  }

  /** Changes what is known, and tells that something else is to be seen. */
  private void change(final Runnable action) {
    synchronized (this) {
      if (isClosed) {
        return;
      }
      action.run();
    }
    changed.run();
  }

  /** Looks at an image, at no place yet. */
  void open(final ImagePlus shown) {
    change(() -> turnTo(shown));
  }

  /**
   * Reads a place.
   *
   * @param at in the image's pixels, whole numbers their centers
   */
  void point(final ImagePlus shown, final Point2D at) {
    read(shown, InspectedPlace.at(at));
  }

  /** Reads the mean over a rectangle of pixels. */
  void area(final ImagePlus shown, final Rectangle pixels) {
    read(shown, InspectedPlace.over(pixels));
  }

  private void read(final ImagePlus shown, final InspectedPlace where) {
    change(
        () -> {
          turnTo(shown);
          place = where;
          part.read(place.read(inspection, settings.count()));
        });
  }

  private void turnTo(final ImagePlus shown) {
    if (!isOf(shown)) {
      leave();
      image = Optional.of(shown);
      look();
    } else if (!ImageState.of(shown).equals(state)) {
      forget();
      look();
    }
  }

  private boolean isOf(final ImagePlus shown) {
    return image.filter(one -> one == shown).isPresent();
  }

  /** The image may show something else. */
  void update(final ImagePlus shown) {
    change(
        () -> {
          if (isOf(shown) && ImageState.of(shown).equals(state)) {
            looksAgain = isLooking; // what runs is finished: a film would never be seen
            if (!isLooking) {
              look();
            }
          } else if (isOf(shown)) {
            turnTo(shown);
          }
        });
  }

  /** The image is there no more. */
  void close(final ImagePlus gone) {
    change(
        () -> {
          pins.forget(gone);
          if (isOf(gone)) {
            leave();
            source.clear();
          }
        });
  }

  /** Looks at something else of the image. */
  void use(final InspectorSettings other) {
    change(
        () -> {
          if (!other.isOfSameLayer(settings)) {
            overlay.clear();
          }
          settings = other;
          forget();
          image.ifPresent(any -> look());
        });
  }

  /** Shows where a channel fires over the image, or no longer. */
  void toggle(final Unit unit) {
    change(() -> overlay.toggle(unit, inspection));
  }

  /** Remembers a place as pinned. */
  void pin(final ImagePlus shown, final Point2D at) {
    change(() -> pins.add(shown, at));
  }

  /** The pointer rests: there is time to tell which part of the field carries the value. */
  void rest() {
    change(() -> image.ifPresent(shown -> part.look(shown, settings)));
  }

  /** Looks at no image any more. */
  private void leave() {
    forget();
    overlay.clear();
    image = Optional.empty();
    place = InspectedPlace.NOWHERE;
    status = InspectorStatus.READY;
  }

  private void forget() {
    work.drop(InspectorWork.MAP);
    key = null;
    inspection = Optional.empty();
    part.read(Optional.empty());
    overlay.forget();
    isLooking = false;
  }

  private void look() {
    final ImagePlus shown = image.orElseThrow();
    final InspectorSettings now = settings;
    state = ImageState.of(shown);
    isLooking = true;
    looksAgain = false;
    status = inspection.isEmpty() ? InspectorStatus.doing(0, "Looking ...") : status;
    work.want(
        InspectorWork.MAP,
        stop -> InspectorStatus.attempt(() -> look(shown, now, stop), one -> end(one, stop)));
  }

  private void look(
      final ImagePlus shown, final InspectorSettings now, final BooleanSupplier stop) {
    final InspectionKey seen = InspectionKey.of(shown, now);
    if (!isKnown(seen)) {
      take(
          seen,
          source.of(
              seen,
              shown,
              now,
              (done, what) -> tell(InspectorStatus.doing(done, what), stop),
              stop),
          stop);
    }
    end(InspectorStatus.READY, stop);
  }

  private synchronized boolean isKnown(final InspectionKey seen) {
    return seen.equals(key) && inspection.isPresent();
  }

  private synchronized void take(
      final InspectionKey seen, final Inspection made, final BooleanSupplier stop) {
    if (stop.getAsBoolean()) {
      throw new CancellationException("another map is wanted");
    }
    key = seen;
    inspection = Optional.of(made);
    part.read(place.read(inspection, settings.count()));
    overlay.draw(made);
  }

  private void end(final InspectorStatus with, final BooleanSupplier stop) {
    synchronized (this) {
      if (!stop.getAsBoolean()) {
        isLooking = false;
        if (looksAgain) {
          look();
        }
      }
    }
    tell(with, stop);
  }

  private void tell(final InspectorStatus what, final BooleanSupplier stop) {
    synchronized (this) {
      status = stop.getAsBoolean() ? status : what;
    }
    changed.run();
  }

  /** Ends all work and forgets all maps. */
  @Override
  public void close() {
    work.close();
    synchronized (this) {
      isClosed = true;
      leave();
      source.clear();
    }
  }
}
