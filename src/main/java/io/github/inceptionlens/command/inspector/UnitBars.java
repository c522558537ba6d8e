package io.github.inceptionlens.command.inspector;

import io.github.inceptionlens.activation.UnitValue;
import io.github.inceptionlens.command.unit.MapIcon;
import io.github.inceptionlens.command.unit.UnitIcons;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.architecture.EntryLabels;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JComponent;

/** The strongest channels as bars, each with icon, name, label and value. */
final class UnitBars extends JComponent {

  private static final long serialVersionUID = 1L;

  static final int ICON = 40;

  private static final int ROW = 48;
  private static final int GAP = 8;
  private static final int WIDTH = 320;
  private static final int BAR = 7;

  private final transient InspectorLook look;
  private final transient Listener listener;
  private transient List<UnitValue> values = List.of();
  private transient EntryLabels labels = new EntryLabels();
  private transient Optional<UnitIcons> icons = Optional.empty();
  private transient Optional<Unit> overlaid = Optional.empty();
  private transient Optional<Inspection> map = Optional.empty();
  private int rows;
  private int hovered = -1;

  /** Is told what a person does with a bar. */
  interface Listener {
    void clicked(Unit unit);

    void clickedTwice(Unit unit);

    void menu(Unit unit, MouseEvent event);
  }

  UnitBars(final InspectorLook look, final Listener listener) {
    this.look = look;
    this.listener = listener;
    setName("bars");
    setToolTipText("");
    final MouseAdapter mouse = new Mouse();
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
  }

  /** Clicks and moves. */
  private final class Mouse extends MouseAdapter {

    @Override
    public void mousePressed(final MouseEvent event) {
      popup(event);
    }

    @Override
    public void mouseReleased(final MouseEvent event) {
      popup(event);
    }

    private void popup(final MouseEvent event) {
      if (event.isPopupTrigger()) {
        unit(event.getY()).ifPresent(unit -> listener.menu(unit, event));
      }
    }

    @Override
    public void mouseClicked(final MouseEvent event) {
      if (event.getButton() != MouseEvent.BUTTON1 || event.isPopupTrigger()) {
        return;
      }
      if (event.getClickCount() == 1) {
        unit(event.getY()).ifPresent(listener::clicked);
      } else if (event.getClickCount() == 2) {
        unit(event.getY()).ifPresent(listener::clickedTwice);
      }
    }

    @Override
    public void mouseMoved(final MouseEvent event) {
      hover(event.getY() / look.pixels(ROW));
    }

    @Override
    public void mouseExited(final MouseEvent event) {
      hover(-1);
    }
  }

  private void hover(final int row) {
    if (hovered != row) {
      hovered = row;
      setCursor(
          Cursor.getPredefinedCursor(
              unit(row * look.pixels(ROW)).isPresent()
                  ? Cursor.HAND_CURSOR
                  : Cursor.DEFAULT_CURSOR));
      repaint();
    }
  }

  private Optional<Unit> unit(final int y) {
    final int row = y / look.pixels(ROW);
    return y >= 0 && row >= 0 && row < values.size()
        ? Optional.of(values.get(row).unit())
        : Optional.empty();
  }

  /** The unit of a bar, from 0. */
  Optional<Unit> bar(final int row) {
    return unit(row * look.pixels(ROW));
  }

  @Override
  public String getToolTipText(final MouseEvent event) {
    return unit(event.getY())
        .map(
            unit ->
                labels.described(unit)
                    + ": click for its map over the image, double click for its report")
        .orElse(null);
  }

  /**
   * Shows other values.
   *
   * @param from how many bars there is room for
   */
  void show(final InspectorView view, final Optional<UnitIcons> from) {
    values =
        view.reading().map(PlaceReading::values).orElse(List.of()).stream()
            .filter(one -> one.value() > 0)
            .toList();
    map = view.inspection();
    labels = map.map(Inspection::labels).orElse(labels);
    overlaid = view.overlaid();
    icons = from;
    if (rows != view.settings().count()) {
      rows = view.settings().count();
      revalidate();
    }
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(look.pixels(WIDTH), look.pixels(ROW) * Math.max(1, rows));
  }

