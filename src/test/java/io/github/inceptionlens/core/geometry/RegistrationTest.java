package io.github.inceptionlens.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.UserError;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationTest {

  private static final Geometry.Axis CAFFE_MIXED4 = new Geometry.Axis(224, 14, 16, 14, 200, 1);

  @Property(tries = 200)
  void alignedRampOverUnitCentersIsTheNetworkCoordinate(
      @ForAll @IntRange(min = 2, max = 20) final int size,
      @ForAll @IntRange(min = 1, max = 32) final int stride,
      @ForAll @IntRange(min = -5, max = 31) final int offset,
      @ForAll @DoubleRange(min = 0.2, max = 4) final double scale,
      @ForAll @IntRange(min = 0, max = 50) final int cut) {
    final Geometry geometry = geometry(size, stride, offset);
    final Placement placement = new Placement(80, 3, scale, 1, cut, 0);
    final float[] placed =
        Registration.ALIGNED.place(ramp(size, stride, offset), geometry, placement);
    final double last = offset + stride * (size - 1.0);
    for (int x = 0; x < 80; x++) {
      final double expected = Math.min(Math.max(placement.networkX(x), offset), last);
      assertThat(placed[x]).isCloseTo((float) expected, within(2e-3F));
      assertThat(placed[2 * 80 + x]).isEqualTo(placed[x]);
    }
  }

  @Test
  void alignedUnitStandsExactlyOnItsCenter() {
    final Geometry geometry = new Geometry(CAFFE_MIXED4, CAFFE_MIXED4);
    final float[] map = noise(14 * 14);
    final float[] placed = Registration.ALIGNED.place(map, geometry, Placement.identity(224, 224));
    for (int j = 0; j < 14; j++) {
      for (int i = 0; i < 14; i++) {
        assertThat(placed[(14 + 16 * j) * 224 + 14 + 16 * i]).isEqualTo(map[j * 14 + i]);
      }
    }
  }

  @Test
  void smoothGoesThroughEveryUnitWithoutAKink() {
    final Geometry geometry = new Geometry(CAFFE_MIXED4, CAFFE_MIXED4);
    final float[] map = noise(14 * 14);
    final float[] placed = Registration.SMOOTH.place(map, geometry, Placement.identity(224, 224));
    for (int j = 1; j < 13; j++) {
      for (int i = 1; i < 13; i++) {
        final int at = (14 + 16 * j) * 224 + 14 + 16 * i;
        assertThat(placed[at]).isEqualTo(map[j * 14 + i], within(1e-6f));
        final double left = placed[at] - placed[at - 1];
        final double right = placed[at + 1] - placed[at];
        assertThat(left).as("slope at unit %d, %d", i, j).isCloseTo(right, within(0.03));
      }
    }
  }

  @Test
  void smoothNeverLeavesTheRangeOfTheMap() {
    final Geometry geometry = new Geometry(CAFFE_MIXED4, CAFFE_MIXED4);
    final float[] map = new float[14 * 14];
    map[7 * 14 + 7] = 1;
    for (final float value :
        Registration.SMOOTH.place(map, geometry, Placement.identity(224, 224))) {
      assertThat(value).isBetween(0f, 1f);
    }
  }

  @Test
  void smoothKeepsARamp() {
    final Geometry geometry = geometry(12, 8, 3);
    final float[] placed =
        Registration.SMOOTH.place(ramp(12, 8, 3), geometry, new Placement(80, 3, 1, 1, 0, 0));
    for (int x = 3 + 8; x < 3 + 8 * 9; x++) {
      assertThat(placed[x]).isCloseTo(x, within(1e-4f));
    }
  }

  @Test
  void aGridThatIsDrawnShowsTheNearestUnit() {
    final Geometry geometry = new Geometry(CAFFE_MIXED4, CAFFE_MIXED4);
    final float[] map = noise(14 * 14);
    final float[] drawn = Registration.NONE.over(geometry, Placement.identity(224, 224)).apply(map);
    for (int y = 0; y < 224; y += 5) {
      for (int x = 0; x < 224; x += 3) {
        final int column = (int) Math.min(13, Math.max(0, Math.rint((x - 14) / 16.0)));
        final int row = (int) Math.min(13, Math.max(0, Math.rint((y - 14) / 16.0)));
        assertThat(drawn[y * 224 + x]).isEqualTo(map[row * 14 + column]);
      }
    }
  }

  @Test
  void resizedIsTheHalfPixelRule() {
    final Geometry geometry = new Geometry(CAFFE_MIXED4, CAFFE_MIXED4);
    final float[] map = noise(14 * 14);
    final float[] placed = Registration.RESIZED.place(map, geometry, Placement.identity(224, 224));
    for (int y = 0; y < 224; y += 7) {
      for (int x = 0; x < 224; x++) {
        final float expected = bilinear(map, (x + 0.5) / 16 - 0.5, (y + 0.5) / 16 - 0.5);
        assertThat(placed[y * 224 + x]).isCloseTo(expected, within(1e-5F));
      }
    }
  }

  @Test
  void outsideTheCenterCropTheEdgeIsRepeated() {
    final Geometry geometry = new Geometry(CAFFE_MIXED4, CAFFE_MIXED4);
    final Placement wide = new Placement(448, 224, 1, 1, 112, 0);
    final float[] placed = Registration.ALIGNED.place(noise(14 * 14), geometry, wide);
    final float[] left = Arrays.copyOf(placed, 112 + 14);
    final float[] right = Arrays.copyOfRange(placed, 112 + 14 + 16 * 13, 448);
    assertThat(left).containsOnly(placed[0]);
    assertThat(right).containsOnly(placed[447]);
  }

  @ParameterizedTest
  @EnumSource(Registration.class)
  void constantStaysConstant(final Registration registration) {
    final Geometry geometry = geometry(9, 16, 14);
    final Placement placement = new Placement(61, 33, 1.7, 0.6, 5, 2);
    final float[] map = new float[9 * 9];
    Arrays.fill(map, 0.1F);
    assertThat(registration.place(map, geometry, placement))
        .hasSize(registration.width(geometry, placement) * registration.height(geometry, placement))
        .containsOnly(0.1F);
  }

  @ParameterizedTest
  @EnumSource(Registration.class)
  void gridOfPixelsIsUntouched(final Registration registration) {
    final Geometry geometry = geometry(12, 1, 0);
    final float[] map = noise(12 * 12);
    assertThat(registration.place(map, geometry, Placement.identity(12, 12))).isEqualTo(map);
  }

  @Test
  void noneKeepsTheGrid() {
    final Geometry geometry = geometry(12, 8, 3);
    final float[] map = noise(12 * 12);
    final Placement placement = Placement.identity(96, 96);
    assertThat(Registration.NONE.place(map, geometry, placement)).isSameAs(map);
    assertThat(Registration.NONE.width(geometry, placement)).isEqualTo(12);
  }

  @Property(tries = 200)
  void placementGoesThereAndBack(
      @ForAll @DoubleRange(min = 0.05, max = 20) final double scale,
      @ForAll @DoubleRange(min = 0, max = 300) final double offset,
      @ForAll @DoubleRange(min = -50, max = 500) final double x) {
    final Placement placement = new Placement(10, 10, scale, scale / 2, offset, offset / 3);
    assertThat(placement.regionX(placement.networkX(x))).isCloseTo(x, within(1e-6));
    assertThat(placement.regionY(placement.networkY(x))).isCloseTo(x, within(1e-6));
  }

  @Test
  void labelsAreReadAndUnknownOnesListTheChoices() {
    assertThat(Registration.of(" Resized")).isEqualTo(Registration.RESIZED);
    assertThatThrownBy(() -> Registration.of("overlaid"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "registration is \"overlaid\", expected one of: aligned, resized, smooth, none");
  }

  private static Geometry geometry(final int size, final int stride, final int offset) {
    final Geometry.Axis axis = new Geometry.Axis(size * stride, size, stride, offset, 1, 1);
    return new Geometry(axis, axis);
  }

  private static float[] ramp(final int size, final int stride, final int offset) {
    final float[] map = new float[size * size];
    for (int i = 0; i < map.length; i++) {
      map[i] = offset + stride * (i % size);
    }
    return map;
  }

  private static float[] noise(final int count) {
    final Random random = new Random(11);
    final float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  private static float bilinear(final float[] map, final double x, final double y) {
    final double atX = Math.min(Math.max(x, 0), 13);
    final double atY = Math.min(Math.max(y, 0), 13);
    final int left = Math.min((int) atX, 12);
    final int top = Math.min((int) atY, 12);
    final double right = atX - left;
    final double below = atY - top;
    final int i = top * 14 + left;
    return (float)
        ((1 - below) * ((1 - right) * map[i] + right * map[i + 1])
            + below * ((1 - right) * map[i + 14] + right * map[i + 15]));
  }
}
