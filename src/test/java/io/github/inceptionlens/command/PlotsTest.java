package io.github.inceptionlens.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.process.ImageProcessor;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.evaluation.Chart;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlotsTest {

  private static final int FIRST = 0x0072b2;
  private static final int SECOND = 0x999999;

  private static long count(final ImageProcessor picture, final int color) {
    long count = 0;
    for (int i = 0; i < picture.getPixelCount(); i++) {
      count += (picture.get(i) & 0xffffff) == color ? 1 : 0;
    }
    return count;
  }

  @Test
  void ofTwoCurvesThatLieOnEachOtherBothAreSeen() {
    final double[] places = {0, 1, 2};
    final double[] values = {1, 0.6, 0.2};
    final Chart chart =
        new Chart(
            "Randomisation",
            "layer",
            "correlation",
            List.of("trained", "softmax2", "mixed5b"),
            List.of(
                new Chart.Series("absolute", places, values),
                new Chart.Series("signed", places, values)));
    final ImageProcessor picture =
        Plots.of(chart, "cell", Provenance.EMPTY).getImagePlus().getProcessor().convertToRGB();
    final int curve = picture.getWidth() / 2;
    assertThat(count(picture, FIRST)).isGreaterThan(curve);
    assertThat(count(picture, SECOND)).isGreaterThan(curve);
  }
}
