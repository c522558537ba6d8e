package io.github.inceptionlens.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TallyTest {

  private static final String KEY =
      """
      Set,Case,Source,Slice,Label,Method,Repeats,Seed
      R1,Case 001,"eye, left",1,a,Grad-CAM,,7
      R1,Case 002,eye 2,2,b,Gradient,,7
      R1,Case 003,"eye, left",1,a,Grad-CAM,Case 001,7
      R1,Case 004,eye 2,3,c,Grad-CAM,,7
      R1,Case 005,eye 2,2,b,Gradient,Case 002,7
      R1,Case 006,eye 3,1,d,Gradient,,7
      """;
  private static final String SHEET =
      """
      Set,Case,Lesion,Vessel
      R1,Case 001,yes,0
      R1,Case 002,no,1
      R1,Case 003,No,0
      R1,Case 004,Y,
      R1,Case 005,n,1.000
      R1,Case 006,TRUE,false
      """;

  private static Tally tally(final String sheet, final Tally.By by) {
    return Tally.of(sheet, "the sheet", ReadingKey.parse(KEY, "the key"), by);
  }

  @Test
  void everyGroupHasItsRateAndAPictureShownTwiceCountsOnce() {
    final List<Tally.Rate> rates = tally(SHEET, Tally.By.METHOD).rates();
    assertThat(rates)
        .containsExactly(
            new Tally.Rate("Lesion", "Grad-CAM", new Proportion(2, 2), 0),
            new Tally.Rate("Lesion", "Gradient", new Proportion(1, 2), 0),
            new Tally.Rate("Vessel", "Grad-CAM", new Proportion(0, 1), 1),
            new Tally.Rate("Vessel", "Gradient", new Proportion(1, 2), 0));
    assertThat(tally(SHEET, Tally.By.SOURCE).rates())
        .extracting(Tally.Rate::group)
        .containsExactly("eye 2", "eye 3", "eye, left", "eye 2", "eye 3", "eye, left");
    assertThat(tally(SHEET, Tally.By.of("Label")).rates().get(3).group()).isEqualTo("d");
  }

  @Test
  void repeatsTellWhetherTheReaderAgrees() {
    final List<Tally.Agreement> agreements = tally(SHEET, Tally.By.METHOD).agreements();
    assertThat(agreements.get(0).same()).isEqualTo(new Proportion(1, 2));
    assertThat(agreements.get(0).kappa()).isEqualTo(0);
    assertThat(agreements.get(1).same()).isEqualTo(new Proportion(2, 2));
    assertThat(agreements.get(1).kappa()).isEqualTo(1);
    final Tally halfRead = tally(SHEET.replace("003,No", "003,"), Tally.By.METHOD);
    assertThat(halfRead.agreements().get(0).same()).isEqualTo(new Proportion(1, 1));
    assertThat(halfRead.agreements().get(0).kappa()).isNaN();
  }

  /** Figures of Newcombe 1998, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void intervalsAreWilsons(final int hits, final int count, final double low, final double high) {
    final Proportion proportion = new Proportion(hits, count);
    assertThat(proportion.low()).isCloseTo(low, within(5e-5));
    assertThat(proportion.high()).isCloseTo(high, within(5e-5));
    final Proportion other = new Proportion(count - hits, count);
    assertThat(other.low()).isCloseTo(1 - proportion.high(), within(1e-12));
    assertThat(new Proportion(0, 0).rate()).isNaN();
    assertThat(new Proportion(0, 0).low()).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void spreadsheetsMaySeparateOtherwise(final String separator) {
    final String sheet =
        "\uFEFF" + SHEET.replace(",", separator).replace("\n", "\r\n") + "\r\n\r\n";
    assertThat(tally(sheet, Tally.By.METHOD)).isEqualTo(tally(SHEET, Tally.By.METHOD));
  }

  @Test
  void rowsMayBeSortedAndNumbered() {
    final String[] lines = SHEET.split("\n");
    final StringBuilder sorted = new StringBuilder(" ," + lines[0] + "\n");
    for (int i = lines.length - 1; i > 0; i--) {
      sorted.append(i).append(',').append(lines[i]).append('\n');
    }
    assertThat(tally(sorted.toString(), Tally.By.METHOD)).isEqualTo(tally(SHEET, Tally.By.METHOD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R1,Case 002,no,1   | R1,Case 002,maybe,1  | answers \"maybe\" to Lesion for Case 002",
        "R1,Case 002,no,1   | R2,Case 002,no,1     | the sheet holds cases of several sets",
        "R1,                | R9,                  | is of set \"R9\", but the key is of set \"R1\"",
        "R1,Case 002,no,1   | ''                   | lacks 1 case(s) of the key, the first is Case 002",
        "Case 002           | Case 009             | names Case 009, which the key does not hold",
        "Case 002           | Case 001             | has two rows of Case 001",
        "Set,Case           | Set,Nr               | has no column \"Case\"; its columns are: Set, Nr",
        "Case 002,no,1      | ,no,1                | row 3 of the sheet has no case",
        "Case 002,no,1      | Case 002,no,1,well   | row 3 of the sheet has more cells than",
        "Case 002,no        | Case 002,\"no        | has a quote that is not closed"
      })
  void aMalformedSheetIsRefusedInOneSentence(
      final String from, final String to, final String sentence) {
    check(SHEET.replace(from, to), sentence);
  }

  @Test
  void aSheetWithoutAnswersIsRefused() {
    check("", "the sheet has no rows below its headings");
    check("Set,Case\nR1,Case 001\n", "has no column besides Set and Case");
    check(
        SHEET.replaceAll("(Case 00\\d),.*", "$1,,"),
        "the sheet holds no answer yet: fill Lesion, Vessel");
    check(() -> ReadingKey.parse(SHEET, "the key"), "the key has no column \"Source\"");
    check(
        () -> ReadingKey.parse(KEY.replace(",Case 001,7", ",Case 071,7"), "the key"),
        "says that Case 003 repeats Case 071");
    check(() -> Tally.By.of("reader"), "by is \"reader\", expected one of: method, source, label");
  }

  private static void check(final String sheet, final String sentence) {
    check(() -> tally(sheet, Tally.By.METHOD), sentence);
  }

  private static void check(final Runnable work, final String sentence) {
    assertThatThrownBy(work::run).isInstanceOf(UserError.class).hasMessageContaining(sentence);
  }
}
