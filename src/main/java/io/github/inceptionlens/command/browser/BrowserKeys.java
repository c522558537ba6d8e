package io.github.inceptionlens.command.browser;

import io.github.inceptionlens.command.browser.units.UnitGrid.Move;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/**
 * The keys of a browser. Where they are written with the control key, the Mac's command key does
 * the same.
 *
 * @param window in which some keys count wherever the focus is
 * @param units on which others count alone, for letters are typed elsewhere
 */
record BrowserKeys(JComponent window, JComponent units) {

  private static final Map<Move, String> ARROWS =
      Map.of(Move.LEFT, "LEFT", Move.RIGHT, "RIGHT", Move.UP, "UP", Move.DOWN, "DOWN");

  /** Binds a key that counts in the whole window. */
  void everywhere(final String key, final Runnable action) {
    bind(window, key, action, JComponent.WHEN_IN_FOCUSED_WINDOW);
  }

  /** Binds a key that counts on the units. */
  void onUnits(final String key, final Runnable action) {
    bind(units, key, action, JComponent.WHEN_FOCUSED);
  }

  /** Binds the arrows, also those of the number pad, and the keys of pages. */
  void bindMoves(final Consumer<Move> way) {
    for (final Move move : Move.values()) {
      onUnits(move.name(), () -> way.accept(move));
    }
    ARROWS.forEach((move, name) -> onUnits("KP_" + name, () -> way.accept(move)));
  }

  private static void bind(
      final JComponent part, final String key, final Runnable action, final int condition) {
    part.registerKeyboardAction(event -> action.run(), KeyStroke.getKeyStroke(key), condition);
    if (key.startsWith("ctrl ")) {
      bind(part, key.replace("ctrl ", "meta "), action, condition);
    }
  }
}
