package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import io.github.inceptionlens.image.place.CropPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From rows back to pixels, by macros as users write them: a dot in the dark is found again. */
final class GoToPlaceMacrosTest extends PluginMacros {

  /** What is current, and what is selected on it. */
  private static final String SAY =
      "getSelectionBounds(x, y, w, h); print('at', getTitle(), getSliceNumber(), selectionType(),"
          + " x, y, w, h, getPixel(x, y), nImages);";

  private static final int MARGIN = 4;
  private static final int VISUALIZATION = 32;

  /** Calibrated, with a dot of 5 x 5 pixels around (120, 90) on the second of three slices. */
  private static final String DOT =
      "newImage('dot', '8-bit black', 200, 160, 3); setSlice(2); makeRectangle(118, 88, 5, 5);"
          + "setColor(255); fill(); run('Select None'); setSlice(1); run('Properties...',"
          + " 'channels=1 slices=3 frames=1 unit=um pixel_width=0.5 pixel_height=0.25"
          + " voxel_depth=1 origin=7,9');";

  @BeforeAll
  static void write() throws IOException {
    Files.createDirectories(folder.resolve("set/mäuse, 2 und drei"));
    printed(
        DOT
            + "saveAs('Tiff', 'DIR/set/mäuse, 2 und drei/dot one.tif'); close('*');"
            + "newImage('five', '16-bit black', 64, 48, 2, 3, 4);"
            + "Stack.setPosition(2, 3, 4); setPixel(30, 20, 700); Stack.setPosition(1, 1, 1);"
            + "saveAs('Tiff', 'DIR/set/five.tif');");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "setBatchMode(true);"})
  void aPlaceThatIsNamedIsOpenedOnceAndSelected(final String mode) throws IOException {
    final String go =
        "run('Go To Place...', 'image=[DIR/set/mäuse, 2 und drei/dot one.tif] slice=2 x=120 y=90');";
    assertThat(printed(mode + go + SAY)).contains("at dot one.tif 2 10 120 90 1 1 255 1\n");
    assertThat(
            printed(
                mode
                    + go
                    + "newImage('other', '8-bit black', 20, 20, 1);"
                    + go
                    + SAY
                    + "run('Go To Place...', 'image=other x=3 y=4');"
                    + SAY))
        .contains("at dot one.tif 2 10 120 90 1 1 255 2\n", "at other 1 10 3 4 1 1 0 2\n");
  }

  @Test
  void withoutAPlaceTheSelectionIsLeftAlone() throws IOException {
    assertThat(
            printed(
                DOT
                    + "makeRectangle(1, 2, 30, 40);"
                    + "run('Go To Place...', 'image=dot slice=3');"
                    + SAY
                    + "run('Go To Place...', 'image=dot x=5 y=6');"
                    + "run('Go To Place...', 'image=dot slice=2'); print('type', selectionType());"))
        .contains("at dot 3 0 1 2 30 40 0 1\n", "type -1\n");
  }

  @Test
  void anEarlierSelectionIsBroughtBackByImageJsRestoreSelection() throws IOException {
    assertThat(
            printed(
                DOT
                    + "makeOval(1, 2, 30, 40); run('Go To Place...', 'image=dot x=5 y=6');"
                    + "run('Restore Selection');"
                    + SAY))
        .contains("at dot 1 1 1 2 30 40 0 1\n");
  }

  @Test
  void theStrongestChannelsPlaceIsTheDot() throws IOException {
    final String out =
        printed(
            DOT
                + "run('Strongest Channels...', 'layer=conv2d0 count=3 by=peak stack');"
                + "for (i = 0; i < nResults; i++) if (getResult('Slice', i) == 2) row = i + 1;"
                + "run('Go To Place...', 'table=Results row=' + row); getSelectionBounds(x, y, w, h);"
                + "print('found', getSliceNumber(), x, y);");
    final String[] found = line(out, "found ");
    assertThat(found[1]).isEqualTo("2");
    assertThat(Double.parseDouble(found[2])).isCloseTo(120, within(6.0));
    assertThat(Double.parseDouble(found[3])).isCloseTo(90, within(6.0));
  }

  @Test
  void aRowOfAFileLeadsToTheFileAfterARestartAndToTheOpenImageWhereItIsOpen() throws IOException {
    printed(
        "run('Visualize Channel...', 'objective=conv2d0:5 size=32 steps=1 images=[DIR/set] examples=3"
            + " csv=[DIR/e.csv]');");
    final String csv = Files.readString(folder.resolve("e.csv"));
    assertThat(csv)
        .contains(",\"mäuse, 2", ",Collection,")
        .contains(folder.resolve("set").toString());
    final String out =
        printed(
            "for (i = 1; i <= 3; i++) { run('Go To Place...', 'table=[DIR/e.csv] row=' + i);"
                + SAY
                + " print('images', nImages); }");
    assertThat(out).contains("at dot one.tif ", "at five.tif ").contains("images 2\n");
    assertThat(out).doesNotContain("images 3\n");
  }

  @Test
  void aHyperstackIsTurnedToThePosition() throws IOException {
    final int slice = 2 + 2 * (2 + 3 * 3);
    Files.writeString(
        folder.resolve("five.csv"),
        "Image,Slice,X,Y,Collection,Coordinates\nfive.tif,"
            + slice
            + ",30,20,"
            + folder.resolve("set")
            + ",pixels\n");
    assertThat(
            printed(
                "run('Go To Place...', 'table=[DIR/five.csv]'); Stack.getPosition(c, z, t);"
                    + "print('position', c, z, t); "
                    + SAY))
        .contains("position 2 3 4\n", "at five.tif " + slice + " 10 30 20 1 1 700 1\n");
  }

  @Test
  void everyCollectionLeadsToItsFiles() throws IOException {
    Files.writeString(
        folder.resolve("set/list.csv"), "path\n\"mäuse, 2 und drei/dot one.tif\"\nfive.tif\n");
    for (final String images : new String[] {"DIR/set/**/d*.tif", "DIR/set/list.csv"}) {
      printed("run('Classify Images...', 'images=[" + images + "] csv=[DIR/c.csv]');");
      final List<List<String>> rows = Csv.rows(Files.readString(folder.resolve("c.csv")), "c.csv");
      final int image = rows.get(0).indexOf("Image");
      for (final int row : new int[] {1, rows.size() - 1}) {
        final Path path = Path.of(rows.get(row).get(image));
        assertThat(
                printed(
                    "run('Go To Place...', 'table=[DIR/c.csv] row="
                        + row
                        + "'); print(getTitle());"))
            .contains(path.getFileName() + "\n");
      }
      assertThat(rows.get(rows.size() - 1).get(image)).isEqualTo("mäuse, 2 und drei/dot one.tif");
    }
  }

  private static String[] line(final String out, final String start) {
    return out.lines().filter(one -> one.startsWith(start)).findFirst().orElseThrow().split(" ");
  }

  @Test
  void aTrialLeadsToBothOfItsPlaces() throws IOException {
    Files.createDirectories(folder.resolve("trials"));
    printed(
        "for (i = 0; i < 12; i++) { newImage('r', '8-bit ramp', 100, 90, 1); setColor(255);"
            + "makeOval(5 * i, 5 * i, 30, 20 + i); fill(); run('Select None');"
            + "saveAs('Tiff', 'DIR/trials/t' + i + '.tif'); close(); }"
            + "run('Two-Alternative Test...', 'preset=custom size=48 steps=2 images=[DIR/trials]"
            + " examples=2 trials=2 answers=LR objective=conv2d2:3 csv=[DIR/t.csv]');");
    final List<List<String>> rows = Csv.rows(Files.readString(folder.resolve("t.csv")), "t.csv");
    final int left = rows.get(0).indexOf("Left Image");
    final int right = rows.get(0).indexOf("Right Image");
    for (int row = 1; row <= 2; row++) {
      final List<String> cells = rows.get(row);
      final String out =
          printed(
              "run('Go To Place...', 'table=[DIR/t.csv] row="
                  + row
                  + "');"
                  + SAY
                  + "print('left', isOpen('"
                  + cells.get(left)
                  + "'));");
      assertThat(out)
          .contains(
              String.format(
                  Locale.ROOT,
                  "at %s 1 10 %d %d 1 1 ",
                  cells.get(right),
                  (int) Double.parseDouble(cells.get(right + 2)),
                  (int) Double.parseDouble(cells.get(right + 3))))
          .contains(" 2\n", "left 1\n");
    }
  }

  @Test
  void aMontagesCropsLeadBackAlsoAfterItWasSaved() throws IOException {
    final String out =
        printed(
            "run('Visualize Channel...', 'objective=mixed3a:3 size=32 steps=1 images=[DIR/set]"
                + " examples=3'); saveAs('Tiff', 'DIR/crops.tif'); close('*');"
                + "open('DIR/crops.tif'); for (i = 1; i <= 3; i++) {"
                + " run('Go To Place...', 'table=crops.tif row=' + i); print('crop', getTitle()); "
                + SAY
                + "}");
    final ImagePlus montage = IJ.openImage(folder.resolve("crops.tif").toString());
    final List<CropPlaces.Crop> crops = CropPlaces.of(montage).orElseThrow().crops();
    assertThat(crops).hasSize(3);
    for (final CropPlaces.Crop crop : crops) {
      final CropPlaces.Box from = crop.from();
      final String title = Path.of(crop.image()).getFileName().toString();
      assertThat(out)
          .containsPattern(
              String.format(
                  Locale.ROOT,
                  "at %s %d 0 %d %d %d %d \\d+ \\d\n",
                  title,
                  crop.slice(),
                  from.x(),
                  from.y(),
                  from.width(),
                  from.height()));
    }
    assertThat(run("open('DIR/crops.tif'); run('Go To Place...', 'table=crops.tif row=9');").err())
        .contains("row is 9, but \"crops.tif\" has the rows 1 to 3");
    compare(montage, crops.get(0), crops);
  }

  /** A crop shows the very pixels of its place, in the middle of its tile. */
  private static void compare(
      final ImagePlus montage, final CropPlaces.Crop crop, final List<CropPlaces.Crop> all) {
    assertThat(crop.image()).endsWith("dot one.tif");
    final ImagePlus image = IJ.openImage(crop.collection() + "/" + crop.image());
    image.setSlice(crop.slice());
    final CropPlaces.Box from = crop.from();
    final int width = longest(all, CropPlaces.Box::width);
    final int height = longest(all, CropPlaces.Box::height);
    final int left = crop.at().x() + MARGIN + (width - from.width()) / 2;
    final int top = crop.at().y() + MARGIN + (height - from.height()) / 2;
    int bright = 0;
    for (int y = 0; y < from.height(); y++) {
      for (int x = 0; x < from.width(); x++) {
        final int gray = image.getProcessor().get(from.x() + x, from.y() + y);
        assertThat(montage.getPixel(left + x, top + y)[0]).isEqualTo(gray);
        bright += gray == 255 ? 1 : 0;
      }
    }
    assertThat(bright).isEqualTo(25);
  }

  private static int longest(
      final List<CropPlaces.Crop> crops, final ToIntFunction<CropPlaces.Box> side) {
    return Math.max(
        VISUALIZATION,
        crops.stream().map(CropPlaces.Crop::from).mapToInt(side).max().orElseThrow());
  }

  @Test
  void pixelsAreLeftAlone() throws IOException {
    final Path file = folder.resolve("set/mäuse, 2 und drei/dot one.tif");
    final byte[] before = Files.readAllBytes(file);
    assertThat(
            printed(
                "run('Go To Place...', 'image=[DIR/set/mäuse, 2 und drei/dot one.tif] slice=2 x=1"
                    + " y=2'); print('changed', is('changes'), Overlay.size);"))
        .contains("changed 0 0\n");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~                             | image is empty, and so is table: name one of them",
        "table=a image=b                | table and image are given both",
        "table=nowhere                  | table is \"nowhere\", expected the title of an open table",
        "table=[DIR/gone.csv]           | there is no file \"",
        "table=[DIR/other.csv]          | row 1 of \"DIR/other.csv\" is not of an image",
        "table=[DIR/other.csv] row=2    | row is 2, but \"DIR/other.csv\" has the rows 1 to 1",
        "table=[DIR/other.csv] row=0    | row",
        "table=[DIR/broken.csv]         | broken.tif\" cannot be opened: ",
        "table=[DIR/late.csv]           | slice is 90, but \"five.tif\" has 24",
        "table=[DIR/title.csv]          | no image \"never saved\" is open, and which file it was is",
        "image=mine                     | no image \"mine\" is open",
        "image=[DIR/none/a.tif]         | there is no file \"DIR/none/a.tif\" any more",
        "image=twice                    | 2 open images have the title \"twice\": rename one",
        "image=one x=3                  | x is 3, but y is empty: give both or none",
        "image=one x=three y=4          | x is \"three\", expected a number of pixels",
        "image=one x=40 y=4             | the place (40, 4) in pixels lies outside of \"one\" of 40 x 30",
        "image=one slice=2              | slice is 2, but \"one\" has 1",
        "image=one slice=-1             | slice"
      })
  void whatLeadsNowhereIsSaidAndOpensNothing(final String options, final String sentence)
      throws IOException {
    final String set = folder.resolve("set").toString();
    Files.writeString(
        folder.resolve("gone.csv"), "Image,Slice,Collection\ngone.tif,1," + set + "\n");
    Files.writeString(
        folder.resolve("late.csv"), "Image,Slice,Collection\nfive.tif,90," + set + "\n");
    Files.writeString(
        folder.resolve("broken.csv"), "Image,Slice,Collection\nbroken.tif,1," + folder + "\n");
    Files.writeString(folder.resolve("broken.tif"), "no image");
    Files.writeString(folder.resolve("title.csv"), "Image,Slice\nnever saved,1\n");
    Files.writeString(folder.resolve("other.csv"), "Area,Mean\n3,4\n");
    final Result result =
        run(
            "newImage('one', '8-bit black', 40, 30, 1); newImage('twice', '8-bit black', 4, 3, 1);"
                + "newImage('twice', '8-bit black', 4, 3, 1); run('Go To Place...', '"
                + options
                + "'); print('went on');");
    assertThat(result.err())
        .contains(sentence.replace("DIR", folder.toString()).strip())
        .doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }
}
