package io.github.inceptionlens.ij1.field;

import io.github.inceptionlens.command.DialogSupport.Suggestion;
import java.awt.BorderLayout;
import java.awt.Component;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.plaf.basic.BasicComboBoxEditor;

/** A text for which values are offered, with what they mean. */
final class SuggestedField extends DialogField {

  private static final int COLUMNS = 22;

  private final JPanel panel = new JPanel(new BorderLayout());
  private final JComboBox<Object> box = new JComboBox<>();
  private final JTextField plain = new JTextField(COLUMNS);
  private final PlaceholderField typed = new PlaceholderField();
  private boolean offers;

  SuggestedField() {
    box.setEditable(true);
    box.setMaximumRowCount(20);
    typed.setColumns(COLUMNS - 3);
    box.setEditor(
        new BasicComboBoxEditor() {
          @Override
          protected JTextField createEditorComponent() {
            return typed;
          }
        });
    box.setRenderer(new Words());
    panel.add(plain);
  }

  @Override
  public void suggest(final List<Suggestion> suggestions) {
    if (suggestions.isEmpty()) {
      return;
    }
    final String before = get();
    final DefaultComboBoxModel<Object> model = new DefaultComboBoxModel<>();
    suggestions.forEach(model::addElement);
    suggestions.stream()
        .filter(one -> one.value().isEmpty())
        .forEach(one -> typed.placeholder(one.words()));
    box.setModel(model);
    if (!offers) {
      offers = true;
      panel.removeAll();
      panel.add(box);
    }
    set(before);
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public JTextField input() {
    return offers ? typed : plain;
  }

  @Override
  public String get() {
    return input().getText();
  }

  @Override
  public void set(final String text) {
    if (offers) {
      box.setSelectedItem(new Suggestion(text, ""));
    }
    input().setText(text);
  }

  @Override
  public void onChange(final Runnable action) {
    onTyping(plain, action);
    onTyping(typed, action);
    box.addActionListener(
        event -> {
          if (box.getSelectedItem() instanceof Suggestion one) {
            typed.setText(one.value());
          }
        });
  }

  /** Values with their meaning. */
  private static final class Words extends DefaultListCellRenderer {

    private static final long serialVersionUID = 1L;

    @Override
    public Component getListCellRendererComponent(
        final JList<?> list,
        final Object value,
        final int index,
        final boolean selected,
        final boolean focused) {
      final String text =
          value instanceof Suggestion one
              ? one.words().isEmpty() ? one.value() : one.value() + "   " + one.words()
              : String.valueOf(value);
      return super.getListCellRendererComponent(list, text, index, selected, focused);
    }
  }
}
