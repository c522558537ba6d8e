package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import io.github.inceptionlens.evaluation.measure.GroundTruth;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.weights.dictionary.DictionaryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dictionaries that are made of images, and used as layers thereafter. */
@OnDisplay
final class MakeDictionaryMacrosTest extends PluginMacros {

  private static final String SCENE =
      "open('" + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath() + "');";
  private static final String DRIFT =
      "open('" + Path.of("sample-images", "drift.tif").toAbsolutePath() + "');";
  private static final String[] METHODS = {"pca", "nmf", "kmeans", "random"};

  @BeforeAll
  static void make() throws IOException {
    for (final String method : METHODS) {
      printed(
          SCENE
              + "run('Make Dictionary...', 'name=made_"
              + method
              + " layer=mixed3b count=5 replace csv=[DIR/"
              + method
              + ".csv] method="
              + method
              + "');");
    }
  }

  @AfterAll
  static void takeAway() throws IOException {
    for (final String method : METHODS) {
      printed("run('InceptionV1 Dictionaries...', 'action=remove name=made_" + method + "');");
    }
  }

  private static ResultsTable table(final String name) throws IOException {
    return ResultsTable.open(folder.resolve(name + ".csv").toString());
  }

  private static Dictionary dictionary(final String name) throws IOException {
    printed(
        "run('InceptionV1 Dictionaries...', 'action=export replace name="
            + name
            + " file=[DIR/x.safetensors]');");
    return DictionaryFile.read(folder.resolve("x.safetensors"), name);
  }

  @ParameterizedTest
  @CsvSource({"pca, none, true", "nmf, relu, true", "kmeans, top-1, false", "random, none, false"})
  void everyMethodMakesADictionaryThatTellsHowItCameAbout(
      final String method, final String nonlinearity, final boolean decodes) throws IOException {
    final Dictionary made = dictionary("made_" + method);
    assertThat(made.home().layer()).isEqualTo("mixed3b");
    assertThat(made.home().network()).isEqualTo("textures");
    assertThat(made.entries()).isEqualTo(5);
    assertThat(made.nonlinearity()).hasToString(nonlinearity);
    assertThat(made.decoder().isPresent()).isEqualTo(decodes);
    assertThat(made.notes().get("origin"))
        .startsWith(method)
        .contains("seed 0")
        .matches(
            text ->
                method.equals("random")
                    || text.contains(" of 1024 positions on 1 picture (scene-8bit.tif)")
                        && text.contains("explained variance 0."));
    assertThat(made.notes().get("macro")).startsWith("run(\"Make Dictionary...\", \"");
    assertThat(made.notes().get("method")).isEqualTo(method);
  }

  @Test
  void theTableTellsWhatEachEntryExplains() throws IOException {
    for (final String method : METHODS) {
      final ResultsTable table = table(method);
      assertThat(table.size()).isEqualTo(5);
      assertThat(table.getStringValue("Entry", 2)).isEqualTo("made_" + method + ":2");
      assertThat(table.getStringValue("Method", 2)).isEqualTo(method);
      assertThat(table.getStringValue("Layer", 2)).isEqualTo("mixed3b");
      assertThat(table.getStringValue("Network", 2)).isEqualTo("textures");
      double before = Double.NaN;
      for (int row = 0; row < 5 && !method.equals("random"); row++) {
        final double here = table.getValue("Cumulative", row);
        if (row > 0) {
          assertThat(here - before)
              .isCloseTo(table.getValue("ExplainedVariance", row), within(1e-9));
        }
        assertThat(table.getValue("ExplainedVariance", row)).isPositive();
        before = here;
      }
    }
    assertThat(table("pca").getValue("Cumulative", 4))
        .isBetween(table("nmf").getValue("Cumulative", 4), 1.0);
    assertThat(table("nmf").getValue("Distance", 0)).isBetween(0.0, 0.5);
    assertThat(table("pca").getStringValue("Distance", 0)).isEmpty();
    assertThat(table("random").getStringValue("ExplainedVariance", 0)).isEmpty();
  }

