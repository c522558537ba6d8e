package io.github.inceptionlens.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.geometry.Layer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

  @Property
  void parsingReadsWhatPrintingWrites(
      @ForAll @IntRange(min = 0, max = 999_999_999) final int channel) {
    final Unit unit = new Unit("mixed4c", channel);

    assertThat(Unit.parse(unit.toString())).isEqualTo(unit);
  }

  @Test
  void aliasesWithSlashesAndSpacesAroundAreRead() {
    assertThat(Unit.parse(" inception_4c/output : 447 "))
        .isEqualTo(new Unit("inception_4c/output", 447));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mixed4c",
        "mixed4c:",
        ":447",
        "mixed4c:-1",
        "mixed4c:1.5",
        "a:b:1",
        "a b:1",
        "mixed4c:12345678901"
      })
  void otherFormsAreRefusedWithTheFormExpected(final String text) {
    assertThatThrownBy(() -> Unit.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessage("unit is \"" + text + "\", expected a layer and a channel such as mixed4c:447");
  }

  @Test
  void aLayerKnowsItsChannels() {
    final Layer layer = new Layer("mixed4c", 512, List.of());

    assertThat(layer.unit(511)).hasToString("mixed4c:511");
    for (final int channel : new int[] {-1, 512}) {
      assertThatThrownBy(() -> layer.unit(channel))
          .isInstanceOf(UserError.class)
          .hasMessage("channel is " + channel + ", but mixed4c has channels 0 to 511");
    }
  }

  @Test
  void aNegativeChannelIsRefused() {
    assertThatThrownBy(() -> new Unit("mixed4c", -1))
        .isInstanceOf(UserError.class)
        .hasMessage("channel is -1, but channels count from 0");
  }
}
