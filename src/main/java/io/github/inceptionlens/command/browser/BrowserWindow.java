package io.github.inceptionlens.command.browser;

import io.github.inceptionlens.command.browser.pictures.PictureShelf;
import io.github.inceptionlens.command.browser.units.BrowserModel;
import io.github.inceptionlens.command.browser.units.BrowserModel.Change;
import io.github.inceptionlens.command.browser.units.BrowserTab;
import io.github.inceptionlens.command.window.WindowPlacement;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.function.LongSupplier;
import javax.swing.BoxLayout;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.MenuSelectionManager;
import javax.swing.ScrollPaneConstants;

/** The window of a browser: strip, bar, grid and status line over a {@link BrowserModel}. */
final class BrowserWindow {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 700;
  private static final double OF_SCREEN = 0.9;

  private final BrowserModel model;
  private final Listener listener;
  private final JFrame frame = new JFrame();
  private final UnitGridView units;
  private final JScrollPane pane;
  private final LayerStrip strip;
  private final BrowserBar bar;
  private final StatusLine status;
  private final String network;
  private final double scale;

  /** Is told what the person does. */
  interface Listener {

    /** Other units are seen. */
    void scrolled();

    /** Came back from other windows, where pictures may have been made. */
    void cameBack();

    /** Wants to know all about the selected unit. */
    void report();

    /** Wants to do something with the selected unit. */
    void menu(Component where, int x, int y);

    /** Wants the selected unit's name. */
    void copy();

    /** Wants the browser's end. */
    void close();
  }

  /**
   * How it looks.
   *
   * @param network its name
   * @param shelf where the pictures are
   * @param looks the present look at the image; 0 without an image
   * @param scale how large texts and cells are
   */
  record Look(String network, PictureShelf shelf, LongSupplier looks, double scale) {}

  BrowserWindow(final BrowserModel model, final Look look, final Listener listener) {
    this.model = model;
    this.listener = listener;
    this.network = look.network();
    this.scale = look.scale();
    strip = new LayerStrip(model, model::choose);
    bar = new BrowserBar(model, strip.branches(), this::focusUnits);
    status = new StatusLine(model, this::focusUnits);
    final Font font = scaled(status.panel().getFont());
    units =
        new UnitGridView(model, new CellPainter(model, look.shelf(), look.looks(), scale, font));
    units.setFont(font);
    pane =
        new JScrollPane(
            units,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_ALWAYS,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    fill();
    listen();
    bindKeys();
    model.listen(this::show);
  }

  private void fill() {
    final JPanel top = new JPanel();
    top.setLayout(new BoxLayout(top, BoxLayout.Y_AXIS));
    top.add(strip.panel());
    top.add(bar.panel());
    enlarge(top);
    enlarge(status.panel());
    final Container content = frame.getContentPane();
    content.add(top, BorderLayout.NORTH);
    content.add(pane, BorderLayout.CENTER);
    content.add(status.panel(), BorderLayout.SOUTH);
    frame.setTitle(title());
  }

  private Font scaled(final Font font) {
    return font.deriveFont(Font.PLAIN, (float) (scale * font.getSize2D()));
  }

  private void enlarge(final Component part) {
    if (part.getFont() != null) {
      part.setFont(scaled(part.getFont()));
    }
    if (part instanceof Container parts) {
      for (final Component inner : parts.getComponents()) {
        enlarge(inner);
      }
    }
  }

  private String title() {
    return "Layer Browser: " + model.layer() + " of " + network;
  }

  private void listen() {
    frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowActivated(final WindowEvent event) {
            listener.cameBack();
          }

          @Override
          public void windowClosing(final WindowEvent event) {
            listener.close();
          }
        });
    pane.getViewport().addChangeListener(event -> listener.scrolled());
    final UnitMouse mouse = new UnitMouse(model, units, listener);
    units.addMouseListener(mouse);
    units.addMouseWheelListener(mouse);
    units.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusGained(final FocusEvent event) {
            units.repaint();
          }

