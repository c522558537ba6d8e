package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sample images as macros make them: stacks, folders, pairs with and without a structure. */
final class SampleImagesMacrosTest extends PluginMacros {

  private static final String RUN = "run('Make Sample Images...', '";

  @Test
  void texturesAreAStackLabeledWithItsClasses() throws IOException {
    final ImagePlus stack = image(RUN + "count=30 size=40 csv=[DIR/t.csv]');");
    assertThat(stack.getStackSize()).isEqualTo(30);
    assertThat(stack.getBitDepth()).isEqualTo(8);
    for (int i = 0; i < 30; i++) {
      assertThat(stack.getStack().getSliceLabel(i + 1))
          .isEqualTo(TextureClass.values()[i % 28].label());
    }
    final ResultsTable table = table("t.csv");
    assertThat(table.size()).isEqualTo(30);
    assertThat(table.getColumnAsStrings("Label"))
        .containsExactly(
            Stream.of(stack.getStack().getSliceLabels()).limit(30).toArray(String[]::new));
    assertThat(table.getStringValue("Image", 29)).isEqualTo("sample-textures");
    assertThat(table.getValue("Slice", 29)).isEqualTo(30);
    assertThat(table.getValue("Seed", 29)).isEqualTo(29);
    assertThat(table.getValue("Structures", 0)).isZero();
    assertThat(table.getValue("Structures", 1)).isEqualTo(1);
  }

  @Test
  void aShorterSeriesIsTheBeginningAndAnotherGoesOn() throws IOException {
    final ImagePlus all = image(RUN + "count=7 size=40 kind=scenes depth=rgb seed=-3');");
    final ImagePlus first = image(RUN + "count=2 size=40 kind=scenes depth=rgb seed=-3');");
    final ImagePlus last = image(RUN + "count=2 size=40 kind=scenes depth=rgb seed=2');");
    for (int i = 1; i <= 2; i++) {
      assertThat(first.getStack().getPixels(i)).isEqualTo(all.getStack().getPixels(i));
      assertThat(last.getStack().getPixels(i)).isEqualTo(all.getStack().getPixels(i + 5));
      assertThat(last.getStack().getSliceLabel(i)).isEqualTo(all.getStack().getSliceLabel(i + 5));
    }
  }

  @Test
  void aLongSeedKeepsItsDigits() throws IOException {
    final String seed = "9007199254740993"; // 2^53 + 1, which no double holds
    printed(RUN + "count=2 size=40 folder=[DIR/long] csv=[DIR/l.csv] seed=" + seed + "');");
    final List<String> lines = Files.readAllLines(folder.resolve("l.csv"));
    assertThat(lines.get(1)).contains("-" + seed + ".tif,1,").contains("," + seed + ",");
    assertThat(lines.get(2)).contains("-9007199254740994.tif,1,");
    final String file = lines.get(1).split(",")[0];
    assertThat(folder.resolve("long").resolve(file)).exists();
  }

  @Test
  void scenesHaveAStackOfStructuresWhoseValuesAreClasses() throws IOException {
    final String make = RUN + "count=5 size=90 kind=scenes depth=16 csv=[DIR/s.csv]');";
    final ImagePlus pictures = image(make);
    final ImagePlus structures = image(make + " selectImage('sample-scenes-structures');");
    assertThat(pictures.getBitDepth()).isEqualTo(16);
    assertThat(pictures.getDisplayRangeMax()).isEqualTo(4095);
    final ResultsTable table = table("s.csv");
    for (int i = 0; i < 5; i++) {
      final int[] counts = structures.getStack().getProcessor(i + 1).getHistogram();
      int shown = 0;
      for (int k = 1; k < 28; k++) {
        final String label = TextureClass.values()[k].label();
        assertThat(table.getValue(label, i)).isEqualTo(counts[k] / 8100.0);
        assertThat(List.of(table.getStringValue("Label", i).split("; ")).contains(label))
            .isEqualTo(counts[k] > 0);
        shown += counts[k] > 0 ? 1 : 0;
      }
      assertThat(table.getValue("Structures", i)).isEqualTo(shown);
    }
  }

  @Test
  void aPairDiffersWithinTheWidenedMaskAloneAndInItIndeed() throws IOException {
    final String keys = "count=12 size=100 kind=scenes depth=rgb classes=[nuclei, rods, asters] ";
    printed(RUN + keys + "folder=[DIR/with] csv=[DIR/with.csv]');");
    printed(RUN + keys + "without=nuclei folder=[DIR/without] csv=[DIR/without.csv]');");
    final ResultsTable with = table("with.csv");
    final ResultsTable without = table("without.csv");
    int pairs = 0;
    for (int i = 0; i < 12; i++) {
      final String name = String.format(Locale.ROOT, "scene-%06d", i);
      final ImageProcessor one = pixels("with/scenes/" + name);
      final ImageProcessor other = pixels("without/scenes/" + name);
      final boolean pair = with.getStringValue("Label", i).contains("nuclei");
      assertThat(without.getStringValue("Without", i)).isEqualTo(pair ? "nuclei" : "");
      assertThat(without.getStringValue("Label", i)).doesNotContain("nuclei");
      if (pair) {
        final ImageProcessor mask = pixels("with/masks/" + name + "-mask-nuclei");
        for (int k = 0; k < (int) with.getValue("BlurRadius", i); k++) {
          mask.filter(ImageProcessor.MAX);
        }
        assertThat(different(one, other, mask, 0)).as(name).isZero();
        assertThat(different(one, other, mask, 255)).as(name).isPositive();
        pairs++;
      } else {
        assertThat(other.getPixels()).isEqualTo(one.getPixels());
      }
    }
    assertThat(pairs).isBetween(4, 11);
    assertThat(folder.resolve("without/masks/scene-000000-mask-nuclei.tif")).doesNotExist();
  }

