package io.github.inceptionlens.image.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureOnRegionTest {

  private static ImageInput input(final int width, final int height, final Fit fit) {
    final ImagePlus image = new ImagePlus("image", new ByteProcessor(width, height));
    image.getCalibration().pixelWidth = 0.5;
    image.getCalibration().pixelHeight = 0.5;
    image.getCalibration().setUnit("um");
    return ImageInput.of(image, new InputRequest(fit, 1, DisplayRange.AUTO, false));
  }

  /** A plane of the picture that holds the region's column of each of its pixels. */
  private static float[] columns(final ImageInput input) {
    final float[] plane = new float[input.networkWidth() * input.networkHeight()];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (float) input.placement().regionX(i % input.networkWidth());
    }
    return plane;
  }

  @Test
  void atItsOwnSizeAPictureIsTheRegion() {
    final ImageInput input = input(40, 30, Fit.OWN_SIZE);
    final float[] plane = columns(input);
    assertThat(new PictureOnRegion(input).of(plane)).containsExactly(plane);
  }

  @Test
  void aCropLiesInTheMiddleAndTheRestIsNoNumber() {
    final ImageInput input = input(448, 224, Fit.CENTER_CROP);
    final float[] region = new PictureOnRegion(input).of(columns(input));
    assertThat(region[111]).isNaN();
    assertThat(region[112]).isEqualTo(112);
    assertThat(region[335]).isEqualTo(335);
    assertThat(region[336]).isNaN();
  }

  @Test
  void anEnlargedOrReducedPictureLiesWhereItsPixelsComeFrom() {
    for (final int side : new int[] {100, 500}) {
      final ImageInput input = input(side, side, Fit.STRETCH);
      final float[] region = new PictureOnRegion(input).of(columns(input));
      for (int x = 5; x < side - 5; x++) {
        assertThat(region[x]).isCloseTo(x, within(1e-3f));
      }
      assertThat(region).doesNotContain(Float.NaN);
    }
  }

  @Test
  void aResultOnThePictureIsCalibratedToLieOnTheImage() {
    final ImageInput input = input(896, 448, Fit.CENTER_CROP);
    final ImagePlus result =
        ResultImages.onPicture(input)
            .frames(
                new MapStack(224, 224, List.of(columns(input))),
                List.of("map"),
                "map",
                Provenance.EMPTY);
    assertThat(result.getCalibration().pixelWidth).isEqualTo(1);
    assertThat(result.getCalibration().getX(0)).isEqualTo(224 * 0.5);
    assertThat(result.getCalibration().getX(224)).isEqualTo(672 * 0.5);
    assertThat(result.getCalibration().getY(0)).isZero();
    assertThat(result.getCalibration().getUnit()).isEqualTo("µm");
  }
}
