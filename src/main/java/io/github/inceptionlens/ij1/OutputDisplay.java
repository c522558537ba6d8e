package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Plot;
import ij.gui.PlotWindow;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.command.ResultTitles;
import io.github.inceptionlens.command.unit.UnitClicks;
import io.github.inceptionlens.command.window.WindowPlacement;
import java.awt.GraphicsEnvironment;
import java.util.Optional;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Shows what a command made: images and plots in windows of their own, tables by their title, texts
 * as lines of the Log.
 */
final class OutputDisplay {

  /** Pixels of a side of an image that can hardly be seen. */
  private static final int SMALL = 24;

  /** How large that is shown at least, where ImageJ can, in pixels of the screen. */
  private static final int LEAST_SHOWN = 240;

  private final WindowPlacement placement;
  private final boolean isQuiet;

  private OutputDisplay(final Optional<ImagePlus> source) {
    placement = WindowPlacement.beside(source);
    isQuiet =
        !GraphicsEnvironment.isHeadless() && (!Launcher.isCalledByMacro() || TableRows.isHere());
  }

  /**
   * Shows every output in the order of the command's parameters; {@code null} means none.
   *
   * @param source the image that the command looked at, beside which windows are opened
   */
  static void show(final Module module, final Optional<ImagePlus> source) {
    new OutputDisplay(source).show(module);
    if (!GraphicsEnvironment.isHeadless()) {
      WindowPlacement.keepOff(WindowPlacement.log(), source);
    }
  }

  private void show(final Module module) {
    final boolean filed = GraphicsEnvironment.isHeadless() && hasFile(module);
    for (final ModuleItem<?> item : module.getInfo().outputs()) {
      final Object output = module.getOutput(item.getName());
      if (output instanceof String line && isQuiet) {
        IJ.showStatus(line); // a person sees what was done; the Log is for what must be known
      } else if (output instanceof ResultsTable table
          && item.is(ResultTables.LINES)
          && GraphicsEnvironment.isHeadless()) {
        TableDisplay.log(table);
      } else if (!(filed && output instanceof ResultsTable)) {
        show(title(item), output);
      }
    }
  }

  /** Whether the user named a file for the tables. */
  private static boolean hasFile(final Module module) {
    return module.getInfo().getInput(ResultTables.FILE) != null
        && module.getInput(ResultTables.FILE) instanceof String file
        && !file.isBlank();
  }

  /** Whether there is a way to show an output of that type. */
  static boolean canShow(final Class<?> type) {
    return ImagePlus.class.isAssignableFrom(type)
        || ResultsTable.class.isAssignableFrom(type)
        || Plot.class.isAssignableFrom(type)
        || String.class == type
        || Iterable.class.isAssignableFrom(type)
        || Object[].class.isAssignableFrom(type);
  }

  private void show(final String title, final Object output) {
    if (output instanceof ImagePlus image) {
      ResultTitles.nameNetwork(image);
      final boolean isNew = image.getWindow() == null;
      image.show();
      if (isNew) {
        enlarge(image);
        placement.place(image.getWindow());
      }
      MontageClicks.listen(image);
      UnitClicks.listen(image);
    } else if (output instanceof ResultsTable table) {
      TableDisplay.show(table, title, placement);
    } else if (output instanceof Plot plot) {
      show(plot);
    } else if (output instanceof String line) {
      IJ.log(line);
    } else if (output instanceof Iterable<?> several) {
      several.forEach(one -> show(title, one));
    } else if (output instanceof Object[] several) {
      for (final Object one : several) {
        show(title, one);
      }
    } else if (output != null) {
      throw new IllegalArgumentException(
          "the output " + title + " is a " + output.getClass().getName());
    }
  }

  /** Shows an image of a few pixels so large that these are seen; its pixels stay as they are. */
  private static void enlarge(final ImagePlus image) {
    final int side = Math.max(image.getWidth(), image.getHeight());
    final ImageCanvas canvas = image.getCanvas();
    if (canvas == null || side > SMALL) {
      return;
    }
    double before = 0;
    while (canvas.getMagnification() * side < LEAST_SHOWN && canvas.getMagnification() > before) {
      before = canvas.getMagnification();
      canvas.zoomIn(0, 0);
    }
  }

  /** A plot's window has an image of its own, which forgets the properties. */
  private static void show(final Plot plot) {
    final String[] properties = plot.getImagePlus().getPropertiesAsArray();
    final PlotWindow window = plot.show();
    if (window != null && properties != null) {
      window.getImagePlus().setProperties(properties);
      ResultTitles.nameNetwork(window.getImagePlus());
    }
  }

  private static String title(final ModuleItem<?> item) {
    final String label = item.getLabel();
    return label == null || label.isBlank() ? item.getName() : label;
  }
}
