package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.measure.ResultsTable;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units are matched by macros as users write them. */
final class MatchUnitsMacrosTest extends PluginMacros {

  private static final String SCENES =
      "run('Make Sample Images...', 'kind=scenes count=6 size=96');";
  private static final List<String> COLUMNS = List.of("Unit", "Match", "Correlation", "Shuffled");

  private static ResultsTable table(final String csv) throws IOException {
    return ResultsTable.open(folder.resolve(csv).toString());
  }

  private static void isItself(final ResultsTable matched) {
    for (int i = 0; i < COLUMNS.size(); i++) {
      assertThat(matched.getColumnIndex(COLUMNS.get(i))).isEqualTo(i);
    }
    assertThat(matched.size()).isPositive();
    for (int row = 0; row < matched.size(); row++) {
      assertThat(matched.getStringValue("Match", row))
          .isEqualTo(matched.getStringValue("Unit", row));
      assertThat(matched.getValue("Correlation", row)).isCloseTo(1, within(1e-6));
      assertThat(matched.getValue("Shuffled", row)).isNotNaN().isLessThan(0.999);
    }
  }

  /** In one scan where the other network is not named, in two where it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "layer=mixed4a",
        "network=textures layer=mixed4a other_layer=mixed4a",
        "layer=mixed4a other=textures"
      })
  void aLayerIsMatchedWithItself(final String keys) throws IOException {
    final String out =
        printed(
            SCENES
                + "selectImage(1); run('Match Units...', '"
                + keys
                + " csv=[DIR/self.csv]'); run('Close All');");
    final ResultsTable matched = table("self.csv");
    isItself(matched);
    final Set<String> units = new TreeSet<>();
    IntStream.range(0, matched.size())
        .forEach(row -> units.add(matched.getStringValue("Unit", row)));
    assertThat(units).hasSize(matched.size());
    if (matched.size() < 112) {
      assertThat(out)
          .contains("Match Units: not measured, for they have the same value everywhere");
    }
    assertThat(matched.getValue("Places", 0)).isEqualTo(6 * 36);
    assertThat(matched.getStringValue("Other", 0)).isEqualTo("textures");
    assertThat(matched.getStringValue("Network", 0)).isEqualTo("textures");
  }

  /** Its entries are the channels; it may belong to either layer, in one scan or in two. */
  @Test
  void aDictionaryOfUnitVectorsIsMatchedWithItsLayer() throws IOException {
    final String match = "selectImage(1); run('Match Units...', '";
    printed(
        SCENES
            + "run('Make Dictionary...', 'method=identity layer=mixed4a name=idm replace');"
            + match
            + "layer=idm other_layer=mixed4a csv=[DIR/d1.csv]');"
            + match
            + "layer=mixed4a other_layer=idm csv=[DIR/d2.csv]');"
            + match
            + "layer=mixed4a other=textures other_layer=idm csv=[DIR/d3.csv]');"
            + "run('InceptionV1 Dictionaries...', 'action=remove name=idm'); run('Close All');");
    final ResultsTable one = table("d1.csv");
    for (final String csv : new String[] {"d1.csv", "d2.csv", "d3.csv"}) {
      final ResultsTable matched = table(csv);
      assertThat(matched.size()).isEqualTo(one.size()).isPositive();
      for (int row = 0; row < matched.size(); row++) {
        final String unit = matched.getStringValue("Unit", row);
        final String partner = matched.getStringValue("Match", row);
        assertThat(partner.replaceFirst(".*:", "")).isEqualTo(unit.replaceFirst(".*:", ""));
        assertThat(partner.startsWith("idm:")).isNotEqualTo(unit.startsWith("idm:"));
        assertThat(matched.getValue("Correlation", row)).isCloseTo(1, within(1e-6));
      }
    }
  }

  @Test
  void layersOfOtherStrideAreMatchedWithEachOther() throws IOException {
    printed(
        SCENES
            + "selectImage(1); run('Match Units...', 'layer=mixed3b other_layer=mixed4a"
            + " csv=[DIR/up.csv]'); run('Match Units...', 'layer=mixed4a other_layer=mixed3b"
            + " csv=[DIR/down.csv]'); run('Close All');");
    for (final String csv : new String[] {"up.csv", "down.csv"}) {
      final ResultsTable matched = table(csv);
      assertThat(matched.getValue("Places", 0)).isEqualTo(6 * 36);
      assertThat(matched.getValue("Correlation", 0)).isGreaterThan(0.5);
    }
    assertThat(table("up.csv").getStringValue("Match", 0)).startsWith("mixed4a:");
    assertThat(table("down.csv").getStringValue("Match", 0)).startsWith("mixed3b:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "other_layer=mixed9 | other_layer is \"mixed9\", but textures has",
        "other=[no such net] | other is \"no such net\", but there is no such",
        "other=textures other_layer=nodict | other_layer is \"nodict\", but textures has",
        "layer=mixed9 | layer is \"mixed9\", but textures has",
        "images=[DIR/nowhere] | images is \"",
      })
  void aBadParameterStopsTheMacroWithOneSentence(final String options, final String sentence)
      throws IOException {
    final Result result =
        run(
            "newImage('a', '8-bit ramp', 64, 64, 1); run('Match Units...', '"
                + options
                + "'); print('went on');");
    assertThat(result.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(result.out()).doesNotContain("went on");
  }
}
