package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.image.place.CropPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Atlases that macros put back onto scenes. */
final class ProjectOntoAtlasMacrosTest extends PluginMacros {

  private static final String PROJECT = "run('Project Onto Atlas...', '";
  private static final String OPEN =
      "run('Close All'); open('DIR/stack.tif'); rename('mine.tif'); ";
  private static final String KEYS = "embedding=scenes grid=4 least=3 ";

  /** An embedding of calibrated scenes. */
  @BeforeAll
  static void make() throws IOException {
    printed(
        "run('Make Sample Images...', 'kind=scenes count=3 size=128');"
            + "run('Properties...', 'unit=um pixel_width=0.5 pixel_height=0.25 voxel_depth=2"
            + " origin=10,20');"
            + "saveAs('Tiff', 'DIR/stack.tif');"
            + "run('Embed Activations...', 'layer=mixed4a per_picture=40 neighbors=8 name=scenes"
            + " replace');");
  }

  private static ResultsTable table(final String name) throws IOException {
    return ResultsTable.open(folder.resolve(name + ".csv").toString());
  }

  private static ImagePlus saved(final String name) {
    return IJ.openImage(folder.resolve(name + ".tif").toString());
  }

  private static int count(final ImagePlus labels, final int slice, final int number) {
    return (int)
        IntStream.range(0, labels.getWidth() * labels.getHeight())
            .filter(i -> labels.getStack().getProcessor(slice).get(i) == number)
            .count();
  }

  @Test
  void theLabelImageLiesOnTheImageAndItsAreasAreMeasured() throws IOException {
    printed(
        OPEN
            + PROJECT
            + KEYS
            + "csv=[DIR/all.csv]'); selectImage('mine-Cells'); saveAs('Tiff', 'DIR/labels.tif');");
    final ImagePlus labels = saved("labels");
    final ImagePlus image = saved("stack");
    assertThat(labels.getBitDepth()).isEqualTo(16);
    assertThat(labels.getDimensions()).isEqualTo(image.getDimensions());
    assertThat(labels.getCalibration().pixelWidth).isEqualTo(0.5);
    assertThat(labels.getCalibration().pixelHeight).isEqualTo(0.25);
    assertThat(labels.getCalibration().xOrigin).isEqualTo(image.getCalibration().xOrigin);
    assertThat(labels.getCalibration().yOrigin).isEqualTo(image.getCalibration().yOrigin);
    assertThat(labels.getCalibration().getUnit()).isEqualTo(image.getCalibration().getUnit());
    final ResultsTable areas = table("all");
    assertThat(areas.getHeadings())
        .startsWith("Image", "Slice", "Group", "Label", "Selection", "Area", "Fraction");
    for (int row = 0; row < areas.size(); row++) {
      final int pixels =
          count(labels, (int) areas.getValue("Slice", row), (int) areas.getValue("Selection", row));
      assertThat(pixels).isPositive();
      assertThat(areas.getValue("Area", row)).isCloseTo(pixels * 0.125, within(1e-6));
      assertThat(areas.getValue("Fraction", row)).isCloseTo(pixels / (128.0 * 128), within(1e-6));
    }
  }

  @Test
  void cellsAreMeasuredTogetherByNumbersOrAsTheyAreSelectedOnTheAtlas() throws IOException {
    printed(OPEN + PROJECT + KEYS + "csv=[DIR/each.csv]');");
    printed(OPEN + PROJECT + KEYS + "selection=1-3 csv=[DIR/some.csv]');");
    final ResultsTable each = table("each");
    final ResultsTable some = table("some");
    assertThat(some.size()).isEqualTo(3);
    for (int row = 0; row < 3; row++) {
      final double slice = row + 1.0;
      assertThat(some.getStringValue("Selection", row)).isEqualTo("1-3");
      assertThat(some.getValue("Area", row))
          .isCloseTo(
              IntStream.range(0, each.size())
                  .filter(i -> each.getValue("Slice", i) == slice)
                  .filter(i -> each.getValue("Selection", i) <= 3)
                  .mapToDouble(i -> each.getValue("Area", i))
                  .sum(),
              within(1e-6));
    }
    printed(
        OPEN
            + PROJECT
            + KEYS
            + "'); selectImage('scenes-Colors'); saveAs('Tiff', 'DIR/colors.tif');"
            + OPEN
            + "open('DIR/colors.tif'); run('Select All'); Roi.setName('everything');"
            + "selectImage('mine.tif');"
            + PROJECT
            + "atlas=colors.tif csv=[DIR/drawn.csv]');");
    final ResultsTable drawn = table("drawn");
    assertThat(drawn.size()).isEqualTo(3);
    assertThat(drawn.getStringValue("Selection", 0)).isEqualTo("everything");
    assertThat(drawn.getValue("Fraction", 0))
        .isCloseTo(
            IntStream.range(0, each.size())
                .filter(i -> each.getValue("Slice", i) == 1)
                .mapToDouble(i -> each.getValue("Fraction", i))
                .sum(),
            within(1e-6));
  }

