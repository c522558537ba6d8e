package io.github.inceptionlens.image.display;

import static org.assertj.core.api.Assertions.assertThat;

import ij.process.LUT;
import java.awt.Color;
import org.junit.jupiter.api.Test;

class LutsTest {

  @Test
  void infernoGrowsBrighterFromBlackToPaleYellow() {
    final LUT table = Luts.inferno();
    assertThat(table.getRGB(0)).isEqualTo(0xff000004);
    assertThat(table.getRGB(255)).isEqualTo(0xfffcffa4);
    for (int i = 4; i < 256; i++) {
      assertThat(luminance(table, i)).isGreaterThan(luminance(table, i - 4));
    }
  }

  @Test
  void infernoPassesNearItsOriginalBetweenTheControlPoints() {
    final LUT table = Luts.inferno();
    assertClose(table, 7, 3, 2, 16);
    assertClose(table, 64, 87, 16, 110);
    assertClose(table, 128, 188, 55, 84);
    assertClose(table, 200, 251, 157, 7);
    assertClose(table, 232, 245, 219, 76);
  }

  @Test
  void onlyPlainRampsAreRamps() {
    final LUT gray = LUT.createLutFromColor(Color.WHITE);
    assertThat(Luts.isRamp(gray, false)).isTrue();
    assertThat(Luts.isRamp(gray, true)).isFalse();
    assertThat(Luts.isRamp(gray.createInvertedLut(), true)).isTrue();
    assertThat(Luts.isRamp(LUT.createLutFromColor(Color.RED), false)).isFalse();
  }

  private static double luminance(final LUT table, final int i) {
    return 0.2126 * table.getRed(i) + 0.7152 * table.getGreen(i) + 0.0722 * table.getBlue(i);
  }

  private static void assertClose(
      final LUT table, final int i, final int red, final int green, final int blue) {
    assertThat(Math.abs(table.getRed(i) - red)).isLessThanOrEqualTo(2);
    assertThat(Math.abs(table.getGreen(i) - green)).isLessThanOrEqualTo(2);
    assertThat(Math.abs(table.getBlue(i) - blue)).isLessThanOrEqualTo(2);
  }
}
