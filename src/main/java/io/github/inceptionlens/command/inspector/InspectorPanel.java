package io.github.inceptionlens.command.inspector;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.Calibration;
import io.github.inceptionlens.command.cost.LargeImage;
import io.github.inceptionlens.command.unit.UnitIcons;
import io.github.inceptionlens.command.window.PanelPlacement;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;

/**
 * The Inspector's window: the layer, the place, bars of the strongest channels, and a line below.
 */
final class InspectorPanel {

  static final String TITLE = "Inspector";

  private static final int GAP = 8;
  private static final int LINES = 2;

  private final InspectorLook look = new InspectorLook();
  private final JFrame frame = new JFrame(TITLE);
  private final JComboBox<String> layers = new JComboBox<>();
  private final JLabel network = look.label("network", InspectorLook.FAINT);
  private final JLabel place = look.label("place", InspectorLook.TEXT);
  private final JLabel status = look.label("status", InspectorLook.FAINT);
  private final UnitBars bars;
  private boolean isFilling;
  private int shownRows;

  /**
   * @param layer is told which layer a person chooses
   * @param closed is told that the window was closed
   */
  InspectorPanel(
      final UnitBars.Listener units, final Consumer<String> layer, final Runnable closed) {
    bars = new UnitBars(look, units);
    layers.setName("layer");
    layers.setFont(look.normal());
    layers.setFocusable(false);
    layers.setMaximumRowCount(20);
    layers.addActionListener(
        event -> {
          if (!isFilling && layers.getSelectedItem() != null) {
            layer.accept(layers.getSelectedItem().toString());
          }
        });
    fill();
    frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(final WindowEvent event) {
            closed.run();
          }
        });
  }

  private void fill() {
    final int gap = look.pixels(GAP);
    final JPanel head = new JPanel(new BorderLayout(gap, gap / 2));
    head.setBorder(BorderFactory.createEmptyBorder(gap, gap, gap, gap));
    head.add(layers, BorderLayout.WEST);
    head.add(network, BorderLayout.EAST);
    head.add(place, BorderLayout.SOUTH);
    bars.setBackground(Color.WHITE);
    bars.setBorder(BorderFactory.createMatteBorder(1, 0, 1, 0, InspectorLook.LINE));
    status.setBorder(BorderFactory.createEmptyBorder(gap / 2, gap, gap, gap));
    status.setVerticalAlignment(JLabel.TOP);
    frame.getContentPane().add(head, BorderLayout.NORTH);
    frame.getContentPane().add(bars, BorderLayout.CENTER);
    frame.getContentPane().add(status, BorderLayout.SOUTH);
    status.setPreferredSize(
        new Dimension(
            look.pixels(100),
            LINES * status.getFontMetrics(status.getFont()).getHeight() + 2 * gap));
  }

  /** Opens the window beside an image's, without taking the keys from that. */
  void open(final Optional<ImagePlus> beside) {
    frame.setAutoRequestFocus(false);
    moveBeside(beside, frame.getPreferredSize());
    frame.pack();
    moveBeside(beside, frame.getSize());
    frame.setVisible(true);
    WindowManager.addWindow(frame);
  }

  /** Also before there is a native window, which would tell late that it began somewhere else. */
  private void moveBeside(final Optional<ImagePlus> image, final Dimension size) {
    final Rectangle screen = frame.getGraphicsConfiguration().getBounds();
    image
        .map(ImagePlus::getWindow)
        .map(window -> PanelPlacement.beside(window.getBounds(), size, screen))
        .ifPresent(frame::setLocation);
  }

  JFrame frame() {
    return frame;
  }

  int iconSide() {
    return look.pixels(UnitBars.ICON);
  }

  UnitBars bars() {
    return bars;
  }

  /** Shows what there is. */
  void show(final InspectorView view, final Optional<UnitIcons> icons) {
    list(view);
    network.setText(network(view));
    place.setText(view.reading().map(one -> place(view, one)).orElse(" "));
    status.setForeground(view.status().isWrong() ? InspectorLook.WRONG : InspectorLook.FAINT);
    status.setText("<html>" + escaped(below(view)) + "</html>");
    bars.show(view, icons);
    if (shownRows != view.settings().count()) {
      shownRows = view.settings().count();
      if (frame.isVisible()) {
        frame.pack();
      }
    }
  }

  private void list(final InspectorView view) {
    final List<String> all =
        new ArrayList<>(view.inspection().map(Inspection::layers).orElse(listed()));
    final String chosen =
        view.inspection().map(one -> one.layer().name()).orElse(view.settings().layer());
    if (!all.contains(chosen)) {
      all.add(chosen);
    }
    isFilling = true;
    if (!all.equals(listed())) {
      layers.removeAllItems();
      all.forEach(layers::addItem);
    }
    layers.setSelectedItem(chosen);
    isFilling = false;
  }

  private List<String> listed() {
    final List<String> items = new ArrayList<>();
    for (int i = 0; i < layers.getItemCount(); i++) {
      items.add(layers.getItemAt(i));
    }
    return items;
  }

  /** The layer so many steps above the chosen one, where there is one. */
  Optional<String> layer(final int steps) {
    final int index = layers.getSelectedIndex() + steps;
    return index >= 0 && index < layers.getItemCount()
        ? Optional.of(layers.getItemAt(index))
        : Optional.empty();
  }

  private static String network(final InspectorView view) {
    return view.inspection().map(Inspection::network).orElse(" ");
  }

  private static String place(final InspectorView view, final PlaceReading reading) {
    final ImagePlus image = view.image().orElseThrow();
    final Calibration calibration = image.getCalibration();
    final String pixels =
        reading
            .area()
            .map(
                area ->
                    String.format(
                        Locale.ROOT,
                        "mean of %d x %d at (%d, %d)",
                        area.width,
                        area.height,
                        area.x,
                        area.y))
            .orElse(
                String.format(
                    Locale.ROOT, "(%.0f, %.0f)", reading.at().getX(), reading.at().getY()));
    final String calibrated =
        calibration.scaled()
            ? String.format(
                Locale.ROOT,
                "   %.4g, %.4g %s",
                calibration.getX(reading.at().getX() + 0.5),
                calibration.getY(reading.at().getY() + 0.5, image.getHeight()),
                calibration.getUnits())
            : "";
    final String slice =
        image.getStackSize() > 1
            ? String.format(
                Locale.ROOT, "   slice %d of %d", image.getCurrentSlice(), image.getStackSize())
            : "";
    return pixels + calibrated + slice;
  }

  private static String below(final InspectorView view) {
    if (!view.status().text().isEmpty()) {
      return view.status().text() + hint(view);
    } else if (view.image().isEmpty()) {
      return "Move over an image with the Inspector tool.";
    } else if (view.reading().isEmpty()) {
      return "Move over the image; drag for a mean, click to pin. \u2191 \u2193 walk through the"
          + " layers.";
    }
    return view.reading()
        .map(
            reading ->
                reading.strongest().isEmpty()
                    ? "No channel fires here. " + field(view, reading)
                    : field(view, reading))
        .orElse("");
  }

  /** How a large image is looked at in no time. */
  private static String hint(final InspectorView view) {
    return view.image()
        .filter(any -> view.settings().scale() == 1 && !view.status().isWrong())
        .flatMap(LargeImage::scale)
        .map(
            scale ->
                ". It is a large image: scale "
                    + scale
                    + " (double click on the tool) takes a moment.")
        .orElse("");
  }

  private static String field(final InspectorView view, final PlaceReading reading) {
    if (reading.area().isPresent()) {
      return "Click to pin a place.";
    }
    return String.format(Locale.ROOT, "Receptive field %s", size(reading.field()))
        + view.part()
            .map(
                part ->
                    String.format(
                        Locale.ROOT,
                        "; 90 %% of %s comes from the inner %s",
                        reading.values().get(0).unit(),
                        size(part)))
            .orElse("");
  }

  private static String size(final Rectangle2D area) {
    return String.format(Locale.ROOT, "%.0f \u00d7 %.0f pixels", area.getWidth(), area.getHeight());
  }

  private static String escaped(final String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Takes the window away. */
  void close() {
    WindowManager.removeWindow(frame);
    frame.dispose();
  }
}
