package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
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
}
