package io.github.inceptionlens.command.atlas.mosaic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which grid is shown at which magnification. */
final class AtlasPyramidTest {

  @ParameterizedTest
  @CsvSource({"0.05, 1", "0.25, 1", "0.29, 1", "0.3, 2", "0.5, 2", "0.6, 3", "1, 3", "32, 3"})
  void theFinestWhoseIconsAreLargeEnoughIsShown(final double magnification, final int slice) {
    assertThat(new AtlasPyramid(List.of(10, 20, 40), 3200).slice(magnification)).isEqualTo(slice);
  }

  @ParameterizedTest
  @CsvSource({"0.01", "1", "10"})
  void oneGridIsShownAlways(final double magnification) {
    assertThat(new AtlasPyramid(List.of(20), 1600).slice(magnification)).isEqualTo(1);
  }
}
