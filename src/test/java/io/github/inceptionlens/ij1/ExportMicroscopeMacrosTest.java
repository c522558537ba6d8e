package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Websites of units as macros make them. */
final class ExportMicroscopeMacrosTest extends PluginMacros {

  private static final String EXPORT =
      "run('Export Microscope...', 'images=[DIR/textures] count=3 connections=2 size=32 steps=2"
          + " quantiles=0.5,0.9 ";

  @BeforeAll
  static void write() throws IOException {
    IdentityDictionaries.write(folder);
    printed("run('Make Sample Images...', 'count=12 size=96 folder=[DIR/textures]');");
  }

  private static List<List<String>> csv(final String name) throws IOException {
    return Csv.rows(Files.readString(folder.resolve(name)), name);
  }

  private static List<String> column(final List<List<String>> rows, final String heading) {
    final int index = rows.get(0).indexOf(heading);
    return rows.subList(1, rows.size()).stream().map(row -> row.get(index)).toList();
  }

  private static List<List<String>> kind(final List<List<String>> rows, final String kind) {
    return rows.stream().filter(row -> row.get(1).equals(kind)).toList();
  }

  private static Stream<String> files(final Path site) throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> site.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void aSiteWithAPageForEachUnitAndATableThatLeadsBack() throws IOException {
    final String out =
        printed(
            EXPORT + "layers=mixed4b,mixed4c units=0-1 folder=[DIR/site] csv=[DIR/site.csv]');");
    assertThat(out).contains("4 units of 2 layers are in");
    assertThat(files(folder.resolve("site")))
        .contains(
            "index.html",
            "inception-lens-site.json",
            "mixed4b/index.html",
            "mixed4b/1.html",
            "mixed4c/0.csv",
            "mixed4c/pictures/0-top-3.jpg",
            "mixed4c/pictures/0-along-2.jpg",
            "site-parts/units.js");
    final List<List<String>> crops = csv("site.csv");
    assertThat(crops).hasSize(1 + 4 * (3 + 2));
    assertThat(column(crops, "Kind").subList(0, 5))
        .containsExactly("top", "top", "top", "quantile:0.9", "quantile:0.5");
    assertThat(column(crops, "Image"))
        .allSatisfy(one -> assertThat(folder.resolve("textures").resolve(one)).isRegularFile());
    assertThat(column(crops, "Collection")).containsOnly(folder.resolve("textures").toString());
  }

  @Test
  void thePagesSayWhatTheOtherCommandsSay() throws IOException {
    printed(
        EXPORT
            + "units=mixed4c:5 folder=[DIR/same]');"
            + "run('Unit Report...', 'images=[DIR/textures] units=mixed4c:5 csv=[DIR/same.csv]"
            + " facets=0 connections=2 count=3 quantiles=0.5,0.9');");
    final List<List<String>> page = csv("same/mixed4c/5.csv");
    assertThat(number(kind(page, "figure").get(1).get(4)))
        .isCloseTo(number(column(csv("same.csv"), "Mean").get(0)), within(1e-5));
    assertThat(number(kind(page, "quantile").get(1).get(4)))
        .isCloseTo(number(column(csv("same.csv"), "Quantile 0.9").get(0)), within(1e-5));
    final List<List<String>> crops = csv("same-crops.csv");
    assertThat(kind(page, "top").stream().map(row -> row.get(3)))
        .isEqualTo(column(crops, "Label").subList(0, 3));
    assertThat(kind(page, "in norm").stream().map(row -> row.get(3)))
        .isEqualTo(column(csv("same-weights.csv"), "Other").subList(0, 2));
    assertThat(kind(page, "out norm").stream().map(row -> row.get(3)))
        .isEqualTo(column(csv("same-weights.csv"), "Other").subList(2, 4));
  }

  private static double number(final String text) {
    return Double.parseDouble(text);
  }

