package io.github.inceptionlens.activation.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.architecture.channel.ChannelChange.Kind;
import io.github.inceptionlens.network.edit.ChannelSplice;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.edit.UnitSet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steered features beside what can be worked out by hand. */
class SteeringTest {

  private static final Picture PICTURE = SmallNetworks.noise(96, 80, 1);
  private static final String LAYER = "mixed4c";
  private static final int ENTRIES = 7;

  private static InceptionV1 narrow;
  private static InceptionV1 network;
  private static float[] decoder;

  /** The second dictionary explains nothing well: entries with random directions. */
  @BeforeAll
  static void open() {
    narrow = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    final int channels = narrow.architecture().layer(LAYER).channels();
    final float[] rows = new float[channels * channels];
    for (int i = 0; i < channels; i++) {
      rows[i * channels + i] = 1;
    }
    final Graft.Affine same = new Graft.Affine(rows, new float[channels]);
    final float[] encoder = random(ENTRIES * channels, 1);
    for (int i = 0; i < encoder.length; i++) {
      encoder[i] = Math.abs(encoder[i]);
    }
    decoder = random(channels * ENTRIES, 2);
    final float[] bias = new float[ENTRIES];
    bias[6] = -1e6f;
    network =
        narrow.with(
            List.of(
                new Graft("same", LAYER, same, Nonlinearity.RELU, Optional.of(same)),
                new Graft(
                    "poor",
                    LAYER,
                    new Graft.Affine(encoder, bias),
                    Nonlinearity.RELU,
                    Optional.of(new Graft.Affine(decoder, new float[channels])))));
  }

  @AfterAll
  static void close() {
    network.close();
    narrow.close();
  }

