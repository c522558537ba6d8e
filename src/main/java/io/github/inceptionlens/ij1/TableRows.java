package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.text.TextPanel;
import io.github.inceptionlens.command.OptionString;
import io.github.inceptionlens.command.place.PlaceTable;
import io.github.inceptionlens.command.window.WindowPlacement;
import io.github.inceptionlens.image.input.OpenImages;
import io.github.inceptionlens.image.place.ImagePlace;
import io.github.inceptionlens.image.place.PlaceDisplay;
import java.awt.Component;
import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.SwingUtilities;

/**
 * A double click on a row of our tables leads back to its image, opened where it is not open: with
 * the place selected and, where the row is about a network channel, the channel's overlay.
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
                start(panel.getOrCreateResultsTable(), row, WindowPlacement.beside(window(panel)));
              }
            }
          });
    }
  }

  private static Window window(final Component part) {
    return SwingUtilities.getWindowAncestor(part);
  }

  /**
   * Shows what a row is of, on a thread of its own.
   *
   * @param row from 0
   * @param placement where an image goes that was not open
   */
  static Thread start(final ResultsTable table, final int row, final WindowPlacement placement) {
    return start(() -> show(table, row, placement));
  }

  /**
   * Shows a place, on a thread of its own.
   *
   * @param placement where an image goes that was not open
   */
  static Thread start(final ImagePlace place, final WindowPlacement placement) {
    return start(() -> open(place, placement));
  }

  private static Thread start(final Runnable work) {
    final Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (final RuntimeException | Error failure) {
                if (!Macro.MACRO_CANCELED.equals(failure.getMessage())) { // told already
                  FailureReport.tell("Go To Place", failure);
                }
              }
            },
            THREAD);
    thread.start();
    return thread;
  }

  /** Whether the calling thread shows a row, for a person. */
  static boolean isHere() {
    return Thread.currentThread().getName().equals(THREAD);
  }

  private static ImagePlus open(final ImagePlace place, final WindowPlacement placement) {
    final List<ImagePlus> before = OpenImages.all();
    final ImagePlus image = PlaceDisplay.show(place);
    if (!before.contains(image)) {
      placement.place(image.getWindow());
    }
    return image;
  }

  private static void show(
      final ResultsTable table, final int row, final WindowPlacement placement) {
    for (final ImagePlace place : PlaceTable.of("the table", table).row(row + 1)) {
      final Optional<String> unit = unit(table, row);
      if (unit.isPresent()) {
        show(open(place.unmarked(), placement), place, options(table, row, unit.get()));
      } else {
        open(place, placement);
      }
    }
  }

  /**
   * Shows the overlay of a channel under the place: on the area that the user selected, or else on
   * all of the image.
   */
  private static void show(final ImagePlus image, final ImagePlace place, final String options) {
    final Roi selected = image.getRoi();
    if (selected != null && (!selected.isArea() || PlaceDisplay.isSelected(image))) {
      image.deleteRoi();
    }
    try {
      IJ.run(image, OVERLAY, options);
    } finally {
      image.setRoi(selected);
      PlaceDisplay.select(image, place.mark());
    }
  }

  private static String options(final ResultsTable table, final int row, final String unit) {
    final Map<String, Optional<String>> options = new LinkedHashMap<>();
    text(table, "Network", row)
        .ifPresent(name -> options.put("network", Optional.of(DialogMemory.network(name))));
    options.put("unit", Optional.of(unit));
    return OptionString.format(options);
  }

  /** The network channel that a row is about: in one column or in two. */
  private static Optional<String> unit(final ResultsTable table, final int row) {
    final Optional<Integer> channel = number(table, "Channel", row);
    return channel.isPresent()
        ? text(table, "Layer", row).map(layer -> layer + ":" + channel.get())
        : text(table, "Unit", row).filter(text -> text.matches("\\w+:\\d+"));
  }

  private static Optional<String> text(
      final ResultsTable table, final String column, final int row) {
    return table.columnExists(column)
        ? Optional.ofNullable(table.getStringValue(column, row)).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  private static Optional<Integer> number(
      final ResultsTable table, final String column, final int row) {
    return table.columnExists(column)
        ? Optional.of(table.getValue(column, row))
            .filter(value -> !value.isNaN())
            .map(Double::intValue)
        : Optional.empty();
  }
}
