package io.github.inceptionlens.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChannelSelectionTest {

  private static final Layer LAYER = new Layer("mixed4c", 6, List.of());
  private static final double[] STRENGTH = {0.5, 3, -1, 3, 2, 0};

  private static List<Integer> channels(final String text) {
    return ChannelSelection.parse(text).of(LAYER, () -> STRENGTH);
  }

  @Test
  void listsKeepTheirOrderAndNameEachChannelOnce() {
    assertThat(channels("4, 0-2,1")).containsExactly(4, 0, 1, 2);
    assertThat(channels("5")).containsExactly(5);
  }

  @Test
  void allMeansAll() {
    assertThat(channels("all")).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void strongestComeFirstAndEqualOnesByIndex() {
    assertThat(channels("strongest:3")).containsExactly(1, 3, 4);
    assertThat(channels("strongest:99")).containsExactly(1, 3, 4, 0, 5, 2);
  }

  @Test
  void onlyARankingAsksForStrengths() {
    assertThat(
            ChannelSelection.parse("1")
                .of(
                    LAYER,
                    () -> {
                      throw new AssertionError("not needed");
                    }))
        .containsExactly(1);
  }

  @Test
  void aChannelThatTheLayerLacksIsRefused() {
    assertThatThrownBy(() -> channels("3-6"))
        .isInstanceOf(UserError.class)
        .hasMessage("channel is 6, but mixed4c has channels 0 to 5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "some",
        "1-",
        "-1",
        "5-3",
        "1,,2",
        "strongest",
        "strongest:0",
        "1;2",
        "9999999"
      })
  void otherTextsAreRefused(final String text) {
    assertThatThrownBy(() -> ChannelSelection.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("channels is \"" + text + "\"");
  }
}
