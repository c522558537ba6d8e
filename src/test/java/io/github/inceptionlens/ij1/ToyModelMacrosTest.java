package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Toy models that macros train. */
final class ToyModelMacrosTest extends PluginMacros {

  private static final String RUN = "run('Toy Model...', '";
  private static final String QUICK = "steps=2000 batch=256 learning_rate=0.005 ";

  private static ResultsTable table(final String name) throws IOException {
    return ResultsTable.open(folder.resolve(name).toString());
  }

  private static double[] dimensionalities(final ResultsTable table, final int first) {
    return Arrays.copyOfRange(table.getColumn("Dimensionality"), first, first + 5);
  }

  @Test
  void theSweepGoesFromTheMostImportantToAPentagon() throws IOException {
    final ImagePlus weights =
        image(RUN + QUICK + "sparsity=0,0.95 csv=[DIR/toy.csv]'); selectImage('Toy weights');");
    final ResultsTable table = table("toy.csv");
    assertThat(table.size()).isEqualTo(10);
    assertThat(dimensionalities(table, 0))
        .containsExactly(new double[] {1, 1, 0, 0, 0}, within(0.05));
    assertThat(table.getStringValue("State", 1)).isEqualTo("own dimension");
    assertThat(table.getStringValue("State", 4)).isEqualTo("not represented");
    assertThat(dimensionalities(table, 5))
        .containsExactly(new double[] {0.4, 0.4, 0.4, 0.4, 0.4}, within(0.04));
    assertThat(table.getStringValue("State", 5)).isEqualTo("superposition");
    assertThat(table.getValue("Importance", 9)).isCloseTo(Math.pow(0.9, 4), within(1e-12));
    assertThat(weights.getWidth()).isEqualTo(7);
    assertThat(weights.getHeight()).isEqualTo(5);
    assertThat(weights.getStackSize()).isEqualTo(2);
    assertThat(weights.getStack().getSliceLabel(2)).isEqualTo("sparsity 0.95");
    final double norm = table.getValue("Norm", 7);
    assertThat(weights.getStack().getVoxel(2, 2, 1)).isCloseTo(norm * norm, within(1e-4));
    assertThat(weights.getStack().getVoxel(6, 2, 1))
        .isCloseTo(table.getValue("Bias", 7), within(1e-6));
    assertThat(weights.getDisplayRangeMin()).isEqualTo(-weights.getDisplayRangeMax());
  }

  @Test
  void figuresAndPlotsAreNamedAndTheSameSeedMakesTheSame() throws IOException {
    final String titles =
        printed(
            "close('*'); "
                + RUN
                + "features=8 hidden=3 steps=50 batch=16 csv=[DIR/one.csv]');"
                + " for (i = 1; i <= nImages; i++) { selectImage(i); print(getTitle()); }"
                + RUN
                + "features=8 hidden=3 steps=50 batch=16 csv=[DIR/other.csv]');");
    assertThat(titles)
        .contains("Toy weights", "Toy models", "Toy dimensionality", "Toy dimensions per feature")
        .doesNotContain("Toy phases");
    final ResultsTable one = table("one.csv");
    assertThat(one.size()).isEqualTo(80);
    assertThat(one.getValue("Sparsity", 79)).isCloseTo(0.95, within(1e-9));
    assertThat(one.getColumn("Norm")).isEqualTo(table("other.csv").getColumn("Norm"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sparsity=1 | sparsity is 1.0, expected 0 to less than 1",
        "sparsity=0-0.9-0.001 | sparsity has 901 numbers, expected 1 to 100: give fewer",
        "sparsity=some | sparsity is \"some\", expected numbers",
        "features=0 | The value of features is",
        "hidden=401 | The value of hidden is",
        "importance=0 | importance is 0.0, expected above 0 to 1",
        "tries=0 | a whole number from 1 to 100 is expected",
        "learning_rate=2 | learning_rate is 2.0, expected above 0 to 1",
        "features=400 batch=100000 | choose a smaller batch",
      })
  void whatCannotBeIsRefusedInASentence(final String keys, final String sentence)
      throws IOException {
    assertThat(run(RUN + keys.strip() + "');").err()).contains(sentence.strip());
  }
}
