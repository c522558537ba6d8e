package io.github.inceptionlens.ij1.field;

import java.awt.BorderLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;

/** A slider beside a number, in which anything may stand. */
final class SliderField extends DialogField {

  private final JPanel panel = new JPanel(new BorderLayout(6, 0));
  private final JSlider slider;
  private final JTextField field = new JTextField(4);
  private boolean moving;

  SliderField(final int least, final int most) {
    slider = new JSlider(least, most);
    panel.add(slider, BorderLayout.CENTER);
    panel.add(field, BorderLayout.EAST);
    slider.addChangeListener(
        event -> {
          if (!moving) {
            field.setText(String.valueOf(slider.getValue()));
          }
        });
    onTyping(field, this::follow);
  }

  private void follow() {
    if (field.getText().strip().matches("-?\\d{1,6}")) {
      moving = true;
      slider.setValue(Integer.parseInt(field.getText().strip()));
      moving = false;
    }
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public JComponent input() {
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
