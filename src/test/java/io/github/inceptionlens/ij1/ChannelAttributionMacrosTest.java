package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.measure.ResultsTable;
import io.github.inceptionlens.InceptionLens;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.weights.dictionary.DictionaryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class ChannelAttributionMacrosTest extends PluginMacros {

  private static final String SCENE = sample("scene-8bit.tif");

  private static String sample(final String name) {
    return "open('" + Path.of("sample-images", name).toAbsolutePath() + "');";
  }

  private ResultsTable table(final String image, final String options) throws IOException {
    printed(image + "run('Channel Attribution...', '" + options + " csv=[DIR/a.csv]');");
    return ResultsTable.open(folder.resolve("a.csv").toString());
  }

  private static double sum(final ResultsTable table, final String column) {
    double sum = 0;
    for (int row = 0; row < table.size(); row++) {
      sum += table.getValue(column, row);
    }
    return sum;
  }

  @Test
  void allChannelsOfTheLastModuleAddUpToTheSumThatIsTold() throws IOException {
    final ResultsTable all = table(SCENE, "layer=mixed5b count=5000");
    assertThat(sum(all, "Attribution")).isCloseTo(all.getValue("Sum", 0), within(1e-4));
    double sizes = 0;
    for (int row = 0; row < all.size(); row++) {
      sizes += Math.abs(all.getValue("Share", row));
      assertThat(all.getStringValue("Unit", row)).startsWith("mixed5b:");
      if (row > 0) {
        assertThat(Math.abs(all.getValue("Attribution", row)))
            .isLessThanOrEqualTo(Math.abs(all.getValue("Attribution", row - 1)));
      }
    }
    assertThat(sizes).isCloseTo(1, within(1e-4));
    assertThat(all.getStringValue("Target", 0)).isEqualTo("class:14 branching trees");
    assertThat(all.getValue("TargetValue", 0)).isPositive();
  }

  @Test
  void theTableHasTheStrongestOfEachSliceAndAnOverlayOfPlaces() throws IOException {
    final ResultsTable drift = table(sample("drift.tif"), "stack count=2");
    assertThat(drift.size()).isEqualTo(2 * 5);
    assertThat(drift.getValue("Slice", 9)).isEqualTo(5);
    assertThat(
            printed(
                SCENE
                    + "a = getValue('Mean'); run('Channel Attribution...', '');"
                    + "if (a == getValue('Mean')) print('unchanged');"
                    + "if (Overlay.size > 2) print('drawn');"
                    + "run('Clear Activation Overlay'); print('left', Overlay.size);"))
        .contains("unchanged")
        .contains("drawn")
        .contains("left 0\n");
  }

  @Test
  void underPointsTheRowsAreAboutTheirPlaces() throws IOException {
    final ResultsTable places =
        table(SCENE + "makeSelection('point', newArray(60,200), newArray(190,40));", "count=3");
    assertThat(places.size()).isEqualTo(6);
    assertThat(places.getValue("X", 0)).isCloseTo(80, within(4.0));
    assertThat(places.getValue("Y", 0)).isCloseTo(16, within(4.0));
    assertThat(places.getValue("X", 3)).isCloseTo(24, within(4.0));
    assertThat(places.getValue("Y", 3)).isCloseTo(76, within(4.0));
    assertThat(places.getValue("Sum", 0)).isNotEqualTo(places.getValue("Sum", 3));
    assertThat(places.getStringValue("Selection", 0)).startsWith("Point");
    assertThat(
            run("newImage('wide', '8-bit noise', 500, 100, 1); makePoint(3, 50);"
                    + "run('Channel Attribution...', '');")
                .err())
        .contains("the place (3, 50) on \"wide\" lies outside of what the network sees");
  }

  @Test
  void entriesThatAreTheChannelsContributeWhatTheChannelsDo() throws IOException {
    try (InceptionLens lens = InceptionLens.open()) {
      final int channels = lens.network().architecture().layer("mixed4d").channels();
      final float[] rows = new float[channels * channels];
      for (int i = 0; i < channels; i++) {
        rows[i * channels + i] = 1;
      }
      final Dictionary identity =
          new Dictionary(
              "attributed",
              new Dictionary.Home(
                  "mixed4d", lens.network().architecture().name(), lens.network().digest()),
              rows,
              new float[channels],
              Nonlinearity.NONE,
              Optional.of(rows),
              new float[channels],
              1,
              Dictionary.unlabeled(channels),
              Map.of());
      Files.write(folder.resolve("d.safetensors"), DictionaryFile.bytes(identity));
    }
    printed(
        "run('InceptionV1 Dictionaries...', 'action=import replace name=attributed"
            + " file=[DIR/d.safetensors]');");
    final ResultsTable channels = table(SCENE, "count=6");
    final ResultsTable entries = table(SCENE, "count=6 layer=attributed");
    printed("run('InceptionV1 Dictionaries...', 'action=remove name=attributed');");
    assertThat(entries.size()).isEqualTo(channels.size()).isEqualTo(6);
    for (int row = 0; row < 6; row++) {
      assertThat(entries.getStringValue("Unit", row))
          .isEqualTo(channels.getStringValue("Unit", row).replace("mixed4d", "attributed"));
      assertThat(entries.getValue("Attribution", row))
          .isCloseTo(channels.getValue("Attribution", row), within(1e-5));
      assertThat(entries.getValue("X", row)).isEqualTo(channels.getValue("X", row));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "target=mixed3a:1                    | which does not depend on it: choose a lower layer",
        "target=mixed4d:1                    | reads this layer itself: choose a lower layer",
        "layer=mixed9z                       | layer is \"mixed9z\"",
        "layer=softmax2                      | which has no positions",
        "target=class:400                    | has classes 0 to 27",
        "target=mixed5a:1@roi                | needs a selection on the image",
        "count=0                             | The value of count is \"0\"",
        "range=9-2                           | range is 9-2, but its first",
        "fit=none                            | fit is \"none\"",
      })
  void aBadParameterStopsTheMacroWithOneSentence(final String options, final String sentence)
      throws IOException {
    final Result result =
        run(SCENE + "run('Channel Attribution...', '" + options + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }
}
