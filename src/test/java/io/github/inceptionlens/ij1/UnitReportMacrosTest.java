package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.image.place.CropPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of units as macros make them. */
final class UnitReportMacrosTest extends PluginMacros {

  private static final String REPORT = "run('Unit Report...', 'images=[DIR/textures] ";
  private static final String QUICK = " facets=0 connections=0 count=3 quantiles=0,0.5,1";

  @BeforeAll
  static void write() throws IOException {
    IdentityDictionaries.write(folder);
    printed("run('Make Sample Images...', 'count=28 size=96 folder=[DIR/textures]');");
  }

  private static List<List<String>> csv(final String name) throws IOException {
    return Csv.rows(Files.readString(folder.resolve(name)), name);
  }

  private static List<String> column(final List<List<String>> rows, final String heading) {
    final int index = rows.get(0).indexOf(heading);
    return rows.subList(1, rows.size()).stream().map(row -> row.get(index)).toList();
  }

  @Test
  void aPagePerUnitAsImageAndPdfWithTables() throws IOException {
    final ImagePlus report =
        image(
            REPORT
                + "units=mixed4c:5,mixed4d:2 file=[DIR/two.pdf] csv=[DIR/two.csv]"
                + " facets=0 connections=1 count=3 quantiles=0,0.5,1');");
    assertThat(report.getStackSize()).isEqualTo(2);
    assertThat(report.getTitle()).startsWith("seen");
    assertThat(report.getStack().getSliceLabel(2)).isEqualTo("mixed4d:2");
    assertThat(report.getCalibration().getUnit()).isEqualTo("inch");
    try (PDDocument document = Loader.loadPDF(folder.resolve("two.pdf").toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(document))
          .contains("mixed4c:5", "mixed4d:2", "28 pictures of 28 images", "spirals");
    }
    assertCropsShow(report);
    assertTables();
  }

  private static void assertTables() throws IOException {
    assertThat(column(csv("two.csv"), "Unit")).containsExactly("mixed4c:5", "mixed4d:2");
    assertThat(column(csv("two.csv"), "Pictures")).containsOnly("28");
    final List<List<String>> crops = csv("two-crops.csv");
    assertThat(column(crops, "Kind").subList(0, 6))
        .containsExactly("top", "top", "top", "quantile:0", "quantile:0.5", "quantile:1");
    final List<String> before = column(crops, "Before");
    assertThat(Double.parseDouble(before.get(5))).isEqualTo(Double.parseDouble(before.get(0)));
    assertThat(Double.parseDouble(before.get(3)))
        .isCloseTo(Double.parseDouble(column(csv("two.csv"), "Quantile 0").get(0)), within(1e-4));
    assertThat(column(csv("two-weights.csv"), "Direction"))
        .containsExactly("in", "out", "in", "out");
    assertThat(column(csv("two-weights.csv"), "Other").get(0)).startsWith("mixed4b:");
    assertThat(csv("two-classes.csv")).hasSize(1 + 2 * 28);
  }

  /** Every crop lies on its page and is no blank paper there. */
  private static void assertCropsShow(final ImagePlus report) {
    final CropPlaces places = CropPlaces.of(report).orElseThrow();
    assertThat(places.crops()).hasSize(12);
    for (final CropPlaces.Crop crop : places.crops()) {
      final ImageProcessor page = report.getStack().getProcessor(crop.page());
      final CropPlaces.Box at = crop.at();
      page.setRoi(at.x() + 2, at.y() + 2, at.width() - 4, at.height() - 4);
      final double mean = page.convertToByteProcessor().crop().getStats().mean;
      assertThat(mean).isBetween(5.0, 250.0);
      assertThat(folder.resolve("textures").resolve(crop.image())).isRegularFile();
    }
  }

  @Test
  @Tag("slow")
  void anEntryThatIsAChannelHasTheChannelsReport() throws IOException {
    printed(
        IdentityDictionaries.bringIn()
            + REPORT
            + "units=mixed4c:12 csv=[DIR/channel.csv]"
            + QUICK.replace("connections=0", "connections=2")
            + "');"
            + REPORT
            + "units=id_after:12 csv=[DIR/entry.csv] file=[DIR/entry.svg]"
            + QUICK.replace("connections=0", "connections=2")
            + "');"
            + IdentityDictionaries.takeAway());
    assertThat(column(csv("entry-classes.csv"), "Name").get(0))
        .isEqualTo(column(csv("channel-classes.csv"), "Name").get(0));
    assertThat(Double.parseDouble(column(csv("entry-classes.csv"), "Effect").get(0)))
        .isCloseTo(
            Double.parseDouble(column(csv("channel-classes.csv"), "Effect").get(0)), within(1e-3));
    assertThat(column(csv("entry-crops.csv"), "Image").subList(0, 3))
        .isEqualTo(column(csv("channel-crops.csv"), "Image").subList(0, 3));
    final List<String> wired = column(csv("entry-weights.csv"), "Other");
    assertThat(wired.get(0)).isEqualTo("mixed4c:12");
    assertThat(column(csv("entry-weights.csv"), "Norm").get(0)).isEqualTo("1");
    assertThat(wired.subList(2, 4))
        .isEqualTo(column(csv("channel-weights.csv"), "Other").subList(2, 4));
    assertThat(folder.resolve("entry.svg"))
        .content()
        .contains(">id_after:12<", ">Nearest channels and latents<", ">mixed4c:12<")
        .doesNotContain(">decoder<");
    assertThat(Double.parseDouble(column(csv("entry-classes.csv"), "Up").get(0)))
        .isCloseTo(
            Double.parseDouble(column(csv("channel-classes.csv"), "Up").get(0)), within(1e-3));
    final List<List<String>> neighbors = csv("entry-neighbors.csv");
    assertThat(column(neighbors, "Other").get(0)).isEqualTo("mixed4c:12");
    assertThat(column(neighbors, "Cosine").subList(0, 2)).containsExactly("1", "0");
    assertThat(folder.resolve("channel-neighbors.csv")).doesNotExist();
  }

