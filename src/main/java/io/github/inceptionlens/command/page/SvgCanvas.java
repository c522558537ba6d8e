package io.github.inceptionlens.command.page;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A page as SVG 1.1: text is text, in a font of the width of Helvetica; pictures are embedded with
 * their own pixels.
 *
 * @see <a href="https://www.w3.org/TR/SVG11/">Scalable Vector Graphics 1.1</a>
 */
public final class SvgCanvas implements PageCanvas {

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final String LINKS = "http://www.w3.org/1999/xlink";
  private static final String PATH = "path";
  private static final String NONE = "none";
  private static final String FILL = "fill";

  private final XMLStreamWriter xml;

  private SvgCanvas(final XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * Writes a page into a file.
   *
   * @param title what the file is called where it is shown
   */
  public static void write(final String title, final PageDrawing page, final OutputStream file)
      throws IOException {
    try {
      final XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(file, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("svg");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeNamespace("xlink", LINKS);
      xml.writeAttribute("version", "1.1");
      xml.writeAttribute("width", number(page.width()) + "pt");
      xml.writeAttribute("height", number(page.height()) + "pt");
      xml.writeAttribute("viewBox", "0 0 " + number(page.width()) + " " + number(page.height()));
      xml.writeAttribute("font-family", PageFont.FAMILIES);
      xml.writeAttribute("stroke", NONE);
      xml.writeStartElement("title");
      xml.writeCharacters(title);
      xml.writeEndElement();
      page.draw(new SvgCanvas(xml));
      xml.writeEndDocument();
      xml.close();
    } catch (final XMLStreamException e) {
      throw new IOException(e);
    } catch (final UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String number(final double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String color(final Color color) {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
  }

  /** Writes an empty element. */
  private void element(final String name, final String... attributes) {
    try {
      xml.writeEmptyElement(name);
      write(attributes);
    } catch (final XMLStreamException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /**
   * @param attributes names and values in turn
   */
  private void write(final String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  @Override
  public void text(final PageText text) {
    try {
      xml.writeStartElement("text");
      write(
          "x",
          number(text.x()),
          "y",
          number(text.y()),
          "font-size",
          number(text.size()),
          FILL,
          color(text.color()),
          "text-anchor",
          text.anchor().name().toLowerCase(Locale.ROOT));
      if (text.upward()) {
        write("transform", "rotate(-90 " + number(text.x()) + " " + number(text.y()) + ")");
      }
      xml.writeCharacters(text.words());
      xml.writeEndElement();
    } catch (final XMLStreamException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void fill(final Shape shape, final Color color) {
    final boolean evenOdd =
        shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD;
    element(
        PATH, "d", path(shape), FILL, color(color), "fill-rule", evenOdd ? "evenodd" : "nonzero");
  }

  @Override
  public void stroke(final Shape shape, final double width, final Color color) {
    element(
        PATH, "d", path(shape), FILL, NONE, "stroke", color(color), "stroke-width", number(width));
  }

  private static String path(final Shape shape) {
    final StringBuilder path = new StringBuilder();
    final double[] c = new double[6];
    for (final PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      final String segment =
          switch (i.currentSegment(c)) {
            case PathIterator.SEG_MOVETO -> "M" + numbers(c, 2);
            case PathIterator.SEG_LINETO -> "L" + numbers(c, 2);
            case PathIterator.SEG_QUADTO -> "Q" + numbers(c, 4);
            case PathIterator.SEG_CUBICTO -> "C" + numbers(c, 6);
            default -> "Z";
          };
      path.append(segment);
    }
    return path.toString();
  }

  private static String numbers(final double[] values, final int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> number(values[i]))
        .collect(Collectors.joining(" "));
  }

  @Override
  public void picture(final BufferedImage pixels, final Rectangle2D where) {
    element(
        "image",
        "x",
        number(where.getX()),
        "y",
        number(where.getY()),
        "width",
        number(where.getWidth()),
        "height",
        number(where.getHeight()),
        "preserveAspectRatio",
        NONE,
        "xlink:href",
        "data:image/png;base64," + Base64.getEncoder().encodeToString(png(pixels)));
  }

  private static byte[] png(final BufferedImage pixels) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(pixels, "png", bytes);
      return bytes.toByteArray();
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
