package io.github.inceptionlens.command.dictionary;

import ij.gui.Plot;
import ij.gui.PlotWindow;
import io.github.inceptionlens.command.Plots;
import io.github.inceptionlens.command.window.LiveImage;
import io.github.inceptionlens.dictionary.sparse.CoursePoint;
import io.github.inceptionlens.dictionary.sparse.TrainingWatcher;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The course of a training as a plot, in a window, where there is one, that is drawn anew while it
 * runs. Closing it does not stop the training.
 */
final class TrainingPlot implements TrainingWatcher {

  private static final long PAUSE_NANOS = 500_000_000;

  /** The first one of so many parts of the course may leave the plot: it falls from far above. */
  private static final int STEEP = 4;

  private static final double LEAST = 0.01;
  private static final int LINE = 2;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 320;
  private static final double ROOM_ABOVE = 1.25;
  private static final List<String> NAMES =
      List.of("loss of the batch", "dead latents", "unexplained variance, held out");

  private final String title;
  private final int steps;
  private PlotWindow window;
  private boolean closed = !LiveImage.isPossible();
  private long shown = System.nanoTime() - PAUSE_NANOS;

  /**
   * @param steps of the whole training
   */
  TrainingPlot(final String title, final int steps) {
    this.title = title;
    this.steps = steps;
  }

  @Override
  public void see(final List<CoursePoint> course) {
    closed |= window != null && !window.isVisible();
    if (closed || System.nanoTime() - shown < PAUSE_NANOS) {
      return;
    }
    final Plot plot = of(course);
    if (window == null) {
      window = plot.show();
    } else {
      window.drawPlot(plot);
    }
    shown = System.nanoTime();
  }

  /** The plot of a course: shares of 0 to 1 over the steps. */
  Plot of(final List<CoursePoint> course) {
    final Plot plot = new Plot(title, "Step", "Share");
    plot.setFrameSize(WIDTH, HEIGHT);
    final double[] x = course.stream().mapToDouble(CoursePoint::step).toArray();
    final List<ToDoubleFunction<CoursePoint>> curves =
        List.of(CoursePoint::loss, CoursePoint::dead, CoursePoint::unexplained);
    double most = 0;
    for (int i = 0; i < curves.size(); i++) {
      final double[] y = course.stream().mapToDouble(curves.get(i)).toArray();
      plot.setColor(Plots.color(i == 0 ? 1 : 2 * (i - 1)));
      plot.setLineWidth(LINE);
      plot.add("line", x, y);
      for (int j = y.length / STEEP; j < y.length; j++) {
        most = Math.max(most, y[j]);
      }
    }
    plot.setLimits(0, steps, 0, Math.max(most, LEAST) * ROOM_ABOVE);
    plot.setColor(Color.BLACK);
    plot.setLineWidth(1);
    plot.addLegend(String.join("\n", NAMES));
    return plot;
  }

  /** Takes the window away. */
  void close() {
    if (window != null && window.isVisible()) {
      window.getImagePlus().changes = false;
      window.close();
    }
  }
}
