package io.github.inceptionlens.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as text: what is written is read again, and nothing is a formula. */
final class CsvTest {

  @Property
  void whatIsWrittenIsReadAgain(@ForAll("rows") final List<String> cells) {
    assertThat(Csv.rows("Heading\n" + Csv.line(cells), "the table").get(1)).isEqualTo(cells);
  }

  @Property
  void noCellBeginsAFormulaUnlessItIsANumber(@ForAll("cell") final String cell) {
    final String written = Csv.line(List.of(cell)).replaceFirst("^\"", "");
    assertThat(written.matches("(?s)[=@\t\r].*|[+-](?![0-9.]|Infinity).*")).isFalse();
  }

  @Provide
  Arbitrary<List<String>> rows() {
    return cell()
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .filter(row -> row.stream().anyMatch(c -> !c.isEmpty()));
  }

  @Provide
  Arbitrary<String> cell() {
    return Arbitraries.strings()
        .withChars("=+-@'\",;1.e\n \tab")
        .ofMaxLength(8)
        .filter(text -> text.equals(text.strip()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=1+1      | '=1+1",
        "@SUM(A1)  | '@SUM(A1)",
        "+cmd      | '+cmd",
        "-cmd      | '-cmd",
        "-0.5      | -0.5",
        "+1e-3     | +1e-3",
        "-1+2      | '-1+2",
        "'=1       | ''=1",
        "'tis      | 'tis"
      })
  void formulasAreNeutralizedAndNumbersAreNot(final String cell, final String written) {
    assertThat(Csv.line(List.of(cell))).isEqualTo(written);
    assertThat(Csv.rows("A\n" + written, "the table").get(1)).containsExactly(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t=1", "\r=1"})
  void aCellThatBeginsWithATabOrAReturnIsNeutralized(final String cell) {
    assertThat(Csv.line(List.of(cell))).isEqualTo("\"'" + cell + "\"");
    assertThat(Csv.rows("A\n" + Csv.line(List.of(cell)), "the table").get(1)).containsExactly(cell);
  }

  @Test
  void numbersHaveAllDigitsAndWholeOnesNoPoint() {
    assertThat(Csv.number(1 / 3.0)).isEqualTo("0.3333333333333333");
    assertThat(Csv.number(285)).isEqualTo("285");
    assertThat(Csv.number(-0.25)).isEqualTo("-0.25");
    assertThat(Csv.number(Double.NaN)).isEqualTo("NaN");
  }
}
