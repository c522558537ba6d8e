package io.github.inceptionlens.ij1;

import java.awt.Color;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Labels and fields in two columns, each with room for a complaint below. */
final class FormGrid {

  private static final Insets GAPS = new Insets(2, 4, 2, 4);
  private static final Color WRONG = new Color(0xb00020);
  private static final int COMPLAINT_WIDTH = 330;

  private final JPanel panel = new JPanel(new GridBagLayout());
  private final Map<String, Row> rows = new HashMap<>();

  private record Row(JLabel label, JComponent field, JLabel complaint) {}

  JComponent panel() {
    return panel;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  boolean has(final String key) {
    return rows.containsKey(key);
  }

  /** Adds a field below those that there are. */
  void add(final String key, final String words, final JComponent field) {
    final Row row = new Row(new JLabel(words), field, new JLabel());
    row.complaint.setForeground(WRONG);
    row.complaint.setVisible(false);
    row.complaint.setName(key + " complaint");
    final int y = 2 * rows.size();
    panel.add(row.label, at(0, y, GridBagConstraints.LINE_END, 0));
    panel.add(field, at(1, y, GridBagConstraints.LINE_START, 1));
    panel.add(row.complaint, at(1, y + 1, GridBagConstraints.LINE_START, 1));
    rows.put(key, row);
  }

  private static GridBagConstraints at(
      final int x, final int y, final int anchor, final double weight) {
    return new GridBagConstraints(
        x, y, 1, 1, weight, 0, anchor, GridBagConstraints.NONE, GAPS, 0, 0);
  }

  /** Shows a field or hides it; tells whether it was otherwise before. */
  boolean show(final String key, final boolean wanted) {
    final Row row = rows.get(key);
    final boolean changed = row.field.isVisible() != wanted;
    row.label.setVisible(wanted);
    row.field.setVisible(wanted);
    return changed;
  }

  /** Says what is wrong with a field, if anything; tells whether that is new. */
  boolean complain(final String key, final Optional<String> complaint) {
    final Row row = rows.get(key);
    final String text = complaint.map(one -> wrapped(one, COMPLAINT_WIDTH)).orElse("");
    final boolean changed = !text.equals(row.complaint.getText());
    row.complaint.setText(text);
    row.complaint.setVisible(!text.isEmpty());
    row.label.setForeground(text.isEmpty() ? null : WRONG);
    return changed;
  }

  /** A sentence that goes over several lines of so many pixels. */
  static String wrapped(final String sentence, final int width) {
    final String safe = sentence.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<html><div style='width:" + width + "px'>" + safe + "</div></html>";
  }
}
