package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Natural pictures beside visualizations, by macros as users write them. */
final class NaturalImagesMacrosTest extends PluginMacros {

  /** Six calibrated slices: nothing, and discs of growing size on a ramp. */
  private static final String STACK =
      "newImage('mine', '8-bit ramp', 120, 96, 6); setForegroundColor(255, 255, 255);"
          + " for (i = 2; i <= 6; i++) { setSlice(i); makeOval(10 * i, 8 * i, 5 * i, 5 * i);"
          + " run('Fill', 'slice'); } run('Select None'); run('Properties...', 'channels=1 slices=6"
          + " frames=1 unit=um pixel_width=0.5 pixel_height=0.5 voxel_depth=1');";

  private static final String VISUALIZE =
      "run('Visualize Channel...', 'objective=mixed3a:3 size=48 steps=3 ";

  private static final String PRINT_ROWS =
      "for (i = 0; i < nResults; i++) print('row', getResult('Rank', i), getResult('Slice', i),"
          + " d2s(getResult('X', i), 3), d2s(getResult('Y', i), 3), d2s(getResult('Value', i), 4));";

  private static final int CAPTION = 160;
  private static final int MARGIN = 4;

  private static List<String> rows(final String out) {
    return out.lines().filter(line -> line.startsWith("row ")).toList();
  }

  /** The same channel's peaks as another command finds them. */
  @Test
  void theTableTellsTheStrongestPlacesOfTheStack() throws IOException {
    final List<String> evidence =
        rows(printed(STACK + VISUALIZE + "evidence=stack examples=4');" + PRINT_ROWS));
    final List<String> peaks =
        rows(
            printed(
                STACK
                    + "run('Strongest Channels...', 'layer=mixed3a_pre_relu count=9999 by=peak"
                    + " stack'); for (i = 0; i < nResults; i++) if (getResult('Channel', i) == 3)"
                    + " print('row', '0', getResult('Slice', i), d2s(getResult('X', i), 3),"
                    + " d2s(getResult('Y', i), 3), d2s(getResult('Peak', i), 4));"));
    assertThat(peaks).hasSize(6);
    assertThat(evidence).hasSize(4);
    final List<String> strongest =
        peaks.stream()
            .sorted((a, b) -> Double.compare(value(b), value(a)))
            .limit(4)
            .map(row -> row.substring("row 0 ".length()))
            .toList();
    for (int i = 0; i < 4; i++) {
      assertThat(evidence.get(i)).isEqualTo("row " + (i + 1) + " " + strongest.get(i));
    }
  }

  private static double value(final String row) {
    return Double.parseDouble(row.substring(row.lastIndexOf(' ') + 1));
  }

  @Test
  void theMontageShowsTheVisualizationAndTheCropsAtTheSameScaleAndSaysWhereFrom()
      throws IOException {
    final String out =
        printed(
            STACK
                + VISUALIZE
                + "evidence=stack examples=3');"
                + " saveAs('Tiff', 'DIR/seen.tif'); selectImage('mixed3a:3');"
                + " print('visualization', getWidth(), bitDepth());");
    assertThat(out)
        .contains("visualization 48 24")
        .contains("Visualize Channel, evidence: {evidence for=mixed3a_pre_relu:3, evidence from=");
    final ImagePlus montage = IJ.openImage(folder.resolve("seen.tif").toString());
    assertThat(montage.getBitDepth()).isEqualTo(24);
    assertThat(montage.getProp("InceptionLens.evidence for")).isEqualTo("mixed3a_pre_relu:3");
    assertThat(montage.getProp("InceptionLens.evidence from"))
        .isEqualTo("stack, 6 pictures of 1 images");
    assertThat(montage.getProp("InceptionLens.macro")).contains("images=stack examples=3");
    assertThat(montage.getWidth()).isEqualTo(2 * (CAPTION + 2 * MARGIN));
  }

