package io.github.inceptionlens.command.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DictionarySizeTest {

  @Test
  void aNumberIsTakenAsItIs() {
    final DictionarySize size = DictionarySize.of(" 300 ");
    assertThat(size.entries(512, 2, 16)).isEqualTo(300);
    assertThat(size.note(512, 2, 16)).isEmpty();
  }

  @Test
  void aFactorFollowsTheChannelsUnlessTheVectorsVaryInFewDirections() {
    final DictionarySize size = DictionarySize.of("4x");
    assertThat(size.entries(512, 70, 16)).isEqualTo(2048);
    assertThat(size.note(512, 70, 16)).isEmpty();
    assertThat(size.entries(512, 10, 16)).isEqualTo(320);
    assertThat(size.note(512, 10, 16).orElseThrow())
        .contains("size is 4x")
        .contains("about 10 directions")
        .contains("320 entries");
    assertThat(size.entries(512, 0.01, 16)).isEqualTo(16);
    assertThat(DictionarySize.of("0.5X").entries(512, 512, 16)).isEqualTo(256);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "0", "0x", "-4", "1.5", "4xx", "auto", "1e9", "NaN"})
  void whatIsNoSizeIsRefused(final String text) {
    assertThatThrownBy(() -> DictionarySize.of(text))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("size is \"" + text + "\"");
  }
}