  /** What the way back of the principal components loses of the layer, read off the maps. */
  @Test
  void whatComponentsExplainIsWhatTheirWayBackKeepsOfTheMaps() throws IOException {
    final String maps = "run('Activation Maps...', 'channels=all registration=none layer=";
    final ImagePlus layer = image(SCENE + maps + "mixed3b');");
    final ImagePlus back = image(SCENE + maps + "made_pca_decoded');");
    double left = 0;
    double all = 0;
    for (int slice = 1; slice <= layer.getStackSize(); slice++) {
      final float[] values = (float[]) layer.getStack().getPixels(slice);
      final float[] rebuilt = (float[]) back.getStack().getPixels(slice);
      double mean = 0;
      for (final float value : values) {
        mean += value / values.length;
      }
      for (int i = 0; i < values.length; i++) {
        left += Math.pow(values[i] - rebuilt[i], 2);
        all += Math.pow(values[i] - mean, 2);
      }
    }
    assertThat(table("pca").getValue("Cumulative", 4)).isCloseTo(1 - left / all, within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pca", "nmf", "kmeans", "random"})
  void whatIsMadeIsALayer(final String method) throws IOException {
    final String name = "made_" + method;
    assertThat(
            printed(
                SCENE
                    + ("run('Activation Maps...', 'layer=NAME channels=all'); print(nSlices);"
                            + "selectImage('scene-8bit.tif');"
                            + "run('Saliency Map...', 'target=NAME:1 method=Gradient');"
                            + "getStatistics(a, m, lo, hi); if (lo < hi) print('varies');"
                            + "run('Visualize Channel...', 'objective=NAME:0 size=48 steps=2');"
                            + "print(getWidth);")
                        .replace("NAME", name)))
        .isEqualTo("5\nvaries\n48\n");
  }

  @Test
  void identityIsTheChannelsBitForBit() throws IOException {
    printed(
        "run('Make Dictionary...', 'name=made_identity method=identity layer=mixed4c_5x5 replace"
            + " csv=[DIR/i.csv]');");
    for (final String suffix : new String[] {"", "_decoded"}) {
      final String maps = "run('Activation Maps...', 'channels=3,7 layer=";
      final ImagePlus one = image(SCENE + maps + "mixed4c_5x5');");
      final ImagePlus other = image(SCENE + maps + "made_identity" + suffix + "');");
      for (int slice = 1; slice <= 2; slice++) {
        assertThat(other.getStack().getPixels(slice)).isEqualTo(one.getStack().getPixels(slice));
      }
    }
    assertThat(table("i").size()).isEqualTo(dictionary("made_identity").channels());
    printed("run('InceptionV1 Dictionaries...', 'action=remove name=made_identity');");
  }

  /**
   * Branches, pooled layers and values before a rectifier are layers as others; images may be open.
   */
  @ParameterizedTest
  @ValueSource(strings = {"mixed4c_pre_relu", "mixed4a_3x3_pre_relu", "maxpool1", "conv2d1"})
  void everyLayerWithPositionsHasDirections(final String layer) throws IOException {
    assertThat(
            printed(
                SCENE
                    + DRIFT
                    + "run('Make Dictionary...', 'name=made_layer count=2 replace images=open layer="
                    + layer
                    + "'); selectImage('scene-8bit.tif');"
                    + "run('Activation Overlay...', 'unit=made_layer:1'); if (Overlay.size > 0) print('shown');"))
        .contains("shown");
    final Dictionary made = dictionary("made_layer");
    assertThat(made.home().layer()).isEqualTo(layer);
    assertThat(made.notes().get("origin")).contains("on 6 pictures (scene-8bit.tif, drift.tif)");
    printed("run('InceptionV1 Dictionaries...', 'action=remove name=made_layer');");
  }

  @Test
  void theSelectionSaysWhichPositionsAreLookedAt() throws IOException {
    printed(
        SCENE
            + "makeOval(40, 40, 120, 90);"
            + "run('Make Dictionary...', 'name=made_part layer=mixed3b count=2 csv=[DIR/o.csv]');"
            + DRIFT
            + "run('Make Dictionary...', 'name=made_part layer=mixed3b count=2 replace"
            + " csv=[DIR/t.csv]');");
    assertThat(table("o").getValue("Vectors", 0)).isBetween(120.0, 140.0);
    assertThat(table("o").getStringValue("Selection", 0)).isEqualTo("Oval 120 x 90 at (40, 40)");
    assertThat(table("t").getValue("Vectors", 0)).isEqualTo(5 * 24 * 24);
    assertThat(dictionary("made_part").notes().get("origin"))
        .contains("of 2880 positions on 5 pictures (drift.tif)");
    printed("run('InceptionV1 Dictionaries...', 'action=remove name=made_part');");
  }

  /** Of a layer of many positions so many are drawn; a folder's images need not be open. */
  @Test
  void ofManyPositionsSomeAreDrawn() throws IOException {
    final String folder = Path.of("sample-images").toAbsolutePath().toString();
    assertThat(
            printed(
                "run('Make Dictionary...', 'name=made_many layer=conv2d0 count=2 replace images=["
                    + folder
                    + "] csv=[DIR/m.csv]');"))
        .contains("Make Dictionary: learned from 20000 of ")
        .contains(", drawn by the seed");
    assertThat(table("m").getValue("Vectors", 0)).isEqualTo(20_000);
    printed("run('InceptionV1 Dictionaries...', 'action=remove name=made_many');");
  }

  private static final String AREAS =
      "roiManager('reset'); area('nuclei'); area('honeycomb-epithelium'); area('aligned-fibres');"
          + SCENE
          + "run('Make Dictionary...', 'name=areas method=rois layer=LAYER replace csv=[CSV]');"
          + "run('Activation Maps...', 'layer=areas channels=all'); saveAs('Tiff', 'MAPS');"
          + "function area(name) { open('MASK' + name + '.png');"
          + " setThreshold(128, 255); run('Create Selection'); roiManager('add');"
          + " roiManager('select', roiManager('count') - 1); roiManager('rename', name); close(); }";

  private static final List<String> STRUCTURES =
      List.of("nuclei", "honeycomb-epithelium", "aligned-fibres");

  /** The direction of an outlined structure follows it on the image on which it was outlined. */
  @ParameterizedTest
  @ValueSource(strings = "mixed4c")
  void directionsOfAreasFollowWhatWasOutlined(final String layer) throws Exception {
    Needs.display();
    final ImagePlus maps = areas(layer);
    for (int i = 0; i < STRUCTURES.size(); i++) {
      final float[] map = (float[]) maps.getStack().getPixels(i + 1);
      final double area = GroundTruth.areaUnderRoc(map, truth(STRUCTURES.get(i)));
      System.out.printf(
          Locale.ROOT, "%s of %s: area under ROC %.3f%n", layer, STRUCTURES.get(i), area);
      assertThat(area).as(STRUCTURES.get(i)).isGreaterThan(0.9);
    }
    final ResultsTable table = table("areas");
    assertThat(table.getStringValue("Label", 1)).isEqualTo("honeycomb-epithelium");
    assertThat(table.getValue("Vectors", 1)).isPositive();
    assertThat(table.getStringValue("Selection", 1)).isEqualTo("ROI Manager");
  }

  /** An area of one slice is set against the rest of that slice; the others are not looked at. */
  @Tag("slow")
  @Test
  void anAreaWithAPositionCountsOnItsSlice() throws Exception {
    Needs.display();
    final String make =
        "run('Make Dictionary...', 'name=areas method=rois layer=mixed3b replace csv=[DIR/CSV]');"
            .replace("DIR", folder.toString());
    made(
        (DRIFT
            + "roiManager('reset'); setSlice(2); makeOval(20, 20, 80, 90); roiManager('add');"
            + "run('Select None');"
            + make.replace("CSV", "one.csv")
            + "setSlice(2); run('Duplicate...', 'title=alone'); roiManager('reset');"
            + "makeOval(20, 20, 80, 90); roiManager('add'); run('Select None');"
            + make.replace("CSV", "alone.csv")));
    assertThat(table("one").getValue("Vectors", 0))
        .isEqualTo(table("alone").getValue("Vectors", 0))
        .isBetween(60.0, 120.0);
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "'makeRectangle(3, 3, 1, 1);', 'ROI \"0003-0003\" holds no center of what a unit of mixed4c'",
    "'makeRectangle(0, 0, 256, 256);', 'holds all units of mixed4c that are looked at'",
    "'makePoint(9, 9);', 'is no area: delete it there, or draw an area instead'",
    "'', 'there is no ROI in the ROI Manager: select an area and add it'"
  })
  void areasThatSayNothingAreToldByName(final String select, final String sentence)
      throws Exception {
    Needs.display();
    final String add = select.isEmpty() ? "" : select + "roiManager('add');";
    final MacroProcess.Result result =
        onDisplay(
            "roiManager('reset');"
                + SCENE
                + add
                + "run('Make Dictionary...', 'name=x method=rois');");
    assertThat(result.exit()).isNotZero();
    assertThat(result.err()).contains(sentence);
  }

  /** The ROI Manager needs a display. */
  private static MacroProcess.Result onDisplay(final String macro) throws Exception {
    final Path file = Files.writeString(folder.resolve("m.ijm"), macro.replace('\'', '"'));
    return MacroProcess.java(
        folder,
        List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Duser.home=" + folder,
            "-Dmacro=" + file,
            MacroRunner.class.getName(),
            Path.of("target", "classes").toAbsolutePath().toString()));
  }

