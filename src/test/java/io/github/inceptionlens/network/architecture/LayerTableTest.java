package io.github.inceptionlens.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerTableTest {

  private static final List<LayerTable.Row> ROWS =
      LayerTable.of(Training.TENSORFLOW.architecture(), 224, 224);

  @Test
  void firstRowsAreTheLiteratures() {
    final LayerTable.Row first = ROWS.get(0);
    assertThat(first.layer()).isEqualTo("conv2d0");
    assertThat(first.operation()).isEqualTo("convolution");
    assertThat(first.window().orElseThrow().kernel()).isEqualTo(7);
    assertThat(first.window().orElseThrow().stride()).isEqualTo(2);
    assertThat(first.width()).isEqualTo(112);
    assertThat(first.cost().parameters()).isEqualTo(7 * 7 * 3 * 64 + 64);
    assertThat(ROWS.get(1).operation()).isEqualTo("max pool");
    assertThat(ROWS.get(2).operation()).isEqualTo("normalisation");
  }

  @Test
  void modulesHaveThePublishedSizesAndFields() {
    assertThat(row("mixed4c"))
        .extracting(
            LayerTable.Row::operation,
            LayerTable.Row::channels,
            LayerTable.Row::height,
            LayerTable.Row::receptiveField)
        .containsExactly("module", 512, 14, 299);
    assertThat(row("mixed5b").receptiveField()).isEqualTo(715);
    assertThat(row("softmax2_pre_activation"))
        .extracting(
            LayerTable.Row::operation,
            LayerTable.Row::channels,
            LayerTable.Row::width,
            LayerTable.Row::receptiveField)
        .containsExactly("classifier", 1008, 1, 224);
  }

  @Test
  void rowsWithoutModulesAddUpToTheNetwork() {
    final long sum =
        ROWS.stream()
            .filter(row -> !row.operation().equals("module"))
            .mapToLong(row -> row.cost().parameters())
            .sum();
    assertThat(sum).isEqualTo(7_066_380);
    assertThat(ROWS).noneMatch(row -> row.layer().endsWith("_pre_relu"));
  }

  @Test
  void aPictureThatIsTooSmallIsRefused() {
    assertThatThrownBy(() -> LayerTable.of(Training.CAFFE.architecture(), 20, 20))
        .isInstanceOf(UserError.class);
  }

  private static LayerTable.Row row(final String layer) {
    return ROWS.stream().filter(row -> row.layer().equals(layer)).findFirst().orElseThrow();
  }
}
