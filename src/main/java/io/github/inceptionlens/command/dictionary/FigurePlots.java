package io.github.inceptionlens.command.dictionary;

import ij.gui.Plot;
import io.github.inceptionlens.command.Plots;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.dictionary.evaluation.EvaluatedCode;
import io.github.inceptionlens.dictionary.evaluation.EvaluatedCode.Kind;
import io.github.inceptionlens.dictionary.evaluation.EvaluatedDictionary.CurvePoint;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Draws how often entries are active, and what more of them explain. */
final class FigurePlots {

  private static final Set<Kind> SHOWN =
      Set.of(Kind.DICTIONARY, Kind.FROZEN_DECODER, Kind.CHANNELS, Kind.RANDOM);
  private static final int BINS = 25;
  private static final double LOWEST = -5;
  private static final double HALF = 0.5;
  private static final double ROOM = 1.4;
  private static final double ROOM_BESIDE = 1.05;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 320;
  private static final int LINE = 2;

  private FigurePlots() {}

  /** A curve of a plot. */
  private record Curve(String name, double[] x, double[] y) {}

  /**
   * The part of all entries by the base-10 logarithm of the part of the places at which they are
   * active; dead ones, which have none, are left out.
   */
  static Plot densities(final List<DictionaryFigures> all, final Provenance provenance) {
    final List<Curve> curves = new ArrayList<>();
    for (final DictionaryFigures one : all) {
      final Set<Kind> done = new HashSet<>();
      for (final EvaluatedCode code : one.evaluated().codes()) {
        if (SHOWN.contains(code.kind()) && done.add(code.kind())) {
          curves.add(histogram(name(one, code.kind(), all.size()), code));
        }
      }
    }
    return plot(
        "Densities",
        "log10 of the part of the places an entry is active at",
        "Part of the entries",
        curves,
        new double[] {LOWEST, 0},
        provenance);
  }

  private static String name(final DictionaryFigures one, final Kind kind, final int count) {
    final String name = one.evaluated().name();
    return kind == Kind.DICTIONARY ? name : kind + (count > 1 ? " of " + name : "");
  }

  private static Curve histogram(final String name, final EvaluatedCode code) {
    final double width = -LOWEST / BINS;
    final double[] x = new double[BINS];
    final double[] y = new double[BINS];
    Arrays.setAll(x, bin -> LOWEST + (bin + HALF) * width);
    for (final double density : code.figures().densities()) {
      final int bin = (int) ((density - LOWEST) / width);
      y[Math.max(0, Math.min(BINS - 1, bin))] += 1.0 / code.code().entries();
    }
    return new Curve(name, x, y);
  }

  /** What held-out vectors are left unexplained over the entries that are active at a place. */
  static Plot curve(final List<DictionaryFigures> all, final Provenance provenance) {
    final List<Curve> curves = new ArrayList<>();
    for (final DictionaryFigures one : all) {
      for (final Kind kind : Kind.values()) {
        final List<CurvePoint> points =
            one.evaluated().curve().stream().filter(point -> point.kind() == kind).toList();
        if (!points.isEmpty()) {
          curves.add(
              new Curve(
                  name(one, kind, all.size()),
                  points.stream().mapToDouble(CurvePoint::active).toArray(),
                  points.stream().mapToDouble(CurvePoint::unexplained).toArray()));
        }
      }
    }
    final double most =
        curves.stream().flatMapToDouble(one -> Arrays.stream(one.x())).max().orElse(1);
    return plot(
        "Sparsity-Fidelity",
        "Entries active at a place",
        "Unexplained variance",
        curves,
        new double[] {0, ROOM_BESIDE * most},
        provenance);
  }

  private static Plot plot(
      final String title,
      final String across,
      final String up,
      final List<Curve> curves,
      final double[] range,
      final Provenance provenance) {
    final Plot plot = new Plot(title, across, up);
    plot.setFrameSize(WIDTH, HEIGHT);
    double most = 0;
    for (int i = 0; i < curves.size(); i++) {
      final Color color = Plots.color(i);
      plot.setColor(color, color);
      plot.setLineWidth(LINE);
      plot.add("connected circle", curves.get(i).x(), curves.get(i).y());
      most = Math.max(most, Arrays.stream(curves.get(i).y()).max().orElse(0));
    }
    plot.setLimits(range[0], range[1], 0, most > 0 ? ROOM * most : 1);
    plot.setColor(Color.BLACK);
    plot.setLineWidth(1);
    plot.addLegend(String.join("\n", curves.stream().map(Curve::name).toList()));
    ResultImages.describe(plot.getImagePlus(), provenance);
    return plot;
  }
}
