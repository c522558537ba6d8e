package io.github.inceptionlens.command.browser;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.command.browser.pictures.BrowserWish;
import io.github.inceptionlens.command.browser.pictures.BrowserWorker;
import io.github.inceptionlens.command.browser.pictures.PictureShelf;
import io.github.inceptionlens.command.browser.pictures.UnitSource;
import io.github.inceptionlens.command.browser.units.BrowsedLayer;
import io.github.inceptionlens.command.browser.units.BrowserModel;
import io.github.inceptionlens.command.browser.units.BrowserModel.Change;
import io.github.inceptionlens.command.browser.units.BrowserStatus;
import io.github.inceptionlens.command.unit.UnitActions;
import io.github.inceptionlens.command.unit.UnitMenu;
import io.github.inceptionlens.command.window.AnswerFrame;
import io.github.inceptionlens.command.window.WindowPlacement;
import io.github.inceptionlens.command.window.WindowSession;
import io.github.inceptionlens.core.Unit;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A window onto the units of a network's layers, which follows ImageJ's current image. It works on
 * a thread of its own, and closing the window ends that.
 */
final class LayerBrowser {

  /** The largest part of Java's memory that pictures take, four bytes for a pixel. */
  private static final long PART_OF_MEMORY = 8 * 4;

  private final String network;
  private final BrowserModel model;
  private final PictureShelf shelf =
      new PictureShelf(Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
  private final ImageFollower follower = new ImageFollower(this::want);
  private final BrowserWorker worker;
  private final BrowserWindow window;
  private boolean closed;

  private LayerBrowser(final Opening opening, final BrowserModel model, final UnitSource source) {
    network = opening.network();
    this.model = model;
    worker = new BrowserWorker(source, shelf, new Audience());
    window =
        new BrowserWindow(
            model,
            new BrowserWindow.Look(opening.name(), shelf, follower::looks, Prefs.getGuiScale()),
            new Actions());
    model.listen(this::wantAnew);
  }

  /**
   * Of which network a browser is.
   *
   * @param network as the key {@code network} names it
   * @param name of the network
   */
  record Opening(String network, String name) {}

  /**
   * Opens a window; on the event thread.
   *
   * @param source of the network's layers
   */
  static void open(final Opening opening, final BrowserModel model, final UnitSource source) {
    new LayerBrowser(opening, model, source).open();
  }

  private void open() {
    final ImageJ imagej = IJ.getInstance();
    if (imagej != null) {
      window.frame().setIconImage(imagej.getIconImage());
    }
    window.open(
        AnswerFrame.screen(),
        WindowPlacement.beside(Optional.ofNullable(WindowManager.getCurrentImage())));
    WindowManager.addWindow(window.frame());
    worker.start();
    follower.start();
  }

  /** The window's end, and that of all its work. */
  void close() {
    if (!closed) {
      closed = true;
      worker.close();
      follower.close();
      WindowManager.removeWindow(window.frame());
      window.frame().dispose();
    }
  }

  private void wantAnew(final Change what) {
    if (what != Change.SELECTION && what != Change.PICTURES) {
      want();
    }
  }

  private void want() {
    if (closed) {
      return;
    }
    final int last = window.last();
    final int first = Math.min(window.first(), last);
    final int page = last - first;
    final List<Unit> units = model.urgency(first, last);
    worker.want(
        new BrowserWish(
            model.layer(),
            model.tab(),
            follower.image(),
            follower.looks(),
            units,
            page,
            Math.min(units.size(), page + near(first, last)),
            !model.stopped()));
  }

  /** How many units are on the pages before and after those that are seen. */
  private int near(final int first, final int last) {
    final int page = last - first;
    return Math.min(page, model.shown().size() - last) + Math.min(page, first);
  }

  /** What comes from the working thread, passed on to the event thread. */
  private final class Audience implements BrowserWorker.Audience {

    private final AtomicBoolean repaints = new AtomicBoolean();

    private void ifOpen(final Runnable action) {
      if (!closed) {
        action.run();
      }
    }

    /** The worker goes on when the window has told it what it wants now. */
    private void now(final Runnable action) {
      WindowSession.atScreen(() -> ifOpen(action));
    }

    private void later(final Runnable action) {
      EventQueue.invokeLater(() -> ifOpen(action));
    }

    @Override
    public void opened(final BrowsedLayer layer) {
      now(() -> model.take(layer));
    }

    @Override
    public void looked(
        final String layer, final List<ChannelStatistics> statistics, final String trouble) {
      now(
          () -> {
            model.take(layer, statistics);
            model.trouble(trouble);
          });
    }

    @Override
    public void picturesCame() {
      if (!repaints.getAndSet(true)) {
        later(
            () -> {
              repaints.set(false);
              model.picturesCame();
            });
      }
    }

    @Override
    public void says(final BrowserStatus status) {
      later(() -> model.say(status));
    }
  }

  /** What the person does at the window. */
  private final class Actions implements BrowserWindow.Listener {

    @Override
    public void scrolled() {
      want();
    }

    @Override
    public void cameBack() {
      worker.lookAgain();
    }

    @Override
    public void report() {
      model.selected().ifPresent(one -> UnitActions.report(network, one.unit()).start(image()));
    }

    private Optional<ImagePlus> image() {
      return follower.image();
    }

    @Override
    public void menu(final Component where, final int x, final int y) {
      model
          .selected()
          .ifPresent(
              one ->
                  UnitMenu.of(
                          UnitActions.of(network, one.unit()), where.getFont(), image(), this::copy)
                      .show(where, x, y));
    }

    @Override
    public void copy() {
      model
          .selected()
          .map(one -> new StringSelection(one.unit().toString()))
          .ifPresent(
              text -> Toolkit.getDefaultToolkit().getSystemClipboard().setContents(text, text));
    }

    @Override
    public void close() {
      LayerBrowser.this.close();
    }
  }
}
