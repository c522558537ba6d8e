package io.github.inceptionlens.atlas.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Places of layers that the rest of the network does not read. */
final class PlaceAttributionTest {

  private static final Picture PICTURE = SmallNetworks.picture(96, 80);
  private static final List<Integer> UNITS = List.of(0, 3, 7);

  private static float[][] of(final InceptionV1 network, final String layer) {
    return PlaceAttribution.of(network, PICTURE, layer).classes(network, PICTURE, UNITS);
  }

  private static void assertSame(final float[][] one, final float[][] other) {
    for (int i = 0; i < other.length; i++) {
      assertThat(one[i]).containsExactly(other[i], within(1e-5f));
    }
  }

  @Test
  void aDictionaryOfTheChannelsIsTheLayer() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final int channels = network.architecture().layer("mixed4c").channels();
      final float[] identity = new float[channels * channels];
      for (int i = 0; i < channels; i++) {
        identity[i * channels + i] = 1;
      }
      final Graft.Affine rows = new Graft.Affine(identity, new float[channels]);
      for (final Optional<Graft.Affine> decoder :
          List.of(Optional.<Graft.Affine>empty(), Optional.of(rows))) {
        final Graft graft = new Graft("dict", "mixed4c", rows, Nonlinearity.RELU, decoder);
        try (InceptionV1 grafted = network.edited(graft)) {
          assertSame(of(grafted, "dict"), of(network, "mixed4c"));
        }
      }
    }
  }

  @Test
  void beforeTheRectifiersItIsWhatFires() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.TENSORFLOW)) {
      assertSame(of(network, "mixed4c_pre_relu"), of(network, "mixed4c"));
    }
  }
}
