package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.measure.ResultsTable;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dictionaries that macros judge. */
final class EvaluateDictionaryMacrosTest extends PluginMacros {

  private static final String EVALUATE = "run('Evaluate Dictionary...', '";
  private static final String IMAGES = "images=[DIR/scenes/scenes] ";

  @BeforeAll
  static void make() throws IOException {
    printed(
        "run('Make Sample Images...', 'kind=scenes count=6 size=120 folder=[DIR/scenes]');"
            + "run('Train Dictionary...', 'name=sparse replace layer=mixed3b size=40 k=4 steps=60 "
            + IMAGES
            + "csv=[DIR/trained.csv]');"
            + "run('Make Dictionary...', 'name=same replace layer=mixed3b method=identity');"
            + "run('Make Dictionary...', 'name=oneway replace layer=mixed3b method=random');"
            + "run('Sample Activations...', 'layer=mixed3b file=[DIR/s.safetensors] per_picture=60 "
            + IMAGES
            + "');");
  }

  private static ResultsTable table(final String name) throws IOException {
    return ResultsTable.open(folder.resolve(name + ".csv").toString());
  }

  private static List<String> column(final ResultsTable table, final String name) {
    return IntStream.range(0, table.size()).mapToObj(i -> table.getStringValue(name, i)).toList();
  }

  private static double value(
      final ResultsTable table, final String kind, final String seed, final String column) {
    final int row =
        IntStream.range(0, table.size())
            .filter(i -> table.getStringValue("Kind", i).equals(kind))
            .filter(i -> seed.isEmpty() || table.getStringValue("Seed", i).equals(seed))
            .findFirst()
            .orElseThrow();
    return table.getValue(column, row);
  }

  @Test
  void theTrainingsOwnFiguresStandBesideThoseOfWhatIsNoMerit() throws IOException {
    final String out =
        printed(EVALUATE + "names=sparse seeds=2 csv=[DIR/judged.csv] " + IMAGES + "');");
    final ResultsTable judged = table("judged");
    final ResultsTable trained = table("trained");
    assertThat(value(judged, "dictionary", "0", "Unexplained Variance"))
        .isCloseTo(trained.getValue("UnexplainedVariance", 0), within(1e-5));
    assertThat(value(judged, "dictionary", "0", "Latents per Place"))
        .isCloseTo(trained.getValue("LatentsPerPlace", 0), within(1e-3));
    assertThat(value(judged, "dictionary", "0", "Dead"))
        .isCloseTo(trained.getValue("DeadShare", 0), within(1e-9));
    assertThat(value(judged, "dictionary", "0", "Dense"))
        .isCloseTo(trained.getValue("DenseShare", 0), within(1e-9));
    assertThat(column(judged, "Kind"))
        .contains(
            "dictionary",
            "frozen decoder",
            "frozen encoder",
            "pca",
            "nmf",
            "k-means",
            "random directions",
            "channels",
            "mean");
    assertThat(column(judged, "Seed")).contains("0", "1", "mean", "deviation", "");
    assertThat(
            (value(judged, "dictionary", "0", "Unexplained Variance")
                    + value(judged, "dictionary", "1", "Unexplained Variance"))
                / 2)
        .isCloseTo(value(judged, "dictionary", "mean", "Unexplained Variance"), within(1e-9));
    assertThat(value(judged, "mean", "", "Unexplained Variance")).isBetween(0.9, 1.6);
    assertThat(value(judged, "mean", "", "Loss Recovered")).isCloseTo(0, within(1e-6));
    for (final String kind : List.of("dictionary", "pca", "channels")) {
      assertThat(value(judged, kind, "", "Top Class Agreement")).isBetween(0.0, 1.0);
      assertThat(value(judged, kind, "", "Divergence")).isNotNegative();
      assertThat(value(judged, kind, "", "Stability")).isNotEqualTo(0);
    }
    assertThat(value(judged, "dictionary", "0", "Stability")).isBetween(0.0, 1.0);
    assertThat(out).doesNotContain("is left out");
  }

  @Test
  void allChannelsChangeNothingAtAll() throws IOException {
    final String out =
        run(EVALUATE + "names=same nulls=false csv=[DIR/same.csv] " + IMAGES + "');").out();
    final ResultsTable same = table("same");
    assertThat(same.size()).isOne();
    assertThat(same.getStringValue("Dictionary", 0)).isEqualTo("same");
    assertThat(same.getValue("Unexplained Variance", 0)).isZero();
    assertThat(same.getValue("Top Class Agreement", 0)).isOne();
    assertThat(same.getValue("Divergence", 0)).isCloseTo(0, within(1e-9));
    assertThat(same.getValue("Loss Recovered", 0)).isCloseTo(1, within(1e-6));
    assertThat(out)
        .contains("Evaluate Dictionary: same does not say how it was trained")
        .contains(
            "Evaluate Dictionary: the effect of same on the network's answer is of 1 picture");
  }

  @Test
  void aSampleNeedsNoImageAndACurveIsAPlot() throws IOException {
    final String titles =
        printed(
            "close('*'); "
                + EVALUATE
                + "names=[sparse, same] nulls=false seeds=1 curve=2,4 sample=[DIR/s.safetensors]"
                + " csv=[DIR/sampled.csv]'); for (i = 1; i <= nImages; i++) { selectImage(i);"
                + " print(getTitle()); }");
    assertThat(column(table("sampled"), "Dictionary")).containsExactly("sparse", "same");
    assertThat(column(table("sampled"), "Loss Recovered")).containsOnly("");
    assertThat(titles).contains("Densities").contains("Sparsity-Fidelity");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "names=absent | absent",
        "names=[ , ] | names is empty: name at least one dictionary",
        "names=oneway | names has oneway, which has no way back to its layer",
        "names=sparse seeds=21 | seeds is 21, expected 1 to 20",
        "names=sparse curve=few | curve is \"few\", expected numbers",
        "names=sparse held_out=1 | held_out is 1.0, expected",
      })
  void whatCannotBeIsRefusedInASentence(final String keys, final String sentence)
      throws IOException {
    assertThat(run(EVALUATE + keys.strip() + " sample=[DIR/s.safetensors]');").err())
        .contains(sentence.strip());
  }
}
