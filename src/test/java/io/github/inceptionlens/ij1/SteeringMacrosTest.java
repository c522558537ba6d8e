package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Features that are steered, by macros. */
final class SteeringMacrosTest extends PluginMacros {

  private static final String SCENE =
      "open('" + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath() + "');";
  private static final String CROPPED = SCENE + "run('Size...', 'width=224 height=224');";
  private static final String STACK =
      "open('" + Path.of("sample-images", "drift.tif").toAbsolutePath() + "');";

  private static ResultsTable table(final String name) throws IOException {
    return ResultsTable.open(folder.resolve(name).toString());
  }

  private static String steer(final String keys) {
    return "run('Steer Features...', '" + keys + "');";
  }

  @Test
  void zeroGivesTheVeryLogitsOfTheAblation() throws IOException {
    printed(
        SCENE
            + "run('Ablate Units...', 'units=mixed4c:3,12-40 csv=[DIR/a.csv]');"
            + "selectWindow('scene-8bit.tif');"
            + steer("units=mixed4c:3,12-40 layers=[] csv=[DIR/s.csv]"));
    final ResultsTable ablated = table("a.csv");
    final ResultsTable steered = table("s.csv");
    assertThat(steered.size()).isEqualTo(ablated.size());
    for (int row = 0; row < steered.size(); row++) {
      for (final String column : new String[] {"Class", "LogitBefore", "LogitAfter"}) {
        assertThat(steered.getValue(column, row)).isEqualTo(ablated.getValue(column, row));
      }
      assertThat(steered.getValue("Before", row))
          .isEqualTo(ablated.getValue("ProbabilityBefore", row));
      assertThat(steered.getValue("Change", row))
          .isCloseTo(
              steered.getValue("After", row) - steered.getValue("Before", row), within(1e-7));
    }
  }

  @Test
  void scaleByOneChangesNothingAnywhere() throws IOException {
    final ImagePlus maps =
        image(SCENE + steer("units=mixed4c:0-20 mode=scale strength=1 csv=[DIR/s.csv]"));
    assertThat(maps.getStack().getSliceLabel(1)).isEqualTo("mixed4d change 0.00");
    assertThat(maps.getStack().getSliceLabel(2)).isEqualTo("mixed4e change 0.00");
    assertThat((float[]) maps.getStack().getPixels(1)).containsOnly(0);
    final ResultsTable steered = table("s.csv");
    for (int row = 0; row < steered.size(); row++) {
      assertThat(steered.getValue("Change", row)).isZero();
    }
  }

  /** Of one channel the norm of its change is the change. */
  @Test
  void mapsLieWhereTheLayerChanges() throws IOException {
    final ImagePlus maps =
        image(CROPPED + steer("units=mixed4c:12 layers=mixed4c,mixed5a csv=[DIR/s.csv]"));
    final ImagePlus trained = image(CROPPED + "run('Activation Maps...', 'channels=12');");
    assertThat(maps.getBitDepth()).isEqualTo(32);
    assertThat(maps.getStackSize()).isEqualTo(2);
    assertThat(maps.getStack().getSliceLabel(2)).startsWith("mixed5a change ");
    final float[] change = (float[]) maps.getStack().getPixels(1);
    final float[] before = (float[]) trained.getProcessor().getPixels();
    for (int i = 0; i < change.length; i += 97) {
      assertThat(change[i]).isCloseTo(before[i], within(1e-3f * (1 + before[i])));
    }
  }

  @Test
  void aSelectionIsWhatIsSeenOrWhereFeaturesChange() throws IOException {
    final String selected = CROPPED + "makeRectangle(0, 0, 112, 224);";
    final ImagePlus part =
        image(selected + steer("units=mixed4c:0-99 layers=mixed4c fit=[own size]"));
    assertThat(part.getWidth()).isEqualTo(112);
    final ImagePlus maps = image(selected + steer("units=mixed4c:0-99 layers=mixed4c where=roi"));
    assertThat(maps.getWidth()).isEqualTo(224);
    double left = 0;
    for (int y = 0; y < 224; y++) {
      assertThat(maps.getProcessor().getf(200, y)).isZero();
      left += maps.getProcessor().getf(50, y);
    }
    assertThat(left).isPositive();
  }

