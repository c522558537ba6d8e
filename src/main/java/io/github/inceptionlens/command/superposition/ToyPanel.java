package io.github.inceptionlens.command.superposition;

import ij.process.ColorProcessor;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.superposition.FeatureGeometry;
import io.github.inceptionlens.superposition.ToyModel;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

/**
 * A trained model as a picture: the weights WᵀW with the bias beside, and below how the features
 * lie: as arrows from the middle where there are two dimensions, else as bars as long as they are.
 */
final class ToyPanel {

  /** The width in pixels. */
  static final int WIDTH = 180;

  /** The height in pixels. */
  static final int HEIGHT = 310;

  private static final int SIDE = 150;
  private static final int BIAS = 20;
  private static final int FEW = 12;
  private static final double REACH = 1.45;
  private static final double DOT = 3.5;
  private static final Color PALE = new Color(0xdddddd);
  private static final Font NUMBERS = new Font(Font.SANS_SERIF, Font.BOLD, 11);

  private final ToyModel model;
  private final FeatureGeometry geometry;
  private final IndexColorModel colors = Luts.diverging();
  private final float largest;
  private final BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D pen = page.createGraphics();

  /**
   * @param largest the magnitude for which the strongest colors stand
   */
  ToyPanel(final ToyModel model, final float largest) {
    this.model = model;
    this.largest = largest;
    geometry = model.geometry();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  /** The picture, {@value #WIDTH} pixels wide. */
  ColorProcessor picture() {
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    drawWeights();
    pen.translate((WIDTH - SIDE) / 2, HEIGHT - SIDE);
    if (model.hidden() == 2) {
      drawArrows();
    } else {
      drawBars();
    }
    pen.dispose();
    return new ColorProcessor(page);
  }

  private void drawWeights() {
    final int features = model.problem().features();
    final float[] product = model.product();
    final double cell = (double) SIDE / features;
    for (int i = 0; i < product.length; i++) {
      pen.setColor(color(product[i]));
      final int x = edge(i % features, cell);
      fillCell(x, edge(i % features + 1, cell) - x, i / features, cell);
    }
    for (int row = 0; row < features; row++) {
      pen.setColor(color(model.bias()[row]));
      fillCell(WIDTH - BIAS, BIAS, row, cell);
    }
    pen.setColor(PALE);
    pen.drawRect(0, 0, SIDE - 1, SIDE - 1);
    pen.drawRect(WIDTH - BIAS, 0, BIAS - 1, SIDE - 1);
  }

  private Color color(final float value) {
    final int last = colors.getMapSize() - 1;
    return new Color(colors.getRGB(Math.round((value / largest + 1) / 2 * last)));
  }

  private void fillCell(final int x, final int width, final int row, final double cell) {
    final int y = edge(row, cell);
    pen.fillRect(x, y, width, edge(row + 1, cell) - y);
  }

  private static int edge(final int index, final double cell) {
    return (int) Math.round(index * cell);
  }

  private void drawArrows() {
    final double reach = reach();
    final double unit = SIDE / 2.0 / reach;
    final double middle = SIDE / 2.0;
    pen.setColor(PALE);
    pen.draw(new Ellipse2D.Double(middle - unit, middle - unit, 2 * unit, 2 * unit));
    pen.draw(new Line2D.Double(0, middle, SIDE, middle));
    pen.draw(new Line2D.Double(middle, 0, middle, SIDE));
    pen.setStroke(new BasicStroke(2));
    for (int feature = 0; feature < geometry.norms().length; feature++) {
      final double x = middle + unit * model.weights()[2 * feature];
      final double y = middle - unit * model.weights()[2 * feature + 1];
      pen.setColor(ToyColors.feature(feature));
      pen.draw(new Line2D.Double(middle, middle, x, y));
      pen.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
      drawNumber(feature, x - middle, y - middle);
    }
  }

  private double reach() {
    double reach = REACH;
    for (final double norm : geometry.norms()) {
      reach = Math.max(reach, norm * 1.2);
    }
    return reach;
  }

  /** Beyond the tip, of few features that are written down. */
  private void drawNumber(final int feature, final double right, final double down) {
    final double length = Math.hypot(right, down);
    if (geometry.norms().length <= FEW && length > 2 * DOT) {
      pen.setFont(NUMBERS);
      final String number = String.valueOf(feature);
      final double factor = 1 + 3 * DOT / length;
      pen.drawString(
          number,
          (float) (SIDE / 2.0 + right * factor - pen.getFontMetrics().stringWidth(number) / 2.0),
          (float) (SIDE / 2.0 + down * factor + pen.getFontMetrics().getAscent() / 2.0 - 1));
    }
  }

  private void drawBars() {
    final double height = (double) SIDE / geometry.norms().length;
    final double unit = SIDE / reach();
    pen.setColor(PALE);
    pen.drawLine((int) unit, 0, (int) unit, SIDE);
    for (int feature = 0; feature < geometry.norms().length; feature++) {
      pen.setColor(ToyColors.shared(geometry.interference()[feature]));
      final int top = edge(feature, height);
      final int gap = height > 2 ? 1 : 0;
      pen.fillRect(
          0,
          top,
          Math.max(1, (int) Math.round(unit * geometry.norms()[feature])),
          Math.max(1, edge(feature + 1, height) - top - gap));
    }
  }
}
