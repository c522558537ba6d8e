package io.github.inceptionlens.command.browser;

import io.github.inceptionlens.command.browser.units.BrowserModel;
import io.github.inceptionlens.command.browser.units.LayerFamily;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;

/** The layers, side by side, and the branches of the one that is chosen. */
final class LayerStrip {

  private static final int GAP = 6;
  private static final int MOST_ROWS = 3;

  private final BrowserModel model;
  private final JList<LayerFamily> families;
  private final JComboBox<String> members = new JComboBox<>();
  private final JPanel panel = new JPanel(new BorderLayout(GAP, 0));
  private boolean showing;

  /**
   * @param choose is told the name of a layer that the user goes to
   */
  LayerStrip(final BrowserModel model, final Consumer<String> choose) {
    this.model = model;
    families = new Names(model.families().toArray(LayerFamily[]::new));
    families.setName("layers");
    families.setLayoutOrientation(JList.HORIZONTAL_WRAP);
    families.setVisibleRowCount(1);
    families.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    families.setToolTipText(
        "The layers of the network, then its dictionaries (Ctrl \u2190 \u2192)");
    families.setCellRenderer(new Name());
    families.addListSelectionListener(
        event -> {
          if (!showing && !event.getValueIsAdjusting() && families.getSelectedValue() != null) {
            choose.accept(families.getSelectedValue().name());
          }
        });
    members.setName("branches");
    members.setToolTipText("The whole layer, or one of its branches");
    members.setRenderer(new Branch());
    members.addActionListener(
        event -> {
          if (!showing && members.getSelectedItem() != null) {
            choose.accept((String) members.getSelectedItem());
          }
        });
    panel.add(
        new JScrollPane(
            families,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER),
        BorderLayout.CENTER);
    panel.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(final ComponentEvent event) {
            wrap();
          }
        });
    show();
  }

  /** The names, in as many rows as they need; more than a few are scrolled. */
  private static final class Names extends JList<LayerFamily> {

    private static final long serialVersionUID = 1L;

    Names(final LayerFamily[] families) {
      super(families);
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
      final Dimension all = getPreferredSize();
      final int rows = Math.max(1, getVisibleRowCount());
      return new Dimension(all.width, all.height * Math.min(rows, MOST_ROWS) / rows);
    }
  }

  /** Puts the names into as many rows as the width asks for. */
  private void wrap() {
    final int count = model.families().size();
    final Rectangle cell = families.getCellBounds(0, 0);
    if (cell != null && cell.width > 0) {
      final int columns = Math.max(1, (panel.getWidth() - 2 * GAP) / cell.width);
      families.setVisibleRowCount((count + columns - 1) / columns);
      panel.revalidate();
    }
  }

  /** The choice of a branch. */
  JComponent branches() {
    return members;
  }

  /** What tells a branch from its module. */
  private final class Branch extends DefaultListCellRenderer {

    private static final long serialVersionUID = 1L;

    @Override
    public Component getListCellRendererComponent(
        final JList<?> list,
        final Object value,
        final int index,
        final boolean selected,
        final boolean focused) {
      final String family = model.family().name();
      final String name = String.valueOf(value);
      final String text =
          name.startsWith(family + "_") ? name.substring(family.length() + 1) : "all branches";
      return super.getListCellRendererComponent(list, text, index, selected, focused);
    }
  }

  /** A layer's name with room around. */
  private static final class Name extends DefaultListCellRenderer {

    private static final long serialVersionUID = 1L;

    @Override
    public Component getListCellRendererComponent(
        final JList<?> list,
        final Object value,
        final int index,
        final boolean selected,
        final boolean focused) {
      super.getListCellRendererComponent(list, value, index, selected, focused);
      setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
      return this;
    }
  }

  /** Where it is drawn. */
  JPanel panel() {
    return panel;
  }

  /** Shows the layer that is chosen now. */
  void show() {
    showing = true;
    try {
      final LayerFamily family = model.family();
      families.setSelectedValue(family, true);
      members.removeAllItems();
      family.members().forEach(members::addItem);
      members.setSelectedItem(model.layer());
      members.setEnabled(family.members().size() > 1);
    } finally {
      showing = false;
    }
  }
}
