package io.github.inceptionlens.superposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures of arrangements that the paper names. */
final class FeatureGeometryTest {

  private static final double EXACT = 1e-6;

  private static float[] polygon(final int corners) {
    final float[] rows = new float[2 * corners];
    for (int i = 0; i < corners; i++) {
      rows[2 * i] = (float) Math.cos(2 * Math.PI * i / corners);
      rows[2 * i + 1] = (float) Math.sin(2 * Math.PI * i / corners);
    }
    return rows;
  }

  /** Corners (±a, ±a, h) and the same turned by 45 degrees at −h, as far apart as they can be. */
  private static float[] squareAntiprism() {
    final double cosine = Math.sqrt(1.0 / 3);
    final double across = Math.sqrt(1 - cosine * cosine);
    final float[] rows = new float[24];
    for (int i = 0; i < 8; i++) {
      final double angle = Math.PI / 4 * i;
      rows[3 * i] = (float) (across * Math.cos(angle));
      rows[3 * i + 1] = (float) (across * Math.sin(angle));
      rows[3 * i + 2] = (float) (i % 2 == 0 ? cosine : -cosine);
    }
    return rows;
  }

  static Stream<Arguments> arrangements() {
    return Stream.of(
        Arguments.of("orthogonal", new float[] {1, 0, 0, 0, 2, 0, 0, 0, 3}, 3, 1.0),
        Arguments.of("antipodal", new float[] {0.6f, 0.8f, -0.6f, -0.8f}, 2, 1.0 / 2),
        Arguments.of("triangle", polygon(3), 2, 2.0 / 3),
        Arguments.of("pentagon", polygon(5), 2, 2.0 / 5),
        Arguments.of(
            "tetrahedron", new float[] {1, 1, 1, 1, -1, -1, -1, 1, -1, -1, -1, 1}, 3, 3.0 / 4),
        Arguments.of("square antiprism", squareAntiprism(), 3, 3.0 / 8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("arrangements")
  void arrangementsHaveTheirDimensionality(
      final String name, final float[] rows, final int dimensions, final double expected) {
    final int count = rows.length / dimensions;
    assertThat(FeatureGeometry.of(rows, count, dimensions).dimensionalities())
        .containsExactly(
            DoubleStream.generate(() -> expected).limit(count).toArray(), within(EXACT));
  }

  @Test
  void interferenceAndTheNearestAreThoseOfTheOthersAlone() {
    final FeatureGeometry pentagon = FeatureGeometry.of(polygon(5), 5, 2);
    assertThat(pentagon.interference()[0]).isCloseTo(1.5, within(EXACT));
    assertThat(pentagon.nearest()[0]).isIn(1, 4);
    assertThat(pentagon.cosines()[0]).isCloseTo(Math.cos(Math.toRadians(72)), within(EXACT));
    assertThat(pentagon.dimensionsPerFeature()).isCloseTo(2.0 / 5, within(EXACT));
  }

  @Test
  void whatHasNoDirectionHasNoDimension() {
    final FeatureGeometry geometry = FeatureGeometry.of(new float[] {1, 0, 0, 0, 0, 2}, 3, 2);
    assertThat(geometry.dimensionalities()).containsExactly(1, 0, 1);
    assertThat(geometry.nearest()).containsExactly(2, -1, 0);
    assertThat(geometry.cosines()[1]).isNaN();
    assertThat(FeatureGeometry.of(new float[] {3, 4}, 1, 2).nearest()).containsExactly(-1);
  }

  @Test
  void manyDirectionsShareTheirDimensionsWhateverTheirLengths() {
    final int count = 700;
    final int dimensions = 20;
    final float[] rows = new float[count * dimensions];
    final Random dice = new Random(1);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) dice.nextGaussian();
    }
    final double[] each = FeatureGeometry.of(rows, count, dimensions).dimensionalities();
    assertThat(Arrays.stream(each).sum()).isBetween(0.8 * dimensions, dimensions + EXACT);
    assertThat(each[count - 1]).isCloseTo(direct(rows, count, dimensions), within(EXACT));
  }

  /** That of the last one, by its definition. */
  private static double direct(final float[] rows, final int count, final int dimensions) {
    final int last = (count - 1) * dimensions;
    final double[] inner = new double[count];
    for (int i = 0; i < rows.length; i++) {
      inner[i / dimensions] += (double) rows[i] * rows[last + i % dimensions];
    }
    final double square = inner[count - 1];
    return square / Arrays.stream(inner).map(one -> one * one / square).sum();
  }
}