          @Override
          public void focusLost(final FocusEvent event) {
            units.repaint();
          }
        });
  }

  private void bindKeys() {
    final BrowserKeys keys = new BrowserKeys(frame.getRootPane(), units);
    keys.everywhere("ctrl LEFT", () -> model.moveLayer(-1));
    keys.everywhere("ctrl RIGHT", () -> model.moveLayer(1));
    keys.everywhere("ctrl F", bar::askForFilter);
    keys.everywhere("ctrl W", listener::close);
    keys.everywhere("ESCAPE", this::escape);
    keys.bindMoves(units::move);
    keys.onUnits("ENTER", listener::report);
    keys.onUnits("ctrl C", listener::copy);
    keys.onUnits("CONTEXT_MENU", this::menu);
    keys.onUnits("shift F10", this::menu);
    keys.onUnits("typed /", bar::askForFilter);
    keys.onUnits("typed +", () -> model.zoom(1));
    keys.onUnits("typed =", () -> model.zoom(1));
    keys.onUnits("typed -", () -> model.zoom(-1));
    keys.onUnits("typed 0", model::zoomBack);
    for (final BrowserTab tab : BrowserTab.values()) {
      keys.onUnits("typed " + (tab.ordinal() + 1), () -> model.show(tab));
    }
  }

  /** Takes a menu away, or shows all units again, or stops what is being made. */
  private void escape() {
    final MenuSelectionManager menus = MenuSelectionManager.defaultManager();
    if (menus.getSelectedPath().length > 0) {
      menus.clearSelectedPath();
      return;
    }
    if (!bar.clearFilter() && model.status().working()) {
      model.stop(true);
    }
    focusUnits();
  }

  private void menu() {
    units
        .selection()
        .ifPresent(
            cell -> {
              units.showSelection();
              listener.menu(units, cell.x + cell.width / 2, cell.y + cell.height / 2);
            });
  }

  private void focusUnits() {
    units.requestFocusInWindow();
  }

  /** Shows what has changed. */
  private void show(final Change what) {
    switch (what) {
      case LAYER -> {
        frame.setTitle(title());
        strip.show();
        relay();
        units.showFirst();
      }
      case UNITS -> {
        bar.show();
        relay();
      }
      case ZOOM -> zoomed();
      case TAB -> bar.show();
      case SELECTION -> units.showSelection();
      default -> {}
    }
    status.show();
    units.repaint();
  }

  private void relay() {
    units.revalidate();
    pane.validate();
  }

  /** Keeps what was looked at in view: the selected unit, or the first one that was seen. */
  private void zoomed() {
    final int first = units.first();
    relay();
    if (units.selection().isPresent()) {
      units.showSelection();
    } else if (first < model.shown().size()) {
      final Rectangle cell = units.grid().bounds(first);
      units.scrollRectToVisible(
          new Rectangle(cell.x, cell.y, 1, pane.getViewport().getExtentSize().height));
    }
  }

  /** The first of the units that are seen. */
  int first() {
    return units.first();
  }

  /** The unit after the last one that is seen. */
  int last() {
    return units.last();
  }

  /** The window itself. */
  JFrame frame() {
    return frame;
  }

  /** Opens it beside a window, or in the middle of the screen. */
  void open(final Rectangle screen, final WindowPlacement placement) {
    frame.setPreferredSize(
        new Dimension(
            (int) Math.min(OF_SCREEN * screen.width, scale * WIDTH),
            (int) Math.min(OF_SCREEN * screen.height, scale * HEIGHT)));
    frame.pack();
    frame.setLocation(
        screen.x + (screen.width - frame.getWidth()) / 2,
        screen.y + (screen.height - frame.getHeight()) / 2);
    placement.place(frame);
    frame.setVisible(true);
    focusUnits();
  }
}
