package io.github.inceptionlens.command.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.command.page.PageText.Anchor;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** One drawing on paper of three kinds. */
class PagesTest {

  private static final String ODD = "a<b & \"c\" \u7D30\u80DE \u00B5m\u0007 \uD83D\uDE00 \uD800";
  private static final Rectangle2D SQUARE = new Rectangle2D.Double(100, 200, 60, 60);
  private static final Rectangle2D PICTURE = new Rectangle2D.Double(300, 400, 90, 45);

  private static void draw(final PageCanvas canvas) {
    canvas.fill(SQUARE, Color.RED);
    canvas.stroke(new Ellipse2D.Double(200, 200, 60, 60), 4, Color.BLUE);
    canvas.picture(green(), PICTURE);
    canvas.text(PageText.of("mixed4c:447", 42, 60, 17));
    canvas.text(PageText.of(ODD, 42, 100, 8));
    canvas.text(PageText.of("right", 500, 120, 8).at(Anchor.END));
    canvas.text(PageText.of("upward", 500, 300, 8).at(Anchor.MIDDLE).turned());
  }

  private static BufferedImage green() {
    final BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x008000);
    image.setRGB(1, 0, 0x008000);
    return image;
  }

  private static void assertDrawn(final BufferedImage image) {
    final double scale = image.getWidth() / PageDrawing.WIDTH;
    assertThat(at(image, 130, 230, scale)).isEqualTo(0xFF0000);
    assertThat(at(image, 95, 230, scale)).isEqualTo(0xFFFFFF);
    assertThat(at(image, 230, 230, scale)).isEqualTo(0xFFFFFF);
    assertThat(at(image, 230, 200, scale)).isEqualTo(0x0000FF);
    assertThat(at(image, 345, 420, scale)).isEqualTo(0x008000);
    for (final PageText text : texts()) {
      assertThat(ink(image, RecordingCanvas.box(text), scale)).as(text.words()).isPositive();
    }
  }

  private static List<PageText> texts() {
    return RecordingCanvas.of(PagesTest::draw).texts();
  }

  private static int at(
      final BufferedImage image, final double x, final double y, final double scale) {
    return image.getRGB((int) (x * scale), (int) (y * scale)) & 0xFFFFFF;
  }

  private static int ink(final BufferedImage image, final Rectangle2D box, final double scale) {
    int dark = 0;
    for (double y = box.getMinY(); y < box.getMaxY(); y += 1 / scale) {
      for (double x = box.getMinX(); x < box.getMaxX(); x += 1 / scale) {
        dark += (at(image, x, y, scale) & 0xFF) < 128 ? 1 : 0;
      }
    }
    return dark;
  }

  private static byte[] pdf() throws IOException {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PdfCanvas.write(List.of(PagesTest::draw, PagesTest::draw), bytes);
    return bytes.toByteArray();
  }

  @Test
  void pixelsAreWhereTheyAreDrawn() {
    final BufferedImage image = RasterCanvas.image(PagesTest::draw, 200);
    assertThat(image.getWidth()).isEqualTo(1654);
    assertThat(image.getHeight()).isEqualTo(2339);
    assertDrawn(image);
  }

  @Test
  void aPdfShowsTheSame() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf())) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertDrawn(new PDFRenderer(document).renderImageWithDPI(1, 200));
    }
  }

  @Test
  void thePdfsTextIsTextAndItsFontIsEmbedded() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("mixed4c:447", "a<b & \"c\"", "\u00B5m", "right");
      for (final PDPage page : document.getPages()) {
        assertThat(StreamSupport.stream(page.getResources().getFontNames().spliterator(), false))
            .hasSize(1)
            .allSatisfy(
                name -> assertThat(page.getResources().getFont(name).isEmbedded()).isTrue());
      }
    }
  }

  @Test
  void anSvgIsWellFormedAndItsTextIsText() throws Exception {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SvgCanvas.write("a < b", PagesTest::draw, bytes);
    final Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes.toByteArray()));
    final List<String> words = new ArrayList<>();
    final NodeList texts = svg.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      words.add(texts.item(i).getTextContent());
    }
    assertThat(words).isEqualTo(texts().stream().map(PageText::words).toList());
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("a < b");
    final Element image = (Element) svg.getElementsByTagName("image").item(0);
    assertThat(image.getAttribute("xlink:href")).startsWith("data:image/png;base64,");
    assertThat(Double.parseDouble(image.getAttribute("width"))).isEqualTo(PICTURE.getWidth());
    assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(2);
  }

  @Test
  void lengthsAreThoseOfHelvetica() {
    assertThat(PageText.of("mixed4c:447", 0, 0, 1000).length())
        .isCloseTo(833 + 222 + 500 + 3 * 556 + 500 + 278 + 3 * 556, within(3.0));
    assertThat(PageText.of("", 0, 0, 8).length()).isZero();
  }
}
