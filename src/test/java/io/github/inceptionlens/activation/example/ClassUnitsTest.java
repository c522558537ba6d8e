package io.github.inceptionlens.activation.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.activation.example.ClassUnitsTable.Row;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Units of the bundled network against the classes of its pictures, which are known. */
final class ClassUnitsTest {

  private static final int FEWEST = 15;

  @Test
  @Tag("slow")
  void manyClassesHaveAUnitWhoseTopExamplesShowThemAlone() {
    try (InceptionV1 network = ClassUnitsTable.network(SmallNetworks.engine())) {
      final List<Row> rows = ClassUnitsTable.rows(network);
      assertThat(rows).hasSize(28);
      assertThat(rows.stream().filter(Row::isPure).count())
          .as(rows.toString())
          .isGreaterThanOrEqualTo(FEWEST);
    }
  }
}
