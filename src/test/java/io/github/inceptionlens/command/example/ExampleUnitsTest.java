package io.github.inceptionlens.command.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExampleUnitsTest {

  private static final Architecture NETWORK = Training.CAFFE.architecture();

  private static List<String> units(final String text) {
    ExampleUnits.check(text);
    return ExampleUnits.of(NETWORK, "mixed4c", text).groups(NETWORK).stream()
        .flatMap(group -> group.ranked().units().stream())
        .toList();
  }

  @Test
  void unitsAreThoseOfTheLayerOrOfAnyLayers() {
    assertThat(units("all")).hasSize(512).startsWith("mixed4c:0");
    assertThat(units("0-2,447"))
        .containsExactly("mixed4c:0", "mixed4c:1", "mixed4c:2", "mixed4c:447");
    assertThat(units("mixed5a:3,1;conv2d0:7"))
        .containsExactly("mixed5a:1", "mixed5a:3", "conv2d0:7");
    assertThat(units("strongest:3")).hasSize(512);
  }

  @Test
  void classesAreNamedByNumberOrByLabelWithCommasInIt() {
    assertThat(units("class:340")).containsExactly("class:340");
    assertThat(units("class:'zebra','tiger'")).containsExactly("class:340", "class:292");
    assertThat(units("class:340,292;class:'tabby, tabby cat'"))
        .containsExactly("class:340", "class:292", "class:281");
    assertThat(units("class:340;class:'zebra'")).containsExactly("class:340");
  }

  @Test
  void bothStandBesideEachOther() {
    assertThat(units("class:'zebra';mixed4c:12,447"))
        .containsExactly("mixed4c:12", "mixed4c:447", "class:340");
    assertThat(units("12;class:340")).containsExactly("mixed4c:12", "class:340");
  }

  @Test
  void theLayerMattersWhereAChannelHasNoneOfItsOwn() {
    assertThat(ExampleUnits.namesLayers("0-3;class:340")).isFalse();
    assertThat(ExampleUnits.namesLayers("all")).isFalse();
    assertThat(ExampleUnits.namesLayers("strongest:4")).isFalse();
    assertThat(ExampleUnits.namesLayers("class:340")).isTrue();
    assertThat(ExampleUnits.namesLayers("mixed4c:3;class:'zebra'")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class:1000",
        "class:'no such thing'",
        "class:top",
        "mixed4c:512",
        "mixed9:1",
        "x"
      })
  void whatIsNotThereIsRefused(final String text) {
    assertThatThrownBy(() -> units(text)).isInstanceOf(UserError.class);
  }

  @Test
  void aLongTextIsRefusedToo() {
    final int many = 100_000;
    assertThatThrownBy(() -> units("y".repeat(many))).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> units("class:'" + "y".repeat(many) + "'"))
        .isInstanceOf(UserError.class);
    assertThatThrownBy(() -> units("class:'" + "''".repeat(many) + "'"))
        .isInstanceOf(UserError.class);
  }
}