  private static float[] random(final int count, final long seed) {
    final Random random = new Random(seed);
    final float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static Steering steering(final String units, final Kind kind, final String strength) {
    return new Steering(UnitSet.parseAll(units), kind, Strength.parse(strength));
  }

  private static InceptionV1 steered(final Steering steering) {
    return network.with(steering.edits(network.architecture(), largest(steering)));
  }

  private static LargestValues largest(final Steering steering) {
    final LargestValues largest = LargestValues.of(steering.layers(network.architecture()));
    largest.look(network, PICTURE, Progress.NONE);
    return largest;
  }

  private static float[] logits(final InceptionV1 asked) {
    return asked.run(PICTURE, List.of(Architecture.LOGITS)).logits();
  }

  private static float[] logits(final Steering steering) {
    try (InceptionV1 changed = steered(steering)) {
      return logits(changed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mixed4c:0-5", "mixed4c_5x5:1;mixed3b:2", "same:3", "poor:0-4", "poor:1;same:2"})
  void scaleByOneChangesNoBit(final String units) {
    assertThat(logits(steering(units, Kind.SCALE, "1"))).containsExactly(logits(network));
  }

  @Test
  void zeroOfAChannelIsItsAblation() {
    try (InceptionV1 ablated =
        network.edited(new ChannelSplice(UnitSet.parse("mixed4c:2-4"), ChannelChange.ZERO))) {
      assertThat(logits(steering("mixed4c:2-4", Kind.ZERO, "2x")))
          .containsExactly(logits(ablated))
          .isNotEqualTo(logits(network));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2x", "-1x", "3.5"})
  void clampOfAnEntryThatIsAChannelIsTheChannels(final String strength) {
    final int channel = active();
    assertThat(logits(steering("same:" + channel, Kind.CLAMP, strength)))
        .containsExactly(
            logits(steering("mixed4c:" + channel, Kind.CLAMP, strength)), within(1e-3f))
        .isNotEqualTo(logits(network));
  }

  private static int active() {
    final LargestValues largest = largest(steering("mixed4c:0", Kind.ZERO, "1"));
    int channel = 0;
    while (!(largest.of(new Unit(LAYER, channel)) > 0)) {
      channel++;
    }
    return channel;
  }

  @Test
  void aMultipleIsOneOfTheLargestActivationOnThePicture() {
    final int channel = active();
    float peak = 0;
    for (final float value : map(network, LAYER).channel(channel)) {
      peak = Math.max(peak, value);
    }
    try (InceptionV1 changed = steered(steering("mixed4c:" + channel, Kind.CLAMP, "2.5x"))) {
      assertThat(map(changed, LAYER).channel(channel)).containsOnly(2.5f * peak);
    }
  }

  private static FeatureMap map(final InceptionV1 asked, final String layer) {
    return asked.run(PICTURE, List.of(layer)).map(layer);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 3})
  void anEntrysChangeTimesItsRowOfTheDecoderIsAddedToTheLayer(final float factor) {
    final FeatureMap layer = map(network, LAYER);
    final FeatureMap entries = map(network, "poor");
    for (final int entry : new int[] {0, 3}) {
      assertThat(entries.channel(entry)).isNotEqualTo(new float[entries.channel(entry).length]);
      for (int channel = 0; channel < layer.layer().channels(); channel++) {
        final float[] values = layer.channel(channel);
        for (int i = 0; i < values.length; i++) {
          values[i] +=
              (factor - 1) * entries.channel(entry)[i] * decoder[channel * ENTRIES + entry];
        }
      }
    }
    final float[] byHand = narrow.runOn(layer, List.of(Architecture.LOGITS)).logits();
    final Steering asked =
        factor == 0
            ? steering("poor:0,3", Kind.ZERO, "2x")
            : steering("poor:0,3", Kind.SCALE, factor + "x");
    final float[] steered = logits(asked);
    for (int i = 0; i < byHand.length; i++) {
      assertThat(steered[i]).isCloseTo(byHand[i], within(1e-4f * (1 + Math.abs(byHand[i]))));
    }
    assertThat(steered).isNotEqualTo(logits(network));
  }

  @Test
  void whatAPoorDictionaryDoesNotExplainStays() {
    assertThat(map(network, "poor").channel(6)).containsOnly(0);
    assertThat(logits(steering("poor:6", Kind.ZERO, "2x"))).containsExactly(logits(network));
  }

  @Test
  void changesOfLayersAreNormsOverTheirChannels() {
    final int channel = active();
    final float[] before = map(network, LAYER).channel(channel);
    try (InceptionV1 changed = steered(steering("mixed4c:" + channel, Kind.ZERO, "2x"))) {
      final List<LayerChange> changes =
          LayerChange.of(
              network, changed, PICTURE, List.of("mixed3b", LAYER, "mixed5a"), Progress.NONE);
      assertThat(changes.get(0).norms()).containsOnly(0);
      assertThat(changes.get(0).relative()).isZero();
      assertThat(changes.get(1).norms()).containsExactly(before, within(1e-6f));
      final FeatureMap old = map(network, "mixed5a");
      final FeatureMap now = map(changed, "mixed5a");
      double sum = 0;
      for (int i = 0; i < old.layer().channels(); i++) {
        sum += Math.pow((double) now.channel(i)[0] - old.channel(i)[0], 2);
      }
      assertThat(changes.get(2).norms()[0]).isCloseTo((float) Math.sqrt(sum), within(1e-5f));
      assertThat(changes.get(2).relative()).isPositive();
    }
  }

  @Test
  void aMultipleOfWhatIsSilentIsRefused() {
    final Steering silent = steering("poor:6", Kind.CLAMP, "2x");
    assertThatThrownBy(() -> steered(silent))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "poor:6 is nowhere above 0 here, so that 2x its largest activation says nothing: give"
                + " an activation, such as strength=5");
    assertThat(logits(steering("poor:6", Kind.CLAMP, "5"))).isNotEqualTo(logits(network));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "two", "2 x 3", "1e99", "NaN", "0x10"})
  void strengthsThatAreNoneAreRefused(final String text) {
    assertThatThrownBy(() -> Strength.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("strength is ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2x", "5", "-1.5x", "0.25"})
  void strengthsAreWrittenAsTheyAreRead(final String text) {
    assertThat(Strength.parse(text)).hasToString(text);
    assertThat(Strength.parse(" " + text.toUpperCase(Locale.ROOT) + " ")).hasToString(text);
  }

  @Test
  void meansCountPicturesWhoseTopClassChanges() {
    final SteeringMeans means =
        SteeringMeans.of(
            List.of(
                picture("a", new float[] {3, 1, 0}, new float[] {0, 1, 2}),
                picture("b", new float[] {3, 1, 0}, new float[] {3, 0, 1})),
            List.of("one", "two", "three"),
            1);
    assertThat(means.pictures()).isEqualTo(2);
    assertThat(means.changed()).isEqualTo(0.5);
    assertThat(means.classes())
        .extracting(SteeringMeans.ClassMean::label)
        .containsExactly("one", "three");
    final SteeringMeans.ClassMean one = means.classes().get(0);
    assertThat(one.topBefore()).isEqualTo(1);
    assertThat(one.topAfter()).isEqualTo(0.5);
    assertThat(one.change()).isCloseTo(one.after() - one.before(), within(1e-12));
  }

  private static SteeredPicture picture(
      final String name, final float[] before, final float[] after) {
    return new SteeredPicture(scores(name, before), scores(name, after));
  }

  private static PictureScores.Scores scores(final String name, final float[] logits) {
    double sum = 0;
    for (final float logit : logits) {
      sum += Math.exp(logit);
    }
    final float[] probabilities = Arrays.copyOf(logits, logits.length);
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = (float) (Math.exp(logits[i]) / sum);
    }
    return new PictureScores.Scores(new PictureId(name, 1), logits, probabilities);
  }
}
