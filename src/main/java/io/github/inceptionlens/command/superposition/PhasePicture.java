package io.github.inceptionlens.command.superposition;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.superposition.FeatureGeometry;
import io.github.inceptionlens.superposition.FeaturePhase;
import io.github.inceptionlens.superposition.PhaseGrid;
import io.github.inceptionlens.superposition.ToyModel;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Map;

/** What becomes of the second of two features in one dimension, by its density and importance. */
final class PhasePicture {

  private static final int CELL = 18;
  private static final int LEFT = 70;
  private static final int TOP = 52;
  private static final int BELOW = 96;
  private static final int RIGHT = 24;
  private static final int LINE = 18;
  private static final int SWATCH = 12;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Map<FeaturePhase, Color> NAMED =
      Map.of(
          FeaturePhase.IGNORED, ToyColors.phase(0, 0),
          FeaturePhase.DEDICATED, ToyColors.phase(1, 0),
          FeaturePhase.SUPERPOSED, ToyColors.phase(1, 1));

  private final PhaseGrid grid;
  private final ColorProcessor page;
  private final int side;

  private PhasePicture(final PhaseGrid grid) {
    this.grid = grid;
    side = grid.side() * CELL;
    page = new ColorProcessor(LEFT + side + RIGHT, TOP + side + BELOW);
    page.setColor(Color.WHITE);
    page.fill();
    page.setFont(FONT);
    page.setAntialiasedText(true);
  }

  /**
   * The diagram, RGB.
   *
   * @param models row by row
   */
  static ImagePlus of(final PhaseGrid grid, final List<ToyModel> models, final Provenance made) {
    final PhasePicture picture = new PhasePicture(grid);
    picture.drawCells(models);
    picture.drawAxes();
    picture.drawLegend();
    final ImagePlus image = new ImagePlus(ResultImages.unique("Toy phases"), picture.page);
    ResultImages.describe(image, made);
    return image;
  }

  private void drawCells(final List<ToyModel> models) {
    for (int i = 0; i < models.size(); i++) {
      final FeatureGeometry geometry = models.get(i).geometry();
      page.setColor(
          ToyColors.phase(
              geometry.norms()[PhaseGrid.EXTRA], geometry.interference()[PhaseGrid.EXTRA]));
      page.fillRect(LEFT + i % grid.side() * CELL, TOP + i / grid.side() * CELL, CELL, CELL);
    }
    page.setColor(Color.GRAY);
    page.drawRect(LEFT - 1, TOP - 1, side + 2, side + 2);
  }

  private void drawAxes() {
    page.setColor(Color.BLACK);
    page.drawString("2 features, 1 dimension: the second feature", LEFT, LINE);
    page.drawString("Its importance relative to the first", 4, TOP - LINE / 2);
    final int half = side / 2;
    final int last = side - CELL / 2;
    drawLeft("10", CELL / 2);
    drawLeft("1", half);
    drawLeft("0.1", last);
    drawBelow("1", CELL / 2);
    drawBelow("0.1", half);
    drawBelow("0.01", last);
    centered("Density (1 - sparsity)", LEFT + half, TOP + side + 2 * LINE + 2);
  }

  private void drawLeft(final String text, final int at) {
    page.drawLine(LEFT - 6, TOP + at, LEFT - 1, TOP + at);
    page.drawString(text, LEFT - 10 - page.getStringWidth(text), TOP + at + LINE / 2);
  }

  private void drawBelow(final String text, final int at) {
    page.drawLine(LEFT + at, TOP + side, LEFT + at, TOP + side + 5);
    centered(text, LEFT + at, TOP + side + LINE + 4);
  }

  private void centered(final String text, final int x, final int y) {
    page.drawString(text, x - page.getStringWidth(text) / 2, y);
  }

  private void drawLegend() {
    int x = LEFT;
    final int y = TOP + side + BELOW - 2 * LINE;
    for (final FeaturePhase phase : FeaturePhase.values()) {
      page.setColor(NAMED.get(phase));
      page.fillRect(x, y, SWATCH, SWATCH);
      page.setColor(Color.GRAY);
      page.drawRect(x, y, SWATCH, SWATCH);
      page.setColor(Color.BLACK);
      page.drawString(phase.toString(), x + SWATCH + 5, y + SWATCH + 3);
      x += SWATCH + 20 + page.getStringWidth(phase.toString());
    }
  }
}
