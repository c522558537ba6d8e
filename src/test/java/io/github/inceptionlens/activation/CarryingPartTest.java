package io.github.inceptionlens.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.core.MapStack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The smallest square around a place that holds 90 % of a derivative. */
final class CarryingPartTest {

  private static MapStack plane(final int side, final Value value) {
    final float[] values = new float[side * side];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.at(i % side, i / side);
    }
    return new MapStack(side, side, List.of(values));
  }

  private interface Value {
    float at(int x, int y);
  }

  @Test
  void aSinglePixelAtTheCenterIsEnough() {
    assertThat(CarryingPart.of(plane(9, (x, y) -> x == 4 && y == 4 ? -3 : 0), 4, 4))
        .contains(new CarryingPart(4, 4, 0));
  }

  /** Of rings whose pixels count 1 each, 81 of 81 at reach 4, 49 at 3: 90 % needs all. */
  @Test
  void evenlySpreadDerivativesNeedNearlyTheWholeField() {
    assertThat(CarryingPart.of(plane(9, (x, y) -> 1), 4, 4)).contains(new CarryingPart(4, 4, 4));
  }

  @Test
  void whatIsFarOutAndLessThanATenthIsLeftOut() {
    final MapStack most = plane(21, (x, y) -> x == 10 && y == 12 ? 92 : x == 0 && y == 0 ? 8 : 0);
    assertThat(CarryingPart.of(most, 10, 10)).contains(new CarryingPart(10, 10, 2));
  }

  @Test
  void nothingCarriesAValueThatDependsOnNothing() {
    assertThat(CarryingPart.of(plane(5, (x, y) -> 0), 2, 2)).isEmpty();
  }
}
