package io.github.inceptionlens.command.tuning;

import ij.gui.Plot;
import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.circuit.tuning.CircularCurve;
import io.github.inceptionlens.circuit.tuning.CircularTuning;
import io.github.inceptionlens.circuit.tuning.ResponseCurve;
import io.github.inceptionlens.circuit.tuning.UnitTuning;
import io.github.inceptionlens.command.Plots;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.architecture.EntryLabels;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws how the units with the largest responses are tuned. */
final class TuningPlots {

  /** How many units are drawn. */
  static final int MOST = 12;

  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final double ROOM = 1.06;
  private static final double BESIDE = 0.02;
  private static final double REACH = 1.3;
  private static final int RADIAL = 400;
  private static final double ACROSS = 1.6;
  private static final double BESIDE_CIRCLE = 1.13;
  private static final double LOWER = 0.04;
  private static final double OF_RADII = Math.toRadians(22.5);
  private static final int FULL_TURN = 360;
  private static final int TICKS = 45;
  private static final int PIECE = 5;
  private static final double ROOM_FOR_LEGEND = 0.3;
  private static final float SATURATION = 0.85f;
  private static final float BRIGHT = 0.88f;
  private static final float DARK = 0.55f;

  private final String title;
  private final TunedGroup group;
  private final String response;
  private final EntryLabels labels;
  private final Provenance provenance;
  private final List<Integer> shown;

  /**
   * @param title names the stimuli
   * @param response what the vertical axis says
   */
  TuningPlots(
      final String title,
      final TunedGroup group,
      final String response,
      final EntryLabels labels,
      final Provenance provenance) {
    this.title = title;
    this.group = group;
    this.response = response;
    this.labels = labels;
    this.provenance = provenance;
    shown = group.strongest(MOST);
  }

  private record Curve(double[] x, double[] y) {}

  /** Responses over the angle, from 0 to the period. */
  Optional<Plot> angles() {
    return group
        .set()
        .circular()
        .map(
            angle ->
                plot(
                    "tuning",
                    angle,
                    shown.stream().map(this::circular).map(TuningPlots::closed).toList()));
  }

  private CircularCurve circular(final int unit) {
    return group.set().circularCurve(group.units().get(unit).responses()).orElseThrow();
  }

  private static Curve closed(final CircularCurve curve) {
    final int count = curve.angles().length;
    final double[] x = Arrays.copyOf(curve.angles(), count + 1);
    final double[] y = Arrays.copyOf(curve.responses(), count + 1);
    x[count] = curve.period() + x[0];
    y[count] = y[0];
    return new Curve(x, y);
  }

  /** Responses over another parameter; nothing where it does not differ. */
  Optional<Plot> over(final StimulusParameter parameter) {
    return group.set().linear().contains(parameter)
        ? Optional.of(
            plot(
                group.set().circular().isEmpty() ? "tuning" : parameter.key(),
                parameter,
                shown.stream()
                    .map(unit -> group.set().curve(parameter, group.units().get(unit).responses()))
                    .map(TuningPlots::curve)
                    .toList()))
        : Optional.empty();
  }

  private static Curve curve(final ResponseCurve curve) {
    return new Curve(curve.values(), curve.responses());
  }

  private Plot plot(final String what, final StimulusParameter across, final List<Curve> curves) {
    final Plot plot = new Plot(title(what), axis(across), response);
    plot.setFrameSize(WIDTH, HEIGHT);
    for (int i = 0; i < curves.size(); i++) {
      plot.setColor(color(i), color(i));
      plot.setLineWidth(2);
      plot.add("connected circle", curves.get(i).x, curves.get(i).y);
    }
    final double low = extreme(curves, false, true);
    final double high = extreme(curves, true, true);
    final double left = extreme(curves, false, false);
    final double right = extreme(curves, true, false);
    final double margin = BESIDE * (right - left);
    final double span = high > low ? high - low : 1;
    plot.setLimits(
        left - margin,
        right + ROOM_FOR_LEGEND * (right - left),
        low - (ROOM - 1) * span,
        low + ROOM * span);
    addLegend(plot);
    return plot;
  }

  private static double extreme(final List<Curve> curves, final boolean largest, final boolean up) {
    double extreme = up ? 0 : curves.get(0).x[0];
    for (final Curve curve : curves) {
      for (final double value : up ? curve.y : curve.x) {
        extreme = largest ? Math.max(extreme, value) : Math.min(extreme, value);
      }
    }
    return extreme;
  }

  private String title(final String what) {
    return ResultImages.unique(
        title + "-" + what + (group.turned().isEmpty() ? "" : " of " + group.turned()));
  }

