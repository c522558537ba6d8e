package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Collections as macros look through them: awkward folders, tables, and what single images say. */
final class CollectionMacrosTest extends PluginMacros {

  private static final String CLASSIFY = "run('Classify Images...', '";

  /** Images under awkward names and, among them, files that are none. */
  @BeforeAll
  static void write() throws IOException {
    printed(
        "File.makeDirectory('DIR/all'); File.makeDirectory('DIR/all/sub (1), ä');"
            + "File.makeDirectory('DIR/all/two');"
            + "newImage('a', '8-bit ramp', 96, 96, 3);"
            + "saveAs('Tiff', 'DIR/all/stack of three.tif'); setSlice(1);"
            + "run('Duplicate...', 'title=one');"
            + "saveAs('PNG', 'DIR/all/sub (1), ä/größe, 1 _x_.png');"
            + "saveAs('Tiff', 'DIR/all/two/same.tif'); saveAs('Tiff', 'DIR/all/same.tif');"
            + "saveAs('Tiff', 'DIR/all/.dot.tif'); close('*');"
            + "newImage('small', '8-bit ramp', 1, 1, 1); saveAs('Tiff', 'DIR/all/tiny.tif');"
            + "newImage('nan', '32-bit ramp', 96, 96, 2); setSlice(2); setPixel(3, 3, NaN);"
            + "saveAs('Tiff', 'DIR/all/nan.tif'); close('*');");
    final Path all = folder.resolve("all");
    final byte[] tiff = Files.readAllBytes(all.resolve("same.tif"));
    Files.write(all.resolve("broken.tif"), Arrays.copyOf(tiff, tiff.length / 2));
    Files.createFile(all.resolve("empty.tif"));
    Files.writeString(all.resolve("text.png"), "no picture");
    Files.createSymbolicLink(all.resolve("two/circle"), all);
    Files.writeString(
        all.resolve("two/quoted, \"name\".txt"), "a name that a table has to put in quotes");
  }

  private static List<List<String>> csv(final String name) throws IOException {
    return Csv.rows(Files.readString(folder.resolve(name)), name);
  }

  private static List<String> column(final List<List<String>> rows, final String heading) {
    final int index = rows.get(0).indexOf(heading);
    return rows.subList(1, rows.size()).stream().map(row -> row.get(index)).toList();
  }

  @Test
  void whatCanBeReadIsClassifiedAndTheRestIsNamed() throws IOException {
    final String out = printed(CLASSIFY + "images=[DIR/all] csv=[DIR/e.csv]');");
    final List<List<String>> rows = csv("e.csv");
    assertThat(rows.get(0))
        .containsExactly(
            "Image",
            "Slice",
            "Label",
            "Rank",
            "Class",
            "Name",
            "Logit",
            "Probability",
            "Network",
            "Collection",
            "Range",
            "Run");
    assertThat(column(rows, "Image"))
        .containsExactly(
            "nan.tif",
            "same.tif",
            "stack of three.tif",
            "stack of three.tif",
            "stack of three.tif",
            "sub (1), ä/größe, 1 _x_.png",
            "tiny.tif",
            "two/same.tif");
    assertThat(column(rows, "Slice")).containsExactly("1", "1", "1", "2", "3", "1", "1", "1");
    assertThat(column(rows, "Label")).containsExactly("", "", "", "", "", "sub (1), ä", "", "two");
    assertThat(column(rows, "Collection")).containsOnly(folder.resolve("all").toString());
    final List<List<String>> skipped = csv("e-skipped.csv");
    assertThat(skipped.get(0)).containsExactly("Path", "Reason");
    final Map<String, String> reasons = new HashMap<>();
    skipped.subList(1, skipped.size()).forEach(row -> reasons.put(row.get(0), row.get(1)));
    assertThat(reasons)
        .containsOnlyKeys(
            ".dot.tif",
            "broken.tif",
            "empty.tif",
            "nan.tif, slice 2",
            "text.png",
            "two/circle",
            "two/quoted, \"name\".txt")
        .containsEntry("empty.tif", "the file is empty")
        .containsEntry("two/circle", "it is a link that leads in a circle");
    reasons.forEach((path, reason) -> assertThat(out).contains(path + ": " + reason));
  }