  /** Both start from the same noise, and what is the same ends the same. */
  @Test
  void picturesBeforeAndAfterDifferByTheFeatureAlone() throws IOException {
    final String keys = " layers=[] invert steps=3 seed=4";
    final ImagePlus same = image(CROPPED + steer("units=mixed4c:12 mode=scale strength=1" + keys));
    assertThat(same.getBitDepth()).isEqualTo(24);
    assertThat(same.getStackSize()).isEqualTo(2);
    assertThat(same.getStack().getSliceLabel(1)).startsWith("before mixed4c distance ");
    assertThat(same.getStack().getSliceLabel(2)).startsWith("after mixed4c distance ");
    assertThat((int[]) same.getStack().getPixels(1))
        .isEqualTo((int[]) same.getStack().getPixels(2));
    final ImagePlus other =
        image(CROPPED + steer("units=mixed4c:12 mode=clamp strength=3x" + keys));
    assertThat((int[]) other.getStack().getPixels(1))
        .isEqualTo((int[]) same.getStack().getPixels(1))
        .isNotEqualTo((int[]) other.getStack().getPixels(2));
    final ImagePlus alone =
        image(CROPPED + "run('Invert Features...', 'layers=mixed4c steps=3 seed=4');");
    assertThat((int[]) alone.getProcessor().getPixels())
        .isEqualTo((int[]) same.getStack().getPixels(1));
  }

  @Test
  void aCollectionHasMeansAndLeavesImagesAsTheyAre() throws IOException {
    final String keys = "units=mixed4c:0-60 mode=clamp strength=6x classes=2 images=";
    printed(
        "File.makeDirectory('DIR/several'); for (i = 0; i < 3; i++) { open('"
            + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath()
            + "'); makeRectangle(40 * i, 30, 128, 128); run('Crop');"
            + " saveAs('PNG', 'DIR/several/' + i + '.png'); close(); }"
            + steer(keys + "[DIR/several] csv=[DIR/m.csv]"));
    final ResultsTable pictures = table("m.csv");
    final ResultsTable means = table("m-means.csv");
    assertThat(Files.readString(folder.resolve("m.csv")).lines().findFirst().orElseThrow())
        .startsWith("Image,Slice,Class,Label,Before,After,Change,LogitBefore,LogitAfter");
    assertThat(Files.readString(folder.resolve("m-means.csv")).lines().findFirst().orElseThrow())
        .startsWith("Class,Label,Pictures,Before,After,Change,TopBefore,TopAfter,TopChanged");
    assertThat(means.getValue("Pictures", 0)).isEqualTo(3);
    double changed = 0;
    for (final String image : new String[] {"0.png", "1.png", "2.png"}) {
      changed += top(pictures, image, "Before") == top(pictures, image, "After") ? 0 : 1 / 3.0;
    }
    assertThat(means.getValue("TopChanged", 0)).isCloseTo(changed, within(1e-6));
    for (int row = 1; row < means.size(); row++) {
      assertThat(Math.abs(means.getValue("Change", row)))
          .isLessThanOrEqualTo(Math.abs(means.getValue("Change", row - 1)));
    }
  }