  @Test
  void ofASelectionOnlyItsPixelsCount() throws IOException {
    printed(
        OPEN
            + "makeOval(20, 30, 60, 50);"
            + PROJECT
            + KEYS
            + "csv=[DIR/oval.csv]'); selectImage('mine-Cells'); saveAs('Tiff', 'DIR/oval.tif');");
    final ImagePlus labels = saved("oval");
    assertThat(labels.getWidth()).isEqualTo(60);
    assertThat(labels.getCalibration().xOrigin)
        .isEqualTo(saved("stack").getCalibration().xOrigin - 20);
    assertThat(labels.getProcessor().get(0, 0)).isZero();
    final ResultsTable areas = table("oval");
    assertThat(
            IntStream.range(0, areas.size())
                .filter(i -> areas.getValue("Slice", i) == 1)
                .mapToDouble(i -> areas.getValue("Fraction", i))
                .sum())
        .isLessThanOrEqualTo(1 + 1e-9)
        .isPositive();
  }

  @Test
  void aSelectionOnTheImageMarksItsCellsOnTheAtlas() throws IOException {
    final String marks =
        "for (i = 0; i < Overlay.size; i++) { Overlay.activateSelection(i);"
            + " if (startsWith(Roi.getName, 'marked cell '))"
            + " { Roi.getBounds(x, y, w, h); print(Roi.getName + ' ' + x / w + ' ' + y / h); } }";
    final String select = "selectImage('mine.tif'); makeRectangle(10, 10, 20, 20);";
    final String said =
        printed(
            OPEN
                + select
                + PROJECT
                + KEYS
                + "csv=[DIR/marked.csv]'); selectImage('scenes-Colors');"
                + marks);
    final ResultsTable areas = table("marked");
    final List<String> found = marked(said);
    assertThat(found)
        .hasSize(
            (int)
                IntStream.range(0, areas.size())
                    .mapToObj(i -> areas.getStringValue("Selection", i))
                    .distinct()
                    .count());
    for (int row = 0; row < areas.size(); row++) {
      final String name = "marked cell " + areas.getStringValue("Selection", row) + " ";
      assertThat(found).anyMatch(line -> line.startsWith(name));
    }
    assertThat(
            marked(
                printed(
                    OPEN
                        + PROJECT
                        + KEYS
                        + "'); for (i = 0; i < 2; i++) { "
                        + select
                        + PROJECT
                        + "atlas=scenes-Colors'); } selectImage('scenes-Colors');"
                        + marks)))
        .containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void cropsOfCellsLieInFoldersAndLeadBack() throws IOException {
    printed(OPEN + PROJECT + KEYS + "folder=[DIR/crops] csv=[DIR/cropped.csv]');");
    final ResultsTable areas = table("cropped");
    final List<Path> files;
    try (Stream<Path> all = Files.walk(folder.resolve("crops"))) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files).isNotEmpty();
    for (final Path file : files) {
      final CropPlaces.Crop crop =
          CropPlaces.of(IJ.openImage(file.toString())).orElseThrow().crops().get(0);
      final String cell = file.getParent().getFileName().toString().replace("cell-", "");
      assertThat(crop.image()).isEqualTo("mine.tif");
      assertThat(IntStream.range(0, areas.size()))
          .anyMatch(
              row ->
                  areas.getValue("Slice", row) == crop.slice()
                      && areas.getValue("Selection", row) == Integer.parseInt(cell));
    }
    assertThat(run(OPEN + PROJECT + KEYS + "folder=[DIR/crops]');").err())
        .contains("which holds something already: name an empty folder");
  }

  @Test
  void theEmbeddingOfADictionaryIsProjectedThoughNoKeyNamesIt() throws IOException {
    printed(
        OPEN
            + "run('Make Dictionary...', 'layer=mixed4a count=6 name=parts replace');"
            + "selectImage('mine.tif');"
            + "run('Embed Activations...', 'layer=parts per_picture=40 neighbors=8 name=of_parts"
            + " replace'); selectImage('mine.tif');"
            + PROJECT
            + "embedding=of_parts grid=3 least=2 csv=[DIR/parts.csv]');");
    assertThat(table("parts").size()).isPositive();
  }