  @Test
  void aTableOfPathsGivesLabelsAndAccuracyAndAMatrix() throws IOException {
    printed("run('Make Sample Images...', 'count=28 size=192 folder=[DIR/textures]');");
    final ImagePlus matrix =
        image(CLASSIFY + "images=[DIR/textures/**/*.tif] top=2 csv=[DIR/t.csv]');");
    final List<List<String>> rows = csv("t.csv");
    assertThat(rows).hasSize(1 + 2 * 28);
    final List<String> labels = column(rows, "Label");
    final List<String> names = column(rows, "Name");
    int right = 0;
    for (int i = 0; i < names.size(); i += 2) {
      right += names.get(i).equals(labels.get(i)) ? 1 : 0;
    }
    assertThat(right).isGreaterThan(24);
    final List<List<String>> accuracy = csv("t-accuracy.csv");
    final List<String> last = accuracy.get(accuracy.size() - 1);
    assertThat(last.subList(0, 2)).containsExactly("all", "28");
    assertThat(Double.parseDouble(last.get(2))).isCloseTo(right / 28.0, within(1e-9));
    final List<List<String>> confusion = csv("t-confusion.csv");
    int diagonal = 0;
    int sum = 0;
    for (final List<String> row : confusion.subList(1, confusion.size())) {
      for (int column = 1; column < confusion.get(0).indexOf("Network"); column++) {
        final int count = Integer.parseInt(row.get(column));
        sum += count;
        diagonal += row.get(0).equals(confusion.get(0).get(column)) ? count : 0;
      }
    }
    assertThat(List.of(diagonal, sum)).containsExactly(right, 28);
    assertThat(matrix.getProp("InceptionLens.macro")).contains("Classify Images...");
    Files.writeString(
        folder.resolve("labels.csv"),
        "path,label\n"
            + rows.get(1).get(0).replaceFirst("^", "textures/")
            + ",no class of the network\n");
    printed(CLASSIFY + "images=[DIR/labels.csv] csv=[DIR/l.csv]');");
    assertThat(column(csv("l.csv"), "Label")).containsExactly("no class of the network");
    assertThat(folder.resolve("l-accuracy.csv")).doesNotExist();
  }

  @Test
  void aCollectionSaysWhatSingleImagesSay() throws IOException {
    printed(CLASSIFY + "images=[DIR/all/s*.tif] csv=[DIR/c.csv]');");
    printed(
        "open('DIR/all/stack of three.tif'); run('Classify with InceptionV1...', 'top=1 stack"
            + " csv=[DIR/single.csv]');");
    final List<String> many = new ArrayList<>(column(csv("c.csv"), "Logit").subList(1, 4));
    final List<String> single = column(csv("single.csv"), "Logit");
    for (int i = 0; i < 3; i++) {
      assertThat(Double.parseDouble(many.get(i)))
          .isCloseTo(Double.parseDouble(single.get(i)), within(1e-4));
    }
  }

  /** The mean over all places is that of the strongest channels' table. */
  @Test
  void statisticsOfOneImageAreThoseOfStrongestChannels() throws IOException {
    final String open = "open('DIR/all/same.tif'); makeOval(20, 10, 60, 70);";
    printed(open + "run('Strongest Channels...', 'count=9 csv=[DIR/strongest.csv]');");
    printed(
        open
            + "run('Layer Statistics...', 'images=stack units=strongest:9 quantiles=1"
            + " csv=[DIR/stat.csv]');");
    final List<List<String>> wanted = csv("strongest.csv");
    final List<List<String>> found = csv("stat.csv");
    assertThat(column(found, "Unit"))
        .isEqualTo(column(wanted, "Channel").stream().map(one -> "mixed4c:" + one).toList());
    for (final String[] pair :
        new String[][] {{"Mean", "Mean"}, {"Peak", "Quantile 1"}, {"Active", "Active"}}) {
      final List<String> expected = column(wanted, pair[0]);
      final List<String> actual = column(found, pair[1]);
      for (int i = 0; i < 9; i++) {
        assertThat(Double.parseDouble(actual.get(i)))
            .isCloseTo(Double.parseDouble(expected.get(i)), within(1e-4));
      }
    }
  }

  @Test
  void aVirtualStackStaysVirtualAndIsClassifiedAsItsFile() throws IOException {
    final String out =
        printed(
            "run('TIFF Virtual Stack...', 'open=[DIR/all/stack of three.tif]');"
                + CLASSIFY
                + "images=stack csv=[DIR/virtual.csv]'); print('virtual', is('Virtual Stack'));");
    assertThat(out).contains("virtual 1");
    printed(CLASSIFY + "images=[DIR/all/stack*.tif] csv=[DIR/file.csv]');");
    assertThat(column(csv("virtual.csv"), "Logit"))
        .hasSize(3)
        .isEqualTo(column(csv("file.csv"), "Logit"));
  }

