package io.github.inceptionlens.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.dictionary.EntryNeighbors.Neighbor;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Neighbors of entries that are known: a channel, a mixture, two of one direction, and none. */
class EntryNeighborsTest {

  private static final String LAYER = "mixed3b";

  private static InceptionV1 narrow;
  private static InceptionV1 network;
  private static int channels;

  /** Entries: 3 times channel 5; 3 of channel 1 and -4 of channel 2; twice that; nothing. */
  @BeforeAll
  static void open() {
    narrow = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    channels = narrow.architecture().layer(LAYER).channels();
    final float[][] rows = new float[4][channels];
    rows[0][5] = 3;
    rows[1][1] = 3;
    rows[1][2] = -4;
    rows[2][1] = 6;
    rows[2][2] = -8;
    final float[] encoder = new float[4 * channels];
    final float[] decoder = new float[channels * 4];
    for (int entry = 0; entry < 4; entry++) {
      for (int i = 0; i < channels; i++) {
        encoder[entry * channels + i] = i == 1 || i == 5 ? 1 : 0;
        decoder[i * 4 + entry] = rows[entry][i];
      }
    }
    network =
        narrow.edited(
            graft("both", encoder, Optional.of(new Graft.Affine(decoder, new float[channels]))));
    try (InceptionV1 first = network) {
      network = first.edited(graft("one_way", encoder, Optional.empty()));
    }
  }

  private static Graft graft(
      final String name, final float[] encoder, final Optional<Graft.Affine> decoder) {
    return new Graft(
        name, LAYER, new Graft.Affine(encoder, new float[4]), Nonlinearity.RELU, decoder);
  }

  @AfterAll
  static void close() {
    network.close();
    narrow.close();
  }

  private static EntryNeighbors of(final String unit) {
    return EntryNeighbors.of(network, Unit.parse(unit), 2).orElseThrow();
  }

  @Test
  void ofAChannelsAxisIsTheChannel() {
    assertThat(of("both:0").channels().get(0)).isEqualTo(new Neighbor(new Unit(LAYER, 5), 3, 1));
    assertThat(of("both:0").entries()).extracting(Neighbor::cosine).containsOnly(0.0);
  }

  @Test
  void channelsAreThoseWithTheLargestWeightsWhateverTheirSign() {
    assertThat(of("both:1").channels())
        .containsExactly(
            new Neighbor(new Unit(LAYER, 2), -4, -0.8), new Neighbor(new Unit(LAYER, 1), 3, 0.6));
  }

  @Test
  void copiesOfADirectionAreEachOthersNearest() {
    assertThat(of("both:1").entries().get(0)).isEqualTo(new Neighbor(new Unit("both", 2), 50, 1));
    assertThat(of("both:2").entries().get(0)).isEqualTo(new Neighbor(new Unit("both", 1), 50, 1));
  }

  @Test
  void anEntryWithoutADirectionIsNearNothing() {
    assertThat(of("both:3").channels()).extracting(Neighbor::cosine).containsOnly(0.0);
    assertThat(of("both:3").entries()).extracting(Neighbor::cosine).containsOnly(0.0);
  }

  @Test
  void whatItReadsMayBeAnotherDirection() {
    assertThat(of("both:0").encoderCosine()).isCloseTo(Math.sqrt(0.5), within(1e-9));
    assertThat(of("both:0").isTied()).isFalse();
    assertThat(of("one_way:0").isTied()).isTrue();
    assertThat(of("one_way:0").channels().get(0).cosine()).isCloseTo(Math.sqrt(0.5), within(1e-6));
  }

  @Test
  void aChannelOfTheNetworkHasNone() {
    assertThat(EntryNeighbors.of(network, new Unit("mixed4c", 3), 2)).isEmpty();
  }
}
