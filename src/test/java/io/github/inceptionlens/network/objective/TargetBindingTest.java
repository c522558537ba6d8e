package io.github.inceptionlens.network.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Selection;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.ClassLabels;
import io.github.inceptionlens.network.architecture.ClassLookup;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.gradient.Gradients;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetBindingTest {

  private static InceptionV1 network;
  private static Picture picture;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    picture = SmallNetworks.noise(64, 64, 1);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static TargetBinding.Bound bind(final String target, final Selection selection) {
    return TargetBinding.bind(
        Target.parse(target), network, picture, Optional.ofNullable(selection));
  }

  private static double value(final String target, final Selection selection) {
    return network.values(List.of(picture), bind(target, selection).objective())[0];
  }

  @Test
  void valuesAreThoseOfTheNetwork() {
    final Activations answers = network.run(picture, List.of("mixed3a", Architecture.LOGITS));
    final float[] logits = answers.logits();
    final float[] map = answers.map("mixed3a").channel(5);
    double sum = 0;
    double leftColumn = 0;
    for (int i = 0; i < 64; i++) {
      sum += map[i];
      leftColumn += i % 8 == 0 ? map[i] : 0;
    }
    assertThat(value("class:3", null)).isCloseTo(logits[3], within(1e-4));
    assertThat(value("2*class:3 - class:1", null))
        .isCloseTo(2 * logits[3] - logits[1], within(1e-4));
    assertThat(value("mixed3a:5", null)).isCloseTo(sum / 64, within(1e-3));
    assertThat(value("mixed3a:5@6,2", null)).isCloseTo(map[2 * 8 + 6], within(1e-3));
    assertThat(value("mixed3a:5@roi", (x, y) -> x < 8)).isCloseTo(leftColumn / 8, within(1e-3));
    double squares = 0;
    for (int channel = 0; channel < 16; channel++) {
      for (final float value : answers.map("mixed3a").channel(channel)) {
        squares += value * value;
      }
    }
    assertThat(value("mixed3a", null)).isCloseTo(squares, within(1e-4 * squares));
  }

  @Test
  void namesBecomeCanonicalAndTopBecomesAClass() {
    final float[] logits = network.run(picture, List.of(Architecture.LOGITS)).logits();
    int top = 0;
    for (int i = 0; i < logits.length; i++) {
      top = logits[i] > logits[top] ? i : top;
    }
    assertThat(bind("top - class:'CLASS  1'", null).target())
        .hasToString("class:" + top + " - class:1");
    assertThat(bind("inception_4c/output:3@1,1", null).target()).hasToString("mixed4c:3@1,1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "class:10       | classes 0 to 9",
        "class:'klass 3'| class:3 'class 3'",
        "mixed9:1       | layer is \"mixed9\"",
        "mixed4c:999    | channel is 999",
        "mixed4c:1@4,0  | column 4, but on a picture of 64 x 64 pixels mixed4c has columns 0 to 3",
        "mixed4c:1@0,7  | rows 0 to 3",
        "mixed4c:1@roi  | needs a selection",
        "neuron(mixed4c)| the target has \"neuron(mixed4c)\", expected neuron(mixed4c:12)",
        "nerve(mixed4c)| function is \"nerve\", expected one of: neuron, direction, deepdream, relu",
      })
  void whatDoesNotExistIsSaidInOneSentence(final String target, final String sentence) {
    assertThatThrownBy(() -> bind(target, null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aSelectionBetweenTheUnitsIsRefused() {
    assertThatThrownBy(() -> bind("mixed4c:1@roi", (x, y) -> x == 1 && y == 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("16 pixels apart");
  }

  @Test
  void classesAreFoundByLabelOrByOneOfTheirNames() {
    final ClassLookup names = new ClassLookup(ClassLabels.IMAGENET);
    assertThat(names.index("Egyptian cat")).isEqualTo(285);
    assertThat(names.index("tabby")).isEqualTo(281);
    assertThat(names.index("tabby, tabby cat")).isEqualTo(281);
    assertThat(names.index("n02124075")).isEqualTo(285);
    assertThatThrownBy(() -> names.index("crane"))
        .hasMessageContaining("several classes")
        .hasMessageContaining("class:134")
        .hasMessageContaining("class:517");
    assertThatThrownBy(() -> names.index("egyptain cat")).hasMessageContaining("class:285");
    assertThatThrownBy(() -> names.index("")).isInstanceOf(UserError.class);
  }

  @Test
  void theWordNetIdsAreThoseOfIlsvrcInItsOrder() {
    assertThat(ClassLabels.IMAGENET_IDS)
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("n[0-9]{8}"))
        .startsWith("n01440764")
        .endsWith("n15075141");
  }

  @Test
  void otherTrainingsHaveNoWordNetIds() {
    assertThatThrownBy(() -> new ClassLookup(ClassLabels.TEXTURES).index("n02124075"))
        .isInstanceOf(UserError.class);
  }

  @Test
  void aDirectionOfOneChannelIsTheChannel() {

    final Objective direction = bind("direction(mixed3a:1 + 0.5*mixed3a:2)", null).objective();
    final Objective sum = bind("mixed3a:1 + 0.5*mixed3a:2", null).objective();
    final float[] expected = Gradients.of(network, picture, sum).pixels().plane(1);
    assertThat(Gradients.of(network, picture, direction).pixels().plane(1))
        .containsExactly(expected, within(1e-5f * Math.max(1, largest(expected))));
  }

  private static float largest(final float[] values) {
    float largest = 0;
    for (final float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @Test
  void functionsOfOptimizedPicturesAreNoTargetsOfAPicture() {
    assertThatThrownBy(() -> bind("mixed3a:1 - tv()", null))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "the target has \"tv()\", which measures pictures that are being optimized: only"
                + " visualizations know tv");
  }
}
