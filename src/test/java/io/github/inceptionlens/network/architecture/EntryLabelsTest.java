package io.github.inceptionlens.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.target.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntryLabelsTest {

  private static final EntryLabels LABELS = new EntryLabels();

  @BeforeAll
  static void label() {
    LABELS.add(
        Map.of(
            "dict", List.of("spindle", "", "a\nb\t\u202ec \"d\" \\e ", "$1 " + "x".repeat(60)),
            "dict_pre_relu", List.of("spindle")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ';',
      value = {
        "dict:0; dict:0 \"spindle\"",
        "dict:1; dict:1",
        "dict:9; dict:9",
        "dict; dict",
        "mixed4c:0; mixed4c:0",
        "dict:0@12,30; dict:0@12,30 \"spindle\"",
        "dict:0@roi; dict:0@roi \"spindle\"",
        "dict_pre_relu:0 - 0.5*dict:0; dict_pre_relu:0 \"spindle\" - 0.5*dict:0 \"spindle\"",
        "neuron(dict:0); neuron(dict:0 \"spindle\")",
        "class:'a dict:0, it''s' + dict:0; class:'a dict:0, it''s' + dict:0 \"spindle\""
      })
  void unitsAreDescribedWhereverTheyAreNamed(final String text, final String described) {
    assertThat(LABELS.described(text)).isEqualTo(described);
    assertThat(LABELS.described(Target.parse(text))).isEqualTo(described);
  }

  @Test
  void labelsCannotSpoilTitlesAndTables() {
    assertThat(LABELS.of(new Unit("dict", 2))).contains("a b  c 'd' /e");
    assertThat(LABELS.described("dict:2")).isEqualTo("dict:2 \"a b  c 'd' /e\"");
  }

  @Test
  void longLabelsAreCutInTitlesOnly() {
    assertThat(LABELS.described("dict:3")).isEqualTo("dict:3 \"$1 " + "x".repeat(36) + "…\"");
    assertThat(LABELS.of("dict:3")).contains("$1 " + "x".repeat(60));
  }

  @Test
  void onlyWhatIsOneUnitHasALabelOfItsOwn() {
    assertThat(LABELS.of("dict:0")).contains("spindle");
    assertThat(LABELS.of("dict:0@2,3")).contains("spindle");
    assertThat(LABELS.of("dict:1")).isEmpty();
    assertThat(LABELS.of("dict:0 + dict:3")).isEmpty();
    assertThat(LABELS.of("'dict:0'")).isEmpty();
    assertThat(LABELS.of("pixels")).isEmpty();
  }
}
