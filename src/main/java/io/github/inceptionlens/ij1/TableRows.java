package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.PointRoi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.text.TextPanel;
import io.github.inceptionlens.command.OptionString;
import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A double click on a row of our tables shows in the open image what the row is of: the network
 * channel's overlay, or else the place.
 */
final class TableRows {

  /** ImageJ gives options only to threads that are named so. */
  private static final String THREAD = "Run$_Inception Lens row";

  private static final String OVERLAY = "Activation Overlay...";

  private TableRows() {}

  /** Listens to the rows of a table's window. */
  static void listen(final TextPanel panel) {
    for (final Component part : panel.getComponents()) {
      part.addMouseListener(
          new MouseAdapter() {
            @Override
            public void mouseClicked(final MouseEvent event) {
              final int row = panel.getSelectionStart();
              if (event.getClickCount() == 2 && row >= 0) {
                start(panel.getOrCreateResultsTable(), row);
              }
            }
          });
    }
  }

  /** Shows what a row is of, as far as its image is open, on a thread of its own. */
  static Thread start(final ResultsTable table, final int row) {
    final Thread thread = new Thread(() -> show(table, row), THREAD);
    thread.start();
    return thread;
  }

  /** Whether the calling thread shows a row, for a person. */
  static boolean isHere() {
    return Thread.currentThread().getName().equals(THREAD);
  }

  private static void show(final ResultsTable table, final int row) {
    final Optional<ImagePlus> image =
        text(table, "Image", row).map(WindowManager::getImage).filter(ImagePlus::isVisible);
    if (image.isEmpty()) {
      IJ.showStatus("the image of this row is not open");
      return;
    }
    number(table, "Slice", row).ifPresent(slice -> image.get().setSlice(slice.intValue()));
    final Optional<String> unit = unit(table, row);
    if (unit.isPresent()) {
      final Map<String, Optional<String>> options = new LinkedHashMap<>();
      text(table, "Network", row)
          .ifPresent(name -> options.put("network", Optional.of(DialogMemory.network(name))));
      options.put("unit", unit);
      IJ.run(image.get(), OVERLAY, OptionString.format(options));
    } else {
      point(table, row, image.get());
    }
  }

  /** The network channel that a row is about: in one column or in two. */
  private static Optional<String> unit(final ResultsTable table, final int row) {
    final Optional<Double> channel = number(table, "Channel", row);
    return channel.isPresent()
        ? text(table, "Layer", row).map(layer -> layer + ":" + channel.get().intValue())
        : text(table, "Unit", row).filter(text -> text.matches("\\w+:\\d+"));
  }

  private static void point(final ResultsTable table, final int row, final ImagePlus image) {
    final Optional<Double> x = number(table, "X", row);
    final Optional<Double> y = number(table, "Y", row);
    if (x.isPresent() && y.isPresent()) {
      final Calibration calibration = image.getCalibration();
      image.setRoi(
          new PointRoi(
              calibration.getRawX(x.get()), calibration.getRawY(y.get(), image.getHeight())));
    }
  }

  private static Optional<String> text(
      final ResultsTable table, final String column, final int row) {
    return table.columnExists(column)
        ? Optional.ofNullable(table.getStringValue(column, row)).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  private static Optional<Double> number(
      final ResultsTable table, final String column, final int row) {
    return table.columnExists(column)
        ? Optional.of(table.getValue(column, row)).filter(value -> !value.isNaN())
        : Optional.empty();
  }
}
