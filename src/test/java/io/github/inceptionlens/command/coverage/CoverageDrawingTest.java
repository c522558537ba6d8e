package io.github.inceptionlens.command.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.circuit.tuning.AngleDetector;
import io.github.inceptionlens.circuit.tuning.AngleDetectors;
import io.github.inceptionlens.circuit.tuning.CircularCurve;
import io.github.inceptionlens.circuit.tuning.CircularTuning;
import io.github.inceptionlens.command.page.PageCanvas;
import io.github.inceptionlens.command.page.PageText;
import io.github.inceptionlens.core.Unit;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spokes and gaps of the radial plots. */
class CoverageDrawingTest {

  /** Keeps what is drawn. */
  private static final class Kept implements PageCanvas {

    private final List<Line2D> spokes = new ArrayList<>();
    private final List<Arc2D> gaps = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    @Override
    public void text(final PageText text) {
      words.add(text.words());
    }

    @Override
    public void fill(final Shape shape, final Color color) {
      gaps.add((Arc2D) shape);
    }

    @Override
    public void stroke(final Shape shape, final double width, final Color color) {
      if (shape instanceof Line2D line) {
        spokes.add(line);
      }
    }

    @Override
    public void picture(final BufferedImage pixels, final Rectangle2D where) {
      throw new IllegalStateException("no picture is drawn");
    }
  }

  private static Kept drawn(final CoverageKind kind, final double... angles) {
    final List<AngleDetector> found =
        Arrays.stream(angles)
            .mapToObj(
                angle -> {
                  final CircularCurve curve =
                      CircularCurve.of(new double[] {angle}, new double[] {9}, kind.period());
                  return new AngleDetector(
                      new Unit("mixed3b", (int) angle), 9, curve, CircularTuning.of(curve));
                })
            .toList();
    final CoverageRow row =
        new CoverageRow(
            kind,
            new CoverageSource(CoverageSource.Kind.CHANNELS, "mixed3b", List.of()),
            new AngleDetectors(480, found, 0));
    final CoverageDrawing drawing = new CoverageDrawing("title", List.of(List.of(row)), "note");
    final Kept kept = new Kept();
    drawing.draw(kept);
    return kept;
  }

  private static int angle(final Line2D spoke) {
    final double degrees =
        Math.toDegrees(Math.atan2(spoke.getY1() - spoke.getY2(), spoke.getX2() - spoke.getX1()));
    return (int) Math.round((degrees + 360) % 360);
  }

  @Test
  void aSpokePointsWhereItsDetectorPrefers() {
    final Kept kept = drawn(CoverageKind.CURVES, 10, 90, 200);
    assertThat(kept.spokes.stream().map(CoverageDrawingTest::angle)).containsExactly(10, 90, 200);
    assertThat(kept.gaps).singleElement();
    assertThat(kept.gaps.get(0).getAngleStart()).isEqualTo(200);
    assertThat(kept.gaps.get(0).getAngleExtent()).isEqualTo(170);
    assertThat(kept.words)
        .contains("curves: mixed3b", "3 of 480; largest gap 170.0\u00b0 (by chance 220.0\u00b0)");
  }

  @Test
  void anOrientationIsDrawnBothWays() {
    final Kept kept = drawn(CoverageKind.EDGES, 30, 80);
    assertThat(kept.spokes.stream().map(CoverageDrawingTest::angle))
        .containsExactly(30, 210, 80, 260);
    assertThat(kept.gaps.stream().map(Arc2D::getAngleStart)).containsExactly(80.0, 260.0);
    assertThat(kept.gaps.stream().map(Arc2D::getAngleExtent)).containsOnly(130.0);
  }

  @Test
  void withoutDetectorsAllIsAGap() {
    assertThat(drawn(CoverageKind.COLORS).gaps.get(0).getAngleExtent()).isEqualTo(360);
  }
}
