package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import io.github.inceptionlens.reading.Proportion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two-alternative tests by macros, which answer themselves. */
final class TwoAlternativeMacrosTest extends PluginMacros {

  private static final int WIDTH = 120;
  private static final int HEIGHT = 96;
  private static final int FIELD = 59;
  private static final int GAP = 8;

  private static final String TEST =
      "run('Two-Alternative Test...', 'objective=mixed3a:3 preset=custom size=48 steps=2 seed=3 trials=8 ";

  private static final String PRINT_PLACES =
      "for (i = 0; i < 8; i++) print('place', getResult('Trial', i), getResult('Left Slice', i),"
          + " getResult('Left X', i), getResult('Left Y', i), getResult('Right Slice', i),"
          + " getResult('Right X', i), getResult('Right Y', i));";

  /** Calibrated slices that differ: discs of growing size on a ramp. */
  private static String slices(final int count) {
    return "newImage('mine', '8-bit ramp', 120, 96, "
        + count
        + "); setForegroundColor(255, 255, 255); for (i = 2; i <= nSlices; i++) { setSlice(i);"
        + " makeOval(4 * i, 3 * i, 4 + i, 30 - i); run('Fill', 'slice'); } run('Select None');"
        + " run('Properties...', 'channels=1 slices="
        + count
        + " frames=1 unit=um pixel_width=0.5 pixel_height=0.5 voxel_depth=1');";
  }

  private static List<String> lines(final String out, final String word) {
    return out.lines().filter(one -> one.startsWith(word)).toList();
  }

  private static List<String[]> rows(final String out, final String word) {
    return lines(out, word).stream().map(one -> one.split(" ")).toList();
  }

  @Test
  void theTableTellsWhatTheMapSaysOfEachPlace() throws IOException {
    final String out =
        printed(
            slices(20)
                + TEST
                + "answers=LRLR-RRR'); selectImage('mine');"
                + "run('Activation Maps...', 'layer=mixed3a_pre_relu channels=3 registration=none"
                + " stack'); for (i = 0; i < 7; i++) { seen('Left', i); seen('Right', i); }"
                + "for (i = 0; i < 7; i++) print('row', getResult('Trial', i),"
                + " getResult('Left Value', i) - getResult('Right Value', i),"
                + " Table.getString('Stronger', i), Table.getString('Answer', i),"
                + " getResult('Correct', i), Table.getString('Unit', i));"
                + "print('accuracy', getResult('Trials', 7), getResult('Correct', 7),"
                + " getResult('Accuracy', 7), getResult('Low95', 7), getResult('High95', 7),"
                + " getResult('Seed', 7), Table.getString('References', 7),"
                + " Table.getString('Queries', 7), nResults);"
                + "function seen(side, i) { x = getResult(side + ' X', i);"
                + " y = getResult(side + ' Y', i); toUnscaled(x, y);"
                + " Stack.setSlice(getResult(side + ' Slice', i));"
                + " print('value', getResult(side + ' Value', i), getPixel(floor(x), floor(y))); }");
    assertThat(rows(out, "value")).hasSize(14);
    for (final String[] value : rows(out, "value")) {
      assertThat(Double.parseDouble(value[1]))
          .isCloseTo(Double.parseDouble(value[2]), within(1e-3));
    }
    int hits = 0;
    final List<String[]> trials = rows(out, "row");
    assertThat(trials).extracting(row -> row[1]).containsExactly("1", "2", "3", "4", "6", "7", "8");
    assertThat(trials)
        .extracting(row -> row[4].charAt(0))
        .containsExactly('L', 'R', 'L', 'R', 'R', 'R', 'R');
    for (final String[] row : trials) {
      assertThat(row[3]).isEqualTo(Double.parseDouble(row[2]) > 0 ? "Left" : "Right");
      assertThat(row[5]).isEqualTo(row[3].equals(row[4]) ? "1" : "0");
      assertThat(row[6]).isEqualTo("mixed3a_pre_relu:3");
      hits += row[5].equals("1") ? 1 : 0;
    }
    final Proportion right = new Proportion(hits, 7);
    final String[] accuracy = rows(out, "accuracy").get(0);
    assertThat(accuracy)
        .startsWith("accuracy", "7", "" + hits)
        .endsWith("3", "natural", "extreme", "8");
    assertThat(Double.parseDouble(accuracy[3])).isCloseTo(right.rate(), within(1e-3));
    assertThat(Double.parseDouble(accuracy[4])).isCloseTo(right.low(), within(1e-3));
    assertThat(Double.parseDouble(accuracy[5])).isCloseTo(right.high(), within(1e-3));
    assertThat(out).contains("Guessing gives 0.50. In Borowski et al. 2021");
  }

