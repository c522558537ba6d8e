package io.github.inceptionlens.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalkTest {

  private static final Architecture CAFFE = Training.CAFFE.architecture();

  private static List<String> path(final List<String> given, final List<String> wanted) {
    return new Walk(CAFFE, given, wanted).path().stream().map(Node::name).toList();
  }

  @Test
  void nothingAboveOrBesideTheWantedIsComputed() {
    assertThat(path(List.of("input"), List.of("conv2d1")))
        .containsExactly(
            "conv2d0_pre_relu",
            "conv2d0",
            "maxpool0",
            "localresponsenorm0",
            "conv2d1_pre_relu",
            "conv2d1");
    assertThat(path(List.of("input"), List.of("mixed3a_3x3")))
        .endsWith("mixed3a_3x3_bottleneck", "mixed3a_3x3_pre_relu", "mixed3a_3x3")
        .doesNotContain("mixed3a_1x1", "mixed3a_5x5_bottleneck", "mixed3a_pool", "mixed3a");
  }

  @Test
  void nothingBelowTheGivenIsComputed() {
    assertThat(path(List.of("mixed5b"), List.of("softmax2")))
        .containsExactly("avgpool0", "softmax2_pre_activation", "softmax2");
  }

  @Test
  void preReluOfAModuleJoinsItsBranchesWithoutTheRectifiedOnes() {
    assertThat(path(List.of("maxpool1"), List.of("mixed3a_pre_relu")))
        .contains("mixed3a_1x1_pre_relu", "mixed3a_pool_reduce_pre_relu")
        .doesNotContain("mixed3a_1x1", "mixed3a_3x3", "mixed3a")
        .endsWith("mixed3a_pre_relu");
  }

  @Test
  void aBranchDoesNotDetermineTheModule() {
    assertThatThrownBy(() -> path(List.of("mixed4c_5x5"), List.of("mixed4c")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("[mixed4c] needs more of the network than [mixed4c_5x5] gives");
  }

  @Test
  void valuesAreLetGoOnceAfterTheirLastUseUnlessGivenOrWanted() {
    final List<String> log = new ArrayList<>();
    final Map<String, String> answers =
        new Walk(CAFFE, List.of("maxpool1"), List.of("mixed3a_1x1", "mixed3a"))
            .run(
                Map.of("maxpool1", "maxpool1"),
                (node, inputs) -> {
                  assertThat(inputs).isEqualTo(node.inputs());
                  assertThat(log).doesNotContainAnyElementsOf(inputs);
                  return node.name();
                },
                log::add);

    assertThat(answers)
        .containsExactly(Map.entry("mixed3a_1x1", "mixed3a_1x1"), Map.entry("mixed3a", "mixed3a"));
    assertThat(log)
        .doesNotHaveDuplicates()
        .contains("mixed3a_1x1_pre_relu", "mixed3a_3x3", "mixed3a_pool")
        .doesNotContain("maxpool1", "mixed3a_1x1", "mixed3a");
  }

  @Test
  void aGivenValueMayBeWanted() {
    assertThat(
            new Walk(CAFFE, List.of("mixed5b"), List.of("mixed5b", "avgpool0"))
                .run(Map.of("mixed5b", 1), (node, inputs) -> 2, value -> {}))
        .containsExactly(Map.entry("mixed5b", 1), Map.entry("avgpool0", 2));
  }
}
