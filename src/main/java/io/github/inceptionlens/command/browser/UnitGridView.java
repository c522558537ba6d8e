package io.github.inceptionlens.command.browser;

import io.github.inceptionlens.command.browser.units.BrowserModel;
import io.github.inceptionlens.command.browser.units.BrowserTab;
import io.github.inceptionlens.command.browser.units.UnitGrid;
import io.github.inceptionlens.command.browser.units.UnitGrid.Move;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JComponent;
import javax.swing.JToolTip;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import javax.swing.SwingUtilities;
import javax.swing.ToolTipManager;

/** The units of a layer as cells of a grid; only those that are seen are drawn. */
final class UnitGridView extends JComponent implements Scrollable {

  private static final long serialVersionUID = 1L;

  private final transient BrowserModel model;
  private final transient CellPainter painter;

  UnitGridView(final BrowserModel model, final CellPainter painter) {
    this.model = model;
    this.painter = painter;
    setName("units");
    setFocusable(true);
    setOpaque(true);
    ToolTipManager.sharedInstance().registerComponent(this);
  }

  /** Where the cells lie now. */
  UnitGrid grid() {
    final int width = getParent() instanceof JViewport port ? port.getWidth() : getWidth();
    return new UnitGrid(
        model.shown().size(), Math.max(1, width), painter.cellWidth(), painter.cellHeight());
  }

  private Rectangle seen() {
    return getParent() instanceof JViewport port ? port.getViewRect() : getBounds();
  }

  /** The first of the units that are seen. */
  int first() {
    return grid().first(seen());
  }

  /** The unit after the last one that is seen. */
  int last() {
    return grid().last(seen());
  }

  /** The unit at a place. */
  OptionalInt at(final int x, final int y) {
    return grid().at(x, y);
  }

  /** What the selected unit covers; nothing where none is. */
  Optional<Rectangle> selection() {
    return Optional.of(model.selection()).filter(i -> i >= 0).map(i -> grid().bounds(i));
  }

  /** Selects the unit to which a move leads; an arrow without a selection one that is seen. */
  void move(final Move move) {
    final int from = model.selection();
    final boolean begins = from < 0 && move != Move.HOME && move != Move.END;
    model.select(begins ? first() : grid().moved(Math.max(0, from), move, seen().height));
    showSelection();
  }

  /** Scrolls to the selected unit. */
  void showSelection() {
    selection().ifPresent(this::scrollRectToVisible);
  }

  /** Scrolls to the first unit. */
  void showFirst() {
    scrollRectToVisible(new Rectangle(1, 1));
  }

  @Override
  protected void paintComponent(final Graphics graphics) {
    final Graphics2D page = (Graphics2D) graphics.create();
    try {
      final Rectangle part = graphics.getClipBounds();
      painter.clear(page, part);
      final UnitGrid grid = grid();
      for (int i = grid.first(part); i < grid.last(part); i++) {
        painter.draw(
            page, model.shown().get(i), grid.bounds(i), i == model.selection(), isFocusOwner());
      }
      final String message = message();
      if (!message.isEmpty()) {
        painter.write(page, message, seen());
      }
    } finally {
      page.dispose();
    }
  }

  /** Why there is nothing to be seen; empty where there is something. */
  private String message() {
    if (model.shown().isEmpty()) {
      return model.all() == 0 ? "" : "No unit passes the filter";
    }
    final boolean isMade = model.tab() == BrowserTab.VISUALIZATIONS || model.status().working();
    return isMade ? "" : model.status().text();
  }

  @Override
  public String getToolTipText(final MouseEvent event) {
    final OptionalInt index = at(event.getX(), event.getY());
    return index.isPresent() ? painter.tip(model.shown().get(index.getAsInt())) : null;
  }

  @Override
  public JToolTip createToolTip() {
    final JToolTip tip = super.createToolTip();
    tip.setFont(getFont());
    return tip;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(painter.cellWidth(), grid().height());
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(
      final Rectangle visible, final int orientation, final int direction) {
    return painter.cellHeight() / 2;
  }

  @Override
  public int getScrollableBlockIncrement(
      final Rectangle visible, final int orientation, final int direction) {
    final int cell = painter.cellHeight();
    return Math.max(cell, visible.height / cell * cell);
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null
        && SwingUtilities.getUnwrappedParent(this).getHeight() > getPreferredSize().height;
  }
}
