package io.github.inceptionlens.website;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.website.HeadlessBrowser.Seen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A planted site in Chromium: scripts, colors, keys, and what axe finds for those who need it. */
final class SiteInBrowserTest {

  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final String AXE_RUN =
      "axe.run().then(found => answer(found.passes.length > 15 ? JSON.stringify("
          + "found.violations.map(one => [one.id, one.nodes.map(node => node.html)]))"
          + " : 'axe looked at nothing'));";
  private static final String PRESS =
      "const press = (key, at) => (at || document.activeElement).dispatchEvent("
          + "new KeyboardEvent('keydown', { key: key, bubbles: true, cancelable: true }));";

  @TempDir private static Path folder;

  private static HeadlessBrowser browser;

  @BeforeAll
  static void write() throws IOException {
    browser = new HeadlessBrowser(folder);
    PlantedSite.write(folder.resolve("site"));
    try (InputStream axe = SiteInBrowserTest.class.getResourceAsStream(AXE)) {
      Files.copy(axe, folder.resolve("axe.js"));
    }
  }

  private static Path page(final String page) {
    return folder.resolve("site").resolve(page);
  }

  private static String axe(final HeadlessBrowser seenBy, final Path page) throws Exception {
    final String script = "<script src=\"" + folder.resolve("axe.js").toUri() + "\"></script>";
    return seenBy.ask(page, script, AXE_RUN).answer();
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "mixed4c/index.html", "mixed4c/3.html", "mydict/1.html"})
  void axeFindsNothingInLightAndDark(final String page) throws Exception {
    assertThat(axe(browser, page(page))).isEqualTo("[]");
    assertThat(axe(HeadlessBrowser.dark(folder), page(page))).isEqualTo("[]");
  }

  @Test
  void axeWouldFindAPictureWithoutText() throws Exception {
    final Path page = page("index.html");
    final Path worse = page.resolveSibling("worse.html");
    Files.writeString(worse, Files.readString(page).replace("</main>", "<img src='x'></main>"));
    assertThat(axe(browser, worse)).contains("image-alt");
    Files.delete(worse);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "mixed4b/index.html",
        "mixed4c/3.html",
        "mixed4c/4.html",
        "mydict/0.html"
      })
  void theConsoleStaysEmptyAndNoLabelIsRun(final String page) throws Exception {
    final Seen seen = browser.open(page(page));
    assertThat(seen.console()).isEmpty();
    assertThat(seen.dom()).doesNotContain("<script>alert", "<b>bold");
  }

  @Test
  void theConsoleWouldBeHeard() throws Exception {
    assertThat(browser.ask(page("index.html"), "", "console.error('heard')").console())
        .anyMatch(line -> line.contains("heard"));
  }

  @Test
  void theSearchFindsLabelsWithSignsAndNames() throws Exception {
    final String find =
        PRESS
            + "const find = text => { press('/', document.body); const field ="
            + " document.activeElement; field.value = text; field.dispatchEvent(new Event('input'));"
            + " return Array.from(document.querySelectorAll('#found a')).map(one =>"
            + " one.textContent + '>' + one.getAttribute('href')).join('|'); };";
    final String[] found =
        browser
            .ask(
                page("mixed4b/2.html"),
                "",
                find
                    + "answer([find('R\u00FCD'), find('<script>'), find('mixed4c:11'),"
                    + " find('no such'), document.getElementById('found-count').textContent]"
                    + ".join('\\n'));")
            .answer()
            .split("\n");
    assertThat(found[0]).isEqualTo("mixed4c:4 " + PlantedSite.UMLAUTS + ">../mixed4c/4.html");
    assertThat(found[1]).startsWith("mixed4c:3 " + PlantedSite.HOSTILE + ">");
    assertThat(found[2]).isEqualTo("mixed4c:11>../mixed4c/11.html");
    assertThat(found[3]).isEmpty();
    assertThat(found[4]).isEqualTo("No unit has such a name or label");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ArrowLeft mixed4c:2", "ArrowRight mixed4c:4", "u mixed4c"})
  void keysLeadFromUnitToUnitAndUp(final String keyAndPage) throws Exception {
    final String[] parts = keyAndPage.split(" ");
    final Seen seen =
        browser.ask(
            page("mixed4c/3.html"), "", PRESS + "press('" + parts[0] + "', document.body);");
    assertThat(seen.dom()).containsPattern("<title>" + parts[1] + " ");
  }

  @Test
  void tilesAreSortedFilteredAndWalkedByKeys() throws Exception {
    final String[] answers =
        browser
            .ask(
                page("mixed4c/index.html"),
                "",
                PRESS
                    + "const set = (id, value, event) => { const field ="
                    + " document.getElementById(id); field.value = value;"
                    + " field.dispatchEvent(new Event(event)); };"
                    + "const shown = () => Array.from(document.querySelectorAll("
                    + "'#grid li:not([hidden])')).map(one => one.dataset.channel).join(' ');"
                    + "const all = [];"
                    + "set('sort', 'largest', 'change'); all.push(shown());"
                    + "set('sort', 'label', 'change'); all.push(shown());"
                    + "set('filter', 'gro\u00DF', 'input'); all.push(shown());"
                    + "set('filter', '1', 'input'); all.push(shown());"
                    + "set('filter', '', 'input'); set('sort', 'channel', 'change');"
                    + "document.querySelector('#grid a').focus(); press('ArrowRight');"
                    + "press('ArrowRight'); all.push(document.activeElement.getAttribute('href'));"
                    + "press('ArrowLeft'); all.push(document.activeElement.getAttribute('href'));"
                    + "answer(all.join('\\n'));")
            .answer()
            .split("\n");
    assertThat(answers)
        .containsExactly(
            "11 10 9 8 7 6 5 4 3 2 1 0",
            "3 4 0 1 2 5 6 7 8 9 10 11",
            "4",
            "1 10 11",
            "2.html",
            "1.html");
  }

  @Test
  void theButtonChangesTheColorsAndTheSystemDoes() throws Exception {
    final String color = "getComputedStyle(document.body).backgroundColor";
    final String script =
        "const before = "
            + color
            + "; document.getElementById('theme').click();"
            + " answer(before + ' ' + "
            + color
            + ");";
    final String light = browser.ask(page("index.html"), "", script).answer();
    final String dark =
        HeadlessBrowser.dark(Files.createDirectory(folder.resolve("other")))
            .ask(page("index.html"), "", script)
            .answer();
    assertThat(light).startsWith("rgb(251, 250, 247) rgb(17");
    assertThat(dark).isEqualTo("rgb(17, 22, 28) rgb(251, 250, 247)");
  }

  /** What makes a large page quick: few pictures at first, and little text. */
  @Test
  void aLayerOf512UnitsLoadsOnlyThePicturesThatAreSeen() throws Exception {
    PlantedSite.write(folder.resolve("large"), 512);
    final Path layer = folder.resolve("large/mixed4c/index.html");
    final Seen seen =
        browser.ask(
            layer,
            "",
            "setTimeout(() => answer([Array.from(document.images).filter(one =>"
                + " one.naturalWidth > 0).length, document.images.length,"
                + " document.querySelectorAll('#grid li').length].join(' ')), 500);");
    final List<Integer> counts =
        List.of(seen.answer().split(" ")).stream().map(Integer::valueOf).toList();
    assertThat(counts.get(2)).isEqualTo(512);
    assertThat(counts.get(1)).isGreaterThan(900);
    assertThat(counts.get(0)).isBetween(1, 250);
    assertThat(Files.size(layer))
        .as(() -> String.format(Locale.ROOT, "bytes of %s", layer))
        .isLessThan(600_000);
  }

  /** No page is wider than the screen of a telephone. */
  @ParameterizedTest
  @ValueSource(strings = {"index.html", "mixed4c/index.html", "mixed4c/3.html"})
  void aNarrowScreenShowsAll(final String page) throws Exception {
    final Path narrow = page(page).resolveSibling("narrow.html");
    Files.writeString(
        narrow,
        "<!DOCTYPE html><title>n</title><iframe id=\"f\" width=\"390\" height=\"800\" src=\""
            + page(page).getFileName()
            + "\"></iframe></body>");
    final HeadlessBrowser open = new HeadlessBrowser(folder, "--allow-file-access-from-files");
    final String answer =
        open.ask(
                narrow,
                "",
                "answer(document.getElementById('f').contentDocument.documentElement.scrollWidth);")
            .answer();
    Files.delete(narrow);
    assertThat(Integer.parseInt(answer)).isLessThanOrEqualTo(390);
  }
}