  /** On the one picture of c, at the largest activation of the collection, which is there. */
  @Test
  void offAndUpAreWhatSteeringDoes() throws IOException {
    printed(
        REPORT
            + "units=mixed4c:5 csv=[DIR/up.csv] facets=0 connections=0 count=1 quantiles=none');");
    final String strength = column(csv("up-crops.csv"), "Value").get(0);
    final String open = "open('DIR/textures/" + column(csv("up-crops.csv"), "Image").get(0) + "');";
    final String steer =
        open
            + "run('Steer Features...', 'units=mixed4c:5 fit=[own size] layers=[] classes=28 KEYS"
            + " csv=[DIR/FILE.csv]');";
    printed(
        steer.replace("KEYS", "mode=zero").replace("FILE", "off")
            + steer.replace("KEYS", "mode=clamp strength=" + strength).replace("FILE", "on"));
    assertEffects("Effect", changes("off.csv"), -1);
    assertEffects("Up", changes("on.csv"), 1);
  }

  private static void assertEffects(
      final String column, final Map<String, Double> changes, final int sign) throws IOException {
    final List<List<String>> rows = csv("up-classes.csv");
    final List<String> names = column(rows, "Name");
    assertThat(changes).hasSize(28).containsOnlyKeys(names);
    for (int i = 0; i < names.size(); i++) {
      assertThat(sign * changes.get(names.get(i)))
          .isCloseTo(Double.parseDouble(column(rows, column).get(i)), within(1e-3));
    }
  }

  private static Map<String, Double> changes(final String file) throws IOException {
    final List<String> names = column(csv(file), "Label");
    final Map<String, Double> changes = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      changes.put(
          names.get(i),
          Double.parseDouble(column(csv(file), "LogitAfter").get(i))
              - Double.parseDouble(column(csv(file), "LogitBefore").get(i)));
    }
    return changes;
  }

  @Test
  void aLatentHasTwoPicturesAndNeighbors() throws IOException {
    printed(
        "run('Train Dictionary...', 'name=tiny images=[DIR/textures] layer=mixed3b size=24 k=3"
            + " steps=40 replace');"
            + REPORT
            + "units=tiny:0 csv=[DIR/tiny.csv] file=[DIR/tiny.svg]"
            + QUICK
            + "');"
            + "run('InceptionV1 Dictionaries...', 'action=remove name=tiny');");
    assertThat(folder.resolve("tiny.svg"))
        .content()
        .contains(">encoder<", ">decoder<", ">Nearest channels and latents<");
    final List<List<String>> neighbors = csv("tiny-neighbors.csv");
    assertThat(column(neighbors, "Unit")).hasSize(40).containsOnly("tiny:0");
    assertThat(column(neighbors, "Kind").subList(19, 21)).containsExactly("channel", "latent");
    assertThat(column(neighbors, "Other").subList(0, 20))
        .allMatch(one -> one.startsWith("mixed3b:"));
    assertThat(column(neighbors, "Other").subList(20, 40))
        .allMatch(one -> one.startsWith("tiny:"))
        .doesNotContain("tiny:0");
    for (int i = 0; i < 20; i++) { // rows of the decoder have length 1
      assertThat(Double.parseDouble(column(neighbors, "Weight").get(i)))
          .isCloseTo(Double.parseDouble(column(neighbors, "Cosine").get(i)), within(1e-3));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "units=447                            | units is \"447\", expected units with their layers",
        "units=class:3                        | units is \"class:3\"",
        "units=mixed4c:999                    | mixed4c has channels 0 to 127",
        "units=mixed4c:1 file=[DIR/a.png]     | expected a name that ends in .pdf or .svg",
        "units=mixed4c:1 facets=9             | facets is \"9\", but a whole number from 0 to 4",
        "units=mixed4c:1 connections=-1       | connections is \"-1\", but a whole number from 0 to 6",
        "units=mixed4c:1 quantiles=0,2        | quantiles is \"0,2\"",
        "units=mixed4c:1 quantiles=0,.1,.2,.3,.4,.5,.6,.7,.8,.9 | 10 numbers"
      })
  void whatCannotBeIsRefusedInASentence(final String keys, final String sentence)
      throws IOException {
    assertThat(run(REPORT + keys + "');").err()).contains(sentence);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("a.png");
    }
  }

  @Test
  void withoutAnImageTheStackIsAskedFor() throws IOException {
    assertThat(run("run('Unit Report...', 'units=mixed4c:1');").err())
        .contains("images is stack, but no image is open");
  }
}