  @Test
  void aMacroThatKnowsTheAnswersIsAlwaysRight() throws IOException {
    final String out =
        printed(
            slices(20)
                + TEST
                + "queries=any answers=LLLLLLLL'); known = '';"
                + "for (i = 0; i < 8; i++) known += substring(Table.getString('Stronger', i), 0, 1);"
                + "run('Clear Results'); selectImage('mine');"
                + TEST
                + "queries=any answers=' + known); print(known, getResult('Accuracy', 8));");
    assertThat(out)
        .containsPattern("[LR]{8} 1\n")
        .contains("8 of 8 right, 1.00 (95 % confidence: 0.68 to 1.00); better than guessing");
  }

  @Test
  void trialsWithoutAnswersAreBlindAndComeAgainWhateverTheReferences() throws IOException {
    final String blind =
        printed(
            slices(20)
                + "saveAs('Tiff', 'DIR/mine.tif'); rename('mine');"
                + TEST
                + "answers=none'); saveAs('Tiff', 'DIR/trials.tif');"
                + PRINT_PLACES
                + "print('headings', Table.headings, nResults);");
    assertThat(blind)
        .contains("Answer\tNetwork\tSelection\tRun 8\n")
        .doesNotContain("Value")
        .doesNotContain("Stronger");
    final List<String[]> places = rows(blind, "place");
    assertThat(places).hasSize(8);
    for (final String references : List.of("natural", "visualization facets=2", "both")) {
      final String again =
          printed(
              slices(20)
                  + TEST
                  + "answers=LRLRLRLR references="
                  + references
                  + "');"
                  + PRINT_PLACES);
      assertThat(lines(again, "place")).isEqualTo(lines(blind, "place"));
    }
    checkPairs(places);
  }

  private static void checkPairs(final List<String[]> places) {
    final ImagePlus mine = IJ.openImage(folder.resolve("mine.tif").toString());
    final ImagePlus trials = IJ.openImage(folder.resolve("trials.tif").toString());
    assertThat(trials.getBitDepth()).isEqualTo(24);
    assertThat(List.of(trials.getStackSize(), trials.getWidth(), trials.getHeight()))
        .containsExactly(8, 2 * FIELD + GAP, FIELD);
    assertThat(trials.getProp("InceptionLens.macro")).contains("trials=8 answers=none");
    int compared = 0;
    for (int i = 0; i < 8; i++) {
      assertThat(trials.getStack().getSliceLabel(i + 1)).isEqualTo("Trial " + (i + 1));
      final ImageProcessor page = trials.getStack().getProcessor(i + 1);
      compared += check(mine, places.get(i), 2, page, FIELD / 2);
      compared += check(mine, places.get(i), 5, page, FIELD + GAP + FIELD / 2);
    }
    assertThat(compared).isPositive();
  }

  /** Whether a crop is whole; then its middle is what the image shows there. */
  private static int check(
      final ImagePlus mine,
      final String[] place,
      final int at,
      final ImageProcessor page,
      final int middle) {
    final int x = (int) (Double.parseDouble(place[at + 1]) / 0.5);
    final int y = (int) (Double.parseDouble(place[at + 2]) / 0.5);
    final int half = FIELD / 2;
    if (x < half || y < half || x >= WIDTH - half || y >= HEIGHT - half) {
      return 0;
    }
    final ImageProcessor slice = mine.getStack().getProcessor(Integer.parseInt(place[at]));
    for (int d = -half; d <= half; d++) {
      assertThat(page.get(middle + d, half + d) & 0xff).isEqualTo(slice.get(x + d, y + d));
    }
    return 1;
  }

