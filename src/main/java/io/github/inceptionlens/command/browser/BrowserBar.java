package io.github.inceptionlens.command.browser;

import io.github.inceptionlens.command.browser.units.BrowserModel;
import io.github.inceptionlens.command.browser.units.BrowserTab;
import io.github.inceptionlens.command.browser.units.UnitFilter;
import io.github.inceptionlens.command.browser.units.UnitOrder;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.AbstractButton;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** What pictures are shown, of which units, in which order, and how large. */
final class BrowserBar {

  private static final int GAP = 6;
  private static final int FILTER_COLUMNS = 12;

  private final BrowserModel model;
  private final JPanel panel = new JPanel(new GridLayout(0, 1));
  private final Map<BrowserTab, JToggleButton> tabs = new EnumMap<>(BrowserTab.class);
  private final JComboBox<UnitOrder> orders = new JComboBox<>();
  private final JTextField filter = new JTextField(FILTER_COLUMNS);
  private final JCheckBox firing = new JCheckBox("firing here");
  private boolean showing;

  /**
   * @param branches the choice of a branch
   * @param done takes the keys back once something was chosen
   */
  BrowserBar(final BrowserModel model, final JComponent branches, final Runnable done) {
    this.model = model;
    panel.add(pictures(branches, done));
    panel.add(units(done));
    show();
  }

  private JPanel pictures(final JComponent branches, final Runnable done) {
    final JPanel row = row();
    final ButtonGroup group = new ButtonGroup();
    for (final BrowserTab tab : BrowserTab.values()) {
      final JToggleButton button = new JToggleButton(tab.toString());
      button.setToolTipText("Key " + (tab.ordinal() + 1));
      listen(button, tab.toString(), () -> model.show(tab), done);
      group.add(button);
      tabs.put(tab, button);
      row.add(button);
    }
    row.add(branches);
    row.add(zoom("\u2212", "smaller", "Smaller (\u2212, or the wheel with Ctrl)", -1, done));
    row.add(zoom("+", "larger", "Larger (+, or the wheel with Ctrl)", 1, done));
    return row;
  }

  private JButton zoom(
      final String text, final String name, final String tip, final int by, final Runnable done) {
    final JButton button = new JButton(text);
    button.setToolTipText(tip);
    listen(button, name, () -> model.zoom(by), done);
    return button;
  }

  private static void listen(
      final AbstractButton button, final String name, final Runnable action, final Runnable done) {
    button.setName(name);
    button.addActionListener(
        event -> {
          action.run();
          done.run();
        });
  }

  private JPanel units(final Runnable done) {
    orders.setName("order");
    orders.setToolTipText("\"here\": within the selection of the current image, or on all of it");
    orders.addActionListener(
        event -> {
          if (!showing && orders.getSelectedItem() != null) {
            model.sort((UnitOrder) orders.getSelectedItem());
            done.run();
          }
        });
    filter.setName("filter");
    filter.setToolTipText(
        "447, 12-20, part of a label, or >2.5 for the mean here ( / goes here, Enter goes back)");
    filter.addActionListener(event -> done.run());
    filter.getDocument().addDocumentListener(new Typing());
    firing.setToolTipText("Only units that fire within the selection of the current image");
    listen(firing, "firing", this::filter, done);
    final JPanel row = row();
    row.add(new JLabel("Sort by"));
    row.add(orders);
    row.add(new JLabel("Filter"));
    row.add(filter);
    row.add(firing);
    return row;
  }

  private static JPanel row() {
    return new JPanel(new FlowLayout(FlowLayout.LEADING, GAP, GAP / 2));
  }

  /** Every change of the text counts at once. */
  private final class Typing implements DocumentListener {

    @Override
    public void insertUpdate(final DocumentEvent event) {
      filter();
    }

    @Override
    public void removeUpdate(final DocumentEvent event) {
      filter();
    }

    @Override
    public void changedUpdate(final DocumentEvent event) {
      filter();
    }
  }

  private void filter() {
    if (!showing) {
      model.filter(new UnitFilter(filter.getText(), firing.isSelected()));
    }
  }

  /** Where it is drawn. */
  JPanel panel() {
    return panel;
  }

  /** Takes the keys, for a text to filter by. */
  void askForFilter() {
    filter.requestFocusInWindow();
    filter.selectAll();
  }

  /** Shows all units again; returns whether some were hidden. */
  boolean clearFilter() {
    final boolean hidden = !model.filter().equals(UnitFilter.ALL);
    filter.setText("");
    firing.setSelected(false);
    filter();
    return hidden;
  }

  /** Shows what is chosen now. */
  void show() {
    showing = true;
    try {
      tabs.get(model.tab()).setSelected(true);
      orders.removeAllItems();
      model.orders().forEach(orders::addItem);
      orders.setSelectedItem(model.order());
    } finally {
      showing = false;
    }
  }
}
