package io.github.inceptionlens.image.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.process.ColorProcessor;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.display.ValueLimits;
import java.awt.Rectangle;
import java.awt.image.IndexColorModel;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteElementTest {

  private static final int SIDE = 64;
  private static final Rectangle PLACE = new Rectangle(5, 3, SIDE, SIDE);

  private final byte[] indices = new byte[SIDE * SIDE];

  PaletteElementTest() {
    new Random(3).nextBytes(indices);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inferno", "Grays", "3-3-2 RGB"})
  void isSeenAsImageJsOwnElementOfTheSameColorsIs(final String lut) {
    final IndexColorModel palette =
        new LayerColors(Luts.named(lut), new ValueLimits(0, 1)).palette();
    for (int opacity = 0; opacity <= 255; opacity += 5) {
      final ImageRoi small = new PaletteElement(PLACE, indices, palette);
      final ImageRoi plain = plain(palette);
      small.setOpacity(opacity / 255.0);
      plain.setOpacity(opacity / 255.0);
      assertThat(seen(small)).as("opacity " + opacity).isEqualTo(seen(plain));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"inferno", "Grays"})
  void staysTheSameWhenItIsCopiedSavedRotatedOrAskedForItsPixels(final String lut) {
    final IndexColorModel palette =
        new LayerColors(Luts.named(lut), new ValueLimits(0, 1)).palette();
    same(palette, roi -> (ImageRoi) roi.clone());
    same(palette, roi -> (ImageRoi) ((ImageRoi) roi.clone()).clone());
    same(palette, PaletteElementTest::reopened);
    same(palette, roi -> reopened((ImageRoi) roi.clone()));
    same(
        palette,
        roi -> {
          roi.rotate(30);
          return roi;
        });
    same(
        palette,
        roi -> {
          roi.getProcessor().setRoi(2, 2, 9, 9);
          roi.getProcessor().invert();
          return roi;
        });
    same(
        palette,
        roi -> {
          roi.setZeroTransparent(false);
          return roi;
        });
    same(
        palette,
        roi -> {
          roi.setProcessor(roi.getProcessor().resize(31, 17));
          return (ImageRoi) roi.clone();
        });
  }

  @Test
  void aChangedCopyLeavesTheElement() {
    final IndexColorModel palette =
        new LayerColors(Luts.inferno(), new ValueLimits(0, 1)).palette();
    final ImageRoi element = new PaletteElement(PLACE, indices, palette);
    final int[] before = seen(element);
    final ImageRoi copy = (ImageRoi) element.clone();
    copy.getProcessor().invert();
    assertThat(seen(copy)).isNotEqualTo(before);
    assertThat(seen(element)).isEqualTo(before);
    assertThat(element.getZeroTransparent()).isTrue();
  }

  @Test
  void aSavedElementTakesAboutOneBytePerPixel() throws Exception {
    final IndexColorModel palette =
        new LayerColors(Luts.inferno(), new ValueLimits(0, 1)).palette();
    final ImageRoi element = new PaletteElement(PLACE, indices, palette);
    assertThat(element.getSerializedImage().length)
        .isBetween(indices.length, indices.length + 4 * 1024);
  }

  private void same(final IndexColorModel palette, final UnaryOperator<ImageRoi> change) {
    final ImageRoi small = new PaletteElement(PLACE, indices, palette);
    final ImageRoi plain = plain(palette);
    for (final ImageRoi one : new ImageRoi[] {small, plain}) {
      one.setOpacity(0.4);
      one.setName("one");
      one.setPosition(1);
      one.setProperty("key", "value");
    }
    final ImageRoi changed = change.apply(small);
    final ImageRoi expected = change.apply(plain);
    assertThat(seen(changed)).isEqualTo(seen(expected));
    assertThat(changed.getZeroTransparent()).isEqualTo(expected.getZeroTransparent());
    assertThat(changed.getOpacity()).isEqualTo(expected.getOpacity());
    assertThat(changed.getName()).isEqualTo(expected.getName());
    assertThat(changed.getPosition()).isEqualTo(expected.getPosition());
    assertThat(changed.getProperties()).isEqualTo(expected.getProperties());
    assertThat(changed.getBounds()).isEqualTo(expected.getBounds());
    assertThat(changed.getProcessor().getPixels()).isEqualTo(expected.getProcessor().getPixels());
  }

  private static ImageRoi reopened(final ImageRoi roi) {
    return (ImageRoi) RoiDecoder.openFromByteArray(RoiEncoder.saveAsByteArray(roi));
  }

  /** As ImageJ makes one. */
  private ImageRoi plain(final IndexColorModel palette) {
    final int[] colors = new int[indices.length];
    for (int i = 0; i < colors.length; i++) {
      colors[i] = indices[i] == 0 ? 0 : 0xff000000 | palette.getRGB(indices[i] & 0xff);
    }
    final ImageRoi plain = new ImageRoi(PLACE.x, PLACE.y, new ColorProcessor(SIDE, SIDE, colors));
    plain.setZeroTransparent(true);
    return plain;
  }

  private static int[] seen(final Roi element) {
    final int side = SIDE + 20;
    final int[] ground = new Random(4).ints((long) side * side, 0, 1 << 24).toArray();
    final ImagePlus image = new ImagePlus("ground", new ColorProcessor(side, side, ground));
    image.setOverlay(new Overlay((Roi) element));
    return (int[]) image.flatten().getProcessor().getPixels();
  }
}
