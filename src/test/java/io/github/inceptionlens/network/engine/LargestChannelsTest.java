package io.github.inceptionlens.network.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.network.SmallNetworks;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargestChannelsTest {

  /** Against sorting; whole numbers, so that many are equal. */
  @ParameterizedTest
  @CsvSource({
    "1, 7, 3, 2",
    "1, 300, 2, 3",
    "2, 50, 130, 8",
    "1, 200, 65, 32",
    "3, 9, 1, 8",
    "1, 40, 64, 1"
  })
  void whatStaysIsWhatSortingFinds(
      final int batch, final int channels, final int places, final int count) {
    final Random random = new Random(channels);
    final float[] values = new float[batch * channels * places];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(12) - 5;
    }
    final float[] kept;
    try (NDManager manager = SmallNetworks.engine().newManager()) {
      kept =
          LargestChannels.keep(manager.create(values, new Shape(batch, channels, places, 1)), count)
              .toFloatArray();
    }
    for (int picture = 0; picture < batch; picture++) {
      for (int place = 0; place < places; place++) {
        final int start = picture * channels * places + place;
        final List<Integer> sorted =
            IntStream.range(0, channels)
                .boxed()
                .filter(channel -> values[start + channel * places] > 0)
                .sorted(Comparator.comparing(channel -> -values[start + channel * places]))
                .limit(count)
                .toList();
        for (int channel = 0; channel < channels; channel++) {
          final int at = start + channel * places;
          assertThat(kept[at])
              .as("picture %d, place %d, channel %d", picture, place, channel)
              .isEqualTo(sorted.contains(channel) ? values[at] : 0);
        }
      }
    }
  }
}
