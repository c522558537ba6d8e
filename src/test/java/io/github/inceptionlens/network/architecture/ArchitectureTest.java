package io.github.inceptionlens.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {

  private static final Architecture CAFFE = Training.CAFFE.architecture();

  private static final String LAYERS =
      "conv2d0, conv2d1, conv2d2, mixed3a, mixed3b, mixed4a, mixed4b, mixed4c, mixed4d, mixed4e,"
          + " mixed5a, mixed5b";

  @Test
  void theMainLayersAreTheLiteratures() {
    assertThat(String.join(", ", CAFFE.mainLayers())).isEqualTo(LAYERS);
  }

  @ParameterizedTest
  @CsvSource({
    "conv1/7x7_s2, conv2d0",
    "pool1/3x3_s2, maxpool0",
    "pool1/norm1, localresponsenorm0",
    "conv2/3x3_reduce, conv2d1",
    "conv2/3x3, conv2d2",
    "conv2/norm2, localresponsenorm1",
    "pool2/3x3_s2, maxpool1",
    "inception_4c/output, mixed4c",
    "inception_4c, mixed4c",
    "inception_4c/1x1, mixed4c_1x1",
    "inception_4c/3x3_reduce, mixed4c_3x3_bottleneck",
    "inception_4c/3x3, mixed4c_3x3",
    "inception_4c/5x5_reduce, mixed4c_5x5_bottleneck",
    "inception_4c/5x5, mixed4c_5x5",
    "inception_4c/pool, mixed4c_pool",
    "inception_4c/pool_proj, mixed4c_pool_reduce",
    "pool3/3x3_s2, maxpool4",
    "pool4/3x3_s2, maxpool10",
    "pool5/7x7_s1, avgpool0",
    "loss3/classifier, softmax2_pre_activation",
    "prob, softmax2",
    "mixed4c_pre_relu, mixed4c_pre_relu"
  })
  void caffesNamesAreAliases(final String alias, final String name) {
    assertThat(CAFFE.node(alias).name()).isEqualTo(name);
  }

  @Test
  void unitsTakeTheCanonicalName() {
    assertThat(CAFFE.unit("inception_4c/output:447")).isEqualTo(new Unit("mixed4c", 447));
    assertThat(CAFFE.unit("mixed4c_5x5:63")).hasToString("mixed4c_5x5:63");
  }

  @Test
  void anUnknownLayerIsAnsweredWithWhatExists() {
    final String sentence =
        "layer is \"mixed6a\", but imagenet-caffe has "
            + LAYERS
            + ", their branches such as mixed4c_5x5, and each with _pre_relu";
    final List<Consumer<String>> questions =
        List.of(CAFFE::node, CAFFE::layer, name -> CAFFE.unit(name + ":1"));

    for (final Consumer<String> question : questions) {
      assertThatThrownBy(() -> question.accept("mixed6a"))
          .isInstanceOf(UserError.class)
          .hasMessage(sentence);
    }
  }

  @Test
  void aChannelOutOfRangeIsAnsweredWithTheRange() {
    assertThatThrownBy(() -> CAFFE.unit("mixed4c:512"))
        .isInstanceOf(UserError.class)
        .hasMessage("channel is 512, but mixed4c has channels 0 to 511");
  }

  @Test
  void theClassifierHasNoPositions() {
    for (final String name : List.of("softmax2", "avgpool0", "loss3/classifier")) {
      assertThatThrownBy(() -> CAFFE.layer(name))
          .isInstanceOf(UserError.class)
          .hasMessage("layer is \"" + name + "\", which has no positions; choose one of " + LAYERS);
    }
  }

  @Test
  void tensorsComeInTableOrderAndOnce() {
    final List<String> names = CAFFE.tensors().stream().map(TensorSpec::name).toList();

    assertThat(names).doesNotHaveDuplicates().hasSize(2 * 58);
    assertThat(names)
        .startsWith("conv2d0_w", "conv2d0_b", "conv2d1_w", "conv2d1_b", "conv2d2_w", "conv2d2_b")
        .containsSubsequence("mixed3a_1x1_w", "mixed3a_3x3_bottleneck_w", "mixed3a_3x3_w")
        .containsSubsequence("mixed3a_5x5_bottleneck_w", "mixed3a_5x5_w", "mixed3a_pool_reduce_w")
        .containsSubsequence("mixed3a_pool_reduce_b", "mixed3b_1x1_w", "mixed5b_pool_reduce_b")
        .endsWith("softmax2_w", "softmax2_b");
    assertThat(CAFFE.tensors())
        .contains(
            new TensorSpec("mixed4a_3x3_w", List.of(208, 96, 3, 3)),
            new TensorSpec("mixed4a_3x3_b", List.of(208)),
            new TensorSpec("softmax2_w", List.of(1000, 1024)));
  }

  @ParameterizedTest
  @CsvSource({
    "mixed3a, 256, 256", "mixed3b, 480, 480", "mixed4a, 512, 508", "mixed4b, 512, 512",
    "mixed4c, 512, 512", "mixed4d, 528, 528", "mixed4e, 832, 832", "mixed5a, 832, 832",
    "mixed5b, 1024, 1024", "softmax2, 1000, 1008"
  })
  void widthsOfBothTrainings(final String name, final int caffe, final int tensorFlow) {
    assertThat(CAFFE.node(name).channels()).isEqualTo(caffe);
    assertThat(Training.TENSORFLOW.architecture().node(name).channels()).isEqualTo(tensorFlow);
  }

  @Test
  void theLabelsAreThoseOfImageNetInWordNetOrder() {
    assertThat(CAFFE.labels()).hasSize(1000);
    assertThat(CAFFE.labels().get(0)).contains("tench");
    assertThat(CAFFE.labels().get(281)).contains("tabby");
    assertThat(CAFFE.labels().get(999)).contains("toilet tissue");
  }
}
