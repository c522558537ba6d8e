package io.github.inceptionlens.ij1.field;

import javax.swing.JCheckBox;
import javax.swing.JComponent;

/** A check box, whose label stands beside it. */
final class FlagField extends DialogField {

  private final JCheckBox box;

  FlagField(final String label) {
    box = new JCheckBox(label);
  }

  @Override
  public JComponent component() {
    return box;
  }

  @Override
  public String get() {
    return String.valueOf(box.isSelected());
  }

  @Override
  public void set(final String text) {
    box.setSelected(Boolean.parseBoolean(text));
  }

  @Override
  public void onChange(final Runnable action) {
    box.addItemListener(event -> action.run());
  }
}