  private static void made(final String macro) throws Exception {
    final MacroProcess.Result result = onDisplay(macro);
    assertThat(result.exit()).as(result.out() + result.err()).isZero();
  }

  private static ImagePlus areas(final String layer) throws Exception {
    final Path maps = folder.resolve("maps.tif");
    final String macro =
        AREAS
            .replace("LAYER", layer)
            .replace("CSV", folder.resolve("areas.csv").toString())
            .replace("MAPS", maps.toString())
            .replace("MASK", Path.of("sample-images/scene-8bit-mask-").toAbsolutePath().toString());
    made(macro);
    return IJ.openImage(maps.toString());
  }

  private static boolean[] truth(final String structure) {
    final byte[] mask =
        (byte[])
            IJ.openImage("sample-images/scene-8bit-mask-" + structure + ".png")
                .getProcessor()
                .getPixels();
    final boolean[] truth = new boolean[mask.length];
    for (int i = 0; i < mask.length; i++) {
      truth[i] = mask[i] != 0;
    }
    return truth;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=made_pca                               | there is such a dictionary already",
        "name=mixed4c                                | name is \"mixed4c\", but a dictionary's",
        "name=x method=ica                           | pca, nmf, kmeans, identity, random, rois",
        "name=x method=nmf layer=mixed4c_pre_relu    | need activations of 0 and above",
        "name=x count=65 layer=conv2d0               | vary in ",
        "name=x count=65 layer=mixed5b               | vary in 63 directions alone: choose a count up to 63",
        "name=x layer=made_pca                       | choose the layer that it reads, mixed3b",
        "name=x layer=softmax2                       | which has no positions",
        "name=x layer=none                           | none",
        "name=x images=[]                            | images is empty, expected stack, open",
        "name=x method=rois                          | without a display ImageJ has no ROI Manager",
        "name=x method=rois images=open              | the areas of the ROI Manager lie on the"
      })
  void mistakesAreTold(final String line) throws IOException {
    final String[] parts = line.split("\\|");
    assertThat(run(SCENE + "run('Make Dictionary...', '" + parts[0].strip() + "');").err())
        .contains(parts[1].strip());
  }

  @Test
  void nothingIsLearnedFromNothing() throws IOException {
    assertThat(run("run('Make Dictionary...', 'name=x');").err())
        .contains("images is stack, but no image is open");
    assertThat(
            run("newImage('black', '8-bit black', 100, 100, 1); makeRectangle(40, 40, 20, 20);"
                    + "run('Make Dictionary...', 'name=x layer=conv2d0 method=kmeans');")
                .err())
        .contains("the activations of conv2d0 are the same at all ");
  }
}
