package io.github.inceptionlens.command.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.command.page.PdfCanvas;
import io.github.inceptionlens.command.page.RasterCanvas;
import io.github.inceptionlens.command.page.SvgCanvas;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A diagram in files: a page of its own size, on which text is text. */
class DiagramFileTest {

  private final DiagramGraph graph = SampleGraphs.random(7, List.of(3, 5, 5), 0.8, true);
  private final DiagramDrawing drawing = new DiagramDrawing(graph);

  @Test
  void anSvgParsesAndHasEveryNodesNameAndEveryLine() throws Exception {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SvgCanvas.write("<one> & \"two\"", drawing, bytes);
    final Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes.toByteArray()));
    final Set<String> texts = new HashSet<>();
    final NodeList all = document.getElementsByTagName("text");
    for (int i = 0; i < all.getLength(); i++) {
      texts.add(all.item(i).getTextContent());
    }
    assertThat(texts).containsAll(graph.columns()).contains(graph.title());
    graph.nodes().forEach(node -> assertThat(texts).contains(node.caption().get(0)));
    assertThat(bytes.toString()).contains("C");
    assertThat(document.getDocumentElement().getAttribute("width"))
        .isEqualTo(String.format(java.util.Locale.ROOT, "%.2fpt", drawing.width()));
  }

  @Test
  void aPdfHasAPageOfThatSize() throws IOException {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PdfCanvas.write(List.of(drawing), bytes);
    try (PDDocument document = Loader.loadPDF(bytes.toByteArray())) {
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo((float) drawing.width());
      final String text = new PDFTextStripper().getText(document);
      graph.nodes().forEach(node -> assertThat(text).contains(node.caption().get(0)));
    }
  }

  @Test
  void pixelsHaveThatSizeAndTheTwoColors() {
    final BufferedImage pixels = RasterCanvas.image(drawing, 144);
    assertThat(pixels.getWidth()).isEqualTo((int) Math.round(2 * drawing.width()));
    assertThat(pixels.getHeight()).isEqualTo((int) Math.round(2 * drawing.height()));
  }
}
