package io.github.inceptionlens.image.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.LUT;
import io.github.inceptionlens.image.display.ValueLimits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapDisplayTest {

  private static float[] ramp(final int count) {
    final float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i;
    }
    return values;
  }

  @Test
  void theStrongestColorStandsForThe99thPercentile() {
    final ValueLimits limits = MapDisplay.of(List.of(ramp(1001)), false).limits();
    assertThat(limits).isEqualTo(new ValueLimits(0, 990));
  }

  @Test
  void signedMapsAreShownSymmetricAroundZero() {
    final MapDisplay look = MapDisplay.of(List.of(new float[] {-7, 1, 2}), true);
    assertThat(look.limits().min()).isEqualTo(-look.limits().max());
    final LUT lut = look.lut();
    for (int i = 0; i < 128; i++) {
      assertThat(lut.getBlue(i)).isGreaterThan(lut.getRed(i));
      assertThat(lut.getRed(255 - i)).isGreaterThan(lut.getBlue(255 - i));
    }
    assertThat(lut.getRed(127)).isCloseTo(247, within(2));
  }

  @Test
  void aMapFarAboveZeroIsShownFromItsSmallestValue() {
    final float[] values = ramp(101);
    for (int i = 0; i < values.length; i++) {
      values[i] += 100;
    }
    assertThat(MapDisplay.of(List.of(values), false).limits()).isEqualTo(new ValueLimits(100, 199));
  }

  @Test
  void mapsWithoutContrastHaveARange() {
    assertThat(MapDisplay.of(List.of(new float[5]), false).limits())
        .isEqualTo(new ValueLimits(0, 1));
    assertThat(MapDisplay.of(List.of(new float[5]), true).limits())
        .isEqualTo(new ValueLimits(-1, 1));
  }

  @Test
  void aFewStrongPixelsAmongZerosAreSeen() {
    final float[] values = new float[10_000];
    values[17] = 4;
    assertThat(MapDisplay.of(List.of(values), false).limits()).isEqualTo(new ValueLimits(0, 4));
  }

  @Test
  void manyPlanesShareOneRange() {
    final float[] strong = new float[100];
    Arrays.fill(strong, 3);
    assertThat(MapDisplay.of(List.of(new float[100], strong), false).limits().max()).isEqualTo(3);
  }

  @Test
  void showingChangesNoValue() {
    final float[] values = {-2, 0, 1, 8};
    final ImagePlus image = new ImagePlus("map", new FloatProcessor(2, 2, values.clone()));
    MapDisplay.of(List.of(values), true).show(image);
    assertThat((float[]) image.getProcessor().getPixels()).containsExactly(values);
    assertThat(image.getDisplayRangeMin()).isEqualTo(-image.getDisplayRangeMax());
  }
}
