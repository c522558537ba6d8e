package io.github.inceptionlens.ij1;

import io.github.inceptionlens.command.CostEstimate;
import io.github.inceptionlens.core.UserError;
import javax.swing.JLabel;

/** What a command's work will cost, in its dialog; not there where there is nothing to say. */
final class CostLine {

  /** A text of more letters goes over several lines, so that the dialog stays narrow. */
  private static final int LONG = 100;

  private static final int WIDTH = 560;

  private static final String BLANK = " ";

  private final Object command;
  private final JLabel label = new JLabel(BLANK);

  /**
   * @param command one that can tell, or any other
   */
  CostLine(final Object command) {
    this.command = command;
    label.setName("cost");
    label.setVisible(false);
  }

  JLabel label() {
    return label;
  }

  /**
   * Says what the command will cost with the values that it has.
   *
   * @param isAllowed whether all of them are right
   * @return whether the line needs another room than before
   */
  boolean tell(final boolean isAllowed) {
    final int before = height();
    final String text = isAllowed ? forecast() : label.isVisible() ? BLANK : "";
    label.setText(text.length() > LONG ? FormGrid.wrapped(text, WIDTH) : text);
    label.setVisible(!text.isEmpty());
    return height() != before;
  }

  private int height() {
    return label.isVisible() ? label.getPreferredSize().height : 0;
  }

  private String forecast() {
    try {
      return command instanceof CostEstimate one ? one.forecast() : "";
    } catch (final UserError e) {
      return e.getMessage();
    }
  }
}
