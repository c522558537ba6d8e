package io.github.inceptionlens.website;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.website.SiteLayer.SiteUnit;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site of planted units, read as a browser reads it. */
final class WebsiteTest {

  @TempDir private static Path folder;

  @BeforeAll
  static void write() {
    PlantedSite.write(folder);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  private static HtmlPage page(final WebClient browser, final Path file) throws IOException {
    return browser.getPage(file.toUri().toURL());
  }

  private static WebClient reader() {
    final WebClient browser = new WebClient();
    browser.getOptions().setJavaScriptEnabled(false);
    browser.getOptions().setCssEnabled(false);
    return browser;
  }

  @Test
  void everyUnitAndEveryLayerHasAPage() throws IOException {
    assertThat(pages()).hasSize(1 + 3 + 6 + 12 + 4);
    assertThat(folder.resolve("mixed4c/11.html")).isRegularFile();
  }

  @Test
  void everyLinkAndEveryPictureIsThereAndNoneLeadsOut() throws IOException {
    try (WebClient browser = reader()) {
      for (final Path file : pages()) {
        for (final DomElement element : page(browser, file).getDomElementDescendants()) {
          for (final String attribute : List.of("href", "src", "action")) {
            if (element.hasAttribute(attribute)) {
              assertResolves(file, element.getAttribute(attribute));
            }
          }
        }
      }
    }
  }

  private static void assertResolves(final Path page, final String link) throws IOException {
    final URI target = page.toUri().resolve(link);
    assertThat(URI.create(link).isAbsolute()).as(link).isFalse();
    final Path file = Path.of(URI.create("file://" + target.getPath()));
    assertThat(file).as("%s of %s", link, page).isRegularFile().startsWith(folder);
    if (target.getFragment() != null) {
      assertThat(Files.readString(file)).contains("id=\"" + target.getFragment() + '"');
    }
  }

  @Test
  void labelsAreShownAsTheTextThatTheyAre() throws IOException {
    try (WebClient browser = reader()) {
      final HtmlPage hostile = page(browser, folder.resolve("mixed4c/3.html"));
      assertThat(hostile.getTitleText()).contains(PlantedSite.HOSTILE);
      assertThat(hostile.<DomElement>getFirstByXPath("//h1").getTextContent())
          .isEqualTo("mixed4c:3 " + PlantedSite.HOSTILE);
      assertThat(hostile.getByXPath("//script")).hasSize(3);
      assertThat(page(browser, folder.resolve("mixed4c/4.html")).getBody().getTextContent())
          .contains(PlantedSite.UMLAUTS);
      assertThat(page(browser, folder.resolve("mydict/0.html")).getByXPath("//b")).isEmpty();
      final HtmlPage layer = page(browser, folder.resolve("mixed4c/index.html"));
      assertThat(
              layer
                  .<DomElement>getFirstByXPath("//li[@data-channel='3']")
                  .getAttribute("data-label"))
          .isEqualTo(PlantedSite.HOSTILE);
    }
  }

  @Test
  void theSearchFindsNamesAndLabelsWithoutAServer() throws IOException {
    try (WebClient browser = new WebClient()) {
      browser.getOptions().setCssEnabled(false);
      final HtmlPage page = page(browser, folder.resolve("mixed4b/2.html"));
      final Object found =
          page.executeJavaScript("JSON.stringify(lensUnits.filter(one => one[2] !== ''))")
              .getJavaScriptResult();
      assertThat(found.toString())
          .contains("</script><b>bold", PlantedSite.HOSTILE, "stripes")
          .contains("[\"mixed4b\",2,\"rings\"]");
    }
  }

  @Test
  void linksToUnitsThatTheSiteLacksAreTexts() throws IOException {
    try (WebClient browser = reader()) {
      final HtmlPage page = page(browser, folder.resolve("mixed4c/5.html"));
      assertThat(page.getByXPath("//ul[@class='wires']//a[@href='../mixed4b/0.html']")).hasSize(1);
      assertThat(page.getByXPath("//ul[@class='wires']//span[@class='far']")).hasSize(1);
      assertThat(page.getBody().getTextContent()).contains("mixed4b:100", "Is read by nothing");
    }
  }

  @Test
  void everyPictureHasAnAlternativeText() throws IOException {
    try (WebClient browser = reader()) {
      for (final Path file : pages()) {
        for (final Object picture : page(browser, file).getByXPath("//img")) {
          assertThat(((DomElement) picture).hasAttribute("alt")).as(file.toString()).isTrue();
        }
      }
    }
  }

  @Test
  void theNumbersStandInTables() throws IOException {
    final List<List<String>> unit =
        Csv.rows(Files.readString(folder.resolve("mixed4c/3.csv")), "3.csv");
    assertThat(unit)
        .contains(
            List.of("mixed4c:3", "figure", "", "active", "0.125"),
            List.of("mixed4c:3", "figure", "", "largest", "11"),
            List.of("mixed4c:3", "label mean", "", "fiber", "2"),
            List.of("mixed4c:3", "top", "1", "ring <1>", "9"),
            List.of("mixed4c:3", "in norm", "2", "mixed4b:100", "1"),
            List.of("mixed4c:3", "in sum", "2", "mixed4b:100", "0.5"),
            List.of("mixed4c:3", "bin from", "1", "-4", "3000"));
    assertThat(Csv.rows(Files.readString(folder.resolve("mixed4c/units.csv")), "units.csv"))
        .hasSize(13)
        .contains(
            List.of(
                "mixed4c:4",
                PlantedSite.UMLAUTS,
                "7200",
                "-1.25",
                "2.5",
                "0.125",
                "5.5",
                "-4",
                "12"));
  }

  @Test
  void theHistogramSaysWhatItShows() {
    final HistogramShape shape = HistogramShape.of(PlantedSite.figures(0));
    assertThat(shape.words())
        .isEqualTo("Histogram of 7,200 values from \u22124.00 to 8.00; 12.5 % of them are above 0");
    assertThat(shape.counts())
        .extracting(HistogramShape.AxisMark::name)
        .containsExactly("1", "10", "100", "1,000", "10,000");
    assertThat(shape.quantiles().get(0).name()).isEqualTo("100 %");
    assertThat(shape.above()).startsWith("M").endsWith("z");
  }

  @Test
  void aUnitOfASingleValueHasAHistogram() {
    final UnitFigures silent =
        new UnitFigures(9, 0, 0, 0, Double.NaN, 0, 0, Map.of(0.5, 0.0), List.of(9L, 0L), Map.of());
    assertThat(HistogramShape.of(silent).below()).doesNotContain("NaN").startsWith("M");
  }

  @Test
  void theSameUnitsMakeTheSameFiles() throws IOException {
    final Map<String, String> files = new TreeMap<>();
    final SiteLayer layer = PlantedSite.layer("mixed4c", "", 2, Map.of());
    for (int i = 0; i < 2; i++) {
      final Website site =
          new Website(
              PlantedSite.facts("scenes"),
              List.of(layer),
              (path, content) -> {
                final String text = new String(content, StandardCharsets.ISO_8859_1);
                assertThat(files.getOrDefault(path, text)).isEqualTo(text);
                files.put(path, text);
              });
      layer.units().forEach(unit -> site.unit(PlantedSite.page(unit)));
      site.finish();
    }
    assertThat(files).containsKeys("index.html", "mixed4c/0.html", "mixed4c/pictures/0-top-9.jpg");
  }

  @Test
  void smallCropsKeepTheirPixelsAndLargeOnesAreMadeSmaller() {
    final SiteUnit unit = new SiteUnit("mixed4b", 0, "", true);
    final SmallPicture few = PlantedSite.page(unit).strongest().get(0).picture();
    assertThat(few.ending()).isEqualTo("png");
    assertThat(few.width()).isEqualTo(20);
    final SmallPicture large =
        PlantedSite.page(new SiteUnit("mixed4c", 0, "", true)).strongest().get(0).picture();
    assertThat(large.ending()).isEqualTo("jpg");
    assertThat(large.width()).isEqualTo(160);
  }

  @Test
  void thePagesAreValid() throws Exception {
    Needs.program("tidy");
    final List<String> complaints = new ArrayList<>();
    for (final Path file : pages()) {
      final Process tidy =
          new ProcessBuilder(
                  "tidy", "-q", "-e", "-utf8", "--drop-empty-elements", "no", file.toString())
              .redirectErrorStream(true)
              .start();
      new String(tidy.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.matches(".*proprietary attribute \"(loading|aria-[a-z]+)\""))
          .forEach(line -> complaints.add(folder.relativize(file) + ": " + line));
      tidy.waitFor();
    }
    assertThat(complaints).isEmpty();
  }
}
