package io.github.inceptionlens.command.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels as people write them. */
final class WrittenLabelsTest {

  private static Map<Integer, String> read(final String text) {
    return WrittenLabels.of("mydict", text);
  }

  @Test
  void anEntryAndEqualsPartTwoLabels() {
    assertThat(read("3=curve, 7=red dots; 12="))
        .isEqualTo(Map.of(3, "curve", 7, "red dots", 12, ""));
    assertThat(read(" mydict:3 = curve;mydict : 007=x ; ")).isEqualTo(Map.of(3, "curve", 7, "x"));
    assertThat(read("0=a=b")).isEqualTo(Map.of(0, "a=b"));
  }

  @Test
  void commasSemicolonsAndQuotesAreOfTheLabelElsewhere() {
    assertThat(read("3=dots, \"red\"; dim, 2 of 5;7='x', mixed4c:3 or so; 8=a"))
        .isEqualTo(Map.of(3, "dots, \"red\"; dim, 2 of 5", 7, "'x', mixed4c:3 or so", 8, "a"));
  }

  @Test
  void aLabelIsOneLine() {
    assertThat(read("3=a\n\tb\u202ec")).isEqualTo(Map.of(3, "a  b c"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "curve | text is \"curve\", expected entries and their labels such as 3=curve; 7=red dots",
        "a 3=curve | text is \"a 3=curve\", expected entries",
        "3 | text is \"3\", expected entries",
        "3=a; 3=b | text names entry 3 twice",
        "other:3=a | text names other:3, but name is mydict",
        "3=a, other:4=b | text names other:4, but name is mydict",
        "1234567890=a | expected entries",
      })
  void whatIsNoListOfLabelsIsRefused(final String text, final String sentence) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Entry", "unit"})
  void aTableIsReadAsItIsWritten(final String heading) {
    final List<List<String>> rows =
        List.of(
            List.of("Norm", heading, "Label"),
            List.of("1", "mydict:3", "dots, \"red\"; dim"),
            List.of("1", "4", ""),
            List.of("1", "mydict:12", "=1+1"));
    final String table = rows.stream().map(Csv::line).collect(Collectors.joining("\n"));
    assertThat(WrittenLabels.ofTable("mydict", table))
        .isEqualTo(Map.of(3, "dots, \"red\"; dim", 4, "", 12, "=1+1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Entry,Name\\n3,a | file has the columns Entry, Name, expected Entry",
        "Entry,Label\\nx,a | file has the entry \"x\", expected a number",
        "Entry,Label\\n3,a\\n3,b | file names entry 3 twice",
        "Entry,Label\\nother:3,a | file names other:3, but name is mydict",
        "Entry,Label\\n3,\"a | a quote that is not closed",
      })
  void anotherTableIsRefused(final String text, final String sentence) {
    assertThatThrownBy(() -> WrittenLabels.ofTable("mydict", text.replace("\\n", "\n")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void oneOfTextAndFileIsGiven() {
    assertThatThrownBy(() -> WrittenLabels.of("mydict", "3=a", "/x.csv"))
        .hasMessageContaining("text and file both give labels");
    assertThatThrownBy(() -> WrittenLabels.of("mydict", "", "/absent.csv"))
        .hasMessageContaining("file is \"/absent.csv\", but there is no such file");
    assertThatThrownBy(() -> WrittenLabels.of("mydict", "", ""))
        .hasMessageContaining("text is \"\", expected entries");
  }
}
