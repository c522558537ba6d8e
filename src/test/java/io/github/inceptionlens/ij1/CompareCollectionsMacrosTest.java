package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.image.place.CropPlaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Collections that macros compare. */
final class CompareCollectionsMacrosTest extends PluginMacros {

  private static final String COMPARE = "run('Compare Collections...', '";
  private static final String BOTH = "treated=[DIR/new/scenes] control=[DIR/usual/scenes] ";
  private static final String KEYS = "layer=mixed4a per_picture=60 neighbors=15 grid=6 ";

  /** Scenes with rods, and others without. */
  @BeforeAll
  static void make() throws IOException {
    final String scenes = "run('Make Sample Images...', 'kind=scenes count=16 size=160 ";
    printed(
        scenes
            + "seed=1 classes=[nuclei, rods, grains] folder=[DIR/new]');"
            + scenes
            + "seed=2 classes=[nuclei, grains] folder=[DIR/usual]'); run('Close All');");
  }

  private static ResultsTable table(final String name) throws IOException {
    return ResultsTable.open(folder.resolve(name + ".csv").toString());
  }

  @Test
  void whatIsNewIsFoundWithoutAName() throws IOException {
    final String said =
        printed(COMPARE + BOTH + KEYS + "csv=[DIR/found.csv]'); print(getInfo('log'));");
    assertThat(said)
        .contains("960 vectors of 16 treated pictures and 960 of 16 control pictures, of mixed4a")
        .contains("16 treated and 16 control groups")
        .contains("the smallest P that can come out is 0.000999");
    final ResultsTable found = table("found");
    assertThat(found.getHeadings())
        .containsSubsequence(
            "Cell", "Column", "Row", "Count", "Treated Share", "Control Share", "Difference");
    final double[] differs = found.getColumn("Differs");
    assertThat(
            IntStream.range(0, differs.length)
                .filter(i -> differs[i] == 1 && found.getValue("Difference", i) > 0))
        .isNotEmpty();
    assertThat(DoubleStream.of(found.getColumn("Treated Share")).sum()).isCloseTo(1, within(0.02));
  }

  @Test
  void theImageHasTheDifferencesOfTheTable() throws IOException {
    final ImagePlus image = image(COMPARE + BOTH + KEYS + "csv=[DIR/image.csv]');");
    assertThat(image.getBitDepth()).isEqualTo(32);
    final double[] differences = table("image").getColumn("Difference");
    final float[] pixels = (float[]) image.getProcessor().getPixels();
    for (final float pixel : pixels) {
      assertThat(
              Float.isNaN(pixel) || DoubleStream.of(differences).anyMatch(d -> (float) d == pixel))
          .isTrue();
    }
  }

  /** A crop per cell, which leads to its place, and numbers of those that differ. */
  @Test
  void theAtlasShowsACropOfEveryCell() throws IOException {
    final ImagePlus atlas =
        image(COMPARE + BOTH + KEYS + "csv=[DIR/atlas.csv]'); selectImage('mixed4a-Compared');");
    final ResultsTable found = table("atlas");
    final List<CropPlaces.Crop> crops = CropPlaces.of(atlas).orElseThrow().crops();
    final int side = atlas.getWidth() / 6;
    assertThat(crops).hasSize(found.size());
    for (int row = 0; row < found.size(); row++) {
      final CropPlaces.Crop crop = crops.get(row);
      assertThat(crop.at().x()).isEqualTo(side * (int) found.getValue("Column", row));
      assertThat(crop.at().y()).isEqualTo(side * (int) found.getValue("Row", row));
      assertThat(Path.of(crop.collection()).resolve(crop.image())).exists();
      assertThat(frame(atlas, crop)).isEqualTo(Math.signum(found.getValue("Difference", row)));
    }
    assertThat((double) atlas.getOverlay().size())
        .isEqualTo(DoubleStream.of(found.getColumn("Differs")).sum());
  }

  /** 1 for red, -1 for blue. */
  private static double frame(final ImagePlus atlas, final CropPlaces.Crop crop) {
    final int[] color = atlas.getPixel(crop.at().x() + 1, crop.at().y() + crop.at().height() - 2);
    return Math.signum(color[0] - color[2]);
  }

  /** Of every treated crop the scene's own mask says that there are rods in it. */
  @Test
  void cropsShowWhatIsNewAndLeadBack() throws IOException {
    final ImagePlus montage = image(COMPARE + BOTH + KEYS + "'); selectImage('mixed4a-Crops');");
    final List<CropPlaces.Crop> crops =
        CropPlaces.of(montage).orElseThrow().crops().stream()
            .filter(crop -> crop.image().startsWith("new/"))
            .toList();
    assertThat(crops).hasSizeGreaterThanOrEqualTo(5);
    for (final CropPlaces.Crop crop : crops) {
      final String scene = crop.image().replace("/scenes/", "/masks/").replace(".tif", "");
      final ImagePlus mask = IJ.openImage(folder.resolve(scene + "-mask-rods.tif").toString());
      final CropPlaces.Box box = crop.from();
      mask.setRoi(box.x(), box.y(), box.width(), box.height());
      assertThat(mask.getStatistics().mean).isGreaterThan(1);
      assertThat(Path.of(crop.collection()).resolve(crop.image())).exists();
    }
  }

