package io.github.inceptionlens.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionStringTest {

  @Property
  void whatIsFormattedIsParsedBack(@ForAll("options") final Map<String, Optional<String>> options) {
    assertThat(parse(OptionString.format(options)))
        .containsExactlyEntriesOf(new LinkedHashMap<>(options));
  }

  @Property
  void everyTextIsReadOrRefused(@ForAll("texts") final String text) {
    try {
      final Map<String, Optional<String>> options = parse(text);
      assertThat(options.keySet()).allMatch(key -> !key.isEmpty() && !key.contains(" "));
    } catch (final UserError e) {
      assertThat(e).hasMessageContaining(" ");
    }
  }

  @Test
  void readsKeysValuesAndBareKeys() {
    assertThat(parse(" Top=5  network=[/a/top=3 [x]/b] stack name='a ] b' empty=[] none= "))
        .containsExactlyEntriesOf(
            options(
                "top",
                "5",
                "network",
                "/a/top=3 [x]/b",
                "stack",
                null,
                "name",
                "a ] b",
                "empty",
                "",
                "none",
                ""));
  }

  @Test
  void takesVariablesAndKeepsLiteralsInBrackets() {
    assertThat(parse("a=&known b=[&known] c=[&unknown] d='&known'"))
        .containsExactlyEntriesOf(options("a", "7", "b", "7", "c", "&unknown", "d", "&known"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1 A=2", "a=[b", "a='b", "a=[b]c", "=b", "a=&unknown", "stack stack"})
  void refusesWhatItWouldHaveToGuess(final String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(UserError.class).hasMessageContaining(" ");
  }

  @Test
  void refusesToWriteWhatCannotBeRead() {
    assertThatThrownBy(() -> OptionString.format(options("a", "it's [open")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("its brackets do not match");
  }

  @Provide
  Arbitrary<Map<String, Optional<String>>> options() {
    final Arbitrary<String> keys =
        Arbitraries.strings().withCharRange('a', 'e').withChars('_').ofMinLength(1).ofMaxLength(4);
    final Arbitrary<String> values =
        Arbitraries.strings()
            .withChars("ab []'=&/\\\".1é")
            .ofMaxLength(12)
            .filter(OptionStringTest::canBeWritten);
    return Arbitraries.maps(keys, values.optional());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab []'=&").ofMaxLength(14);
  }

  private static boolean canBeWritten(final String value) {
    try {
      OptionString.format(Map.of("k", Optional.of(value)));
      return !value.equals("&known");
    } catch (final UserError e) {
      return false;
    }
  }

  private static Map<String, Optional<String>> parse(final String text) {
    return OptionString.parse(
        text, name -> name.equals("known") ? Optional.of("7") : Optional.empty());
  }

  private static Map<String, Optional<String>> options(final String... pairs) {
    final Map<String, Optional<String>> options = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      options.put(pairs[i], Optional.ofNullable(pairs[i + 1]));
    }
    return options;
  }
}
