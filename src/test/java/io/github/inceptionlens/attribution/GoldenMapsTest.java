package io.github.inceptionlens.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.Golden;
import io.github.inceptionlens.attribution.cam.GradCam;
import io.github.inceptionlens.attribution.cam.LayerGradients;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.gradient.Gradient;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The maps of the sample cat against another implementation's figures. */
final class GoldenMapsTest {

  private static final AttributionRequest EGYPTIAN_CAT = AttributionRequest.of("class:285");
  private static final String GRADIENT = "gradient_of_target_logit_wrt_rgb_0_255";
  private static final String INTEGRATED = "integrated_gradients_black_64_midpoint";

  private static Golden golden;
  private static InceptionV1 network;
  private static Picture cat;

  @BeforeAll
  static void read() {
    golden = Golden.cat();
    network = Golden.network();
    cat = Golden.picture();
  }

  @AfterAll
  static void close() {
    if (network != null) {
      network.close();
    }
  }

  private static Attribution attribution(final String method, final AttributionRequest request) {
    return AttributionMethods.named(method).attribute(network, cat, request, Progress.NONE);
  }

  @Test
  void gradient() {
    final Attribution result = attribution("Gradient", EGYPTIAN_CAT);
    Golden.check("logit", result.value(), golden.number("target_logit"), result.value());
    final MapStack map = result.map().values();
    final double[] sums = golden.numbers(GRADIENT, "per_channel_abs_sum_rgb");
    for (int channel = 0; channel < 3; channel++) {
      double sum = 0;
      for (final float value : map.plane(channel)) {
        sum += Math.abs(value);
      }
      Golden.check("sum of color " + channel, sum, sums[channel], sums[1]);
    }
    final float[] largest = ColorReduction.MAX.of(map, Sign.ABSOLUTE);
    final double[] peak = golden.numbers(GRADIENT, "max_abs_over_rgb_peak_row_col");
    assertThat(peak(largest)).isEqualTo((int) (peak[0] * 224 + peak[1]));
    final double total = golden.number(GRADIENT, "max_abs_over_rgb_sum");
    Golden.check("sum of the largest colors", sum(largest), total, total);
    checkSpots(map, largest[peak(largest)]);
  }

  private static void checkSpots(final MapStack map, final double largest) {
    for (final double[] spot : golden.rows(GRADIENT, "spots_row_col_r_g_b")) {
      for (int channel = 0; channel < 3; channel++) {
        final int index = (int) (spot[0] * 224 + spot[1]);
        final float value = map.plane(channel)[index];
        Golden.check("spot " + index, value, spot[2 + channel], largest);
      }
    }
  }

  @Test
  void gradCamOfEachLayer() {
    final List<double[]> figures = new ArrayList<>();
    for (final String layer : golden.layers()) {
      final Attribution result = attribution("Grad-CAM", EGYPTIAN_CAT.layer(layer));
      final float[] map = result.map().values().plane(0);
      final double sum = golden.number("layers", layer, "grad_cam", "sum");
      final double maximum = golden.number("layers", layer, "grad_cam", "max");
      Golden.check(layer + " sum", sum(map), sum, sum);
      Golden.check(layer + " maximum", map[peak(map)], maximum, maximum);
      final double[] peak = golden.numbers("layers", layer, "grad_cam", "peak_row_col");
      final int width = result.map().values().width();
      assertThat(peak(map)).as(layer).isEqualTo((int) (peak[0] * width + peak[1]));
      figures.add(peak);
    }
    assertThat(figures).hasSize(12);
  }

  @Test
  void atTheLastModuleTheSignedGradCamIsHiResCamAndAddsUpToTheLogit() {
    final Attribution exact = attribution("HiResCAM", EGYPTIAN_CAT);
    final AttributionMap.OfLayer map = (AttributionMap.OfLayer) exact.map();
    assertThat(map.layer().name()).isEqualTo("mixed5b");
    final Gradient gradient =
        Gradients.of(
                network,
                List.of(cat),
                GradientRequest.layers(Objective.logit(285), List.of("mixed5b")))
            .get(0);
    final float[] signed =
        GradCam.signed(new LayerGradients.Slopes(exact.value(), gradient.layers().get("mixed5b")));
    assertThat(signed).usingComparatorWithPrecision(1e-4f).containsExactly(map.map());
    final double bias = Golden.weight("softmax2_b", 285);
    assertThat(sum(map.map())).isCloseTo(exact.value() - bias, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixed3b", "mixed4c", "mixed5b"})
  void gradCamPlusPlusIsThePapersFormulaInDoublePrecision(final String layer) {
    final Gradient.AtLayer at =
        Gradients.of(
                network, List.of(cat), GradientRequest.layers(Objective.logit(285), List.of(layer)))
            .get(0)
            .layers()
            .get(layer);
    final double[] expected = new double[at.activation().channel(0).length];
    for (int channel = 0; channel < at.activation().layer().channels(); channel++) {
      final float[] activation = at.activation().channel(channel);
      final double weight = papersWeight(activation, at.gradient().channel(channel));
      for (int i = 0; i < expected.length; i++) {
        expected[i] += weight * activation[i];
      }
    }
    final AttributionRequest request = AttributionRequest.of("class:285").layer(layer);
    final float[] map = ((AttributionMap.OfLayer) attribution("Grad-CAM++", request).map()).map();
    double largest = 0;
    for (final double value : expected) {
      largest = Math.max(largest, value);
    }
    for (int i = 0; i < map.length; i++) {
      assertThat((double) map[i]).isCloseTo(Math.max(0, expected[i]), within(1e-5 * largest));
    }
    if (layer.equals("mixed4c")) {
      assertThat(largest).isGreaterThan(20); // 3.67 with a guard of 1e-6
    }
  }

  private static double papersWeight(final float[] activation, final float[] gradient) {
    final double sum = sum(activation);
    double weight = 0;
    for (final float slope : gradient) {
      final double square = Math.pow(slope, 2);
      final double divisor = 2 * square + sum * Math.pow(slope, 3);
      weight += divisor == 0 ? 0 : square / divisor * Math.max(slope, 0);
    }
    return weight;
  }

  @Test
  @Tag("slow")
  void integratedGradients() {
    final Attribution result = attribution("Integrated Gradients", EGYPTIAN_CAT.steps(64));
    final Completeness completeness = result.completeness().orElseThrow();
    final double change = golden.number(INTEGRATED, "logit_minus_baseline_logit");
    Golden.check("change", completeness.change(), change, change);
    Golden.check("sum", completeness.sum(), golden.number(INTEGRATED, "sum"), change);
    final double[] sums = golden.numbers(INTEGRATED, "per_channel_sum_rgb");
    for (int channel = 0; channel < 3; channel++) {
      final double sum = sum(result.map().values().plane(channel));
      Golden.check("sum of color " + channel, sum, sums[channel], sums[1]);
    }
  }

  private static double sum(final float[] values) {
    double sum = 0;
    for (final float value : values) {
      sum += value;
    }
    return sum;
  }

  private static int peak(final float[] values) {
    int peak = 0;
    for (int i = 1; i < values.length; i++) {
      peak = values[i] > values[peak] ? i : peak;
    }
    return peak;
  }
}
