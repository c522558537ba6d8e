package io.github.inceptionlens.command.atlas.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import ij.process.LUT;
import java.awt.Color;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More of the treated is red, more of the control blue, and nothing gray. */
final class DifferenceColorsTest {

  private static final DifferenceColors COLORS = new DifferenceColors(0.2);

  @Test
  void theSignIsTheColorAndTheSizeItsStrength() {
    final Color more = new Color(COLORS.of(0.2));
    final Color less = new Color(COLORS.of(-0.2));
    final Color little = new Color(COLORS.of(0.05));
    assertThat(more.getRed()).isGreaterThan(more.getBlue() + 100);
    assertThat(less.getBlue()).isGreaterThan(less.getRed() + 100);
    assertThat(little.getRed()).isGreaterThan(little.getBlue());
    assertThat(little.getGreen()).isGreaterThan(more.getGreen());
    assertThat(COLORS.of(9)).isEqualTo(COLORS.of(0.2));
  }

  @Test
  void theTableIsTheSameBesideTheFirstColorForNothing() {
    final LUT table = COLORS.table();
    assertThat(new Color(table.getRGB(0)))
        .isEqualTo(new Color(DifferenceColors.GRAY, DifferenceColors.GRAY, DifferenceColors.GRAY));
    IntStream.range(1, 256)
        .forEach(i -> assertThat(table.getRGB(i)).isEqualTo(COLORS.of(0.4 * i / 255 - 0.2)));
  }
}