  @Test
  void aFolderSaysTheSameAsAStackOfItsImages() throws IOException {
    Files.createDirectories(folder.resolve("own"));
    Files.writeString(folder.resolve("own/notes.txt"), "no image");
    Files.writeString(folder.resolve("own/.hidden.png"), "no image");
    final List<String> stack =
        rows(printed(STACK + VISUALIZE + "evidence=stack examples=4');" + PRINT_ROWS));
    final String folderOut =
        printed(
            STACK
                + "run('Stack to Images'); for (i = 1; i <= 6; i++) { selectImage(i);"
                + " saveAs('Tiff', 'DIR/own/' + i + '.tif'); } close('*');"
                + VISUALIZE
                + "evidence=[DIR/own] examples=4');"
                + PRINT_ROWS
                + " for (i = 0; i < nResults; i++) print(Table.getString('Image', i));");
    assertThat(rows(folderOut).stream().map(NaturalImagesMacrosTest::withoutSlice).toList())
        .isEqualTo(stack.stream().map(NaturalImagesMacrosTest::withoutSlice).toList());
    for (final String row : stack) {
      assertThat(folderOut).contains(row.split(" ")[2] + ".tif");
    }
  }

  private static String withoutSlice(final String row) {
    final String[] cells = row.split(" ");
    cells[2] = "-";
    return String.join(" ", Arrays.asList(cells));
  }

  @Test
  void openImagesAreSearchedButNotThoseThatWereMadeHere() throws IOException {
    final String out =
        printed(
            "newImage('a', '8-bit ramp', 96, 96, 1); newImage('b', '8-bit ramp', 64, 96, 2);"
                + VISUALIZE
                + "');"
                + VISUALIZE
                + "evidence=open');"
                + PRINT_ROWS);
    assertThat(rows(out)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''        | evidence=stack    | images is stack, but no image is open",
        "''        | evidence=open     | images is open, but no image of yours is open",
        "''        | evidence=nowhere  | images is \"nowhere\", expected stack, open or the path",
        "''        | evidence=[DIR/no] | but there is no image",
        "''        | evidence=[DIR/ba] | none of its 1 files can be used: \"broken.png\": it is damaged",
        "STACK     | evidence=stack examples=0          | examples",
        "STACK     | evidence=stack objective=class:1   | \"class:1\" is not a single unit",
        "STACK     | evidence=stack objective=-mixed3a:1 | is not a single unit",
        "STACK     | evidence=stack objective=mixed3a:9999 | channel is 9999",
        "BROKEN    | evidence=stack    | remove it (Process > Noise > Remove NaNs...)",
        "MADE      | evidence=stack    | was made by Inception Lens: select your own"
      })
  void aBadParameterStopsTheMacroWithOneSentence(
      final String before, final String options, final String sentence) throws IOException {
    Files.createDirectories(folder.resolve("no"));
    Files.createDirectories(folder.resolve("ba"));
    Files.write(folder.resolve("ba/broken.png"), new byte[] {(byte) 137, 80, 78, 71, 1, 2, 3, 4});
    final String open =
        switch (before) {
          case "STACK" -> STACK;
          case "BROKEN" -> "newImage('a', '32-bit ramp', 64, 64, 1); setPixel(3, 3, NaN);";
          case "MADE" -> "run('Visualize Channel...', 'objective=mixed3a:3 size=48 steps=3');";
          default -> "";
        };
    final Result result =
        run(
            open
                + "run('Visualize Channel...', 'size=48 steps=3 "
                + options
                + "'); print('went on', nImages);");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }

  /** Slices that differ: discs of growing size on a ramp. */
  private static String slices(final int count) {
    return "newImage('mine', '8-bit ramp', 64, 64, "
        + count
        + "); setForegroundColor(255, 255, 255); for (i = 2; i <= nSlices; i++) { setSlice(i);"
        + " makeOval(i, i, 2 * i, 2 * i); run('Fill', 'slice'); } run('Select None');";
  }