  @Test
  void groupsThatAreTooFewAreNamed() throws IOException {
    final String said =
        printed(
            COMPARE
                + BOTH
                + KEYS
                + "group=[scene-0000(1|0)]'); print('\\\\Clear');"
                + COMPARE
                + BOTH
                + KEYS
                + "group=[scene-0000(1|0)]'); print(getInfo('log'));");
    assertThat(said)
        .contains("0 treated and 0 control groups, 2 groups with pictures on both sides")
        .contains("all 4 assignments of sides")
        .contains("no cell can differ at level=0.05, for with so few groups no P is below 0.5");
  }

  private static final String ONE = "open('DIR/new/scenes/scene-000001.tif'); ";
  private static final String FEW =
      " layer=mixed4a per_picture=60 neighbors=15 grid=4 level=0.9');";

  /** A copy in memory beside files, of which one at the root is called the same. */
  @Test
  void anOpenImageThatIsCalledLikeAFileIsAnother() throws IOException {
    final ImagePlus montage =
        image(
            ONE
                + "run('Duplicate...', 'title=scene-000002.tif'); run('Invert'); "
                + COMPARE
                + "treated=stack control=[DIR/usual/scenes]"
                + FEW
                + "selectImage('mixed4a-Crops');");
    final List<CropPlaces.Crop> crops = CropPlaces.of(montage).orElseThrow().crops();
    final List<CropPlaces.Crop> open =
        crops.stream().filter(crop -> crop.image().startsWith("scene-000002.tif (id:")).toList();
    assertThat(open).isNotEmpty().allMatch(crop -> crop.collection().isEmpty());
    assertThat(crops)
        .hasSizeGreaterThan(open.size())
        .allMatch(
            crop ->
                open.contains(crop)
                    || Path.of(crop.collection()).resolve(crop.image()).toFile().exists());
  }

  @Test
  void cropsOfAnOpenImageBesideFilesLeadBack() throws IOException {
    final String said =
        printed(
            ONE
                + "run('Duplicate...', 'title=mine'); "
                + COMPARE
                + "treated=[DIR/usual/scenes] control=stack"
                + FEW
                + "crops = 0; for (row = 1; row <= 12; row++) {"
                + " run('Go To Place...', 'table=mixed4a-Crops row=' + row);"
                + " print(getTitle() + ' ' + selectionType()); }");
    assertThat(said.lines()).contains("mine 0").anyMatch(line -> line.matches("scene-\\d+.tif 0"));
  }

  @Test
  void theCurrentImageIsComparedWithTheOthers() throws IOException {
    final String usual = "open('DIR/usual/scenes/scene-000002.tif'); ";
    final String said =
        printed(
            usual
                + "open('DIR/usual/scenes/scene-000003.tif'); "
                + ONE
                + COMPARE
                + "treated=stack control=open"
                + FEW
                + "print(getInfo('log'));");
    assertThat(said).contains("of 1 treated pictures").contains("of 2 control pictures");
  }

  @Test
  void anImageThatChangedSinceItWasOpenedIsAnotherThanItsFile() throws IOException {
    final String both = COMPARE + "treated=stack control=[DIR/new/scenes]" + FEW;
    assertThat(run(ONE + both).err()).contains("is in treated and in control");
    printed(ONE + "run('Invert'); " + both);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "treated=open control=open | is in treated and in control",
        "treated=stack control=stack | is in treated and in control",
        "treated=stack control=open | control is open, but beside the current image",
        "treated=open control=stack | treated is open, but beside the current image",
      })
  void anImageIsOnOneSide(final String keys, final String sentence) throws IOException {
    assertThat(run(ONE + COMPARE + keys.strip() + FEW).err()).contains(sentence.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "treated=[DIR/new/scenes] control=[DIR/new/scenes] | is in treated and in control",
        "treated=[DIR/new/scenes] control=[DIR/none] | none",
        "treated=[DIR/new/scenes] | control is empty",
        "treated=[DIR/new/scenes] control=[DIR/usual/scenes] group=folder | lies in no folder below",
        "treated=[DIR/new/scenes] control=[DIR/usual/scenes] group=p(\\\\d | group is \"p(",
        "treated=[DIR/new/scenes] control=[DIR/usual/scenes] group=x9 | which is not found in the path",
        "treated=[DIR/new/scenes] control=[DIR/usual/scenes] level=2 | level",
        "treated=[DIR/new/scenes] control=[DIR/usual/scenes] permutations=0 | permutations",
        "treated=[DIR/new/scenes] control=[DIR/usual/scenes] cells=rings | cells is \"rings\"",
      })
  void whatCannotBeDoneIsOneSentence(final String keys, final String sentence) throws IOException {
    assertThat(run(COMPARE + keys.strip() + " layer=mixed4a neighbors=15');").err())
        .contains(sentence.strip());
  }
}