  private static int different(
      final ImageProcessor one,
      final ImageProcessor other,
      final ImageProcessor mask,
      final int where) {
    int count = 0;
    for (int i = 0; i < mask.getPixelCount(); i++) {
      count += mask.get(i) == where && one.get(i) != other.get(i) ? 1 : 0;
    }
    return count;
  }

  @Test
  void theTableOfAFolderNamesItsScenes() throws IOException {
    printed(RUN + "count=3 size=40 kind=scenes folder=[DIR/new/named] csv=[DIR/n.csv]');");
    final Path made = folder.resolve("new/named");
    final List<List<String>> rows =
        Csv.rows(Files.readString(made.resolve("images.csv")), "images.csv");
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0)).containsExactly("path", "label", "group");
    final ResultsTable table = table("n.csv");
    for (int i = 0; i < 3; i++) {
      assertThat(made.resolve(rows.get(i + 1).get(0))).exists();
      assertThat(table.getStringValue("Image", i)).isEqualTo(rows.get(i + 1).get(0));
      assertThat(table.getStringValue("Collection", i)).isEqualTo(made.toString());
      assertThat(table.getStringValue("Label", i)).isEqualTo(rows.get(i + 1).get(1));
      assertThat(rows.get(i + 1).get(2)).isEqualTo(String.valueOf(i));
      for (final String label : rows.get(i + 1).get(1).split("; ")) {
        final String mask = "scene-00000" + i + "-mask-" + label.replace(' ', '-') + ".tif";
        assertThat(made.resolve("masks").resolve(mask)).exists();
      }
    }
  }

  @Test
  void aRowOfAFolderLeadsToItsFile() throws IOException {
    printed(RUN + "count=2 size=40 folder=[DIR/leads] classes=[curved arcs] csv=[DIR/l.csv]');");
    assertThat(printed("run('Go To Place...', 'table=[DIR/l.csv] row=2'); print(getTitle());"))
        .contains("curved-arcs-000001.tif\n");
  }

  @Test
  void aFolderOfTexturesIsACollectionWithLabels() throws IOException {
    printed(RUN + "count=4 size=40 folder=[DIR/textures] classes=[rods, curved arcs] depth=16');");
    final Path made = folder.resolve("textures");
    assertThat(made.resolve("rods/rods-000002.tif")).exists();
    final ImagePlus arcs = open(made.resolve("curved arcs/curved-arcs-000003.tif"));
    assertThat(arcs.getDisplayRangeMax()).isEqualTo(4095);
    assertThat(arcs.getInfoProperty())
        .contains("InceptionLens.sample seed: 3\n")
        .contains("InceptionLens.sample label: curved arcs\n")
        .contains("run(\"Make Sample Images...\", \"count=4 ");
    try (Stream<Path> all = Files.walk(made)) {
      assertThat(all.filter(Files::isRegularFile)).hasSize(4);
    }
  }

  @Test
  void noFileOfAnotherRunIsTouched() throws IOException {
    final String make = RUN + "count=2 size=40 kind=scenes folder=[DIR/once] ";
    printed(make + "');");
    final byte[] before = Files.readAllBytes(folder.resolve("once/scenes/scene-000001.tif"));
    for (final String other : List.of("depth=rgb", "seed=1", "seed=100")) {
      assertThat(run(make + other + "');").err())
          .contains("once\", which holds \"")
          .contains("already: choose another folder, or move it away");
    }
    assertThat(Files.readAllBytes(folder.resolve("once/scenes/scene-000001.tif")))
        .isEqualTo(before);
    try (Stream<Path> all = Files.list(folder.resolve("once/scenes"))) {
      assertThat(all).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "classes=cat                          | classes is \"cat\", expected one of: empty background",
        "without=rods                         | choose kind=scenes",
        "kind=scenes classes=rods without=nuclei | expected some of the scenes' classes: rods",
        "kind=scenes classes=[empty background]  | a scene has empty background anyway",
        "depth=32                             | depth",
        "kind=pictures                        | kind",
        "count=0                              | count",
        "size=4                               | size",
        "folder=[DIR/file.txt]                | file.txt\" cannot be written",
        "size=2048 count=100000               | name a folder, which holds any number"
      })
  void mistakesAreTold(final String line) throws IOException {
    Files.writeString(folder.resolve("file.txt"), "no folder");
    final String[] parts = line.split("\\|");
    assertThat(run(RUN + parts[0].strip() + "');").err()).contains(parts[1].strip());
  }

  private static ResultsTable table(final String name) throws IOException {
    return ResultsTable.open(folder.resolve(name).toString());
  }

  private static ImageProcessor pixels(final String name) {
    return open(folder.resolve(name + ".tif")).getProcessor();
  }

  private static ImagePlus open(final Path file) {
    return IJ.openImage(file.toString());
  }
}