  @Override
  protected void paintComponent(final Graphics context) {
    final Graphics2D graphics = (Graphics2D) context.create();
    InspectorLook.smooth(graphics);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, getWidth(), getHeight());
    for (int row = 0; row < values.size(); row++) {
      paint(graphics, row);
    }
    graphics.dispose();
  }

  private void paint(final Graphics2D graphics, final int row) {
    final UnitValue one = values.get(row);
    final boolean isChosen = overlaid.equals(Optional.of(one.unit()));
    final int top = row * look.pixels(ROW);
    if (isChosen || hovered == row) {
      graphics.setColor(isChosen ? InspectorLook.CHOSEN : InspectorLook.HOVERED);
      graphics.fillRect(0, top, getWidth(), look.pixels(ROW));
    }
    paintIcon(graphics, one.unit(), look.pixels(GAP), top + look.pixels(ROW - ICON) / 2);
    final int left = look.pixels(2 * GAP + ICON);
    final int width = getWidth() - left - look.pixels(GAP);
    paintText(graphics, one, left, top + look.pixels(ROW) / 2 - look.pixels(4), width);
    final int height = look.pixels(BAR);
    final int y = top + look.pixels(ROW) / 2 + look.pixels(6);
    graphics.setColor(InspectorLook.TRACK);
    graphics.fillRoundRect(left, y, width, height, height, height);
    graphics.setColor(isChosen ? InspectorLook.OVERLAID : InspectorLook.BAR);
    final double part = map.map(any -> one.value() / any.most()).orElse(0.0);
    final int length = (int) Math.round(width * Math.min(1, part));
    graphics.fillRoundRect(left, y, Math.max(height, length), height, height, height);
  }

  private void paintIcon(final Graphics2D graphics, final Unit unit, final int x, final int y) {
    final int side = look.pixels(ICON);
    graphics.setColor(InspectorLook.TRACK);
    graphics.fillRect(x, y, side, side);
    icons
        .flatMap(all -> all.icon(unit))
        .or(() -> map.map(one -> MapIcon.of(one.maps(), unit.channel(), side)))
        .ifPresent(
            picture ->
                graphics.drawImage(
                    picture,
                    x + (side - picture.getWidth()) / 2,
                    y + (side - picture.getHeight()) / 2,
                    null));
  }

  private void paintText(
      final Graphics2D graphics,
      final UnitValue one,
      final int left,
      final int base,
      final int width) {
    graphics.setFont(look.normal());
    final FontMetrics normal = graphics.getFontMetrics();
    final String value = String.format(Locale.ROOT, "%.4g", one.value());
    final int room = width - normal.stringWidth(value) - look.pixels(GAP);
    graphics.setColor(InspectorLook.TEXT);
    graphics.drawString(value, left + width - normal.stringWidth(value), base);
    final String name = shortened(one.unit().toString(), normal, room);
    graphics.drawString(name, left, base);
    final int shift = normal.stringWidth(name) + look.pixels(GAP);
    graphics.setFont(look.small());
    graphics.setColor(InspectorLook.FAINT);
    graphics.drawString(
        shortened(labels.of(one.unit()).orElse(""), graphics.getFontMetrics(), room - shift),
        left + shift,
        base);
  }

  private static String shortened(final String text, final FontMetrics font, final int room) {
    if (font.stringWidth(text) <= room) {
      return text;
    }
    int length = text.length();
    while (length > 0 && font.stringWidth(text.substring(0, length) + '\u2026') > room) {
      length--;
    }
    return length > 0 ? text.substring(0, length) + '\u2026' : "";
  }
}
