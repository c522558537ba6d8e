package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.process.ImageStatistics;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a collection are what the commands for one image make of each. */
final class BatchMapsMacrosTest extends PluginMacros {

  private static final List<String> IMAGES =
      List.of("a/scene.tif", "a/stack.tif", "b.c/scene.tif", "cat.png", "cat.tif", "merged.tif");

  @BeforeAll
  static void makeImages() throws IOException {
    for (final String name : IMAGES) {
      Files.createDirectories(folder.resolve("images").resolve(name).getParent());
    }
    final ImagePlus scene = IJ.openImage("sample-images/scene-8bit.tif");
    scene.setRoi(40, 50, 96, 80);
    final ImagePlus cut = scene.crop();
    save(cut, "a/scene.tif");
    cut.setRoi(new OvalRoi(10, 12, 50, 44));
    save(cut, "b.c/scene.tif");
    final ImagePlus drift = IJ.openImage("sample-images/drift.tif");
    drift.setRoi(0, 0, 90, 70);
    final ImagePlus stack = drift.crop("1-3");
    save(stack, "a/stack.tif");
    final ImagePlus cat = IJ.openImage("sample-images/cat.png");
    cat.setRoi(60, 20, 120, 130);
    save(cat.crop(), "cat.tif");
    new FileSaver(cat.crop()).saveAsPng(path("cat.png"));
    final ImagePlus merged = IJ.openImage("sample-images/composite.tif");
    save(merged, "merged.tif");
    Files.writeString(folder.resolve("images/text.tif"), "no picture");
  }

  private static void save(final ImagePlus image, final String name) {
    assertThat(new FileSaver(image).saveAsTiff(path(name))).isTrue();
  }

  private static String path(final String name) {
    return folder.resolve("images").resolve(name).toString();
  }

  /** The file of an image: two that differ in their ending alone keep it. */
  private static String file(final String image) {
    return image.startsWith("cat.") ? image + ".tif" : image;
  }

