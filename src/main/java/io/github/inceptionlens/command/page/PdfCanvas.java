package io.github.inceptionlens.command.page;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * A page of a PDF: text is text, with its font embedded, except for characters that the font lacks,
 * which are drawn; pictures have their own pixels.
 */
public final class PdfCanvas implements PageCanvas {

  private final PDDocument document;
  private final PDFont font;
  private final PDPageContentStream content;
  private final float height;

  private PdfCanvas(
      final PDDocument document,
      final PDFont font,
      final PDPageContentStream content,
      final double height) {
    this.document = document;
    this.font = font;
    this.content = content;
    this.height = (float) height;
  }

  /** Writes pages into one file. */
  public static void write(final List<PageDrawing> pages, final OutputStream file)
      throws IOException {
    try (PDDocument document = new PDDocument();
        InputStream letters = PageFont.file()) {
      document.getDocumentInformation().setCreator("Inception Lens");
      final PDFont font = PDType0Font.load(document, letters, true);
      for (final PageDrawing drawing : pages) {
        final PDPage page =
            new PDPage(new PDRectangle((float) drawing.width(), (float) drawing.height()));
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          drawing.draw(new PdfCanvas(document, font, content, drawing.height()));
        }
      }
      document.save(file);
    } catch (final UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Something that PDFBox does. */
  @FunctionalInterface
  private interface Drawing {
    void draw() throws IOException;
  }

  private static void unchecked(final Drawing drawing) {
    try {
      drawing.draw();
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void text(final PageText text) {
    double along = text.start();
    for (final PageFont.Run run : PageFont.runs(text.words())) {
      final AffineTransform place = AffineTransform.getTranslateInstance(text.x(), text.y());
      place.rotate(text.upward() ? -Math.PI / 2 : 0);
      place.translate(along, 0);
      if (run.own()) {
        unchecked(() -> write(run.words(), text, place));
      } else {
        fill(place.createTransformedShape(run.outline(text.size())), text.color());
      }
      along += run.length(text.size());
    }
  }

  private void write(final String words, final PageText text, final AffineTransform place)
      throws IOException {
    final AffineTransform upright = new AffineTransform(1, 0, 0, -1, 0, height);
    upright.concatenate(place);
    upright.scale(1, -1);
    content.beginText();
    content.setNonStrokingColor(text.color());
    content.setFont(font, (float) text.size());
    content.setTextMatrix(new Matrix(upright));
    content.showText(words);
    content.endText();
  }

  @Override
  public void fill(final Shape shape, final Color color) {
    unchecked(
        () -> {
          content.setNonStrokingColor(color);
          if (path(shape) == PathIterator.WIND_EVEN_ODD) {
            content.fillEvenOdd();
          } else {
            content.fill();
          }
        });
  }

  @Override
  public void stroke(final Shape shape, final double width, final Color color) {
    unchecked(
        () -> {
          content.setStrokingColor(color);
          content.setLineWidth((float) width);
          path(shape);
          content.stroke();
        });
  }

  /** Adds a shape's path, and tells its winding rule. */
  private int path(final Shape shape) throws IOException {
    final AffineTransform upright = new AffineTransform(1, 0, 0, -1, 0, height);
    final PathIterator path = shape.getPathIterator(upright);
    final float[] c = new float[6];
    float x = 0;
    float y = 0;
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> content.moveTo(c[0], c[1]);
        case PathIterator.SEG_LINETO -> content.lineTo(c[0], c[1]);
        case PathIterator.SEG_QUADTO ->
            content.curveTo(
                x + 2 * (c[0] - x) / 3,
                y + 2 * (c[1] - y) / 3,
                c[2] + 2 * (c[0] - c[2]) / 3,
                c[3] + 2 * (c[1] - c[3]) / 3,
                c[2],
                c[3]);
        case PathIterator.SEG_CUBICTO -> content.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
        default -> content.closePath();
      }
      final int last = last(path.currentSegment(c));
      x = last < 0 ? x : c[last];
      y = last < 0 ? y : c[last + 1];
    }
    return path.getWindingRule();
  }

  /** Where among a segment's coordinates its end is. */
  private static int last(final int segment) {
    return switch (segment) {
      case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 0;
      case PathIterator.SEG_QUADTO -> 2;
      case PathIterator.SEG_CUBICTO -> 4;
      default -> -1;
    };
  }

  @Override
  public void picture(final BufferedImage pixels, final Rectangle2D where) {
    unchecked(
        () -> {
          final PDImageXObject image = LosslessFactory.createFromImage(document, pixels);
          image.setInterpolate(true);
          content.drawImage(
              image,
              (float) where.getX(),
              (float) (height - where.getMaxY()),
              (float) where.getWidth(),
              (float) where.getHeight());
        });
  }
}
