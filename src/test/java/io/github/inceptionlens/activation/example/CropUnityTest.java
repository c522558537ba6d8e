package io.github.inceptionlens.activation.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the measures are on vectors of which they are known. */
final class CropUnityTest {

  private static final double EXACT = 1e-9;

  private static double[] axis(final int index, final double length) {
    final double[] axis = new double[12];
    axis[index] = length;
    return axis;
  }

  private static List<double[]> copies(final int count, final int index) {
    return Collections.nCopies(count, axis(index, 1));
  }

  private static List<double[]> joined(final List<double[]> one, final List<double[]> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  @Test
  void clarityIsOneForTheSameAndZeroForPerpendicularDirections() {
    assertThat(CropUnity.clarity(copies(9, 3))).isCloseTo(1, within(EXACT));
    assertThat(CropUnity.clarity(IntStream.range(0, 9).mapToObj(i -> axis(i, 1)).toList()))
        .isCloseTo(0, within(EXACT));
    assertThat(CropUnity.clarity(copies(1, 0))).isNaN();
  }

  @Test
  void clarityIsTheMeanCosineOverAllPairs() {
    final Random dice = new Random(1);
    final List<double[]> directions = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      final double[] vector = dice.doubles(5, -1, 1).toArray();
      final double length = Math.sqrt(dot(vector, vector));
      directions.add(IntStream.range(0, 5).mapToDouble(k -> vector[k] / length).toArray());
    }
    double sum = 0;
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < i; j++) {
        sum += dot(directions.get(i), directions.get(j)) / 21;
      }
    }
    assertThat(CropUnity.clarity(directions)).isCloseTo(sum, within(EXACT));
  }

  private static double dot(final double[] one, final double[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).sum();
  }

  /** Of k and m crops of two perpendicular kinds: clarity ((k² + m²)/n² - 1/n) n/(n - 1). */
  @Test
  void twoKindsOfCropsAreTwoThings() {
    final List<double[]> two = joined(copies(5, 0), copies(4, 1));
    assertThat(CropUnity.polysemanticity(two)).isCloseTo(1, within(EXACT));
    assertThat(CropUnity.clarity(two))
        .isCloseTo(((25 + 16) / 81.0 - 1 / 9.0) * 9 / 8, within(EXACT));
  }

  @Test
  void oneKindOfCropsIsOneThing() {
    assertThat(CropUnity.polysemanticity(copies(9, 2))).isCloseTo(0, within(EXACT));
    assertThat(CropUnity.polysemanticity(copies(3, 2))).isNaN();
  }

  /** At an angle of 60 degrees between two kinds, cosine 1/2. */
  @Test
  void kindsThatAreHalfAlikeAreTwoThingsByHalf() {
    final double[] slanted = new double[12];
    slanted[0] = 0.5;
    slanted[1] = Math.sqrt(0.75);
    final List<double[]> two = joined(copies(5, 0), Collections.nCopies(5, slanted));
    assertThat(CropUnity.polysemanticity(two)).isCloseTo(0.5, within(EXACT));
  }

  @Test
  void theMostAlikeUnitHasTheLargestCosineBetweenMeans() {
    final double[] slanted = new double[12];
    slanted[0] = 3;
    slanted[1] = 4;
    final List<UnitUnity> all =
        CropUnity.of(
            List.of("a", "b", "c", "none"),
            List.of(List.of(axis(0, 7), axis(0, 2)), copies(3, 1), List.of(slanted), List.of()));
    assertThat(all.get(0).mostLike()).isEqualTo("c");
    assertThat(all.get(0).likeness()).isCloseTo(0.6, within(EXACT));
    assertThat(all.get(0).clarity()).isCloseTo(1, within(EXACT));
    assertThat(all.get(1).mostLike()).isEqualTo("c");
    assertThat(all.get(1).likeness()).isCloseTo(0.8, within(EXACT));
    assertThat(all.get(2).mostLike()).isEqualTo("b");
    assertThat(all.get(3)).isEqualTo(UnitUnity.UNKNOWN);
  }
}