  @Test
  void anEntryThatIsAChannelHasTheChannelsPage() throws IOException {
    printed(
        IdentityDictionaries.bringIn()
            + EXPORT
            + "layers=mixed4c,id_after units=12,5 folder=[DIR/entries]');"
            + IdentityDictionaries.takeAway());
    for (final int unit : new int[] {5, 12}) {
      final List<List<String>> channel = csv("entries/mixed4c/" + unit + ".csv");
      final List<List<String>> entry = csv("entries/id_after/" + unit + ".csv");
      for (final String kind : List.of("top", "label mean", "quantile", "out norm")) {
        assertThat(kind(entry, kind)).as(kind).hasSameSizeAs(kind(channel, kind));
      }
      assertThat(kind(entry, "top").get(0).get(3)).isEqualTo(kind(channel, "top").get(0).get(3));
      assertThat(number(kind(entry, "top").get(0).get(4)))
          .isCloseTo(number(kind(channel, "top").get(0).get(4)), within(1e-3));
      assertThat(kind(entry, "out norm").get(0).get(3))
          .isEqualTo(kind(channel, "out norm").get(0).get(3));
      assertThat(kind(entry, "in norm").get(0).get(3)).isEqualTo("mixed4c:" + unit);
    }
    assertThat(folder.resolve("entries/id_after/12.html"))
        .content()
        .contains("href=\"../mixed4c/12.html\"");
  }

  @Test
  void strongestChoosesByTheImages() throws IOException {
    printed(
        EXPORT + "layers=mixed4c units=strongest:2 folder=[DIR/strong] csv=[DIR/strong.csv]');");
    printed(
        "run('Layer Statistics...', 'images=[DIR/textures] layer=mixed4c_pre_relu"
            + " units=strongest:2 csv=[DIR/statistics.csv]');");
    assertThat(column(csv("strong.csv"), "Unit").stream().distinct())
        .isEqualTo(
            column(csv("statistics.csv"), "Unit").stream()
                .map(unit -> unit.replace("_pre_relu", ""))
                .toList());
  }

  @Test
  void aSecondCallBringsTheSiteUpToDateAndLeavesWhatIsNotItsOwn() throws IOException {
    printed(EXPORT + "units=mixed4c:1,2 folder=[DIR/twice]');");
    final Path site = folder.resolve("twice");
    Files.writeString(site.resolve("CNAME"), "example.org");
    final List<String> before = files(site).toList();
    printed(EXPORT + "units=mixed4c:1,2 folder=[DIR/twice]');");
    assertThat(files(site)).isEqualTo(before);
    printed(EXPORT + "units=mixed4c:2,3 folder=[DIR/twice]');");
    assertThat(files(site))
        .contains("CNAME", "mixed4c/2.html", "mixed4c/3.html")
        .doesNotContain("mixed4c/1.html", "mixed4c/1.csv", "mixed4c/pictures/1-top-1.jpg");
  }

  @Test
  void onlyCropsLabelsAndTheNameOfTheCollectionLeaveTheImages() throws IOException {
    printed(EXPORT + "units=mixed4c:4 folder=[DIR/closed]');");
    final String image;
    try (Stream<Path> images = Files.walk(folder.resolve("textures"))) {
      image =
          images.filter(Files::isRegularFile).findFirst().orElseThrow().getFileName().toString();
    }
    final Path site = folder.resolve("closed");
    for (final String file :
        files(site).filter(one -> one.matches(".*\\.(html|csv|js|json)")).toList()) {
      assertThat(site.resolve(file))
          .content()
          .doesNotContain(folder.toString())
          .doesNotContain(image.replaceFirst("\\d+\\.tif$", ""))
          .doesNotContain(".tif");
    }
    printed(EXPORT + "units=mixed4c:4 folder=[DIR/open] sources');");
    assertThat(folder.resolve("open/mixed4c/4.html")).content().contains(".tif");
  }

  @ParameterizedTest
  @CsvSource({
    "'units=mixed4c:4 folder=[DIR/textures]', which holds files of others",
    "'units=mixed4c:4 folder=[DIR/textures/site]', which lies among the images",
    "'units=mixed4c:4', folder is empty",
    "'layers=mixed9 folder=[DIR/none]', layers is \"mixed9\"",
    "'layers=[ ] folder=[DIR/none]', layers is empty",
    "'units=mixed4c:9999 folder=[DIR/none]', mixed4c has channels 0 to 127",
    "'layers=mixed4c units=some folder=[DIR/none]', units is \"some\""
  })
  void whatCannotBeIsOneSentenceAndNothingIsWritten(final String options, final String sentence)
      throws IOException {
    final List<String> before = files(folder.resolve("textures")).toList();
    final Result result = run(EXPORT + options + "');");
    assertThat(result.err()).contains(sentence);
    assertThat(files(folder.resolve("textures"))).isEqualTo(before);
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
