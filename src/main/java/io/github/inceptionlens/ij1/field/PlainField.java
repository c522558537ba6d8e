package io.github.inceptionlens.ij1.field;

import javax.swing.JComponent;
import javax.swing.JTextField;

/** A text. */
final class PlainField extends DialogField {

  private final JTextField field;

  PlainField(final int columns) {
    field = new JTextField(columns);
  }

  @Override
  public JComponent component() {
    return field;
  }

  @Override
  public String get() {
    return field.getText();
  }

  @Override
  public void set(final String text) {
    field.setText(text);
  }

  @Override
  public void onChange(final Runnable action) {
    onTyping(field, action);
  }
}
