package io.github.inceptionlens.command.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of pages: whole or not at all, of the kind that their name says. */
class PageFileTest {

  private static final String FIRST = "mixed4c:447";
  private static final String SECOND = "mixed5a:3";

  @TempDir private Path folder;

  private static Map<String, PageDrawing> pages(final String... titles) {
    final Map<String, PageDrawing> pages = new LinkedHashMap<>();
    for (final String title : titles) {
      pages.put(title, canvas -> canvas.text(PageText.of("page of " + title, 50, 50, 12)));
    }
    return pages;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private PageFile file(final String name) {
    return PageFile.of(folder.resolve(name).toString()).orElseThrow();
  }

  @Test
  void aPdfHasAllPagesInTheirOrder() throws IOException {
    file("a b.PDF").write(pages(SECOND, FIRST));
    assertThat(files()).containsExactly("a b.PDF");
    try (PDDocument document = Loader.loadPDF(folder.resolve("a b.PDF").toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      final PDFTextStripper second = new PDFTextStripper();
      second.setStartPage(2);
      assertThat(second.getText(document).strip()).isEqualTo("page of mixed4c:447");
    }
  }

  @Test
  void anSvgIsOfOnePageAndOfSeveralEachHasItsOwn() throws IOException {
    file("one.svg").write(pages(FIRST));
    file("two.svg").write(pages(FIRST, SECOND));
    assertThat(files()).containsExactly("one.svg", "two-mixed4c-447.svg", "two-mixed5a-3.svg");
    assertThat(folder.resolve("two-mixed5a-3.svg")).content().contains(">page of mixed5a:3<");
  }

  @Test
  void anEarlierFileStaysWhereAPageCannotBeDrawn() throws IOException {
    file("kept.pdf").write(pages(FIRST));
    final byte[] before = Files.readAllBytes(folder.resolve("kept.pdf"));
    final Map<String, PageDrawing> broken = pages(FIRST);
    broken.put(
        SECOND,
        canvas -> {
          throw new CancellationException("stopped");
        });
    assertThatThrownBy(() -> file("kept.pdf").write(broken))
        .isInstanceOf(CancellationException.class);
    assertThat(files()).containsExactly("kept.pdf");
    assertThat(folder.resolve("kept.pdf")).hasBinaryContent(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.png", "report", "pdf", "a.pdf.txt"})
  void anotherEndingIsRefusedByName(final String name) {
    assertThatThrownBy(() -> file(name))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(name)
        .hasMessageContaining(".pdf or .svg");
  }

  @Test
  void aFolderThatIsNotThereIsRefusedAndNoFileIsNoFile() {
    assertThatThrownBy(() -> file("none/a.pdf"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no folder");
    assertThat(PageFile.of(" ")).isEmpty();
  }
}