  @Test
  void thePicturesThatDriveTheUnitMostAreReferencesAndNeverAskedFor() throws IOException {
    final String strongest =
        printed(
            slices(20)
                + "run('Strongest Channels...', 'layer=mixed3a_pre_relu count=9999 by=peak stack');"
                + " for (i = 0; i < nResults; i++) if (getResult('Channel', i) == 3) print('peak',"
                + " getResult('Slice', i), getResult('Peak', i));");
    final List<String> references =
        rows(strongest, "peak").stream()
            .sorted((a, b) -> Double.compare(Double.parseDouble(b[2]), Double.parseDouble(a[2])))
            .limit(4)
            .map(row -> row[1])
            .toList();
    final String out =
        printed(
            slices(20)
                + TEST
                + "answers=none references=both'); selectImage('References for mixed3a_pre_relu:3');"
                + " saveAs('Tiff', 'DIR/seen');"
                + PRINT_PLACES);
    assertThat(references).hasSize(4);
    for (final String[] place : rows(out, "place")) {
      assertThat(references).doesNotContain(place[2], place[5]);
    }
    final ImagePlus seen = IJ.openImage(folder.resolve("seen.tif").toString());
    assertThat(seen.getBitDepth()).isEqualTo(24);
    assertThat(seen.getProp("InceptionLens.unit asked for")).isEqualTo("mixed3a_pre_relu:3");
    assertThat(seen.getProp("InceptionLens.pictures")).isEqualTo("stack, 20 pictures of 1 images");
    assertThat(seen.getProp("InceptionLens.weights")).hasSize(64);
    assertThat(seen.getProp("InceptionLens.macro"))
        .startsWith(
            "run(\"Two-Alternative Test...\", \"objective=mixed3a:3 preset=custom size=48 steps=2")
        .contains("references=both facets=1 images=stack examples=4 queries=extreme trials=8");
  }

  /** Of pictures smaller than what the unit sees: each is asked for once, and no two look alike. */
  @Test
  void noTwoCropsThatAreAskedForAreTheSameToTheEye() throws IOException {
    printed(
        slices(24)
            + "run('Two-Alternative Test...', 'objective=mixed4c:12 trials=5 answers=none');"
            + " saveAs('Tiff', 'DIR/seen.tif');");
    final ImagePlus seen = IJ.openImage(folder.resolve("seen.tif").toString());
    final Set<Integer> contents = new HashSet<>();
    for (int slice = 1; slice <= 5; slice++) {
      final ImageProcessor page = seen.getStack().getProcessor(slice);
      for (final int x : new int[] {0, page.getWidth() - page.getWidth() / 2}) {
        page.setRoi(x, 0, page.getWidth() / 2, page.getHeight());
        contents.add(Arrays.hashCode((int[]) page.crop().getPixels()));
      }
    }
    assertThat(contents).hasSize(10);
  }

  @Test
  void theMacroOfTheFolderRuns() throws IOException {
    final String macro = Files.readString(Path.of("macros", "two-alternative-test.ijm"));
    assertThat(printed(macro.replace("getArgument()", "''"))).contains("of 20 right");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20 |                     | answers is empty, but there is no window to ask you in",
        "20 | trials=0            | The value of trials is \"0\", but a whole number from 1 to 200",
        "20 | references=all      | one of natural, visualization, both is expected",
        "20 | queries=all         | one of extreme, any is expected",
        "20 | answers=LRLR        | answers holds 4 answers, but there are 20 trials",
        "20 | trials=3 answers=LXR| answers is \"LXR\", expected L, R or - (no answer)",
        "20 | trials=3 answers=---| The test ended without an answer: there is nothing to tally",
        "20 | natural=nowhere answers=none  | images is \"nowhere\", expected stack, open or the path",
        "20 | objective=class:3 answers=none| \"class:3\" is not a single unit",
        "5  | answers=none        | there are 5 pictures, but the test needs at least 6: 4 as references",
        "6  | answers=none examples=2 objective=mixed4c:12 | choose a unit of a lower layer, which",
        "20 | natural=[] answers=none      | images is empty, expected stack, open or the path",
        "6  | answers=none trials=60 | trials is 60, but your pictures allow",
        "20 | size=0 references=both answers=none | size is 0, expected 1 to 4096"
      })
  void aBadParameterStopsTheMacroWithOneSentence(
      final int count, final String options, final String sentence) throws IOException {
    final String given = options == null ? "" : options;
    final Result result =
        run(
            slices(count)
                + "run('Two-Alternative Test...', 'steps=2 objective=mixed3a:3 "
                    .replace(given.contains("objective") ? "objective=mixed3a:3 " : "", "")
                + given
                + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }
}
