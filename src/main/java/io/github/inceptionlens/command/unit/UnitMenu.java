package io.github.inceptionlens.command.unit;

import ij.ImagePlus;
import java.awt.Font;
import java.util.List;
import java.util.Optional;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** The menu of a unit in a window that shows units. */
public final class UnitMenu {

  private UnitMenu() {}

  /**
   * A menu of what can be done with a unit.
   *
   * @param image on which it is done
   * @param copy copies the unit's name
   */
  public static JPopupMenu of(
      final List<UnitActions> actions,
      final Font font,
      final Optional<ImagePlus> image,
      final Runnable copy) {
    final JPopupMenu menu = new JPopupMenu();
    for (final UnitActions action : actions) {
      menu.add(item(action.text(), font, () -> action.start(image)));
    }
    menu.addSeparator();
    menu.add(item("Copy Name", font, copy));
    return menu;
  }

  private static JMenuItem item(final String text, final Font font, final Runnable action) {
    final JMenuItem item = new JMenuItem(text);
    item.setName(text);
    item.setFont(font);
    item.addActionListener(event -> action.run());
    return item;
  }
}
