package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readings prepared and tallied by macros as users write them. */
final class ReadingMacrosTest extends PluginMacros {

  /** Four maps whose labels tell the method; slice i has i bright columns. */
  private static final String MAPS =
      "newImage('maps', '32-bit black', 40, 30, 4);"
          + "names = newArray('Grad-CAM class:1', 'Gradient class:1', 'Grad-CAM++ class:1', 'mine');"
          + "for (i = 1; i <= 4; i++) { setSlice(i); setMetadata('Label', names[i-1]);"
          + " makeRectangle(0, 0, i, 30); run('Set...', 'value='+i+' slice'); }"
          + "run('Select None'); Property.set('InceptionLens.image', 'eye, left'); ";

  @Test
  void aSetIsReadAndTallied() throws IOException {
    printed(
        MAPS
            + "run('Blinded Reading...', 'repeats=2 seed=5 key=[DIR/key 1.csv] columns=[Lesion,"
            + " Vessel]'); saveAs('Results', 'DIR/sheet 1.csv'); saveAs('Tiff', 'DIR/cases.tif');");
    final List<String> key = Files.readAllLines(folder.resolve("key 1.csv"));
    assertThat(key).hasSize(7);
    assertThat(key.get(0)).isEqualTo("Set,Case,Source,Slice,Label,Method,Repeats,Seed");
    assertThat(key.subList(1, 7))
        .allMatch(line -> line.matches("R[0-9a-f]{8},Case 00\\d,\"eye, left\",\\d,.*,5"))
        .anyMatch(line -> line.contains("3,Grad-CAM++ class:1,Grad-CAM++,"))
        .anyMatch(line -> line.contains("1,Grad-CAM class:1,Grad-CAM,"))
        .anyMatch(line -> line.contains("4,mine,mine,"));
    checkAnonymous(key);
    fill(key);
    assertThat(
            printed(
                "run('Tally Readings...', 'sheet=[DIR/sheet 1.csv] key=[DIR/key 1.csv]');"
                    + "for (i = 0; i < nResults; i++) print(Table.getString('Question', i),"
                    + " Table.getString('Method', i), getResult('Yes', i), getResult('N', i),"
                    + " getResult('Pairs', i));"))
        .contains("Lesion Grad-CAM 1 1 ")
        .contains("Lesion Gradient 0 1 ")
        .contains("Vessel Grad-CAM++ 0 0 ")
        .contains("Lesion 0 0 0 2");
  }

  /** Every case shows, without labels or properties, the picture that the key says. */
  private static void checkAnonymous(final List<String> key) {
    final ImagePlus cases = IJ.openImage(folder.resolve("cases.tif").toString());
    assertThat(cases.getStackSize()).isEqualTo(6);
    assertThat(cases.getBitDepth()).isEqualTo(24);
    assertThat(String.join(" ", Stream.of(cases.getInfoProperty() + "").toList()))
        .doesNotContain("Grad")
        .doesNotContain("InceptionLens");
    assertThat(cases.getPropertiesAsArray()).hasSize(2).startsWith("InceptionLens.set");
    for (int i = 1; i <= 6; i++) {
      assertThat(cases.getStack().getSliceLabel(i)).isEqualTo("Case 00" + i);
      final int slice = Integer.parseInt(key.get(i).split(",")[4]);
      int bright = 0;
      for (int column = 0; column < 40; column++) {
        final int rgb = cases.getStack().getProcessor(i).get(column, 9) & 0xffffff;
        bright += (rgb >> 16) > 200 ? 1 : 0;
      }
      assertThat(bright).isEqualTo(slice);
    }
  }

  /** Answers yes for Grad-CAM alone, and to the second question never. */
  private static void fill(final List<String> key) throws IOException {
    final Path sheet = folder.resolve("sheet 1.csv");
    final List<String> lines = Files.readAllLines(sheet);
    assertThat(lines).hasSize(7);
    assertThat(lines.get(0)).endsWith("Set,Case,Lesion,Vessel");
    for (int i = 1; i < lines.size(); i++) {
      final String method = key.get(i).contains(",Grad-CAM,") ? "yes" : "no";
      assertThat(lines.get(i)).endsWith("Case 00" + i + ",\"\",\"\"");
      lines.set(i, lines.get(i).replaceAll("\"\",\"\"$", method + ","));
    }
    Files.write(sheet, lines);
  }

  @Test
  void openImagesAreShownAsTheyAreWithTheirOverlays() throws IOException {
    final String out =
        printed(
            "newImage('small', 'RGB white', 10, 8, 1);"
                + "newImage('large', '8-bit black', 20, 12, 1); makeRectangle(2, 2, 4, 4);"
                + "Overlay.addSelection('', 0, 'red'); run('Select None');"
                + "run('Blinded Reading...', 'from=open seed=1 key=DIR/open.csv');"
                + "print(nImages, nSlices, getWidth(), getHeight(), bitDepth(), nResults);"
                + "for (i = 1; i <= 2; i++) { setSlice(i); print(getPixel(0, 0) & 0xffffff,"
                + " getPixel(3, 3) & 0xffffff, getPixel(10, 6) & 0xffffff); }");
    assertThat(out).contains("3 2 20 12 24 2");
    assertThat(out).contains("0 16711680 0").contains("0 0 16777215");
    assertThat(Files.readString(folder.resolve("open.csv"))).contains("small").contains("large");
  }

