package io.github.inceptionlens.network.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.github.inceptionlens.Golden;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.LayerCost;
import io.github.inceptionlens.network.architecture.LayerTable;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.architecture.channel.Places;
import io.github.inceptionlens.network.gradient.Gradient;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.network.gradient.Relevance;
import io.github.inceptionlens.network.gradient.ReluRule;
import io.github.inceptionlens.network.objective.TargetBinding;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put between a layer and its readers, and weights that are changed. */
class SplicesTest {

  private static final Picture PICTURE = SmallNetworks.picture(75, 66);
  private static final String LAYER = "mixed4c";

  private static InceptionV1 network;
  private static int channels;

  @BeforeAll
  static void open() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    channels = network.architecture().layer(LAYER).channels();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static InceptionV1 with(final String recipe) {
    return network.with(EditRecipe.parse(recipe));
  }

  private static FeatureMap map(final InceptionV1 of, final String layer) {
    return of.run(PICTURE, List.of(layer)).map(layer);
  }

  private static float[] logits(final InceptionV1 of) {
    return of.run(PICTURE, List.of(Architecture.LOGITS)).logits();
  }

  @Test
  void changingNothingChangesNothing() {
    try (InceptionV1 edited = with("scale mixed4c:0-3 by 1")) {
      assertThat(logits(edited)).isEqualTo(logits(network));
      assertThat(edited.digest()).isNotEqualTo(network.digest());
    }
    try (InceptionV1 same = network.with(List.of())) {
      assertThat(logits(same)).isEqualTo(logits(network));
      assertThat(same.digest()).isEqualTo(network.digest());
    }
  }

  @Test
  void aLayersNameMeansWhatItsReadersGet() {
    try (InceptionV1 edited = with("ablate mixed4c:2,4-5")) {
      final FeatureMap trained = map(network, LAYER);
      final FeatureMap now = map(edited, LAYER);
      for (int channel = 0; channel < channels; channel++) {
        final boolean gone = channel == 2 || channel == 4 || channel == 5;
        final float[] expected =
            gone ? new float[trained.channel(0).length] : trained.channel(channel);
        assertThat(now.channel(channel)).isEqualTo(expected);
        assertThat(map(edited, "mixed4c_unedited").channel(channel))
            .isEqualTo(trained.channel(channel));
        assertThat(map(edited, "mixed4c_pre_relu").channel(channel))
            .isEqualTo(map(network, "mixed4c_pre_relu").channel(channel));
      }
      assertThat(edited.architecture().node("inception_4c/output").name()).isEqualTo(LAYER);
      assertThat(edited.provenance().toString()).contains("ablate mixed4c:2,4-5");
    }
  }

  @Test
  void editsApplyInTheOrderWritten() {
    try (InceptionV1 first = with("clamp mixed4c:3 to 2; scale mixed4c:3 by 3");
        InceptionV1 second = with("scale mixed4c:3 by 3; clamp mixed4c:3 to 2")) {
      assertThat(map(first, LAYER).channel(3)).containsOnly(6);
      assertThat(map(second, LAYER).channel(3)).containsOnly(2);
      assertThat(map(first, "mixed4c_unedited").channel(3))
          .isEqualTo(map(network, LAYER).channel(3));
      assertThat(first.digest()).isNotEqualTo(second.digest());
    }
  }

  @Test
  void zeroingAllOfALayerGivesWhatTheBiasesAboveGive() {
    final int top = network.architecture().layer("mixed5b").channels();
    try (InceptionV1 edited = with("ablate mixed5b:0-" + (top - 1))) {
      final float[] bias = network.operations().values("softmax2_b");
      assertThat(logits(edited)).isEqualTo(bias);
    }
    try (InceptionV1 edited = with("ablate mixed4c:0-" + (channels - 1))) {
      final float[] bias = network.operations().values("mixed4d_1x1_b");
      for (int channel = 0; channel < bias.length; channel++) {
        assertThat(map(edited, "mixed4d_1x1_pre_relu").channel(channel))
            .containsOnly(bias[channel]);
      }
    }
  }

