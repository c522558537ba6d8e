package io.github.inceptionlens.ij1;

import io.github.inceptionlens.command.DialogSupport;
import io.github.inceptionlens.ij1.field.DialogField;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.scijava.widget.WidgetStyle;

/**
 * The fields of a command's keys: those that everybody sets, those that few do behind a button, and
 * below what the field means in which one is.
 */
final class DialogForm {

  private static final int HIGHEST = 470;
  private static final int HINT_ROWS = 3;
  private static final int HINT_COLUMNS = 46;

  private final JPanel panel = new JPanel(new BorderLayout(0, 8));
  private final FormGrid basic = new FormGrid();
  private final FormGrid advanced = new FormGrid();
  private final JButton more = new JButton();
  private final JTextArea hint = new JTextArea(HINT_ROWS, HINT_COLUMNS);
  private final Map<String, DialogField> fields = new LinkedHashMap<>();
  private final DialogSupport support;

  private Runnable resized = () -> {};

  DialogForm(final List<MacroKey> keys, final DialogSupport support, final String description) {
    this.support = support;
    hint.setText(description);
    keys.forEach(this::add);
    final JPanel column = new JPanel();
    column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
    column.add(left(basic.panel()));
    if (!advanced.isEmpty()) {
      column.add(Box.createVerticalStrut(6));
      column.add(left(more));
      column.add(left(advanced.panel()));
      more.addActionListener(event -> unfold(!advanced.panel().isVisible()));
    }
    unfold(false);
    final JScrollPane scroll = new JScrollPane(column);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    panel.add(new Limited(scroll), BorderLayout.CENTER);
    panel.add(hint(), BorderLayout.SOUTH);
  }

  private static JComponent left(final JComponent part) {
    part.setAlignmentX(0);
    return part;
  }

  private JTextArea hint() {
    hint.setEditable(false);
    hint.setFocusable(false);
    hint.setLineWrap(true);
    hint.setWrapStyleWord(true);
    hint.setOpaque(false);
    hint.setForeground(Color.DARK_GRAY);
    hint.setName("hint");
    return hint;
  }

  private void add(final MacroKey key) {
    final DialogField field = field(key);
    field.suggest(support.suggestions(key.name()));
    field.set(key.proposal());
    field.input().setName(key.name());
    field.input().getAccessibleContext().setAccessibleName(key.label());
    field
        .input()
        .addFocusListener(
            new FocusAdapter() {
              @Override
              public void focusGained(final FocusEvent event) {
                hint.setText(key.description());
              }
            });
    field
        .input()
        .addMouseListener(
            new MouseAdapter() {
              @Override
              public void mouseEntered(final MouseEvent event) {
                hint.setText(key.description());
              }
            });
    fields.put(key.name(), field);
    (key.isAdvanced() ? advanced : basic)
        .add(key.name(), key.isFlag() ? "" : key.label(), field.component());
  }

  private DialogField field(final MacroKey key) {
    final String style = key.item().getWidgetStyle();
    if (key.isFlag()) {
      return DialogField.flag(key.label());
    } else if (key.isList()) {
      return DialogField.several(
          support.suggestions(key.name()).stream().map(DialogSupport.Suggestion::value).toList());
    } else if (!key.choices().isEmpty()) {
      return DialogField.choice(key.choices());
    } else if (WidgetStyle.isStyle(style, "slider")) {
      return DialogField.slider(
          ((Number) key.item().getMinimumValue()).intValue(),
          ((Number) key.item().getMaximumValue()).intValue());
    } else if (WidgetStyle.isStyle(style, "directory")) {
      return DialogField.folder();
    } else if (WidgetStyle.isStyle(style, "save")) {
      return DialogField.newFile();
    } else if (WidgetStyle.isStyle(style, "open") || key.type() == File.class) {
      return DialogField.file();
    }
    return key.isNumber() ? DialogField.number() : DialogField.text();
  }

  JComponent component() {
    return panel;
  }

  /** Offers what the command suggests now. */
  void suggest() {
    fields.forEach((key, field) -> field.suggest(support.suggestions(key)));
  }

  /** What stands in the fields now, by key. */
  Map<String, String> texts() {
    final Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach((key, field) -> texts.put(key, field.get()));
    return texts;
  }

  /** Puts texts into the fields. */
  void set(final Map<String, String> texts) {
    texts.forEach((key, text) -> fields.get(key).set(text));
  }

  /** Does something whenever a text may have changed. */
  void onChange(final Runnable action) {
    fields.values().forEach(field -> field.onChange(action));
  }

  /** Does something whenever the form needs another size. */
  void onResize(final Runnable action) {
    resized = action;
  }

  /** Shows the fields that count, and below each what is wrong with it. */
  void show(final Map<String, String> complaints, final Predicate<String> isRead) {
    boolean moved = false;
    for (final String key : fields.keySet()) {
      final FormGrid grid = basic.has(key) ? basic : advanced;
      moved |= grid.show(key, isRead.test(key));
      moved |= grid.complain(key, Optional.ofNullable(complaints.get(key)));
      if (grid == advanced && complaints.containsKey(key) && !advanced.panel().isVisible()) {
        unfold(true);
      }
    }
    if (moved) {
      resized.run();
    }
  }

  private void unfold(final boolean wanted) {
    advanced.panel().setVisible(wanted);
    more.setText(wanted ? "Advanced \u25b4" : "Advanced \u25be");
    more.setName("advanced");
    resized.run();
  }

  /** A part that is no higher than a small screen allows. */
  private static final class Limited extends JPanel {

    private static final long serialVersionUID = 1L;

    Limited(final JScrollPane scroll) {
      super(new BorderLayout());
      add(scroll);
    }

    @Override
    public Dimension getPreferredSize() {
      final Dimension size = super.getPreferredSize();
      final int bar = size.height > HIGHEST ? 20 : 0;
      return new Dimension(size.width + bar, Math.min(size.height, HIGHEST));
    }
  }
}