  /** Merged channels are one picture; every time point and depth is one. */
  @Test
  void aHyperstackHasARowPerDepthAndTime() throws IOException {
    printed(
        "newImage('h', '8-bit composite-mode ramp', 64, 64, 2, 2, 3); saveAs('Tiff',"
            + " 'DIR/hyper.tif'); close('*');"
            + CLASSIFY
            + "images=[DIR/hyper*.tif] csv=[DIR/h.csv]');");
    assertThat(column(csv("h.csv"), "Slice")).containsExactly("1", "3", "5", "7", "9", "11");
  }

  @Test
  void aLimitIsDrawnBySeed() throws IOException {
    final List<List<String>> seen = new ArrayList<>();
    for (final int seed : new int[] {1, 1, 5}) {
      printed(CLASSIFY + "images=[DIR/all/s*.tif] limit=3 seed=" + seed + " csv=[DIR/n.csv]');");
      seen.add(column(csv("n.csv"), "Image"));
    }
    assertThat(seen.get(0)).hasSize(3).isEqualTo(seen.get(1));
    assertThat(seen.get(2)).hasSize(3);
  }

  @Test
  void anEarlierSpellingOfTheKeyIsUnderstood() throws IOException {
    printed(
        "newImage('mine', '8-bit ramp', 64, 64, 3); run('Visualize Channel...', 'objective=conv2d2:1"
            + " preset=custom size=48 steps=2 evidence=stack examples=2 csv=[DIR/v.csv]');");
    assertThat(column(csv("v.csv"), "Image")).containsExactly("mine", "mine");
    assertThat(csv("v.csv").get(0)).doesNotContain("Collection");
  }

  @Test
  void everyCommandThatLooksAtManyImagesTakesALimit() throws IOException {
    printed(
        "run('Visualize Channel...', 'objective=conv2d2:1 preset=custom size=48 steps=2"
            + " images=[DIR/all/s*.tif] limit=2 examples=9 csv=[DIR/w.csv]');");
    assertThat(column(csv("w.csv"), "Image"))
        .containsExactlyInAnyOrder("same.tif", "stack of three.tif");
    assertThat(column(csv("w.csv"), "Collection"))
        .containsOnly(folder.resolve("all/s*.tif").toString());
  }

  /** The average over baselines does not depend on where they come from. */
  @Test
  void aBaselineCanBeAFolder() throws IOException {
    final String open =
        "open('DIR/all/same.tif'); run('Saliency Map...', 'method=[Expected Gradients]"
            + " target=class:3 steps=8 baseline=";
    final String out =
        printed(
            "File.makeDirectory('DIR/base'); newImage('b', '8-bit ramp', 96, 96, 8);"
                + "for (i = 2; i < 9; i++) { setSlice(i); run('Add...', 'value=' + 9 * i + ' slice'); }"
                + "saveAs('Tiff', 'DIR/base/four.tif'); close('*'); File.saveString('x', 'DIR/base/a.txt');"
                + open
                + "[DIR/base]'); getStatistics(area, mean, min, max); print('map', min, max); close('*');"
                + "open('DIR/base/four.tif'); "
                + open
                + "open'); getStatistics(area, mean, min, max); print('map', min, max); close('*');");
    final List<String> maps = out.lines().filter(line -> line.startsWith("map ")).toList();
    assertThat(maps).hasSize(2);
    assertThat(maps.get(0)).isEqualTo(maps.get(1));
    assertThat(out).contains("a.txt: it is no image");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "images=[DIR/nowhere]        | expected stack, open or the path of a folder",
        "images=open                 | images is open, but no image of yours is open",
        "images=[]                   | images is empty",
        "images=[DIR/all] limit=0    | limit is \"0\", expected all or a number of pictures above 0",
        "images=[DIR/all] limit=some | limit is \"some\", expected all or a number",
        "images=[DIR/all] top=29     | top is 29, expected 1 to 28 classes",
        "images=[DIR/all] fit=odd    | fit",
        "images=[DIR/all/*.jpg]      | but there is no image",
        "images=[DIR/all/e*.tif]     | none of its 1 files can be used: \"empty.tif\": the file is empty"
      })
  void aBadParameterStopsTheMacroWithOneSentence(final String options, final String sentence)
      throws IOException {
    final Result result = run(CLASSIFY + options + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }
}