  @Test
  void ourOwnLayerOnTheReferenceIsLeftOutAndBothHaveOneScale() throws IOException {
    final String drift = Path.of("sample-images", "drift.tif").toAbsolutePath().toString();
    final String out =
        printed(
            ("open('DRIFT');"
                    + "run('Saliency Map...', 'fit=[center crop] overlay stack');"
                    + "selectImage('drift.tif'); print('layers', Overlay.size);"
                    + "selectImage(nImages); n = nSlices;"
                    + "run('Blinded Reading...', 'beside=drift.tif seed=1 key=DIR/own.csv');"
                    + "print('size', getWidth(), getHeight(), nSlices - n);"
                    + "red = 0; for (y = 0; y < 224; y++) for (x = 0; x < 224; x++) {"
                    + " v = getPixel(x, y); if (((v >> 16) & 0xff) != (v & 0xff)) red++; }"
                    + "print('colored pixels of the reference', red);")
                .replace("DRIFT", drift));
    assertThat(out)
        .contains("size 448 224 0")
        .contains("colored pixels of the reference 0")
        .containsPattern("layers [1-9]");
  }

  @Test
  void thePictureItselfCanBeSeenBesideEveryMap() throws IOException {
    final String out =
        printed(
            "newImage('photo', 'RGB white', 9, 8, 1);"
                + MAPS
                + "run('Blinded Reading...', 'beside=photo seed=1 key=DIR/beside.csv');"
                + "print(nSlices, getWidth(), getHeight(), getPixel(4, 15) & 0xffffff);"
                + "for (i = 1; i <= 4; i++) { setSlice(i); n = 0;"
                + " for (x = 40; x < 80; x++) n += (getPixel(x, 9) >> 16 & 0xff) > 200;"
                + " print('bright', n); }");
    assertThat(out)
        .contains("4 80 30 16777215")
        .contains("bright 1", "bright 2", "bright 3", "bright 4");
    assertThat(
            run("newImage('three', 'RGB white', 9, 8, 3);"
                    + MAPS
                    + "run('Blinded Reading...', 'beside=three key=DIR/k.csv');")
                .err())
        .contains("beside \"three\" has 3 slices, but there are 4 pictures");
    assertThat(run(MAPS + "run('Blinded Reading...', 'beside=none key=DIR/k.csv');").err())
        .contains("beside is \"none\", expected the title, id or path of an image other than");
  }

