package io.github.inceptionlens.image.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;
import java.awt.Color;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as images of ImageJ's. */
final class LabelResultTest {

  private static LabelResult of(final ImagePlus image) {
    return new LabelResult(ImageInput.whole(image, UserImages.SLICES));
  }

  /** A color that is another one for each number. */
  private static Color color(final int number) {
    return new Color(number % 256, number / 256, 99);
  }

  private static ImagePlus image(final int slices) {
    return IJ.createImage("mine", "8-bit ramp", 20, 15, slices);
  }

  private static LabelResult numbered(final ImagePlus image) {
    final LabelResult labels = of(image);
    labels.put(0, IntStream.range(0, 300).toArray());
    return labels;
  }

  @Test
  void numbersAreKeptAndFramesWithoutAnyAreZero() {
    final ImagePlus labels =
        numbered(image(2)).image("Cells", 299, LabelResultTest::color, Provenance.EMPTY);
    assertThat(labels.getTitle()).isEqualTo("mine-Cells");
    assertThat(labels.getBitDepth()).isEqualTo(16);
    assertThat(labels.getStack().getProcessor(1).get(299)).isEqualTo(299);
    assertThat(labels.getStack().getProcessor(2).getStatistics().max).isZero();
  }

  @Test
  void aMaskIsSetWhereItsNumbersAre() {
    final ImagePlus mask =
        numbered(image(2)).mask("Selected", number -> number % 7 == 3, Provenance.EMPTY);
    assertThat(mask.getBitDepth()).isEqualTo(8);
    for (int number = 0; number < 300; number++) {
      assertThat(mask.getStack().getProcessor(1).get(number)).isEqualTo(number % 7 == 3 ? 255 : 0);
    }
    assertThat(mask.getStack().getProcessor(2).getStatistics().max).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 255})
  void ofFewNumbersEachIsShownInItsColor(final int most) {
    final LabelResult labels = of(image(1));
    labels.put(0, IntStream.range(0, 300).map(i -> i % (most + 1)).toArray());
    final ImagePlus shown = labels.image("Cells", most, LabelResultTest::color, Provenance.EMPTY);
    final ImagePlus rgb = new ImagePlus("", shown.getProcessor().convertToRGB());
    for (int i = 0; i < 300; i++) {
      final int number = i % (most + 1);
      assertThat(rgb.getProcessor().get(i) & 0xffffff)
          .isEqualTo(number == 0 ? 0 : color(number).getRGB() & 0xffffff);
    }
    assertThat(LabelResult.showsAll(most)).isTrue();
  }

  @Test
  void ofManyNumbersTheRgbImageHasTheExactColors() {
    final ImagePlus colored =
        numbered(image(1)).colored("Colored", LabelResultTest::color, Provenance.EMPTY);
    for (int number = 1; number < 300; number++) {
      assertThat(colored.getProcessor().get(number) & 0xffffff)
          .isEqualTo(color(number).getRGB() & 0xffffff);
    }
    assertThat(colored.getProcessor().get(0) & 0xffffff).isZero();
    assertThat(LabelResult.showsAll(256)).isFalse();
  }

  @Test
  void whatIsNo16BitNumberIsRefused() {
    assertThatThrownBy(() -> of(image(1)).put(0, new int[] {65536}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
