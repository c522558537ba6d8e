package io.github.inceptionlens.network.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Preprocessing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTensorsTest {

  @Test
  void inputsAreOrderedAndCenteredAsTheTrainingsWere() {
    final Picture picture =
        new Picture(
            2, 1, List.of(new float[] {10, 11}, new float[] {20, 21}, new float[] {30, 31}));
    try (NDManager manager = SmallNetworks.engine().newManager()) {
      assertThat(PictureTensors.input(manager, picture, Preprocessing.CAFFE).toFloatArray())
          .containsExactly(30 - 104, 31 - 104, 20 - 117, 21 - 117, 10 - 123, 11 - 123);
      assertThat(PictureTensors.input(manager, picture, Preprocessing.TENSORFLOW).toFloatArray())
          .containsExactly(10 - 117, 11 - 117, 20 - 117, 21 - 117, 30 - 117, 31 - 117);
    }
  }

  /** More pixels than the transfer buffer holds, twice over. */
  @Test
  void largePlanesTravelInPieces() {
    final Picture picture = SmallNetworks.picture(1000, 700, (column, row) -> column + row);
    try (NDManager manager = SmallNetworks.engine().newManager()) {
      final MapStack back = PictureTensors.planes(PictureTensors.array(manager, picture));

      assertThat(back.dimensionsAsLongArray()).containsExactly(1000, 700, 3);
      for (int channel = 0; channel < 3; channel++) {
        assertThat(back.plane(channel)).isEqualTo(picture.plane(channel));
      }
    }
  }

  /** A buffer of the engine ends at two gigabytes, so that large answers come in parts. */
  @ParameterizedTest
  @ValueSource(ints = {1, 12, 24, 30, 1000})
  void answersAreTheSameInAnyNumberOfParts(final int most) {
    try (NDManager manager = SmallNetworks.engine().newManager()) {
      final NDArray array = manager.arange(0f, 84f).reshape(new Shape(1, 7, 4, 3));
      final MapStack planes = PictureTensors.planes(array, most);

      assertThat(planes.dimensionsAsLongArray()).containsExactly(3, 4, 7);
      for (int channel = 0; channel < 7; channel++) {
        for (int i = 0; i < 12; i++) {
          assertThat(planes.plane(channel)[i]).isEqualTo(12 * channel + i);
        }
      }
    }
  }
}