  @Test
  void cellsSelectedOnAMosaicAreThoseOfTheirNumbers() throws IOException {
    printed(
        OPEN
            + "run('Activation Atlas...', 'embedding=scenes grid=4,2 least=3 steps=1 size=16"
            + " csv=[DIR/mosaic.csv]'); selectImage('scenes-Atlas'); saveAs('Tiff',"
            + " 'DIR/mosaic.tif');"
            + OPEN
            + "open('DIR/mosaic.tif'); setSlice(2); makeRectangle(0, 16, 64, 16);"
            + "selectImage('mine.tif');"
            + PROJECT
            + "atlas=mosaic.tif csv=[DIR/row.csv]');");
    final ResultsTable cells = table("mosaic");
    final String second =
        IntStream.range(0, cells.size())
            .filter(i -> cells.getValue("Grid", i) == 4 && cells.getValue("Row", i) == 1)
            .mapToObj(i -> String.valueOf((int) cells.getValue("Cell", i)))
            .collect(Collectors.joining(","));
    printed(OPEN + PROJECT + KEYS + "selection=[" + second + "] csv=[DIR/numbers.csv]');");
    final ResultsTable drawn = table("row");
    final ResultsTable numbers = table("numbers");
    assertThat(drawn.getColumn("Area")).containsExactly(numbers.getColumn("Area"));
    assertThat(drawn.getStringValue("Selection", 0))
        .isEqualTo(numbers.getStringValue("Selection", 0));
  }

  @Test
  void aSelectionIsAMaskThatLiesOnTheImage() throws IOException {
    printed(
        OPEN
            + "makeOval(20, 30, 60, 50);"
            + PROJECT
            + KEYS
            + "selection=1-4 csv=[DIR/masked.csv]'); selectImage('mine-Selected Cells');"
            + "saveAs('Tiff', 'DIR/mask.tif'); selectImage('mine-Cells');"
            + "saveAs('Tiff', 'DIR/of-mask.tif');");
    final ImagePlus mask = saved("mask");
    final ImagePlus labels = saved("of-mask");
    final ResultsTable areas = table("masked");
    assertThat(mask.getBitDepth()).isEqualTo(8);
    assertThat(mask.getDimensions()).isEqualTo(labels.getDimensions());
    assertThat(mask.getCalibration().equals(labels.getCalibration())).isTrue();
    assertThat(mask.getCalibration().xOrigin).isEqualTo(labels.getCalibration().xOrigin);
    assertThat(mask.getCalibration().yOrigin).isEqualTo(labels.getCalibration().yOrigin);
    assertMasked(mask, labels, 1, 4);
    for (int slice = 1; slice <= mask.getStackSize(); slice++) {
      assertThat(areas.getValue("Area", slice - 1))
          .isCloseTo(count(mask, slice, 255) * 0.125, within(1e-6));
    }
    assertThat(printed(OPEN + PROJECT + KEYS + "'); print(isOpen('mine-Selected Cells'));"))
        .endsWith("\n0\n");
  }

  private static void assertMasked(
      final ImagePlus mask, final ImagePlus labels, final int first, final int last) {
    for (int slice = 1; slice <= mask.getStackSize(); slice++) {
      for (int i = 0; i < mask.getWidth() * mask.getHeight(); i++) {
        final int cell = labels.getStack().getProcessor(slice).get(i);
        assertThat(mask.getStack().getProcessor(slice).get(i))
            .isEqualTo(cell >= first && cell <= last ? 255 : 0);
      }
    }
  }

