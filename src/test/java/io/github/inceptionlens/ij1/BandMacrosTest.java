package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What results say of a picture that is too large for the memory to be seen as a whole. */
final class BandMacrosTest extends PluginMacros {

  private static final String LARGE =
      "newImage('large', '8-bit black', 400, 900, 1);"
          + "run('Macro...', 'code=v=127+100*sin(x/5)*cos(y*x/900)'); ";
  private static final String LITTLE = memory("12");
  private static final String MUCH = memory("4000");

  private static String memory(final String megabytes) {
    return "call('java.lang.System.setProperty', 'inceptionlens.memory', '" + megabytes + "'); ";
  }

  @AfterEach
  void leavesTheMemoryAsItWas() throws Exception {
    printed("call('java.lang.System.clearProperty', 'inceptionlens.memory');");
  }

  @Test
  void mapsNameTheBandsAndAreThoseOfTheWhole() throws Exception {
    final String maps = LARGE + "run('Activation Maps...', 'layer=mixed3a channels=3,5');";
    final ImagePlus whole = image(MUCH + maps);
    final ImagePlus banded = image(LITTLE + maps);
    assertThat(whole.getProp("InceptionLens.bands")).isNull();
    assertThat(banded.getProp("InceptionLens.bands")).isEqualTo("4 of 256 rows");
    final float[] expected = (float[]) whole.getStack().getPixels(1);
    final float[] values = (float[]) banded.getStack().getPixels(1);
    for (int i = 0; i < expected.length; i += 101) {
      assertThat(values[i]).isCloseTo(expected[i], within(1e-3f));
    }
  }

  @Test
  void tablesHaveAColumnOfBandsWhereTheyWereUsedAlone() throws Exception {
    final String strongest =
        LARGE + "run('Strongest Channels...', 'layer=mixed3a count=2 csv=[DIR/FILE.csv]');";
    printed(MUCH + strongest.replace("FILE", "whole"));
    printed(LITTLE + strongest.replace("FILE", "banded"));
    assertThat(Files.readString(folder.resolve("whole.csv"))).doesNotContain("Bands");
    final ResultsTable table = ResultsTable.open(folder.resolve("banded.csv").toString());
    assertThat(table.getStringValue("Bands", 1)).isEqualTo("4 of 256 rows");
  }

  @Test
  void anOverlayAndTheClassesNameTheBandsToo() throws Exception {
    final String out =
        printed(
            LITTLE
                + LARGE
                + "run('Activation Overlay...', 'unit=mixed3a:5'); Overlay.activateSelection(0);"
                + "print('overlay', getInfo('selection.name'), Roi.getProperty('InceptionLens.bands'));"
                + "run('Select None'); run('Classify with InceptionV1...', 'fit=[own size] top=1"
                + " csv=[DIR/classes.csv]');");
    assertThat(out).containsPattern("overlay .*mixed3a:5 \\d+ of \\d+ rows");
    assertThat(
            ResultsTable.open(folder.resolve("classes.csv").toString()).getStringValue("Bands", 0))
        .matches("\\d+ of \\d+ rows");
  }

  @Test
  void everyCommandThatReadsALayerTakesAScale() throws Exception {
    final String shrink = "fit=[own size] scale=0.5";
    printed(
        LARGE
            + "makeRectangle(100, 100, 200, 200);"
            + "run('Strongest Channels...', 'layer=mixed3a count=2 scale=0.5 csv=[DIR/s.csv]');"
            + "run('What Fires Here...', 'layer=mixed3a count=1 scale=0.5 csv=[DIR/w.csv]');"
            + "selectImage('large'); run('Select None');"
            + ("run('Classify with InceptionV1...', 'top=1 " + shrink + " csv=[DIR/c.csv]');")
            + ("run('Ablate Units...', 'units=mixed3a:5 top=1 " + shrink + " csv=[DIR/a.csv]');"));
    for (final String table : new String[] {"s", "w"}) {
      final ResultsTable rows = ResultsTable.open(folder.resolve(table + ".csv").toString());
      assertThat(rows.getValue("X", 0)).isBetween(100.0, 300.0);
      assertThat(rows.getValue("Y", 0)).isBetween(100.0, 300.0);
    }
    assertThat(folder.resolve("c.csv")).isNotEmptyFile();
    assertThat(folder.resolve("a.csv")).isNotEmptyFile();
    assertThat(run(LARGE + "run('Strongest Channels...', 'layer=mixed5b scale=0.03');").err())
        .contains("on which mixed5b has a single unit", "give a scale of at least");
    assertThat(
            run(LARGE + "makePoint(50, 50); run('What Fires Here...', 'layer=mixed5b scale=0.03');")
                .err())
        .contains("on which mixed5b has a single unit");
    assertThat(run(LARGE + "run('Classify with InceptionV1...', 'scale=0.5');").err())
        .contains("scale is 0.5, but with fit");
  }

  @Test
  void aGradientThatWentThroughBandsIsNamedToo() throws Exception {
    final String map =
        LARGE + "run('Saliency Map...', 'target=mixed3a:5 method=Gradient fit=[own size]');";
    assertThat(image(MUCH + map).getProp("InceptionLens.bands")).isNull();
    assertThat(image(memory("40") + map).getProp("InceptionLens.bands"))
        .matches("\\d+ of \\d+ rows");
  }

  /** Values in bands differ by rounding, which moves a place only at the border of its cell. */
  @Test
  void cellsOfAnAtlasAreThoseOfTheWhole() throws Exception {
    printed(
        MUCH
            + LARGE
            + "run('Embed Activations...', 'layer=mixed3a per_picture=400 neighbors=8 name=banded"
            + " replace');");
    final String cells =
        LARGE
            + "run('Project Onto Atlas...', 'embedding=banded cells=KIND grid=4 least=2"
            + " csv=[DIR/FILE.csv]'); selectImage('large-Cells');";
    for (final String kind : new String[] {"grid", "kmeans"}) {
      final String project = cells.replace("KIND", kind);
      final ImagePlus whole = image(MUCH + project.replace("FILE", "one"));
      final ImagePlus banded = image(LITTLE + project.replace("FILE", "bands"));
      assertThat(whole.getProp("InceptionLens.bands")).isNull();
      assertThat(banded.getProp("InceptionLens.bands")).isEqualTo("4 of 256 rows");
      final short[] expected = (short[]) whole.getProcessor().getPixels();
      final short[] numbers = (short[]) banded.getProcessor().getPixels();
      int others = 0;
      for (int i = 0; i < expected.length; i++) {
        others += expected[i] == numbers[i] ? 0 : 1;
      }
      assertThat(others).as(kind).isLessThanOrEqualTo(expected.length / 500);
      assertThat(
              ResultsTable.open(folder.resolve("bands.csv").toString()).getStringValue("Bands", 0))
          .isEqualTo("4 of 256 rows");
    }
  }
}
