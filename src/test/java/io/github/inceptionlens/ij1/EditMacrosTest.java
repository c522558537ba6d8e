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

/** Networks that are changed, by macros. */
final class EditMacrosTest extends PluginMacros {

  private static final String SCENE =
      "open('" + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath() + "');";
  private static final String CROPPED = SCENE + "run('Size...', 'width=224 height=224');";

  private static ResultsTable ablation(final String keys) throws IOException {
    printed(SCENE + "run('Ablate Units...', '" + keys + " csv=[DIR/a.csv]');");
    return ResultsTable.open(folder.resolve("a.csv").toString());
  }

  @Test
  void classesAreThoseThatAreBestBeforeOrAfter() throws IOException {
    final ResultsTable table = ablation("units=mixed5b:0-100 top=2");
    assertThat(table.getColumnHeadings())
        .contains(
            "Image,Slice,Class,Label,LogitBefore,LogitAfter,ProbabilityBefore,ProbabilityAfter"
                .replace(',', '\t'));
    assertThat(table.size()).isBetween(2, 4);
    double last = Double.POSITIVE_INFINITY;
    for (int row = 0; row < table.size(); row++) {
      final double change =
          Math.abs(table.getValue("LogitAfter", row) - table.getValue("LogitBefore", row));
      assertThat(change).isLessThanOrEqualTo(last);
      last = change;
    }
    printed(SCENE + "run('Classify with InceptionV1...', 'top=1 csv=[DIR/c.csv]');");
    final ResultsTable best = ResultsTable.open(folder.resolve("c.csv").toString());
    boolean found = false;
    for (int row = 0; row < table.size(); row++) {
      if (table.getValue("Class", row) == best.getValue("Class", 0)) {
        assertThat(table.getValue("LogitBefore", row)).isEqualTo(best.getValue("Logit", 0));
        found = true;
      }
    }
    assertThat(found).isTrue();
  }

  @Test
  void whatChangesNothingLeavesLogitsAsTheyAre() throws IOException {
    final ResultsTable table = ablation("units=mixed4c:0-20;mixed4d:3 mode=scale:1");
    for (int row = 0; row < table.size(); row++) {
      assertThat(table.getValue("LogitAfter", row)).isEqualTo(table.getValue("LogitBefore", row));
    }
  }

  @Test
  void differenceMapsAreThoseOfTheLayerWithoutTheUnits() throws IOException {
    final ImagePlus maps =
        image(
            CROPPED + "run('Ablate Units...', 'units=mixed4c:0-99 show=mixed4c csv=[DIR/a.csv]');");
    final ImagePlus trained = image(CROPPED + "run('Activation Maps...', 'channels=all');");
    assertThat(maps.getBitDepth()).isEqualTo(32);
    assertThat(maps.getStackSize()).isEqualTo(trained.getStackSize());
    assertThat(maps.getStack().getSliceLabel(4)).isEqualTo("mixed4c:3");
    assertThat(maps.getDisplayRangeMin()).isEqualTo(-maps.getDisplayRangeMax());
    for (final int slice : new int[] {4, 60, 100, 101, 110}) {
      final float[] difference = (float[]) maps.getStack().getPixels(slice);
      final float[] before = (float[]) trained.getStack().getPixels(slice);
      for (int i = 0; i < before.length; i += 97) {
        assertThat(difference[i])
            .isCloseTo(slice <= 100 ? -before[i] : 0, within(1e-3f * (1 + Math.abs(before[i]))));
      }
    }
  }

  @Test
  void aSelectionSaysWhere() throws IOException {
    final String line = "'units=mixed4c:0-99 where=roi show=mixed4c csv=[DIR/a.csv]');";
    final ImagePlus maps =
        image(CROPPED + "makeRectangle(0, 0, 112, 224); run('Ablate Units...', " + line);
    assertThat(maps.getWidth()).isEqualTo(224);
    boolean changed = false;
    for (int slice = 1; slice <= 100; slice++) {
      for (int y = 0; y < 224; y++) {
        assertThat(maps.getStack().getProcessor(slice).getf(200, y)).isZero();
        changed |= maps.getStack().getProcessor(slice).getf(50, y) != 0;
      }
    }
    assertThat(changed).isTrue();
  }

  @Test
  void entriesOfADictionaryAreTakenOutOfTheirLayer() throws IOException {
    printed(
        "run('Make Dictionary...', 'name=ablated layer=mixed4c method=identity replace');"
            + SCENE
            + "run('Ablate Units...', 'units=ablated:0-50 csv=[DIR/d.csv]');"
            + "run('InceptionV1 Dictionaries...', 'action=remove name=ablated');");
    final ResultsTable entries = ResultsTable.open(folder.resolve("d.csv").toString());
    final ResultsTable channels = ablation("units=mixed4c:0-50");
    assertThat(entries.size()).isEqualTo(channels.size());
    for (int row = 0; row < entries.size(); row++) {
      assertThat(entries.getValue("LogitAfter", row))
          .isCloseTo(channels.getValue("LogitAfter", row), within(1e-4));
      assertThat(entries.getValue("LogitAfter", row))
          .isNotEqualTo(entries.getValue("LogitBefore", row));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "units=mixed4c         | units is \"mixed4c\", expected a layer and channels",
        "units=mixed4c:99999   | but mixed4c has channels 0 to",
        "units=mixed4c_pre_relu:1 | values before a rectifier stay as they are: edit mixed4c",
        "mode=less             | mode is \"less\", expected zero, mean, clamp:VALUE",
        "mode=clamp            | mode is \"clamp\", expected zero, mean, clamp:VALUE",
        "where=roi             | has no selection: draw one",
        "show=mixed3a          | show is \"mixed3a\", which the changed units do not reach",
        "top=999               | top is 999, expected 1 to",
        "units=[]              | units is empty: name at least one"
      })
  void mistakesAreTold(final String line) throws IOException {
    final String[] parts = line.split("\\|");
    assertThat(run(SCENE + "run('Ablate Units...', '" + parts[0].strip() + "');").err())
        .contains(parts[1].strip());
  }

