package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.tuning.AngularGaps;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The coverage of angles and hues by macros as users write them. */
final class FeatureCoverageMacrosTest extends PluginMacros {

  private static final String COVER = "run('Feature Coverage...', '";
  private static final String QUICK =
      " angles=0-330-30 size=64 deviations=1 variance=0.9 curvatures=0.05 images=[DIR/mine]";

  @BeforeAll
  static void bringIn() throws IOException {
    IdentityDictionaries.write(folder);
    printed(
        IdentityDictionaries.bringIn()
            + "run('Make Sample Images...', 'count=4 size=96 folder=[DIR/mine]');");
  }

  @AfterAll
  static void takeAway() throws IOException {
    printed(IdentityDictionaries.takeAway());
  }

  private static ResultsTable table(final String csv) throws IOException {
    return ResultsTable.open(folder.resolve(csv).toString());
  }

  @Test
  void gapsAreThoseBetweenTheDetectorsThatAreListed() throws IOException {
    final ImagePlus radial =
        image(COVER + "layer=conv2d2 randoms=2 seed=4 csv=[DIR/all.csv]" + QUICK + "');");
    assertThat(radial.getBitDepth()).isEqualTo(24);
    final ResultsTable gaps = table("all.csv");
    final ResultsTable detectors = table("all-detectors.csv");
    assertThat(gaps.getColumnAsStrings("Stimulus"))
        .containsExactly(
            "curves", "curves", "curves", "edges", "edges", "edges", "colors", "colors", "colors");
    assertThat(gaps.getColumnAsStrings("Source")).startsWith("channels", "random", "random");
    assertThat(gaps.getColumnAsStrings("Layer")).containsOnly("conv2d2");
    for (int row = 0; row < gaps.size(); row += 3) {
      final String stimulus = gaps.getStringValue("Stimulus", row);
      final double[] angles =
          IntStream.range(0, detectors.size())
              .filter(i -> detectors.getStringValue("Stimulus", i).equals(stimulus))
              .mapToDouble(i -> detectors.getValue("Angle", i))
              .toArray();
      final AngularGaps expected = AngularGaps.of(angles, gaps.getValue("Period", row));
      assertThat(gaps.getValue("Detectors", row)).isEqualTo(angles.length).isPositive();
      assertThat(gaps.getValue("Largest Gap", row)).isCloseTo(expected.largest(), within(1e-3));
      assertThat(gaps.getValue("From", row)).isCloseTo(expected.from(), within(1e-3));
      assertThat(gaps.getValue("Expected Gap", row)).isCloseTo(expected.expected(), within(1e-3));
    }
  }

  /** A detector's figures are those of its curve over the same stimuli. */
  @Test
  void detectorsAreTunedAsTheTuningCurveSays() throws IOException {
    printed(
        COVER
            + "layer=conv2d2 stimuli=curves randoms=0 csv=[DIR/c.csv]"
            + QUICK
            + "'); run('Make Stimuli...', 'kind=curves angles=0-330-30 size=64 curvatures=0.05');"
            + " run('Tuning Curve...', 'layer=conv2d2 units=all images=[DIR/mine]"
            + " csv=[DIR/t.csv]'); close('*');");
    final ResultsTable detectors = table("c-detectors.csv");
    final ResultsTable tuning = table("t.csv");
    final Map<String, Integer> rows = new HashMap<>();
    IntStream.range(0, tuning.size())
        .forEach(row -> rows.put(tuning.getStringValue("Unit", row), row));
    assertThat(detectors.size()).isPositive();
    for (int i = 0; i < detectors.size(); i++) {
      final int row = rows.get(detectors.getStringValue("Unit", i));
      final double off = detectors.getValue("Angle", i) - tuning.getValue("Preferred", row);
      assertThat(Math.abs(Math.IEEEremainder(off, 360))).isLessThan(3);
      assertThat(detectors.getValue("Height", i))
          .isCloseTo(tuning.getValue("Peak Response", row), within(0.05));
    }
  }

  @Test
  void anEntryOfAnIdentityDictionaryCoversWhatTheChannelDoes() throws IOException {
    final String keys = " stimuli=edges randoms=1" + QUICK;
    printed(
        COVER
            + "layer=conv2d0 dictionary=id_early csv=[DIR/both.csv]"
            + keys
            + "');"
            + COVER
            + "layer=id_early csv=[DIR/alone.csv]"
            + keys
            + "'); close('*');");
    final ResultsTable both = table("both.csv");
    final ResultsTable alone = table("alone.csv");
    assertThat(both.getColumnAsStrings("Source")).containsExactly("channels", "entries", "random");
    assertThat(both.getColumnAsStrings("Layer"))
        .containsExactly("conv2d0", "id_early", "conv2d0_pre_relu");
    assertThat(alone.getColumnAsStrings("Source")).containsExactly("entries", "random");
    for (final String column :
        List.of("Units", "Detectors", "Shuffled Detectors", "Largest Gap", "From", "To")) {
      assertThat(both.getValue(column, 1)).as(column).isEqualTo(both.getValue(column, 0));
      assertThat(alone.getValue(column, 0)).as(column).isEqualTo(both.getValue(column, 0));
      assertThat(alone.getValue(column, 1)).as(column).isEqualTo(both.getValue(column, 2));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stimuli=stars | stimuli is \"stars\", but one of all, curves, edges, colors",
        "angles=30 | angles is \"30\", expected at least two",
        "layer=nothing | layer is \"nothing\", but textures has conv2d0",
        "dictionary=nothing | dictionary is \"nothing\", but textures has",
        "deviations=0 | deviations is 0.0, expected a number above 0",
        "variance=2 | variance is 2.0, expected a number above 0, up to 1",
        "neighbor=2 | neighbor is 2.0, expected a number from 0 to 1",
        "randoms=-1 | randoms is \"-1\"",
      })
  void whatIsWrongIsSaidInASentence(final String keys, final String sentence) throws IOException {
    assertThat(run(COVER + keys + "');").err()).contains(sentence);
  }
}
