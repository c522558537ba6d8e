package io.github.inceptionlens.command.browser;

import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.gui.RoiListener;
import io.github.inceptionlens.image.result.ResultImages;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.Timer;

/**
 * Follows ImageJ's current image: which it is, and its slice, pixels and selection. Results of ours
 * are passed over. Tells of a change after a moment of rest; for the event thread.
 */
final class ImageFollower implements AutoCloseable, ImageListener, RoiListener {

  private static final int LOOK_MILLIS = 150;

  private final Runnable changed;
  private final AtomicLong events = new AtomicLong();
  private final Timer timer = new Timer(LOOK_MILLIS, event -> look());

  private Optional<ImagePlus> image = Optional.empty();
  private State told = new State(0, 0, 0);
  private State before = told;
  private long looks;

  /** What was seen at a time. */
  private record State(int image, int slice, long events) {}

  /**
   * @param changed is told on the event thread when the image is to be looked at again
   */
  ImageFollower(final Runnable changed) {
    this.changed = changed;
  }

  /** Begins to follow. */
  void start() {
    ImagePlus.addImageListener(this);
    Roi.addRoiListener(this);
    before = state();
    tell();
    timer.start();
  }

  /** The image that is followed now. */
  Optional<ImagePlus> image() {
    return image;
  }

  /** A number for what the image shows now, which grows with every change; 0 without an image. */
  long looks() {
    return image.isPresent() ? looks : 0;
  }

  /** Has the image looked at again. */
  void lookAgain() {
    events.incrementAndGet();
  }

  private void look() {
    final State now = state();
    if (now.equals(before) && !now.equals(told)) {
      tell();
    }
    before = now;
  }

  private void tell() {
    told = before;
    looks++;
    changed.run();
  }

  private State state() {
    final Optional<ImagePlus> current =
        Optional.ofNullable(WindowManager.getCurrentImage()).filter(ImageFollower::isOfUser);
    image = current.or(() -> image.filter(ImageFollower::isOfUser));
    return image
        .map(one -> new State(one.getID(), one.getCurrentSlice(), events.get()))
        .orElse(new State(0, 0, 0));
  }

  private static boolean isOfUser(final ImagePlus one) {
    return one.getWindow() != null && !ResultImages.isOwn(one);
  }

  @Override
  public void imageOpened(final ImagePlus opened) {
    // seen at the next look
  }

  @Override
  public void imageClosed(final ImagePlus closed) {
    events.incrementAndGet();
  }

  @Override
  public void imageUpdated(final ImagePlus updated) {
    count(updated);
  }

  @Override
  public void roiModified(final ImagePlus modified, final int id) {
    count(modified);
  }

  private void count(final ImagePlus which) {
    if (image.filter(one -> one == which).isPresent()) {
      events.incrementAndGet();
    }
  }

  /** Ends following. */
  @Override
  public void close() {
    timer.stop();
    ImagePlus.removeImageListener(this);
    Roi.removeRoiListener(this);
    image = Optional.empty();
  }
}