  @Test
  void labelsAndMasksOfAFolderAreFilesBesideEachOther() throws IOException {
    printed(
        OPEN
            + "File.makeDirectory('DIR/set'); File.makeDirectory('DIR/set/deep');"
            + "saveAs('Tiff', 'DIR/set/deep/all.tif'); run('Make Substack...', 'slices=1');"
            + "saveAs('Tiff', 'DIR/set/one.tif'); run('Close All');"
            + PROJECT
            + KEYS
            + "selection=2-5 images=[DIR/set] labels=[DIR/out] csv=[DIR/files.csv]');"
            + "print(nImages);");
    assertThat(files("out"))
        .containsExactlyInAnyOrder(
            "deep/all-cells.tif", "deep/all-selected.tif", "one-cells.tif", "one-selected.tif");
    final ImagePlus labels = IJ.openImage(folder.resolve("out/deep/all-cells.tif").toString());
    final ImagePlus mask = IJ.openImage(folder.resolve("out/deep/all-selected.tif").toString());
    final ImagePlus image = saved("stack");
    assertThat(labels.getDimensions()).isEqualTo(image.getDimensions());
    assertThat(labels.getCalibration().pixelHeight).isEqualTo(0.25);
    assertThat(labels.getProp("InceptionLens.macro")).contains("labels=");
    assertMasked(mask, labels, 2, 5);
    printed(
        OPEN + PROJECT + KEYS + "'); selectImage('mine-Cells'); saveAs('Tiff', 'DIR/whole.tif');");
    final ImagePlus shown = saved("whole");
    for (int slice = 1; slice <= 3; slice++) {
      assertThat(labels.getStack().getPixels(slice)).isEqualTo(shown.getStack().getPixels(slice));
    }
    assertThat(labels.getProcessor().getLut().getBytes())
        .isEqualTo(shown.getProcessor().getLut().getBytes());
    assertThat(run(PROJECT + KEYS + "images=[DIR/set] labels=[DIR/out]');").err())
        .contains("labels is \"", "which holds something already: name an empty folder");
  }

  private static List<String> files(final String name) throws IOException {
    final Path below = folder.resolve(name);
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(Files::isRegularFile)
          .map(file -> below.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  @Test
  void openImagesHaveLabelImagesUnlessTheyAreMany() throws IOException {
    final String copies =
        OPEN + "for (i = 1; i < COUNT; i++) { run('Duplicate...', 'title=copy' + i); }";
    final String project = PROJECT + KEYS + "images=open'); print(nImages);";
    assertThat(printed(copies.replace("COUNT", "2") + project)).contains("5\n");
    assertThat(printed(copies.replace("COUNT", "9") + project))
        .contains("label images of more than 8 open images are not shown: name a folder (labels)")
        .contains("10\n");
  }

  @Test
  void severalSelectionsOnTheAtlasAreMeasuredByTheirNames() throws IOException {
    final String overlay =
        "makeRectangle(0, 0, 96, 48); Roi.setName('upper'); run('Add Selection...');"
            + "makeRectangle(0, 48, 96, 48); Roi.setName('NAME'); run('Add Selection...');"
            + "run('Select None'); selectImage('mine.tif');";
    final String chosen =
        OPEN
            + PROJECT
            + KEYS
            + "csv=[DIR/apart.csv]'); selectImage('scenes-Colors');"
            + overlay
            + PROJECT
            + "atlas=scenes-Colors labels=[DIR/several] csv=[DIR/named.csv]'); print(nImages);";
    printed(chosen.replace("NAME", "lower"));
    final ResultsTable named = table("named");
    final ResultsTable apart = table("apart");
    assertThat(named.getColumnAsStrings("Selection"))
        .containsExactly("upper", "lower", "upper", "lower", "upper", "lower");
    for (int slice = 1; slice <= 3; slice++) {
      final double own = slice;
      assertThat(named.getValue("Area", 2 * slice - 2) + named.getValue("Area", 2 * slice - 1))
          .as("each cell is in one half")
          .isCloseTo(
              IntStream.range(0, apart.size())
                  .filter(i -> apart.getValue("Slice", i) == own)
                  .mapToDouble(i -> apart.getValue("Area", i))
                  .sum(),
              within(1e-6));
    }
    assertThat(files("several"))
        .containsExactlyInAnyOrder(
            "mine-cells.tif", "mine-selected-lower.tif", "mine-selected-upper.tif");
    assertThat(run(chosen.replace("NAME", "upper").replace("several", "again")).err())
        .contains("two selections on the atlas are called \"upper\": rename one of them");
  }

  private static List<String> marked(final String printed) {
    return printed.lines().filter(line -> line.startsWith("marked cell ")).toList();
  }

  @Test
  void whatCannotBeIsSaidInASentence() throws IOException {
    assertThat(run(OPEN + PROJECT + "');").err()).contains("embedding is empty: name one");
    assertThat(run(OPEN + PROJECT + "embedding=nobody');").err()).contains("nobody");
    assertThat(run(OPEN + PROJECT + KEYS + "selection=1,999');").err())
        .contains("selection is \"1,999\", expected numbers of the atlas's cells, 1 to ");
    assertThat(run(OPEN + PROJECT + "atlas=mine.tif');").err())
        .contains("atlas is \"mine.tif\", which is no whole atlas of a kept embedding");
    assertThat(run(OPEN + PROJECT + "atlas=none.tif');").err()).contains("no image has that title");
  }
}