  @Test
  void aKeyIsNeverOverwritten() throws IOException {
    final Path key = Files.writeString(folder.resolve("mine.csv"), "mine");
    final Result result =
        run(MAPS + "run('Blinded Reading...', 'key=DIR/mine.csv'); print('went on');");
    assertThat(result.err()).contains("which exists already: choose another name");
    assertThat(key).hasContent("mine");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void theMacrosOfTheFolderDoIt() throws IOException {
    final String blind = Files.readString(Path.of("macros", "blinded-reading.ijm"));
    printed(
        MAPS
            + "setSlice(4); run('Add Slice'); "
            + blind.replace("getArgument()", "'DIR/folder.csv'")
            + "for (i = 0; i < nResults; i++) setResult('Points at lesion', i, i % 2);"
            + "saveAs('Results', 'DIR/filled.csv');");
    final String tally = Files.readString(Path.of("macros", "tally-readings.ijm"));
    assertThat(
            printed(
                tally.replace("getArgument()", "'DIR/filled.csv,DIR/folder.csv'")
                    + "print('rows', nResults, getResult('N', 0));"))
        .contains("rows 6 1");
  }

  @Test
  void anotherReadersAnswersGoIntoTheSheet() throws IOException {
    final String macro = Files.readString(Path.of("macros", "read-cases.ijm"));
    printed(
        MAPS
            + "run('Blinded Reading...', 'seed=5 key=[DIR/cases key.csv] csv=DIR/s.csv columns=[Lesion, Vessel]');"
            + macro.replace("getArgument()", "'DIR/s.csv,yn-nyy--'"));
    final List<String> lines = Files.readAllLines(folder.resolve("s.csv"));
    final String set = lines.get(1).substring(0, 9);
    assertThat(lines)
        .containsExactly(
            "Set,Case,Lesion,Vessel",
            set + ",Case 001,yes,no",
            set + ",Case 002,,no",
            set + ",Case 003,yes,yes",
            set + ",Case 004,,");
    assertThat(
            printed(
                MAPS
                    + "run('Blinded Reading...', 'seed=5 key=[DIR/cases key.csv] columns=[Lesion, Vessel]');"
                    + "run('Read Cases...', 'sheet=DIR/s.csv answers=--y----n');"
                    + "print(getInfo('log'));"))
        .contains("3 of 4 cases are read: to go on, run Read Cases... with the sheet");
    assertThat(Files.readAllLines(folder.resolve("s.csv")).subList(2, 5))
        .containsExactly(
            set + ",Case 002,yes,no", set + ",Case 003,yes,yes", set + ",Case 004,,no");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                            | sheet is empty: name the file",
        "sheet=DIR/none.csv          | there is no such file: give csv to Blinded Reading...",
        "sheet=DIR/s.csv             | answers is empty, but there is no window to ask you in",
        "sheet=DIR/s.csv answers=yn  | expected y, n or - for each of 1 question(s) of 4 cases",
        "sheet=DIR/s.csv answers=ynnx| expected y, n or -",
        "sheet=DIR/o.csv answers=y   | \"Blinded Reading\" shows set \"R",
        "sheet=DIR/e.csv answers=y   | and so no question",
        "sheet=[DIR/cases key.csv] answers=y| expected yes or no"
      })
  void sheetsThatCannotBeFilledAreLeftAsTheyAre(final String options, final String sentence)
      throws IOException {
    Files.writeString(folder.resolve("o.csv"), "Set,Case,Lesion\nR1,Case 001,\n");
    Files.writeString(folder.resolve("e.csv"), "Set,Case\nR1,Case 001\n");
    final Result result =
        run(
            MAPS
                + "run('Blinded Reading...', 'seed=5 key=[DIR/cases key.csv] csv=DIR/s.csv');"
                + "run('Read Cases...', '"
                + (options == null ? "" : options)
                + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
    assertThat(folder.resolve("s.csv")).content().endsWith("Case 004,\n");
  }

  @Test
  void answersAreNeverOverwrittenByANewSheet() throws IOException {
    final Path sheet =
        Files.writeString(folder.resolve("read.csv"), "Set,Case,Lesion\nR1,Case 001,no\n");
    assertThat(run(MAPS + "run('Blinded Reading...', 'key=DIR/new.csv csv=DIR/read.csv');").err())
        .contains("which holds a reader's answers: choose another name, or move it away");
    assertThat(sheet).hasContent("Set,Case,Lesion\nR1,Case 001,no");
    assertThat(folder.resolve("new.csv")).doesNotExist();
  }

  @Test
  void picturesThatAreNoCasesAreRefused() throws IOException {
    assertThat(
            run(MAPS
                    + "run('Blinded Reading...', 'seed=5 key=[DIR/cases key.csv] csv=DIR/s.csv');"
                    + "selectImage('maps'); run('Read Cases...', 'sheet=DIR/s.csv answers=ynny');")
                .err())
        .contains("\"maps\" has 0 slices labeled \"Case 001\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                            | key is empty: name the file",
        "key=/no/such/folder/k.csv   | but there is no folder \"/no/such/folder\"",
        "repeats=9 key=DIR/k.csv     | repeats is 9, expected 0 to 4",
        "seed=x key=DIR/k.csv        | seed is \"x\", expected a whole number or auto",
        "columns=[a,,b] key=DIR/k.csv| columns is \"a,,b\", expected different names",
        "columns=Case key=DIR/k.csv  | none of them Set or Case",
        "from=here key=DIR/k.csv     | one of stack, open is expected"
      })
  void aBadParameterStopsTheMacroAndLeavesNothing(final String options, final String sentence)
      throws IOException {
    final String given = options == null ? "" : options;
    final Result result =
        run(MAPS + "run('Blinded Reading...', '" + given + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
    assertThat(folder.resolve("k.csv")).doesNotExist();
  }

  @Test
  void onePictureAndCompositesAreRefused() throws IOException {
    assertThat(
            run("newImage('m', '8-bit ramp', 9, 9, 1); run('Blinded Reading...', 'key=DIR/k.csv');")
                .err())
        .contains("blinding needs at least two");
    assertThat(
            run("newImage('c', '8-bit composite-mode', 9, 9, 2, 1, 1);"
                    + "run('Blinded Reading...', 'key=DIR/k.csv');")
                .err())
        .contains("\"c\" shows several channels at once");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key=DIR/none.csv                     | there is no such file",
        "key=DIR/a.csv                        | sheet is empty: name the file",
        "sheet=DIR/b.csv                      | key is empty: name the file",
        "key=DIR/b.csv sheet=DIR/b.csv        | has no column \"Set\"",
        "key=DIR/a.csv sheet=DIR/raw.csv      | is no text in UTF-8"
      })
  void filesThatAreNoSheetsStopTheMacro(final String options, final String sentence)
      throws IOException {
    Files.writeString(
        folder.resolve("a.csv"),
        "Set,Case,Source,Slice,Label,Method,Repeats,Seed\nR1,Case 001,a,1,b,c,,1\n");
    Files.writeString(folder.resolve("b.csv"), "one,two\n1,2\n");
    Files.write(folder.resolve("raw.csv"), new byte[] {(byte) 0xc3, 0x28, (byte) 0xff});
    final Result result = run("run('Tally Readings...', '" + options + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }
}
