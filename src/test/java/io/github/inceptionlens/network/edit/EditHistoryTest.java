package io.github.inceptionlens.network.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Digests of what is computed on the way to a place count the edits on that way. */
final class EditHistoryTest {

  private static InceptionV1 network;

  @BeforeAll
  static void open() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static Graft graft(
      final String name, final String layer, final float weight, final Nonlinearity nonlinearity) {
    final int channels = network.architecture().layer(layer).channels();
    final float[] weights = new float[2 * channels];
    weights[0] = weight;
    return new Graft(
        name,
        layer,
        new Graft.Affine(weights, new float[2]),
        nonlinearity,
        Optional.of(new Graft.Affine(new float[2 * channels], new float[channels])));
  }

  private static Graft one(final float weight) {
    return graft("one", "mixed4c", weight, Nonlinearity.RELU);
  }

  private static Graft other(final float weight) {
    return graft("other", "mixed4d", weight, Nonlinearity.NONE);
  }

  private static String digest(final String place, final NetworkEdit... edits) {
    try (InceptionV1 edited = network.with(List.of(edits))) {
      return edited.digest(List.of(place));
    }
  }

  @Test
  void theTrunkIsAsTrainedBesideADictionary() {
    for (final String place : List.of("mixed4c", "mixed5b_pre_relu", Architecture.LOGITS)) {
      assertThat(digest(place)).isEqualTo(network.digest());
      assertThat(digest(place, one(1), other(1))).as(place).isEqualTo(network.digest());
    }
  }

  @Test
  void aDictionarysPlacesGoByItAlone() {
    for (final String place : List.of("one", "one_pre_relu", "one_decoded")) {
      final String digest = digest(place, one(1));
      assertThat(digest).isNotEqualTo(network.digest()).matches("[0-9a-f]{64}");
      assertThat(digest(place, one(2))).as(place).isNotEqualTo(digest);
      assertThat(digest(place, other(1), one(1))).isEqualTo(digest);
      assertThat(digest(place, one(1), other(2))).isEqualTo(digest);
    }
  }

  @Test
  void changedWeightsCountFromTheirRowOn() {
    final NetworkEdit random = new RandomizedParameters(List.of("mixed4d_1x1"), 1);
    final NetworkEdit others = new RandomizedParameters(List.of("mixed4d_1x1"), 2);

    assertThat(digest("mixed4c", random)).isEqualTo(network.digest());
    assertThat(digest("mixed4d_5x5", random)).isEqualTo(network.digest());
    assertThat(digest("mixed4d_1x1", random)).isNotEqualTo(network.digest());
    assertThat(digest("mixed4d", random)).isNotEqualTo(digest("mixed4d", others));
    assertThat(digest("one", random, one(1))).isEqualTo(digest("one", one(1)));
    assertThat(digest("other", random, other(1))).isNotEqualTo(digest("other", other(1)));
  }

  @Test
  void theWholeNetworkCountsAllEdits() {
    try (InceptionV1 edited = network.with(List.of(one(1)))) {
      assertThat(edited.digest()).isNotEqualTo(network.digest());
      assertThat(edited.provenance().entries())
          .containsEntry("weights", edited.digest())
          .containsEntry("edits", "dictionary one of mixed4c, 2 entries, relu");
    }
  }
}