  /** The largest strength of an entry is looked for on all pictures. */
  @Test
  void entriesOfADictionaryAreSteeredAsChannelsAre() throws IOException {
    final String keys =
        " mode=clamp strength=4x classes=3 fit=[own size] images=[DIR/two] csv=[DIR/";
    printed(
        "File.makeDirectory('DIR/two'); for (i = 0; i < 2; i++) { open('"
            + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath()
            + "'); makeRectangle(100 * i, 60 * i, 96, 96); run('Crop');"
            + " saveAs('PNG', 'DIR/two/' + i + '.png'); close(); }"
            + "run('Make Dictionary...', 'name=steer_same layer=mixed4c method=identity replace');"
            + steer("units=steer_same:5-9" + keys + "entries.csv]")
            + "run('InceptionV1 Dictionaries...', 'action=remove name=steer_same');"
            + steer("units=mixed4c:5-9" + keys + "channels.csv]"));
    final ResultsTable entries = table("entries.csv");
    final ResultsTable channels = table("channels.csv");
    assertThat(entries.size()).isEqualTo(channels.size()).isGreaterThanOrEqualTo(6);
    for (int row = 0; row < entries.size(); row++) {
      assertThat(entries.getValue("LogitAfter", row))
          .isCloseTo(channels.getValue("LogitAfter", row), within(1e-3))
          .isNotEqualTo(entries.getValue("LogitBefore", row));
    }
  }

  private static double top(final ResultsTable table, final String image, final String column) {
    double best = -1;
    double found = -1;
    for (int row = 0; row < table.size(); row++) {
      if (table.getStringValue("Image", row).equals(image) && table.getValue(column, row) > best) {
        best = table.getValue(column, row);
        found = table.getValue("Class", row);
      }
    }
    return found;
  }

  /** One image as a collection of itself gives what it gives in front. */
  @Test
  void aStackIsItsSlicesOneByOne() throws IOException {
    final String keys = "units=mixed4c:5-9 mode=scale strength=3 layers=mixed4d classes=1";
    final ImagePlus all = image(STACK + steer(keys + " images=stack csv=[DIR/all.csv]"));
    final ImagePlus one = image(STACK + "setSlice(2);" + steer(keys + " csv=[DIR/one.csv]"));
    assertThat(all.getStackSize()).isGreaterThan(1);
    assertThat((float[]) all.getStack().getPixels(2))
        .containsExactly((float[]) one.getProcessor().getPixels(), within(1e-4f));
    assertThat(table("all-means.csv").getValue("Pictures", 0)).isEqualTo(all.getStackSize());
    assertThat(Files.exists(folder.resolve("one-means.csv"))).isFalse();
  }

  @Test
  void theUsersImageStaysAsItIs() throws IOException {
    assertThat(
            printed(
                SCENE
                    + "setBatchMode(true); getStatistics(a, m, l, h, s); title = getTitle();"
                    + " makeRectangle(10, 20, 100, 90);"
                    + steer("units=mixed4c:12 mode=scale strength=5")
                    + "selectImage(title); getSelectionBounds(x, y, w, height); run('Select None');"
                    + " getStatistics(a2, m2, l2, h2, s2);"
                    + " print(x, y, w, height, m - m2, s - s2, Overlay.size);"))
        .contains("10 20 100 90 0 0 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "units=mixed4c                 | units is \"mixed4c\", expected a layer and channels",
        "units=mixed4c:99999           | but mixed4c has channels 0 to",
        "units=[]                      | units is empty: name at least one",
        "mode=less                     | mode",
        "mode=clamp strength=much      | strength is \"much\", expected an activation such as 5",
        "mode=clamp units=mixed4c:0-99 | give an activation, such as strength=5, or fewer units",
        "where=roi                     | has no selection: draw one",
        "layers=mixed3a                | layers is \"mixed3a\", which the changed units do not reach",
        "layers=nolayer                | layer is \"nolayer\"",
        "classes=999                   | classes is 999, expected 1 to",
        "images=open invert            | invert is given, which is of one image, but images is",
        "images=open layers=mixed4d    | which is of one image, but images is \"open\""
      })
  void mistakesAreTold(final String line) throws IOException {
    final String[] parts = line.split("\\|");
    assertThat(run(SCENE + steer(parts[0].strip())).err()).contains(parts[1].strip());
  }

  @Test
  void withoutAnImageItSaysSo() throws IOException {
    assertThat(run(steer("units=mixed4c:12")).err()).contains("no image is open");
  }
}
