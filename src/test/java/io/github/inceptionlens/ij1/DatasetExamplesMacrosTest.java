package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.image.place.CropPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code Dataset Examples...} on pictures in folders that are their labels. */
final class DatasetExamplesMacrosTest extends PluginMacros {

  private static final String RUN = "run('Dataset Examples...', 'images=[DIR/pictures] ";
  private static final String QUOTE = "' + fromCharCode(39) + '";
  private static final int COUNT = 12;

  @BeforeAll
  static void pictures() throws IOException {
    printed(
        "run('Make Sample Images...', 'count=12 size=96 classes=[nuclei, checkerboard, spirals]"
            + " folder=[DIR/pictures] seed=9');");
  }

  private static List<List<String>> csv(final String file) throws IOException {
    return Csv.rows(Files.readString(folder.resolve(file)), file);
  }

  private static List<String> column(final List<List<String>> table, final String heading) {
    final int column = table.get(0).indexOf(heading);
    assertThat(column).as(heading + " of " + table.get(0)).isNotNegative();
    return table.stream().skip(1).map(row -> row.get(column)).toList();
  }

  private static double[] numbers(final List<List<String>> table, final String heading) {
    return column(table, heading).stream().mapToDouble(Double::parseDouble).toArray();
  }

  private static List<Path> images() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("pictures"))) {
      return all.filter(file -> file.toString().endsWith(".tif")).sorted().toList();
    }
  }

  /** What Activation Maps gives of all pictures, a map per picture, with the width of each. */
  private static List<float[]> maps(final String layer, final int channel) throws IOException {
    final List<float[]> maps = new ArrayList<>();
    for (final Path file : images()) {
      final ImagePlus map =
          image(
              "open('"
                  + file
                  + "'); run('Activation Maps...', 'layer="
                  + layer
                  + " channels="
                  + channel
                  + " registration=none');");
      maps.add((float[]) map.getProcessor().getPixels());
      printed("close('*');");
    }
    return maps;
  }

  @Test
  void theExamplesAreThoseOfActivationMaps() throws IOException {
    printed(RUN + "units=mixed4a:7 count=4 quantiles=0.25,0.5,0.9 csv=[DIR/e.csv]');");
    final List<List<String>> table = csv("e.csv");
    assertThat(table.get(0).subList(0, 10))
        .containsExactly(
            "Unit", "Kind", "Rank", "Value", "Image", "Slice", "X", "Y", "Label", "Before");
    assertThat(table.get(0)).contains("Collection", "Coordinates");
    assertThat(column(table, "Kind"))
        .containsExactly(
            "top",
            "top",
            "top",
            "top",
            "bottom",
            "bottom",
            "bottom",
            "bottom",
            "quantile:0.25",
            "quantile:0.5",
            "quantile:0.9");
    final List<String> paths =
        images().stream()
            .map(file -> folder.resolve("pictures").relativize(file).toString().replace('\\', '/'))
            .toList();
    final List<float[]> before = maps("mixed4a_pre_relu", 7);
    final double[] all =
        before.stream()
            .flatMapToDouble(map -> IntStream.range(0, map.length).mapToDouble(i -> map[i]))
            .sorted()
            .toArray();
    final List<Integer> order =
        IntStream.range(0, COUNT)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -most(before.get(i))))
            .toList();
    final double[] found = numbers(table, "Before");
    final double[] values = numbers(table, "Value");
    for (int rank = 0; rank < 4; rank++) {
      assertThat(found[rank]).isCloseTo(most(before.get(order.get(rank))), within(1e-3));
      assertThat(column(table, "Image").get(rank)).isEqualTo(paths.get(order.get(rank)));
    }
    assertThat(found[4]).isCloseTo(all[0], within(1e-3));
    final double[] parts = {0.25, 0.5, 0.9};
    for (int i = 0; i < parts.length; i++) {
      final double exact = all[(int) (parts[i] * (all.length - 1))];
      assertThat(found[8 + i]).isCloseTo(exact, within(0.02 * Math.abs(exact) + 1e-4));
    }
    for (int row = 0; row < found.length; row++) {
      assertThat(values[row]).isCloseTo(Math.max(0, found[row]), within(1e-6));
      final int picture = paths.indexOf(column(table, "Image").get(row));
      final int side = (int) Math.sqrt(before.get(picture).length);
      final int x = (int) Math.round((numbers(table, "X")[row] - 15) / 16);
      final int y = (int) Math.round((numbers(table, "Y")[row] - 15) / 16);
      assertThat((double) before.get(picture)[y * side + x]).isCloseTo(found[row], within(1e-3));
      assertThat(column(table, "Label").get(row))
          .isEqualTo(column(table, "Image").get(row).split("/")[0]);
    }
  }

  private static double most(final float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).max().orElseThrow();
  }

  @Test
  void theUnitsHaveTheirFiguresInASecondFile() throws IOException {
    printed(RUN + "layer=mixed5a units=0-5 count=3 csv=[DIR/f.csv]');");
    final List<List<String>> units = csv("f-units.csv");
    assertThat(units.get(0).subList(0, 16))
        .containsExactly(
            "Unit",
            "Mean",
            "Deviation",
            "Active",
            "Kurtosis",
            "Top checkerboard",
            "Top nuclei",
            "Top spirals",
            "Best Label",
            "Area under ROC",
            "Average Precision",
            "Prevalence",
            "Clarity",
            "Polysemanticity",
            "Most Like",
            "Likeness");
    assertThat(units).hasSize(7);
    printed("run('Layer Statistics...', 'images=[DIR/pictures] layer=mixed5a csv=[DIR/l.csv]');");
    for (final String heading : List.of("Mean", "Deviation", "Active")) {
      final double[] own = numbers(units, heading);
      final double[] known = numbers(csv("l.csv"), heading);
      for (int i = 0; i < own.length; i++) {
        assertThat(own[i]).isCloseTo(known[i], within(1e-6));
      }
    }
    final List<List<String>> examples = csv("f.csv");
    for (int unit = 0; unit < 6; unit++) {
      final int first = unit * 11;
      final long nuclei =
          column(examples, "Label").subList(first, first + 3).stream()
              .filter("nuclei"::equals)
              .count();
      assertThat(numbers(units, "Top nuclei")[unit]).isCloseTo(nuclei / 3.0, within(1e-9));
      assertThat(column(units, "Most Like").get(unit))
          .startsWith("mixed5a:")
          .isNotEqualTo("mixed5a:" + unit);
    }
  }

  @Test
  void theSlicesAreTheCropsAndTheMontageLeadsBack() throws IOException {
    final String out =
        printed(
            RUN
                + "units=conv2d2:3,5 count=2 quantiles=0.5 csv=[DIR/g.csv]');"
                + " for (i = 1; i <= nImages; i++) { selectImage(i); print(getTitle() + '/' +"
                + " nSlices); saveAs('Tiff', 'DIR/shown' + i); } print(isOpen('shown1.tif'));"
                + " run('Go To Place...', 'table=shown2.tif row=6'); print(getTitle());"
                + " getSelectionBounds(x, y, w, h); print(x, y, w, h);");
    assertThat(out).contains("Examples of conv2d2/10").contains("Montage of examples of conv2d2/1");
    final ImagePlus stack = IJ.openImage(folder.resolve("shown1.tif").toString());
    final List<List<String>> table = csv("g.csv");
    assertThat(stack.getStack().getSliceLabel(1))
        .startsWith("conv2d2:3 top 1, ")
        .contains(column(table, "Image").get(0));
    final List<CropPlaces.Crop> crops = CropPlaces.of(stack).orElseThrow().crops();
    for (int i = 0; i < 10; i++) {
      final CropPlaces.Crop crop = crops.get(i);
      assertThat(crop.page()).isEqualTo(i + 1);
      final ImagePlus image =
          IJ.openImage(folder.resolve("pictures").resolve(crop.image()).toString());
      for (int y = 0; y < crop.from().height(); y++) {
        for (int x = 0; x < crop.from().width(); x++) {
          final int level = image.getPixel(crop.from().x() + x, crop.from().y() + y)[0];
          assertThat(
                  stack
                          .getStack()
                          .getProcessor(i + 1)
                          .getPixel(crop.at().x() + x, crop.at().y() + y)
                      & 0xff)
              .isEqualTo(level);
        }
      }
      final double middle = crop.from().x() + (crop.from().width() - 1) / 2.0;
      if (crop.from().x() > 0 && crop.from().x() + crop.from().width() < 96) {
        assertThat(middle).isEqualTo(numbers(table, "X")[i]);
      }
    }
    final CropPlaces.Box sixth = crops.get(5).from();
    assertThat(out)
        .contains(sixth.x() + " " + sixth.y() + " " + sixth.width() + " " + sixth.height());
  }

  @Test
  void classesRankWholePictures() throws IOException {
    printed(
        RUN
            + "units=[class:"
            + QUOTE
            + "nuclei"
            + QUOTE
            + ",20;mixed4c:3] count=4 quantiles=none csv=[DIR/k.csv]');");
    final List<List<String>> table = csv("k.csv");
    assertThat(column(table, "Unit").stream().distinct())
        .containsExactly("mixed4c:3", "class:1", "class:20");
    assertThat(column(table, "Label").subList(8, 12)).containsOnly("nuclei");
    assertThat(column(table, "Label").subList(16, 20)).containsOnly("checkerboard");
    assertThat(column(table, "X").subList(8, 24)).containsOnly("47.5");
    assertThat(column(csv("k-units.csv"), "Unit")).hasSize(3);
  }

  @Test
  void theStrongestUnitsAreThoseOfLayerStatistics() throws IOException {
    printed(RUN + "units=strongest:3 count=1 quantiles=none embedding=none csv=[DIR/w.csv]');");
    printed(
        "run('Layer Statistics...', 'images=[DIR/pictures] units=strongest:3 csv=[DIR/v.csv]');");
    final List<List<String>> units = csv("w-units.csv");
    assertThat(column(units, "Unit")).hasSize(3).isEqualTo(column(csv("v.csv"), "Unit"));
    assertThat(column(units, "Clarity")).containsOnly("NaN");
  }

  @Test
  void aFolderTakesAFilePerUnitOfOneCall() throws IOException {
    final String call = RUN + "units=conv2d2:3,5 count=2 quantiles=0.5 folder=[DIR/files]');";
    assertThat(printed(call + "print(nImages);")).contains("1");
    final ImagePlus three =
        IJ.openImage(folder.resolve("files").resolve("examples-conv2d2_3.tif").toString());
    assertThat(three.getStackSize()).isEqualTo(5);
    assertThat(CropPlaces.of(three)).isPresent();
    printed("close('*');" + call);
    assertThat(run("close('*');" + call.replace("count=2", "count=3")).err())
        .contains("of another call");
    try (Stream<Path> files = Files.list(folder.resolve("files"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("examples-conv2d2_3.tif", "examples-conv2d2_5.tif");
    }
    printed("close('*');");
  }

  @Test
  void theActivationLiesOverTheCropsWhereTheUnitFires() throws IOException {
    final String plain = RUN + "units=mixed3b:4 count=1 quantiles=none csv=[DIR/t.csv]');";
    final String tinted = plain.replace("none", "none activation");
    final String saved =
        "selectImage('Examples of mixed3b:4'); saveAs('Tiff', 'DIR/NAME'); close('*');";
    printed(plain + saved.replace("NAME", "plain"));
    printed(tinted + saved.replace("NAME", "tinted"));
    final ImagePlus one = IJ.openImage(folder.resolve("plain.tif").toString());
    final ImagePlus two = IJ.openImage(folder.resolve("tinted.tif").toString());
    final CropPlaces.Crop crop = CropPlaces.of(two).orElseThrow().crops().get(0);
    final int x = crop.at().x() + (int) numbers(csv("t.csv"), "X")[0] - crop.from().x();
    final int y = crop.at().y() + (int) numbers(csv("t.csv"), "Y")[0] - crop.from().y();
    assertThat(isGray(one.getStack().getProcessor(1).getPixel(x, y))).isTrue();
    assertThat(isGray(two.getStack().getProcessor(1).getPixel(x, y))).isFalse();
    final int[] before = (int[]) one.getStack().getPixels(1);
    final int[] after = (int[]) two.getStack().getPixels(1);
    assertThat(IntStream.range(0, before.length).filter(i -> before[i] == after[i]).count())
        .isPositive();
  }

  private static boolean isGray(final int pixel) {
    return (pixel >> 16 & 0xff) == (pixel & 0xff);
  }

  @Test
  void ofASelectionOnAStackThePlacesInItCount() throws IOException {
    printed(
        "newImage('mine', '8-bit noise', 96, 80, 3); makeRectangle(40, 20, 30, 30);"
            + "run('Dataset Examples...', 'images=stack units=mixed3a:2 count=3 per_picture=2"
            + " csv=[DIR/s.csv]'); close('*');");
    final List<List<String>> table = csv("s.csv");
    assertThat(Arrays.stream(numbers(table, "X"))).allMatch(x -> x >= 40 && x < 70);
    assertThat(Arrays.stream(numbers(table, "Y"))).allMatch(y -> y >= 20 && y < 50);
    assertThat(column(table, "Image")).containsOnly("mine");
    assertThat(column(table, "Slice")).contains("1", "2", "3");
    assertThat(table.get(0)).doesNotContain("Collection");
  }

  @Test
  void uselessKeysAreRefusedInOneSentence() throws IOException {
    for (final String[] wrong :
        new String[][] {
          {"units=class:99", "class:99"},
          {"units=[class:" + QUOTE + "nothing" + QUOTE + "]", "nothing"},
          {"units=mixed4c:999", "mixed4c"},
          {"count=0", "count is \"0\""},
          {"per_picture=0", "per_picture is \"0\""},
          {"quantiles=0,2", "quantiles"},
          {"quantiles=some", "quantiles is \"some\""},
          {"embedding=mixed9", "mixed9"}
        }) {
      assertThat(run(RUN + wrong[0] + "');").err()).contains(wrong[1]);
    }
  }
}
