package io.github.inceptionlens.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Geometry of two windows, worked out by hand: a 7/2 convolution and a 3/2 pool. */
class GeometryTest {

  private static final Layer CAFFE =
      new Layer(
          "pool",
          64,
          List.of(
              new SlidingWindow(7, 2, new Padding.Fixed(3, false)),
              new SlidingWindow(3, 2, new Padding.Fixed(0, true))));

  private static final Layer SAME =
      new Layer(
          "pool",
          64,
          List.of(
              new SlidingWindow(7, 2, new Padding.Same()),
              new SlidingWindow(3, 2, new Padding.Same())));

  @Test
  void caffesUnitsAreCenteredOnTheMiddleOfThePoolsWindow() {
    final Geometry geometry = Geometry.of(CAFFE, 224, 113);

    assertThat(geometry.x()).isEqualTo(new Geometry.Axis(224, 56, 4, 2, 11, 3));
    assertThat(geometry.y()).isEqualTo(new Geometry.Axis(113, 28, 4, 2, 11, 3));
  }

  @Test
  void sameUnitsShiftWithThePadding() {
    final Geometry geometry = Geometry.of(SAME, 224, 225);

    assertThat(geometry.x()).isEqualTo(new Geometry.Axis(224, 56, 4, 3, 11, 1));
    assertThat(geometry.y()).isEqualTo(new Geometry.Axis(225, 57, 4, 0, 11, 1));
  }

  @Test
  void pixelsAndUnitsAreInverse() {
    final Geometry.Axis axis = Geometry.of(CAFFE, 224, 224).x();

    assertThat(axis.center(3)).isEqualTo(14);
    assertThat(axis.unit(14)).isCloseTo(3, within(1e-12));
    assertThat(axis.first(0)).isEqualTo(-3);
    assertThat(axis.last(0)).isEqualTo(7);
    assertThat(axis.first(3)).isEqualTo(9);
    assertThat(axis.last(3)).isEqualTo(19);
  }

  @Test
  void anEvenKernelsCenterLiesBetweenPixels() {
    final Layer layer = new Layer("even", 1, List.of(new SlidingWindow(2, 2, new Padding.Same())));
    final Geometry.Axis axis = Geometry.of(layer, 8, 8).x();

    assertThat(axis.offset()).isEqualTo(0.5);
    assertThat(List.of(axis.first(1), axis.last(1))).containsExactly(2, 3);
  }

  @Test
  void anImageThatIsTooSmallIsNamedWithTheRemedy() {
    assertThat(Geometry.smallest(CAFFE)).isEqualTo(3);
    assertThatThrownBy(() -> Geometry.of(CAFFE, 100, 2))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "the image is 100 x 2 pixels, but pool needs at least 3 x 3: enlarge it (scale) or"
                + " choose a lower layer");
  }
}
