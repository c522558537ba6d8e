package io.github.inceptionlens.image.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.image.display.DisplayRange;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitTest {

  @Test
  void labelsAreReadAndUnknownOnesListTheChoices() {
    assertThat(Fit.of("Center Crop ")).isEqualTo(Fit.CENTER_CROP);
    assertThatThrownBy(() -> Fit.of("squash"))
        .isInstanceOf(UserError.class)
        .hasMessage("fit is \"squash\", expected one of: own size, center crop, stretch");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 101})
  void scaleOutOfRangeIsRefused(final double scale) {
    assertThatThrownBy(() -> new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.AUTO, false))
        .isInstanceOf(UserError.class)
        .hasMessage("scale is " + scale + ", expected a number above 0 and at most 100");
  }

  @Test
  void scaleBesideAFitIsRefused() {
    assertThatThrownBy(() -> new InputRequest(Fit.STRETCH, 2, DisplayRange.AUTO, false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("scale is 2.0, but with fit \"stretch\"");
  }

  @Test
  void pictureBeyondAnArrayIsRefused() {
    assertThatThrownBy(() -> Fit.OWN_SIZE.sizing(40000, 30000, 100))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("4000000 x 3000000 pixels");
  }

  @Property(tries = 300)
  void centerCropIsTheMiddleOfTheShortSide(
      @ForAll @IntRange(min = 1, max = 3000) final int width,
      @ForAll @IntRange(min = 1, max = 3000) final int height) {
    final Sizing sizing = Fit.CENTER_CROP.sizing(width, height, 1);
    final Placement placement = sizing.placement();
    assertThat(sizing.x().network()).isEqualTo(Fit.SIDE);
    assertThat(sizing.y().network()).isEqualTo(Fit.SIDE);
    assertThat(Math.min(sizing.x().resized(), sizing.y().resized())).isEqualTo(Fit.SIDE);
    assertThat(placement.networkX((width - 1) / 2.0)).isCloseTo(111.5, within(0.51));
    assertThat(placement.networkY((height - 1) / 2.0)).isCloseTo(111.5, within(0.51));
    final double distortion = placement.scaleX() / placement.scaleY();
    assertThat(distortion).isCloseTo(1, within(0.5 / Fit.SIDE));
  }

  @Property(tries = 300)
  void ownSizeIsScaledAndNeverEmpty(
      @ForAll @IntRange(min = 1, max = 500) final int width,
      @ForAll @DoubleRange(min = 0.01, max = 10) final double scale) {
    final Sizing sizing = Fit.OWN_SIZE.sizing(width, 7, scale);
    final int network = sizing.x().network();
    assertThat(network).isPositive();
    assertThat((double) network).isCloseTo(Math.max(width * scale, 1), within(0.5));
    assertThat(sizing.placement().networkX(width - 0.5)).isCloseTo(network - 0.5, within(1e-6));
    assertThat(sizing.placement().networkX(-0.5)).isCloseTo(-0.5, within(1e-9));
  }

  @Test
  void stretchScalesEachSideByItself() {
    final Placement placement = Fit.STRETCH.sizing(448, 112, 1).placement();
    assertThat(placement).isEqualTo(new Placement(448, 112, 0.5, 2, 0, 0));
  }
}
