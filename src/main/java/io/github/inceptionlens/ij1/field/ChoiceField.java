package io.github.inceptionlens.ij1.field;

import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JComponent;

/** One of a few texts. */
final class ChoiceField extends DialogField {

  private final JComboBox<String> box;

  ChoiceField(final List<String> choices) {
    box = new JComboBox<>(choices.toArray(String[]::new));
    box.setMaximumRowCount(20);
  }

  @Override
  public JComponent component() {
    return box;
  }

  @Override
  public String get() {
    return String.valueOf(box.getSelectedItem());
  }

  @Override
  public void set(final String text) {
    for (int i = 0; i < box.getItemCount(); i++) {
      if (box.getItemAt(i).equalsIgnoreCase(text)) {
        box.setSelectedIndex(i);
      }
    }
  }

  @Override
  public void onChange(final Runnable action) {
    box.addItemListener(event -> action.run());
  }
}
