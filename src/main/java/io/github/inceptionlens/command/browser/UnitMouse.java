package io.github.inceptionlens.command.browser;

import io.github.inceptionlens.command.browser.units.BrowserModel;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.OptionalInt;

/** The mouse on a grid of units: selects, asks for reports and menus, scrolls and zooms. */
final class UnitMouse extends MouseAdapter {

  private final BrowserModel model;
  private final UnitGridView units;
  private final BrowserWindow.Listener listener;

  UnitMouse(
      final BrowserModel model, final UnitGridView units, final BrowserWindow.Listener listener) {
    this.model = model;
    this.units = units;
    this.listener = listener;
  }

  @Override
  public void mousePressed(final MouseEvent event) {
    units.requestFocusInWindow();
    final OptionalInt index = units.at(event.getX(), event.getY());
    index.ifPresent(model::select);
    if (index.isPresent() && event.getButton() == MouseEvent.BUTTON1 && isSecond(event)) {
      listener.report();
    }
    trigger(event);
  }

  private static boolean isSecond(final MouseEvent event) {
    return event.getClickCount() == 2 && !event.isPopupTrigger();
  }

  @Override
  public void mouseReleased(final MouseEvent event) {
    trigger(event);
  }

  private void trigger(final MouseEvent event) {
    if (event.isPopupTrigger() && units.at(event.getX(), event.getY()).isPresent()) {
      listener.menu(units, event.getX(), event.getY());
    }
  }

  @Override
  public void mouseWheelMoved(final MouseWheelEvent event) {
    if (event.isControlDown() || event.isMetaDown()) {
      model.zoom(-event.getWheelRotation());
    } else {
      units.getParent().dispatchEvent(event);
    }
  }
}
