package io.github.inceptionlens.ij1.field;

import java.awt.GridLayout;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** A check box for each of several texts; together a list with commas. */
final class SeveralField extends DialogField {

  private static final int BOXES_PER_ROW = 3;

  private final JPanel panel = new JPanel(new GridLayout(0, BOXES_PER_ROW, 6, 0));
  private final List<JCheckBox> boxes;
  private List<String> order = List.of();

  SeveralField(final List<String> choices) {
    boxes = choices.stream().map(JCheckBox::new).toList();
    boxes.forEach(panel::add);
  }

  @Override
  public JComponent component() {
    return panel;
  }

  /** What was there keeps its place; what was added follows. */
  @Override
  public String get() {
    return boxes.stream()
        .filter(JCheckBox::isSelected)
        .map(JCheckBox::getText)
        .sorted(Comparator.comparingInt(this::place))
        .collect(Collectors.joining(", "));
  }

  private int place(final String name) {
    final int place = order.indexOf(name.toLowerCase(Locale.ROOT));
    return place < 0 ? order.size() : place;
  }

  @Override
  public void set(final String text) {
    order =
        Arrays.stream(text.split(",")).map(one -> one.strip().toLowerCase(Locale.ROOT)).toList();
    final boolean all = order.contains("all");
    boxes.forEach(
        box -> box.setSelected(all || order.contains(box.getText().toLowerCase(Locale.ROOT))));
  }

  @Override
  public void onChange(final Runnable action) {
    boxes.forEach(box -> box.addItemListener(event -> action.run()));
  }
}
