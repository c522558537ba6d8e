package io.github.inceptionlens.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.LUT;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapLookTest {

  private static float[] ramp(final int count) {
    final float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i;
    }
    return values;
  }

  @Test
  void theStrongestColourStandsForThe99thPercentile() {
    final Limits limits = MapLook.of(List.of(ramp(1001)), false).limits();
    assertThat(limits).isEqualTo(new Limits(0, 990));
  }

  @Test
  void signedMapsAreShownSymmetricAroundZero() {
    final MapLook look = MapLook.of(List.of(new float[] {-7, 1, 2}), true);
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
    assertThat(MapLook.of(List.of(values), false).limits()).isEqualTo(new Limits(100, 199));
  }

  @Test
  void mapsWithoutContrastHaveARange() {
    assertThat(MapLook.of(List.of(new float[5]), false).limits()).isEqualTo(new Limits(0, 1));
    assertThat(MapLook.of(List.of(new float[5]), true).limits()).isEqualTo(new Limits(-1, 1));
  }

  @Test
  void aFewStrongPixelsAmongZerosAreSeen() {
    final float[] values = new float[10_000];
    values[17] = 4;
    assertThat(MapLook.of(List.of(values), false).limits()).isEqualTo(new Limits(0, 4));
  }

  @Test
  void manyPlanesShareOneRange() {
    final float[] strong = new float[100];
    Arrays.fill(strong, 3);
    assertThat(MapLook.of(List.of(new float[100], strong), false).limits().max()).isEqualTo(3);
  }

  @Test
  void showingChangesNoValue() {
    final float[] values = {-2, 0, 1, 8};
    final ImagePlus image = new ImagePlus("map", new FloatProcessor(2, 2, values.clone()));
    MapLook.of(List.of(values), true).show(image);
    assertThat((float[]) image.getProcessor().getPixels()).containsExactly(values);
    assertThat(image.getDisplayRangeMin()).isEqualTo(-image.getDisplayRangeMax());
  }
}