  private static final String REMOVE =
      "run('InceptionV1 Networks...', 'action=remove name=variant-a');";

  @Test
  void aVariantIsANetworkOfItsOwn() throws IOException {
    printed(
        "run('Edit Network...', 'name=variant-a edits=[ablate mixed4c:0-20; ablate mixed4d:3]"
            + " csv=[DIR/n.csv]');"
            + SCENE
            + "run('Classify with InceptionV1...', 'network=variant-a top=3 csv=[DIR/v.csv]');"
            + "run('Ablate Units...', 'units=mixed4c:0-20;mixed4d:3 top=3 csv=[DIR/a.csv]');");
    final ResultsTable listed = ResultsTable.open(folder.resolve("n.csv").toString());
    assertThat(listed.getStringValue("Name", 0)).isEqualTo("variant-a");
    assertThat(listed.getStringValue("State", 0)).isEqualTo("variant");
    assertThat(listed.getStringValue("Parent", 0)).isEqualTo("textures");
    assertThat(listed.getStringValue("Recipe", 0))
        .isEqualTo("ablate mixed4c:0-20; ablate mixed4d:3");
    final ResultsTable variant = ResultsTable.open(folder.resolve("v.csv").toString());
    final ResultsTable ablated = ResultsTable.open(folder.resolve("a.csv").toString());
    assertThat(variant.getStringValue("Network", 0)).isEqualTo("variant-a");
    int found = 0;
    for (int row = 0; row < variant.size(); row++) {
      for (int other = 0; other < ablated.size(); other++) {
        if (variant.getValue("Class", row) == ablated.getValue("Class", other)) {
          assertThat(variant.getValue("Logit", row))
              .isEqualTo(ablated.getValue("LogitAfter", other));
          found++;
        }
      }
    }
    assertThat(found).isEqualTo(3);
    final ImagePlus map =
        image(SCENE + "run('Activation Maps...', 'network=variant-a channels=3');");
    assertThat(((float[]) map.getProcessor().getPixels())).containsOnly(0);
    assertThat(map.getProp("InceptionLens.parent")).isEqualTo("textures");
    assertThat(map.getProp("InceptionLens.edits"))
        .isEqualTo("ablate mixed4c:0-20; ablate mixed4d:3");
    printed(REMOVE);
    assertThat(run(SCENE + "run('Activation Maps...', 'network=variant-a');").err())
        .contains("network is \"variant-a\", but there is no such file or network");
  }

  @Test
  void variantsOfVariantsGoOutAndIn() throws IOException {
    printed(
        "run('Edit Network...', 'name=variant-a edits=[ablate mixed4c:3]');"
            + "run('Edit Network...', 'network=variant-a name=variant-b edits=[ablate mixed4c:4]');"
            + "run('InceptionV1 Networks...', 'action=export name=variant-b file=[DIR/b.safetensors]"
            + " replace');"
            + "run('InceptionV1 Networks...', 'action=remove name=variant-b');"
            + "run('InceptionV1 Networks...', 'action=import name=variant-c file=[DIR/b.safetensors]"
            + " csv=[DIR/n.csv]');");
    assertThat(ResultsTable.open(folder.resolve("n.csv").toString()).getStringValue("Parent", 0))
        .isEqualTo("variant-a");
    final ImagePlus map =
        image(SCENE + "run('Activation Maps...', 'network=variant-c channels=3-5');");
    for (int slice = 1; slice <= 3; slice++) {
      final float[] pixels = (float[]) map.getStack().getPixels(slice);
      if (slice < 3) {
        assertThat(pixels).containsOnly(0);
      } else {
        assertThat(pixels).isNotEqualTo(new float[pixels.length]);
      }
    }
    assertThat(
            run("run('Edit Network...', 'network=variant-c name=variant-a edits=[ablate mixed4c:7]"
                    + " replace');")
                .err())
        .contains("the network to be edited is that one or a variant of it: choose another name");
    printed(REMOVE + "run('Edit Network...', 'name=variant-a edits=[ablate mixed4c:5]');");
    assertThat(run(SCENE + "run('Activation Maps...', 'network=variant-c');").err())
        .contains("network variant-c is a variant of variant-a with weights")
        .contains("make it anew by Edit Network...");
    printed(REMOVE + "run('InceptionV1 Networks...', 'action=remove name=variant-c');");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=textures edits=[ablate mixed4c:1] | that is none of",
        "name=[a b] edits=[ablate mixed4c:1]   | a name of letters, digits, dots",
        "edits=[ablate mixed4c:1]              | name is empty: say what the variant is to be called",
        "name=variant-x edits=[]               | edits is empty: name at least one",
        "name=variant-x edits=[ablate it]      | units is \"it\", expected a layer and channels",
        "name=variant-x edits=[double mixed4c:1] | edits has \"double mixed4c:1\", expected statements",
        "name=variant-x edits=[ablate nodict:1] | layer is \"nodict\", but textures has"
      })
  void variantsThatCannotBeAreRefused(final String line) throws IOException {
    final String[] parts = line.split("\\|");
    assertThat(run("run('Edit Network...', '" + parts[0].strip() + "');").err())
        .contains(parts[1].strip());
    printed("run('InceptionV1 Networks...', 'csv=[DIR/n.csv]');");
    assertThat(Files.readString(folder.resolve("n.csv"))).doesNotContain("variant-x");
  }
}