  @Test
  void aMeanIsThatOfTheSliceAndPlacesAreThoseGiven() {
    final Geometry geometry = map(network, LAYER).geometry();
    final int columns = geometry.x().size();
    final int rows = geometry.y().size();
    final boolean[] chosen = new boolean[columns * rows];
    chosen[1] = true;
    final ChannelSplice splice =
        new ChannelSplice(
            UnitSet.parse("mixed4c:1"),
            ChannelChange.MEAN,
            Optional.of(Places.of(columns, rows, chosen)));
    final float[] trained = map(network, LAYER).channel(1);
    double mean = 0;
    for (final float value : trained) {
      mean += value / trained.length;
    }
    try (InceptionV1 edited = network.with(List.of(splice))) {
      final float[] now = map(edited, LAYER).channel(1);
      assertThat((double) now[1]).isCloseTo(mean, within(1e-6 * (1 + Math.abs(mean))));
      for (int i = 0; i < now.length; i++) {
        assertThat(i == 1 || now[i] == trained[i]).as("unit %d", i).isTrue();
      }
      assertThatThrownBy(() -> edited.run(SmallNetworks.picture(140, 150), List.of("mixed4d")))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("edited places are of a layer of");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scale mixed4c:0-3 by 2.5",
        "average mixed4c:0-3",
        "clamp mixed4c:1 to 0.5",
        "ablate all but mixed4c:3"
      })
  void gradientsThroughASpliceAreSlopes(final String recipe) {
    try (InceptionV1 edited = with(recipe)) {
      final Objective objective = Objective.channel("mixed4d_pre_relu", 1);
      final Gradient exact = gradient(edited, GradientRequest.pixels(objective, ReluRule.EXACT));
      final Gradient byRule =
          gradient(edited, GradientRequest.pixels(objective, ReluRule.REDIRECTED));
      final double step = 3e-3;
      final Random random = new Random(3);
      double slope = 0;
      double expected = 0;
      final float[] direction = new float[75 * 66 * 3];
      for (int i = 0; i < direction.length; i++) {
        direction[i] = (float) random.nextGaussian();
        final float gradient = exact.pixels().plane(i / (75 * 66))[i % (75 * 66)];
        assertThat(byRule.pixels().plane(i / (75 * 66))[i % (75 * 66)])
            .isCloseTo(gradient, within(1e-4f * (1 + Math.abs(gradient))));
        expected += gradient * direction[i];
      }
      slope =
          (edited.values(List.of(moved(direction, step)), objective)[0]
                  - edited.values(List.of(moved(direction, -step)), objective)[0])
              / (2 * step);
      assertThat(expected).isCloseTo(slope, within(2e-2 * Math.abs(slope) + 1e-5));
    }
  }

  private static Gradient gradient(final InceptionV1 of, final GradientRequest request) {
    return Gradients.of(of, List.of(PICTURE), request).get(0);
  }

  private static Picture moved(final float[] direction, final double step) {
    final List<float[]> planes = new ArrayList<>();
    for (int color = 0; color < 3; color++) {
      final float[] plane = PICTURE.plane(color).clone();
      for (int i = 0; i < plane.length; i++) {
        plane[i] += step * direction[color * plane.length + i];
      }
      planes.add(plane);
    }
    return PICTURE.withPlanes(planes);
  }

  @ParameterizedTest
  @EnumSource(ReluRule.class)
  void everyRuleGoesThroughEdits(final ReluRule rule) {
    try (InceptionV1 edited = with("scale mixed4c:0-3 by 1; average mixed4b:1")) {
      final Gradient gradient = gradient(edited, GradientRequest.pixels(Objective.logit(0), rule));
      assertThat(gradient.pixels().plane(0))
          .isNotEqualTo(new float[75 * 66])
          .doesNotContain(Float.NaN);
    }
  }

  @Test
  void relevanceIsKeptThroughASpliceThatChangesNothing() {
    final Objective logit = Objective.logit(1);
    final float[] trained = Relevance.of(network, PICTURE, logit, List.of()).pixels().plane(0);
    try (InceptionV1 edited = with("scale mixed4c:0-3 by 1")) {
      final float[] now = Relevance.of(edited, PICTURE, logit, List.of()).pixels().plane(0);
      float most = 0;
      for (final float value : trained) {
        most = Math.max(most, Math.abs(value));
      }
      assertThat(now).containsExactly(trained, within(1e-4f * most));
    }
  }