  private static String batch(final String options, final String into) {
    return "run('Batch Maps...', 'images=[DIR/images] folder=[DIR/"
        + into
        + "] csv=[DIR/"
        + into
        + ".csv] "
        + options
        + "');";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maps     | layer=mixed3b units=strongest:3 | Activation Maps...   | layer=mixed3b channels=strongest:3 stack",
        "listed   | units=mixed4c:5,3               | Activation Maps...   | channels=3,5 stack",
        "saliency | kind=saliency                   | Saliency Map...      | stack",
        "unit     | kind=saliency method=Gradient target=mixed4b:3 | Saliency Map... | method=Gradient target=mixed4b:3 stack"
      })
  void everyFileIsWhatTheCommandMakesOfTheImage(
      final String name, final String options, final String command, final String keys)
      throws IOException {
    final String out = printed(batch(options, name));
    assertThat(out).contains("text.tif");
    for (final String image : IMAGES) {
      final ImagePlus file = opened(name, file(image));
      final ImagePlus single =
          image("open('" + path(image) + "'); run('" + command + "', '" + keys + "');");
      same(file, single);
      assertThat(file.getProp("InceptionLens.method"))
          .isEqualTo(single.getProp("InceptionLens.method"));
      assertThat(file.getProp("InceptionLens.macro")).startsWith("run(\"Batch Maps...\"");
    }
    theTableTellsWhatIsInTheFiles(name);
  }

  private static ImagePlus opened(final String into, final String file) {
    final ImagePlus image = IJ.openImage(folder.resolve(into).resolve(file).toString());
    assertThat(image).as(file).isNotNull();
    return image;
  }

  private static void same(final ImagePlus file, final ImagePlus single) {
    assertThat(file.getDimensions()).isEqualTo(single.getDimensions());
    assertThat(file.getCalibration().toString()).isEqualTo(single.getCalibration().toString());
    assertThat(file.getDisplayRangeMax()).isEqualTo(single.getDisplayRangeMax());
    for (int slice = 1; slice <= file.getStackSize(); slice++) {
      assertThat(file.getStack().getSliceLabel(slice))
          .isEqualTo(single.getStack().getSliceLabel(slice));
      assertThat((float[]) file.getStack().getPixels(slice))
          .containsExactly((float[]) single.getStack().getPixels(slice));
    }
  }

  private static void theTableTellsWhatIsInTheFiles(final String name) throws IOException {
    final ResultsTable table = ResultsTable.open(folder.resolve(name + ".csv").toString());
    int row = 0;
    for (final String image : IMAGES) {
      final ImagePlus file = opened(name, file(image));
      for (int slice = 1; slice <= file.getStackSize(); slice++, row++) {
        assertThat(table.getStringValue("Image", row)).isEqualTo(image);
        assertThat(table.getStringValue("File", row)).isEqualTo(file(image));
        file.setSliceWithoutUpdate(slice);
        file.deleteRoi();
        final ImageStatistics found =
            ImageStatistics.getStatistics(file.getStack().getProcessor(slice));
        assertThat(table.getValue("Maximum", row)).isEqualTo(found.max);
        assertThat(table.getValue("Minimum", row)).isEqualTo(found.min);
        final int x = (int) Math.floor(file.getCalibration().getRawX(table.getValue("X", row)));
        final int y = (int) Math.floor(file.getCalibration().getRawY(table.getValue("Y", row)));
        assertThat((double) file.getStack().getProcessor(slice).getf(x, y)).isEqualTo(found.max);
      }
    }
    assertThat(table.size()).isEqualTo(row);
  }

  @Test
  void overlaysAreThoseOfTheCommandAndThePixelsThoseOfTheImage() throws IOException {
    printed(batch("kind=overlays layer=mixed3b units=strongest:1", "overlays"));
    for (final String image : IMAGES) {
      final ImagePlus file = opened("overlays", file(image));
      final ImagePlus single =
          image(
              "open('"
                  + path(image)
                  + "'); run('Activation Overlay...', 'layer=mixed3b unit=strongest stack');");
      final ImagePlus own = IJ.openImage(path(image));
      assertThat(file.getDimensions()).isEqualTo(own.getDimensions());
      assertThat(file.getOverlay().size()).isEqualTo(single.getOverlay().size());
      for (int slice = 1; slice <= own.getStackSize(); slice++) {
        assertThat(file.getStack().getPixels(slice)).isEqualTo(own.getStack().getPixels(slice));
        assertThat(flat(file, slice)).isEqualTo(flat(single, slice));
        assertThat(flat(file, slice)).isNotEqualTo(flat(own, slice));
      }
    }
  }

  private static int[] flat(final ImagePlus image, final int slice) {
    image.deleteRoi();
    image.setSlice(slice);
    return (int[]) image.flatten().getProcessor().getPixels();
  }

  @Test
  void severalUnitsHaveAFileEach() throws IOException {
    printed(
        "open('"
            + path("a/scene.tif")
            + "'); run('Batch Maps...', 'kind=overlays layer=mixed3b units=3,7 folder=[DIR/several]"
            + " csv=[DIR/several.csv]');");
    assertThat(files("several")).containsExactly("scene-01.tif", "scene-02.tif");
    final ResultsTable table = ResultsTable.open(folder.resolve("several.csv").toString());
    assertThat(table.getStringValue("Unit", 1)).isEqualTo("mixed3b:7");
    assertThat(table.getStringValue("File", 1)).isEqualTo("scene-02.tif");
  }

  private static List<String> files(final String in) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve(in))) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.resolve(in).relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aRunGoesOnWhereItWasEndedAndNeverWritesOverOthers() throws IOException {
    final String line = batch("layer=mixed3a units=0-1", "again");
    printed(line);
    final List<String> all = files("again");
    assertThat(all)
        .containsExactlyElementsOf(IMAGES.stream().map(BatchMapsMacrosTest::file).toList());
    final String table = Files.readString(folder.resolve("again.csv"));
    final Path kept = folder.resolve("again/a/scene.tif");
    final Object time = Files.getLastModifiedTime(kept);
    Files.delete(folder.resolve("again/cat.png.tif"));
    Files.delete(folder.resolve("again/a/stack.tif"));
    assertThat(printed(line)).contains("the files of 4 of 6 images were there already");
    assertThat(files("again")).isEqualTo(all);
    assertThat(Files.readString(folder.resolve("again.csv"))).isEqualTo(table);
    assertThat((Object) Files.getLastModifiedTime(kept)).isEqualTo(time);
    assertThat(printed(batch("layer=mixed3a units=0-1 limit=2 seed=3", "again")))
        .contains("the files of 2 of 2 images were there already");
    final Result other = run(batch("layer=mixed3a units=0-2", "again"));
    assertThat(other.err()).contains("which holds \"a/scene.tif\" already, of another run");
    Files.writeString(kept, "somebody's own");
    assertThat(run(line).err()).contains("which holds \"a/scene.tif\" already, of another run");
    assertThat(kept).hasContent("somebody's own");
    Files.delete(kept);
    assertThat(
            run(line.replace("DIR/images", "DIR/again")
                    .replace("folder=[DIR/again]", "folder=[DIR/x]"))
                .err())
        .contains("none of its 5 files can be used")
        .contains("it was written by Batch Maps");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "images=[DIR/images]                  | folder is empty: name the folder for the files",
        "folder=[DIR/images/cat.png]          | which is a file: name a folder",
        "folder=[DIR/bad] units=mixed4c:1,mixed5a:2 | which names 2 layers, but maps are made of one",
        "folder=[DIR/bad] units=0-999         | channel is 999, but mixed4c has channels",
        "folder=[DIR/bad] kind=saliency method=Magic | method is \"Magic\"",
        "folder=[DIR/bad] kind=saliency target=?  | target is \"?\"",
        "folder=[DIR/bad] kind=films          | one of maps, overlays, saliency is expected",
        "folder=[DIR/images] images=[DIR/images] | which holds \"a/scene.tif\" already, of another run"
      })
  void aBadParameterStopsTheMacroWithOneSentence(final String options, final String sentence)
      throws IOException {
    final Result result =
        run(
            "open('"
                + path("a/scene.tif")
                + "'); run('Batch Maps...', '"
                + options
                + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
    assertThat(folder.resolve("bad")).doesNotExist();
    assertThat(IntStream.range(0, IMAGES.size()).mapToObj(i -> path(IMAGES.get(i))))
        .allSatisfy(file -> assertThat(IJ.openImage(file)).isNotNull());
  }
}
