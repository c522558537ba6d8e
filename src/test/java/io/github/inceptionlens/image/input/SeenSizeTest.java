package io.github.inceptionlens.image.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.process.ByteProcessor;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.network.architecture.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenSizeTest {

  private static final Layer LAYER = Training.TEXTURES.architecture().layer("mixed3a");

  private final ImagePlus image = new ImagePlus("a", new ByteProcessor(700, 500));

  private static InputRequest request(final double scale) {
    return new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.AUTO, false);
  }

  private static void same(final SeenSize size, final ImageInput input) {
    assertThat(size.width()).isEqualTo(input.networkWidth());
    assertThat(size.height()).isEqualTo(input.networkHeight());
    assertThat(size.region()).isEqualTo(input.region());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.13, 0.5, 1, 1.7})
  void isTheSizeOfThePictureThatIsMade(final double scale) {
    final InputRequest request = request(scale);
    same(SeenSize.of(image, request), ImageInput.of(image, request));
    image.setRoi(new OvalRoi(300, 200, 91, 83));
    same(SeenSize.of(image, request), ImageInput.of(image, request));
    same(SeenSize.inside(image, request, LAYER), ImageInput.inside(image, request, LAYER));
    same(SeenSize.whole(image, request), ImageInput.whole(image, request));
    assertThat(SeenSize.of(image, request).read()).isEqualTo(91 * 83);
    assertThat(SeenSize.whole(image, request).read()).isEqualTo(700 * 500);
  }

  @Test
  void isRefusedAsThePictureIs() {
    assertThatThrownBy(() -> SeenSize.whole(image, request(0.01)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("leaves next to nothing of 700 x 500 pixels");
  }

  @Test
  void readingTakesAsLongAgainPerPixel() {
    ReadTimes.record(1 << 20, 3_000_000_000L);
    ReadTimes.record(10, 3_000_000_000L);
    assertThat(ReadTimes.seconds(1 << 19).orElseThrow()).isCloseTo(1.5, within(1e-9));
    ReadTimes.record(1 << 20, 0);
    assertThat(ReadTimes.seconds(1 << 19)).contains(0.0);
  }
}
