package io.github.inceptionlens.textures.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.ClassLabels;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.BundledWeights;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the shipped network promises. */
class BundledNetworkTest {

  private static final Architecture TEXTURES = Training.TEXTURES.architecture();

  @Test
  void knowsTheGeneratorsClasses() {
    assertThat(ClassLabels.TEXTURES).isEqualTo(TextureClass.labels());
  }

  @Test
  void tellsHeldOutImagesApart() {
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    engine.useThreads(1);
    try (InceptionV1 network = new InceptionV1(engine, TEXTURES, BundledWeights.textures())) {
      final ClassifierEvaluation evaluation =
          ClassifierEvaluation.of(network, SeedRanges.HELD_OUT, 500, 128);
      assertThat(evaluation.count()).isEqualTo(500);
      assertThat(evaluation.accuracy()).isGreaterThanOrEqualTo(0.92);
    }
  }

  @Test
  void everyShippedTensorIsUsedExactlyOnce() {
    final Weights shipped = BundledWeights.textures();
    final List<String> used = new ArrayList<>();
    for (final Node node : TEXTURES.nodes()) {
      if (node.op() instanceof Operation.Convolution convolution) {
        used.addAll(List.of(convolution.parameters() + "_w", convolution.parameters() + "_b"));
      } else if (node.op() instanceof Operation.Dense dense) {
        used.addAll(List.of(dense.parameters() + "_w", dense.parameters() + "_b"));
      }
    }
    assertThat(shipped.tensors().keySet().stream().map(TensorSpec::name))
        .containsExactlyElementsOf(used)
        .doesNotHaveDuplicates();
    shipped
        .tensors()
        .forEach((spec, values) -> assertThat(values).as(spec.name()).hasSize(spec.count()));
  }

  @Test
  void isSmall() throws IOException {
    final URL file = BundledWeights.class.getResource("textures.safetensors");
    assertThat(file.openConnection().getContentLength()).isBetween(100_000, 3_000_000);
  }

  @Test
  void theCardTellsWhatItIsAndIsNot() {
    assertThat(BundledWeights.card())
        .contains("exec:exec@train", "freshly generated images", "must not be used")
        .contains(Stream.of(TextureClass.values()).map(c -> "| " + c.label() + " |").toList());
  }
}