  @Test
  void theTableAndThePlotTellEveryLayerAndTheLogHowToReadThem() throws IOException {
    final Result result =
        run(
            slices(20)
                + "run('Path Similarity...', 'objective=mixed4a:1 preset=custom size=48 steps=4 examples=5');"
                + "for (i = 0; i < nResults; i++) print('row', Table.getString('Layer', i),"
                + " getResult('Visualization', i), getResult('Top', i), getResult('Others', i),"
                + " getResult('Normalised', i), Table.getString('Unit', i));"
                + "for (i = 1; i <= nImages; i++) { selectImage(i); print('image', getTitle()); }"
                + "selectImage('mixed4a:1'); saveAs('Tiff', 'DIR/seen.tif');");
    assertThat(result.err()).isEmpty();
    final List<String[]> rows =
        result
            .out()
            .lines()
            .filter(line -> line.startsWith("row "))
            .map(r -> r.split(" "))
            .toList();
    assertThat(rows).hasSize(12);
    assertThat(rows.get(0)[1]).isEqualTo("conv2d0");
    for (final String[] row : rows) {
      final double seen = Double.parseDouble(row[2]);
      final double top = Double.parseDouble(row[3]);
      final double others = Double.parseDouble(row[4]);
      assertThat(List.of(seen, top, others)).allSatisfy(one -> assertThat(one).isBetween(0.0, 1.0));
      if (top - others > 0.051) {
        final double expected = (seen - others) / (top - others);
        assertThat(Double.parseDouble(row[5])).isCloseTo(expected, within(0.05));
      }
      assertThat(row[6]).isEqualTo("mixed4a_pre_relu:1");
    }
    assertThat(result.out())
        .contains("where Normalised is about 1 or more, the layer processes")
        .contains("natural pictures=stack, 20 pictures of 1 images, top pictures=5")
        .contains("image mixed4a:1");
    final ImagePlus seen = IJ.openImage(folder.resolve("seen.tif").toString());
    assertThat(seen.getProp("InceptionLens.macro"))
        .startsWith(
            "run(\"Path Similarity...\", \"objective=mixed4a:1 preset=custom size=48 steps=4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "19 | objective=conv2d2:1 natural=stack | there are 19 natural pictures, but paths are compared with",
        "20 | objective=conv2d2:1 examples=11            | examples is 11, but of 20 natural pictures 2 to 10",
        "20 | objective=conv2d2:1 examples=1             | examples is 1, but of 20 natural pictures",
        "20 | natural=nowhere        | images is \"nowhere\", expected stack, open or the path",
        "20 | objective=class:3      | \"class:3\" is not a single unit",
        "20 | parameterization=alpha | a picture with holes has no path of its own",
        "20 | size=0                 | size is 0, expected 1 to 4096"
      })
  void aBadParameterOfAComparisonStopsTheMacroWithOneSentence(
      final int count, final String options, final String sentence) throws IOException {
    final Result result =
        run(
            slices(count)
                + "run('Path Similarity...', 'steps=2 "
                + options
                + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }

  @Test
  void everyFileOfAFolderThatIsLeftOutIsNamedWithItsReason() throws IOException {
    final java.nio.file.Path own = Files.createDirectories(folder.resolve("broken"));
    printed(
        STACK
            + "run('Stack to Images'); for (i = 1; i <= 3; i++) { selectImage(i);"
            + " saveAs('Tiff', 'DIR/broken/' + i + '.tif'); saveAs('PNG', 'DIR/broken/p' + i + '.png'); }");
    final byte[] tiff = Files.readAllBytes(own.resolve("3.tif"));
    Files.write(own.resolve("3.tif"), Arrays.copyOf(tiff, tiff.length / 2));
    final byte[] png = Files.readAllBytes(own.resolve("p3.png"));
    Files.write(own.resolve("p3.png"), Arrays.copyOf(png, png.length / 2));
    Files.createFile(own.resolve("empty.tif"));
    Files.writeString(own.resolve("text.png"), "no picture");
    final String out =
        printed(
            VISUALIZE
                + "evidence=[DIR/broken] examples=2'); print(Property.get('InceptionLens.evidence from'));");
    assertThat(out)
        .contains("3.tif: it is cut short")
        .containsPattern("p3.png: it is damaged")
        .contains("empty.tif: the file is empty")
        .containsPattern("text.png: it is no image")
        .contains(", 4 pictures of 4 images, left out: ");
  }
}