  private static Graft dictionary(final boolean decoder, final Nonlinearity nonlinearity) {
    final Random random = new Random(5);
    final float[] weights = new float[9 * channels];
    final float[] back = new float[9 * channels];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
      back[i] = (float) random.nextGaussian();
    }
    return new Graft(
        "dict",
        LAYER,
        new Graft.Affine(weights, new float[9]),
        nonlinearity,
        decoder ? Optional.of(new Graft.Affine(back, new float[channels])) : Optional.empty());
  }

  private static InceptionV1 with(final Graft dictionary, final String recipe) {
    return network.with(
        Stream.concat(Stream.of(dictionary), EditRecipe.parse(recipe).stream()).toList());
  }

  @Test
  void anEntrysPartGoesOutOfTheLayerByTheDecoder() {
    final Graft dictionary = dictionary(true, Nonlinearity.RELU);
    try (InceptionV1 grafted = network.with(List.of(dictionary));
        InceptionV1 edited = with(dictionary, "ablate dict:3")) {
      final float[] strength = map(grafted, "dict").channel(3);
      final float[] back = grafted.operations().values("dict_decoded_w");
      for (int channel = 0; channel < channels; channel++) {
        final float[] trained = map(network, LAYER).channel(channel);
        final float[] now = map(edited, LAYER).channel(channel);
        for (int i = 0; i < now.length; i++) {
          assertThat(now[i])
              .isCloseTo(trained[i] - strength[i] * back[channel * 9 + 3], within(1e-4f));
        }
      }
      assertThat(map(edited, "dict").channel(3)).containsOnly(0);
      assertThat(map(edited, "dict_unedited").channel(3)).isEqualTo(strength);
      assertThat(logits(edited)).isNotEqualTo(logits(network));
      assertThat(edited.architecture().trunk("dict").name()).isEqualTo(LAYER);
    }
  }

  @Test
  void aDirectionIsProjectedOutOfTheLayer() {
    final Graft dictionary = dictionary(false, Nonlinearity.NONE);
    try (InceptionV1 edited = with(dictionary, "ablate dict:3")) {
      final float[] weights = edited.operations().values("dict_w");
      final FeatureMap now = map(edited, LAYER);
      double most = 0;
      for (final float before : map(edited, "dict_unedited").channel(3)) {
        most = Math.max(most, Math.abs(before));
      }
      for (int i = 0; i < now.channel(0).length; i++) {
        double strength = 0;
        for (int channel = 0; channel < channels; channel++) {
          strength += weights[3 * channels + channel] * now.channel(channel)[i];
        }
        assertThat(strength).isCloseTo(0, within(1e-5 * most));
      }
    }
  }

  @Test
  void entriesThatStayAsTheyAreChangeNothing() {
    try (InceptionV1 edited = with(dictionary(true, Nonlinearity.topK(2)), "scale dict:0-8 by 1")) {
      assertThat(logits(edited)).isEqualTo(logits(network));
    }
  }

  @Test
  void aDictionaryStandsInForItsLayer() {
    try (InceptionV1 edited =
        with(
            dictionary(true, Nonlinearity.RELU), "substitute mixed4c by dict; clamp dict:2 to 4")) {
      assertThat(map(edited, "dict").channel(2)).containsOnly(4);
      for (int channel = 0; channel < channels; channel++) {
        assertThat(map(edited, LAYER).channel(channel))
            .isEqualTo(map(edited, "dict_decoded").channel(channel));
      }
    }
    assertThatThrownBy(
            () -> with(dictionary(false, Nonlinearity.RELU), "substitute mixed4c by dict"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("dict is no dictionary with a decoder");
    assertThatThrownBy(
            () -> with(dictionary(true, Nonlinearity.RELU), "substitute mixed4d by dict"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it cannot stand in for mixed4d");
  }

  @Test
  void aProbeIsTheMeanTimesItsWeights() {
    final Random random = new Random(4);
    final float[] weights = new float[3 * channels];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
    }
    final Probe probe = new Probe("probe", LAYER, new Graft.Affine(weights, new float[] {1, 2, 3}));
    try (InceptionV1 edited = network.with(List.of(probe))) {
      double expected = 2;
      for (int channel = 0; channel < channels; channel++) {
        double mean = 0;
        for (final float value : map(network, LAYER).channel(channel)) {
          mean += value;
        }
        mean /= map(network, LAYER).channel(channel).length;
        expected += mean * weights[channels + channel];
      }
      final Objective bound =
          TargetBinding.bind(Target.parse("probe:1"), edited, PICTURE, Optional.empty())
              .objective();
      assertThat(edited.values(List.of(PICTURE), bound)[0])
          .isCloseTo(expected, within(1e-4 * (1 + Math.abs(expected))));
      assertThat(gradient(edited, GradientRequest.pixels(bound, ReluRule.EXACT)).pixels().plane(0))
          .isNotEqualTo(new float[75 * 66]);
      assertThat(logits(edited)).isEqualTo(logits(network));
      assertThat(edited.architecture().trunk("probe").name()).isEqualTo(LAYER);
      assertThatThrownBy(() -> edited.architecture().layer("probe"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("which has no positions");
      assertThatThrownBy(
              () -> TargetBinding.bind(Target.parse("probe:3"), edited, PICTURE, Optional.empty()))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("probe has outputs 0 to 2");
    }
  }

  @Test
  void thresholdsLetPassWhatExceedsThem() {
    final float[] thresholds = {0, 1, -1, 0.5f, 0, 0, 0, 0, 2};
    try (InceptionV1 edited =
        network.with(List.of(dictionary(false, Nonlinearity.above(thresholds))))) {
      for (int entry = 0; entry < 9; entry++) {
        final float[] before = map(edited, "dict_pre_relu").channel(entry);
        final float[] after = map(edited, "dict").channel(entry);
        for (int i = 0; i < before.length; i++) {
          assertThat(after[i]).isEqualTo(before[i] > thresholds[entry] ? before[i] : 0);
        }
      }
    }
  }

  @Test
  void weightsAreThoseOfTheConvolutionThatComputesTheUnit() {
    final float[] trained = network.operations().values("mixed4c_1x1_w");
    final int inputs = network.architecture().node("mixed4b").channels();
    try (InceptionV1 edited = with("weight mixed4b:3 -> mixed4c_1x1:1 = 7");
        InceptionV1 ofModule = with("weight mixed4b:3 -> mixed4c:1 = 7")) {
      final float[] now = edited.operations().values("mixed4c_1x1_w");
      for (int i = 0; i < now.length; i++) {
        assertThat(now[i]).isEqualTo(i == inputs + 3 ? 7 : trained[i]);
      }
      assertThat(ofModule.operations().values("mixed4c_1x1_w")).isEqualTo(now);
      assertThat(map(edited, "mixed4c_3x3").channel(0))
          .isEqualTo(map(network, "mixed4c_3x3").channel(0));
    }
    try (InceptionV1 edited = with("negative weights mixed4b -> mixed4c_3x3:1 = 0")) {
      final float[] before = network.operations().values("mixed4c_3x3_w");
      final float[] now = edited.operations().values("mixed4c_3x3_w");
      final int perUnit = network.architecture().node("mixed4c_3x3_bottleneck").channels() * 9;
      for (int i = 0; i < now.length; i++) {
        assertThat(now[i]).isEqualTo(i / perUnit == 1 ? Math.max(before[i], 0) : before[i]);
      }
    }
    try (InceptionV1 edited = with("weights mixed5b -> softmax2_pre_activation:0 = 0")) {
      assertThat(logits(edited)[0]).isEqualTo(network.operations().values("softmax2_b")[0]);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate mixed4c:1 | edits has \"frobnicate mixed4c:1\", expected statements such as",
        "; ; | edits is empty",
        "ablate mixed4c | units is \"mixed4c\", expected a layer and channels",
        "ablate mixed4c:9999 | but mixed4c has channels 0 to",
        "ablate mixed9z:1 | layer is \"mixed9z\"",
        "ablate all but mixed4c:0-ALL | which leaves no channel of mixed4c",
        "ablate mixed4c_pre_relu:1 | values before a rectifier stay as they are: edit mixed4c",
        "ablate softmax2_pre_activation:0 | which has no positions",
        "clamp mixed4c:1 to 1e99 | cannot have the value Infinity",
        "weight mixed4a:3 -> mixed4c_1x1:1 = 0 | mixed4c_1x1 reads mixed4b, not mixed4a",
        "weight mixed4b:3 -> mixed4c_3x3:1 = 0 | mixed4c_3x3 reads mixed4c_3x3_bottleneck, not mixed4b",
        "weight mixed4b:9999 -> mixed4c_1x1:1 = 0 | channel is 9999, but mixed4b has channels",
        "weights mixed4a -> mixed4c_3x3:1 = 0 | mixed4c_3x3 reads mixed4c_3x3_bottleneck, not mixed4a",
        "weights mixed4b -> mixed4b_pool:1 = 0 | no weights lead to mixed4b_pool"
      })
  void mistakesAreTold(final String line) {
    final String[] parts = line.replace("ALL", String.valueOf(channels - 1)).split("\\|");
    assertThatThrownBy(() -> with(parts[0].strip()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(parts[1].strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ablate mixed4c:447,12,300-340",
        "ablate all but mixed4c:447",
        "average mixed4c:1",
        "clamp mixed4c:1 to -0.5",
        "scale mixed4c_5x5:12 by 2.0",
        "substitute mixed4c by dict",
        "weight mixed4b:3 -> mixed4c_1x1:7 = 0.0",
        "negative weights mixed4b -> mixed4c_3x3:7 = 0.0",
        "weights mixed4b -> mixed4c:1-3 = 1.0E-5"
      })
  void recipesAreReadAsTheyAreWritten(final String recipe) {
    assertThat(EditRecipe.text(EditRecipe.parse(recipe))).isEqualTo(recipe);
  }

  @Test
  void costsAndTablesAreThoseOfTheLayer() {
    try (InceptionV1 edited = with("ablate mixed4c:1; ablate mixed4c:2; ablate mixed4d_1x1:0")) {
      final Architecture table = edited.architecture();
      assertThat(LayerCost.of(table, LAYER, 75, 66))
          .isEqualTo(LayerCost.of(network.architecture(), LAYER, 75, 66));
      assertThat(table.mainLayers()).isEqualTo(network.architecture().mainLayers());
      final List<LayerTable.Row> rows = LayerTable.of(table, 75, 66);
      assertThat(rows.stream().map(LayerTable.Row::layer).toList())
          .isEqualTo(
              LayerTable.of(network.architecture(), 75, 66).stream()
                  .map(LayerTable.Row::layer)
                  .toList());
      assertThat(rows.stream().filter(row -> row.layer().equals(LAYER)).findFirst().orElseThrow())
          .satisfies(row -> assertThat(row.operation()).isEqualTo("module (edited)"));
    }
  }

  /** Made by {@code src/test/python/ablation_golden.py}. */
  @Test
  void logitsAreThoseThatPytorchComputesOfTheEditedNetwork() throws IOException {
    final Map<String, List<Double>> golden;
    try (Reader reader =
        new InputStreamReader(
            SplicesTest.class.getResourceAsStream(
                "/io/github/inceptionlens/golden/ablation-cat-224.json"),
            StandardCharsets.UTF_8)) {
      golden = new Gson().fromJson(reader, new TypeToken<Map<String, List<Double>>>() {}.getType());
    }
    assertThat(golden).hasSize(9);
    try (InceptionV1 trained = Golden.network()) {
      for (final String recipe : golden.keySet()) {
        try (InceptionV1 edited = trained.with(edits(recipe, trained))) {
          final float[] logits =
              edited.run(Golden.picture(), List.of(Architecture.LOGITS)).logits();
          for (int i = 0; i < logits.length; i++) {
            assertThat((double) logits[i])
                .as("%s, class %d", recipe, i)
                .isCloseTo(golden.get(recipe).get(i), within(1e-4));
          }
        }
      }
    }
  }

  private static List<NetworkEdit> edits(final String recipe, final InceptionV1 trained) {
    if (recipe.equals("nothing")) {
      return List.of();
    } else if (!recipe.contains(" at ")) {
      return EditRecipe.parse(recipe);
    }
    final boolean[] quarter = new boolean[14 * 14];
    for (int i = 0; i < quarter.length; i++) {
      quarter[i] = i % 14 < 7 && i / 14 < 7;
    }
    return List.of(
        new ChannelSplice(
            UnitSet.parse(recipe.replaceFirst("ablate (.*) at .*", "$1")),
            ChannelChange.ZERO,
            Optional.of(Places.of(14, 14, quarter))));
  }
}