  private static String axis(final StimulusParameter parameter) {
    return switch (parameter) {
      case ANGLE, HUE, PHASE -> parameter.heading() + " (degrees)";
      case CURVATURE -> "Curvature (1/pixel)";
      case SIZE -> "Size (pixels)";
      case CONTRAST -> "Contrast";
      case FREQUENCY -> "Frequency (cycles per pixel)";
    };
  }

  /** Responses as distances from the middle, in the direction of the angle. */
  Optional<Plot> radial() {
    return group.set().circular().map(angle -> radialPlot());
  }

  private Plot radialPlot() {
    final List<CircularCurve> curves = shown.stream().map(this::circular).toList();
    double radius = 0;
    for (final CircularCurve curve : curves) {
      radius = Math.max(radius, Arrays.stream(curve.responses()).max().orElse(0));
    }
    radius = radius > 0 ? radius : 1;
    final Plot plot = new Plot(title("radial tuning"), "{,}", "{,}");
    final int side = RADIAL;
    plot.setFrameSize((int) (side * (1 + ACROSS) / 2), side);
    final double reach = radius * REACH;
    plot.setLimits(-reach, reach * ACROSS, -reach, reach);
    addCircles(plot, radius);
    for (int i = 0; i < curves.size(); i++) {
      plot.setColor(color(i));
      plot.setLineWidth(2);
      final Curve around = around(curves.get(i));
      plot.add("line", around.x, around.y);
    }
    addLegend(plot);
    return plot;
  }

  /** The curve as often as it fits into a full turn. */
  private static Curve around(final CircularCurve curve) {
    final List<double[]> places = new ArrayList<>();
    final int times = (int) Math.round(FULL_TURN / curve.period());
    for (int time = 0; time < times; time++) {
      for (int i = 0; i < curve.angles().length; i++) {
        final double angle = Math.toRadians(curve.angles()[i] + time * curve.period());
        final double length = Math.max(0, curve.responses()[i]);
        places.add(new double[] {length * Math.cos(angle), length * Math.sin(angle)});
      }
    }
    places.add(places.get(0));
    return new Curve(
        places.stream().mapToDouble(place -> place[0]).toArray(),
        places.stream().mapToDouble(place -> place[1]).toArray());
  }

  private static void addCircles(final Plot plot, final double radius) {
    plot.setColor(Color.LIGHT_GRAY);
    plot.setLineWidth(1);
    for (int half = 1; half <= 2; half++) {
      addCircle(plot, radius * half / 2);
    }
    for (int angle = 0; angle < FULL_TURN; angle += TICKS) {
      final double right = Math.cos(Math.toRadians(angle));
      final double up = Math.sin(Math.toRadians(angle));
      plot.drawLine(0, 0, radius * right, radius * up);
    }
    plot.setColor(Color.DARK_GRAY);
    plot.setJustification(Plot.CENTER);
    for (int angle = 0; angle < FULL_TURN; angle += 2 * TICKS) {
      final double right = Math.cos(Math.toRadians(angle));
      final double up = Math.sin(Math.toRadians(angle));
      plot.addText(
          String.format(Locale.ROOT, "%d\u00b0", angle),
          radius * right * BESIDE_CIRCLE,
          radius * (up * BESIDE_CIRCLE - LOWER));
    }
    for (int half = 1; half <= 2; half++) {
      final double at = radius * half / 2;
      plot.addText(
          String.format(Locale.ROOT, "%.3g", at), at * Math.cos(OF_RADII), at * Math.sin(OF_RADII));
    }
    plot.setJustification(Plot.LEFT);
  }

  /** In straight pieces, which no legend names. */
  private static void addCircle(final Plot plot, final double radius) {
    for (int angle = 0; angle < FULL_TURN; angle += PIECE) {
      final double from = Math.toRadians(angle);
      final double to = Math.toRadians(angle + PIECE);
      plot.drawLine(
          radius * Math.cos(from),
          radius * Math.sin(from),
          radius * Math.cos(to),
          radius * Math.sin(to));
    }
  }

  /** Units that prefer an angle have its color, bright and dark by turns; the others one each. */
  private Color color(final int index) {
    final UnitTuning unit = group.units().get(shown.get(index));
    final double turns =
        group
            .set()
            .circularCurve(unit.responses())
            .map(curve -> CircularTuning.of(curve).preferred() / curve.period())
            .filter(part -> !part.isNaN())
            .orElse((double) index / shown.size());
    return Color.getHSBColor((float) turns, SATURATION, index % 2 == 0 ? BRIGHT : DARK);
  }

  private void addLegend(final Plot plot) {
    plot.setColor(Color.BLACK);
    plot.setLineWidth(1);
    final List<Unit> units = shown.stream().map(unit -> group.units().get(unit).unit()).toList();
    plot.addLegend(String.join("\n", Plots.names(units, labels)), "top-right");
    ResultImages.describe(plot.getImagePlus(), provenance);
  }
}
