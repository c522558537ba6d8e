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
}
